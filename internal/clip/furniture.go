package clip

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marks says which kind a furniture phrase makes of a line.
var marks = map[string]kind{
	"navigation": kNav, "share": kShare, "tags": kTags, "copyright": kCopyright, "subscription": kBlurb, "related": kRelated,
	"teaser": kTeaser, "readmore": kReadmore, "comments": kComments, "posted_by": kPosted, "published": kPosted, "updated": kPosted,
	"provenance": kProvenance, "source": kSource, "archive": kArchive, "caption": kCaption, "credit": kCredit, "placeholder": kPlaceholder, "note": kNote,
}

// most is how many words a line of a kind has at most; a longer one is prose that
// happens to have the phrase in it.
var most = map[kind]int{
	kNav: 12, kShare: 14, kTags: 40, kCopyright: 45, kBlurb: 30, kRelated: 8, kTeaser: 30, kReadmore: 12, kComments: 30,
	kPosted: 40, kProvenance: 40, kSource: 10, kArchive: 8, kCaption: 60, kCredit: 40, kPlaceholder: 2, kNote: 100,
}

// furnitureKind looks for the phrases of the furniture list.
func (c *Cutter) furnitureKind(p *para) (kind, string, bool) {
	if r := strings.TrimLeft(p.text, " ("); strings.HasPrefix(r, "©") || strings.HasPrefix(r, "Ⓒ") {
		return kCopyright, "copyright", p.n <= most[kCopyright]
	}
	if number(p.words[0].fold) > 0 && c.counted(p) {
		return kComments, "comments", true
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

// counted reports whether a line counts readers' comments: “2 Comments”, “3 thoughts on …”.
func (c *Cutter) counted(p *para) bool {
	ph := c.furniture.at(p.words, 1, func(ph phrase) bool { return ph.kind == "comments" && (ph.where == "counted" || p.n == 2) })
	return len(ph.words) > 0 && p.n <= most[kComments]
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

// provenanceIn reports whether a sentence of a note says where the text comes from.
func (c *Cutter) provenanceIn(p *para) bool {
	for i := 1; i < p.n && p.n <= most[kProvenance]; i++ {
		if ph := c.furniture.at(p.words, i, func(ph phrase) bool { return ph.kind == "provenance" && len(ph.words) > 1 }); len(ph.words) > 0 && sentenceStart(p, i) {
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
	case "counted":
		return false
	}
	if p.words[0].start > 8 && unicode.IsLetter(rune(p.text[0])) {
		return false
	}
	if p.n == len(ph.words) && (k == kCredit || k == kProvenance || k == kSource || k == kArchive) {
		return false
	}
	if len(ph.words) == 1 || k == kRelated {
		// A single word begins many sentences: it needs a colon or a date after it.
		if after == "" || strings.ContainsRune(":|/©»>→-–—", firstRune(after)) {
			return true
		}
		if k == kSource {
			return c.masthead(after) && unicode.IsUpper(firstRune(after)) && len(strings.Fields(after)) <= 5
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
