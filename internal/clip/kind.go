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
	kSource                 // “Source: …”, until it is known whether the text's or a picture's
	kArchive                // “Articles by X”
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

// classify tells what a paragraph is by its own words.
func (c *Cutter) classify(p *para) {
	switch {
	case p.n == 0:
		p.kind = kSeparator
		if utf8.RuneCountInString(p.text) < 3 && p.text != "#" && p.text != "*" {
			p.kind = kNav // stray marks
		}
		return
	case address(p.text), arrows(p), initials(p.text), pictograms(p.text):
		p.kind = kNav
		return
	}
	if k, mark, ok := c.furnitureKind(p); ok {
		p.kind, p.mark = k, mark
		switch k {
		case kPosted, kProvenance, kSource, kArchive, kCaption, kCredit:
			p.info = c.infoOf(p)
		}
		if k == kPosted && p.info == nil || k == kArchive && len(p.info.authors) == 0 {
			p.kind, p.mark = c.plainKind(p), ""
		}
		if k == kCredit && c.longCaption(p) {
			p.kind = kCaption
		}
		return
	}
	if p.tag == "" && withAddress(p.text) {
		p.kind = kNav
		return
	}
	if at := c.creditAt(p); at > 0 || agencyPhoto(p) || c.photoCredit(p) {
		p.kind = kCaption
		return
	}
	if (menu(p.text) || c.sections(p)) && len(c.datesIn(p.text, p.words)) == 0 {
		p.kind = kNav
		return
	}
	if c.titleWithByline(p) {
		p.kind = kTitle
		return
	}
	if in := c.infoLine(p); in != nil {
		p.kind, p.info = kInfo, in
		if in.dateOnly() || c.chat(p, in) {
			p.kind = kDate
		} else if in.dateline {
			p.kind = kDateline
		}
		return
	}
	p.kind = c.plainKind(p)
}

// chat reports whether a line opens a message of a saved channel, “Name, [03.05.2023
// 12:14]”, and makes the name the outlet.
func (c *Cutter) chat(p *para, in *info) bool {
	if !in.dateline || !strings.HasSuffix(p.text, "]") || !strings.Contains(p.text[:in.dates[0].start], "[") {
		return false
	}
	in.dateline, in.outlet, in.place = false, in.place, part{}
	return true
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
	if twoSentences(s) || holdsAddress(s) {
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

// holdsAddress reports whether a web address stands in a line: a name with a dot, then
// a slash. Headlines have none; quoted posts do.
func holdsAddress(s string) bool {
	for _, f := range strings.Fields(s) {
		dot, slash := strings.IndexByte(f, '.'), strings.LastIndexByte(f, '/')
		if strings.Contains(f, "://") || dot > 0 && slash > dot+2 && unicode.IsLetter(rune(f[dot+1])) {
			return true
		}
	}
	return false
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
