package clip

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// address reports whether a line is only a web or mail address, or begins with one
// and has nothing else of weight.
func address(s string) bool {
	if strings.IndexFunc(s, isSpace) >= 0 || len(s) < 6 {
		return false
	}
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.Contains(s, "@") && strings.Contains(s, ".")
}

// withAddress reports whether a line is a web address with a few words around it: “The Archive
// – https://…”.
func withAddress(s string) bool {
	words, addresses := 0, 0
	for _, f := range strings.Fields(s) {
		if strings.Contains(f, "://") {
			addresses++
		} else if strings.IndexFunc(f, unicode.IsLetter) >= 0 {
			words++
		}
	}
	return addresses > 0 && words <= 4
}

// agencyPhoto reports whether a line ends with a photographer and an agency in brackets,
// “… [Ana Petri/Newsphoto]”: it describes a picture.
func agencyPhoto(p *para) bool {
	open := strings.LastIndexAny(p.text, "[(")
	if open < 0 || p.n < 8 || p.n > most[kCaption] || !strings.HasSuffix(p.text, "]") && !strings.HasSuffix(p.text, ")") {
		return false
	}
	who, agency, ok := strings.Cut(p.text[open+1:len(p.text)-1], "/")
	return ok && len(strings.Fields(who)) >= 2 && capitalWords(who) && capitalWords(agency) && !strings.ContainsAny(who, ",0123456789") && !strings.ContainsAny(agency, ",0123456789") && capitalShare(p) < 0.7
}

// photoCredit reports whether a line ends with a photographer and an agency, “Ana
// Petri/Newsphoto”, without brackets: a known given name, a surname, a slash.
func (c *Cutter) photoCredit(p *para) bool {
	at := strings.LastIndexByte(p.text, '/')
	if at <= 0 || p.n > most[kCaption] || !capitalWords(p.text[at+1:]) || p.text[at+1] == ' ' || strings.ContainsAny(p.text[at:], ".,:;?!0123456789") {
		return false
	}
	who := strings.Fields(p.text[:at])
	if len(who) < 2 {
		return false
	}
	name := strings.Join(who[len(who)-2:], " ")
	return capitalWords(name) && c.knownGiven(wordsOf(name, 2)) && !strings.ContainsAny(name, ",;:/0123456789")
}

// capitalWords reports whether s is one to four words, all with capitals.
func capitalWords(s string) bool {
	fs := strings.Fields(s)
	for _, f := range fs {
		if !unicode.IsUpper(firstRune(f)) {
			return false
		}
	}
	return len(fs) > 0 && len(fs) <= 4
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

// pictograms reports whether a line has only pictures and counts, as below posts: “👍 214 🔥 12”.
func pictograms(s string) bool {
	picture := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			return false
		case r >= 0x1F300, r >= 0x25B0 && r <= 0x25BF, r >= 0x2600 && r <= 0x27BF: // not what tables are drawn with
			picture = true
		}
	}
	return picture
}

// sections reports whether a line is a row of a site's sections without marks between them:
// words with capitals, two of which only lead to other pages, “Home World Culture Contact”.
func (c *Cutter) sections(p *para) bool {
	if p.n < 3 || p.n > 14 || strings.ContainsAny(p.text, ".,:;?!\"“”") {
		return false
	}
	links := 0
	for i, w := range p.words {
		if unicode.IsLower(firstRune(p.text[w.start:])) {
			return false
		}
		if ph := c.furniture.at(p.words[:i+1], i, func(ph phrase) bool { return ph.where == "line" }); len(ph.words) > 0 {
			links++
		}
	}
	return links >= 2
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
