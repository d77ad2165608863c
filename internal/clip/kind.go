package clip

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a paragraph is on its page.
type kind int

const (
	kProse      kind = iota // sentences
	kTitle                  // could be a headline or a subheading: no sentence end
	kItem                   // an item of a list
	kSeparator              // only marks: “* * *”
	kInfo                   // author, outlet, date beside a headline: see info
	kDate                   // only a date
	kDateline               // a place, perhaps with a date, on its own line
	kPosted                 // “Posted by …”, “Published: …”
	kCaption                // of a photo, with its credit
	kCredit                 // of a photo, alone
	kProvenance             // “Originally published in …”
	kNote                   // a note by the editor
	kBio                    // a note about the author
	kBlurb                  // asks to subscribe or give
	kTeaser                 // points to another article
	kReadmore               // ends a teaser
	kRelated                // a list of teasers follows
	kComments               // readers' comments follow
	kNav                    // navigation, addresses
	kShare
	kTags
	kCopyright
	kPlaceholder // stands for a picture
	kOutside     // HTML: not in the main text
)

// marks says which kind a furniture phrase makes of a line.
var marks = map[string]kind{
	"navigation": kNav, "share": kShare, "tags": kTags, "copyright": kCopyright, "subscription": kBlurb, "related": kRelated,
	"teaser": kTeaser, "readmore": kReadmore, "comments": kComments, "posted_by": kPosted, "published": kPosted, "updated": kPosted,
	"provenance": kProvenance, "caption": kCaption, "credit": kCredit, "placeholder": kPlaceholder, "note": kNote,
}

// most is how many words a line of a kind has at most; a longer one is prose that
// happens to have the phrase in it.
var most = map[kind]int{
	kNav: 12, kShare: 14, kTags: 40, kCopyright: 45, kBlurb: 30, kRelated: 8, kTeaser: 30, kReadmore: 12, kComments: 30,
	kPosted: 40, kProvenance: 40, kCaption: 60, kCredit: 40, kPlaceholder: 2, kNote: 100,
}

// classify tells what a paragraph is by its own words.
func (c *Cutter) classify(p *para) {
	switch {
	case p.n == 0:
		p.kind = kSeparator
		if utf8.RuneCountInString(p.text) < 3 && p.text != "#" && p.text != "*" {
			p.kind = kNav // stray marks
		}
		return
	case address(p.text), arrows(p):
		p.kind = kNav
		return
	}
	if k, mark, ok := c.furnitureKind(p); ok {
		p.kind, p.mark = k, mark
		if k == kPosted || k == kProvenance || k == kCaption || k == kCredit {
			p.info = c.infoOf(p)
		}
		if k == kPosted && p.info == nil {
			p.kind = c.plainKind(p)
		}
		if k == kCredit && c.longCaption(p) {
			p.kind = kCaption
		}
		return
	}
	if at := c.creditAt(p); at > 0 {
		p.kind = kCaption
		return
	}
	if menu(p.text) && len(c.datesIn(p.text, p.words)) == 0 {
		p.kind = kNav
		return
	}
	if c.titleWithByline(p) {
		p.kind = kTitle
		return
	}
	if in := c.infoLine(p); in != nil {
		p.kind, p.info = kInfo, in
		if in.dateOnly() {
			p.kind = kDate
		} else if in.dateline {
			p.kind = kDateline
		}
		return
	}
	p.kind = c.plainKind(p)
}

// plainKind tells prose, headlines and list items apart.
func (c *Cutter) plainKind(p *para) kind {
	if p.heading() > 0 && p.n <= maxTitle {
		return kTitle
	}
	if p.tag == "li" || bullet(p.text) {
		return kItem
	}
	if p.tag == "figcaption" || p.tag == "caption" {
		return kCaption
	}
	if titleLike(p.text, p.n) {
		return kTitle
	}
	return kProse
}

// maxTitle is the number of words that a headline has at most.
const maxTitle = 32

// titleLike reports whether a line could be a headline: it begins like one and does
// not end like a sentence or an unfinished one.
func titleLike(s string, n int) bool {
	if n < 1 || n > maxTitle || len(s) > 240 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, func(r rune) bool {
		return unicode.IsPunct(r) || unicode.IsSymbol(r) || isSpace(r)
	}))
	if unicode.IsLower(first) {
		return false
	}
	if twoSentences(s) {
		return false
	}
	end := strings.TrimRight(s, "\"'”’»)]")
	last, size := utf8.DecodeLastRuneInString(end)
	switch last {
	case ',', ';', ':', '…', '-':
		return false
	case '.':
		// An abbreviation such as “U.S.” may end a headline; a sentence may not.
		rest := end[:len(end)-size]
		before, w := utf8.DecodeLastRuneInString(rest)
		two, _ := utf8.DecodeLastRuneInString(rest[:len(rest)-w])
		return unicode.IsLetter(before) && (two == '.' || unicode.IsUpper(before) && isSpace(two))
	case '!', '?':
		return n <= 20 && !strings.ContainsAny(s[:1], "\"“«'‘")
	}
	return true
}

// twoSentences reports whether a sentence ends inside a line: a word in small letters,
// a full stop, a capital.
func twoSentences(s string) bool {
	for i := 4; i+2 < len(s); i++ {
		if s[i] != '.' || s[i+1] != ' ' || !unicode.IsUpper(firstRune(s[i+2:])) {
			continue
		}
		word := s[strings.LastIndexByte(s[:i], ' ')+1 : i]
		if len(word) >= 4 && word == strings.ToLower(word) {
			return true
		}
	}
	return false
}

// bullet reports whether a line begins as an item of a list.
func bullet(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '•', '·', '▪', '◦', '●', '‣', '■', '–', '—':
		return true
	case '*', '-', '+':
		return len(s) > size && isSpace(rune(s[size]))
	}
	i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	return i > 0 && i <= 2 && len(s) > i+1 && (s[i] == '.' || s[i] == ')') && s[i+1] == ' '
}

// address reports whether a line is only a web or mail address, or begins with one
// and has nothing else of weight.
func address(s string) bool {
	if strings.IndexFunc(s, isSpace) >= 0 || len(s) < 6 {
		return false
	}
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.Contains(s, "@") && strings.Contains(s, ".")
}

// arrows reports whether a line leads to other pages: “← Older”, “« May | July »”.
func arrows(p *para) bool {
	if p.n > 12 {
		return false
	}
	first := firstRune(p.text)
	last, _ := utf8.DecodeLastRuneInString(p.text)
	return strings.ContainsRune("←→‹⟵⟶", first) || strings.ContainsRune("←→›⟵⟶", last) ||
		first == '«' && strings.Contains(p.text, "|")
}

// menu reports whether a line is a row of links: at least four short items between
// bars, dots or wide spaces.
func menu(s string) bool {
	for _, sep := range []string{"|", " · ", " • ", " » ", " / ", "   "} {
		items := strings.Split(s, sep)
		if len(items) < 4 {
			continue
		}
		short, full := 0, 0
		for _, it := range items {
			n := len(strings.Fields(it))
			if n > 0 {
				full++
			}
			if n > 0 && n <= 5 && len(it) < 50 {
				short++
			}
		}
		if full >= 4 && short == full {
			return true
		}
	}
	return false
}

// furnitureKind looks for the phrases of the furniture list.
func (c *Cutter) furnitureKind(p *para) (kind, string, bool) {
	if r := strings.TrimLeft(p.text, " ("); strings.HasPrefix(r, "©") || strings.HasPrefix(r, "Ⓒ") {
		return kCopyright, "copyright", p.n <= most[kCopyright]
	}
	if p.n == 2 && number(p.words[0].fold) > 0 {
		if k, n := c.furniture.kindAt(p.words, 1); k == "comments" && n == 1 {
			return kComments, k, true
		}
	}
	if ph := c.furniture.at(p.words, 0, func(ph phrase) bool { return c.fits(p, ph, 0) }); len(ph.words) > 0 {
		if ph.kind == "note" && c.provenanceIn(p) {
			return kProvenance, "provenance", true
		}
		return marks[ph.kind], ph.kind, true
	}
	hits := 0
	for i := 1; i < p.n; i++ {
		ph := c.furniture.at(p.words, i, func(ph phrase) bool {
			switch {
			case ph.where == "in":
				return true
			case ph.kind == "provenance":
				return p.n <= 30 && len(ph.words) > 1 && (sentenceStart(p, i) || c.ofThisText(p, i))
			}
			return ph.where == "sentence" && sentenceStart(p, i)
		})
		if len(ph.words) == 0 {
			continue
		}
		k := marks[ph.kind]
		if k == kBlurb {
			hits++
		}
		if p.n <= most[k] && (k != kPosted || strings.Contains(p.text, "|") || len(c.datesIn(p.text, p.words)) > 0) {
			return k, ph.kind, true
		}
	}
	if hits >= 2 {
		return kBlurb, "subscription", true
	}
	if hits == 1 {
		p.mark = "subscription" // not enough to say so by itself
	}
	return 0, "", false
}

// provenanceIn reports whether a sentence of a note says where the text comes from.
func (c *Cutter) provenanceIn(p *para) bool {
	for i := 1; i < p.n && p.n <= most[kProvenance]; i++ {
		if ph := c.furniture.at(p.words, i, func(ph phrase) bool { return ph.kind == "provenance" && len(ph.words) > 1 }); len(ph.words) > 0 && sentenceStart(p, i) {
			return true
		}
	}
	return false
}

// ofThisText reports whether a line speaks of its own text just before the i-th word:
// “A version of this essay was first published in …”.
func (c *Cutter) ofThisText(p *para, i int) bool {
	for k := 0; k < i && i <= 8; k++ {
		if kind, n := c.furniture.kindAt(p.words, k); kind == "self" && k+n <= i && k <= 3 {
			return true
		}
	}
	return false
}

// fits reports whether a phrase at the i-th word makes a line of its kind.
func (c *Cutter) fits(p *para, ph phrase, i int) bool {
	k, known := marks[ph.kind]
	if !known || p.n > most[k] {
		return false
	}
	after := strings.TrimLeft(p.text[p.words[i+len(ph.words)-1].end:], " \u00A0")
	switch ph.where {
	case "line":
		return p.n == len(ph.words)
	case "in", "sentence":
		return true
	}
	if p.words[0].start > 8 && unicode.IsLetter(rune(p.text[0])) {
		return false
	}
	if p.n == len(ph.words) && (k == kCredit || k == kProvenance) {
		return false
	}
	if len(ph.words) == 1 || k == kRelated {
		// A single word begins many sentences: it needs a colon or a date after it.
		if after == "" || strings.ContainsRune(":|/©»>→-–—", firstRune(after)) {
			return true
		}
		if k == kPosted {
			_, n := c.dateAt(p.text, p.words, c.skipFillers(p.words, i+1))
			return n > 0
		}
		return k == kCopyright && (firstRune(after) == '(' || number(p.words[min(1, p.n-1)].fold) > 1900)
	}
	return true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// sentenceStart reports whether the i-th word begins a sentence of the line.
func sentenceStart(p *para, i int) bool {
	before := strings.TrimRight(p.text[p.words[i-1].end:p.words[i].start], " \u00A0\"“‘'")
	return strings.ContainsAny(before, ".!?:;|") || before != "" && strings.ContainsAny(before, "→»>")
}

// creditAt looks for a photo credit at the end of a line, after a bar or in
// brackets; it gives its place, 0 when there is none.
func (c *Cutter) creditAt(p *para) int {
	if p.n > maxWords-1 || p.n > 130 {
		return 0
	}
	for i := 1; i < p.n; i++ {
		before := strings.TrimRight(p.text[p.words[i-1].end:p.words[i].start], " \u00A0")
		if before == "" || !strings.ContainsRune("|([/", rune(before[len(before)-1])) {
			continue
		}
		ph := c.furniture.at(p.words, i, func(ph phrase) bool { return ph.kind == "credit" })
		if len(ph.words) == 0 || p.n-i > 16 {
			continue
		}
		after := strings.TrimLeft(p.text[p.words[i+len(ph.words)-1].end:], " \u00A0")
		if len(ph.words) > 1 || strings.HasPrefix(after, ":") {
			return p.words[i].start
		}
	}
	return 0
}

// longCaption reports that a line which begins with a credit word describes the
// picture as well.
func (c *Cutter) longCaption(p *para) bool { return p.n > 14 }
