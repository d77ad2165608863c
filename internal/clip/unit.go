package clip

import (
	"strings"
	"unicode/utf8"
)

// minShort and minParagraphs are the words and paragraphs of prose from which a short
// container is an article, where it is dated: an announcement has a line or two.
const minShort, minParagraphs = 20, 2

// unit is a container of an HTML page, as far as it could be one of its articles.
type unit struct {
	heading    int // the first; -1 when it has none
	prose      int // words
	paragraphs int
	dated      bool // a date, a time or an author beside the text
	announces  bool // it breaks off, or leads to the rest
}

// whole reports whether a container holds an article.
func (u *unit) whole() bool { return u.heading >= 0 && u.prose >= minUnit }

// short reports whether a container is like a post of a blog's archive that has only a
// few lines.
func (u *unit) short() bool {
	return u.heading >= 0 && u.dated && !u.announces && u.paragraphs >= minParagraphs && u.prose >= minShort
}

// wholeUnits gives the headings of the containers that are articles, in page order, and
// these containers. Short ones count where there are several of them.
func (l *layout) wholeUnits() (starts []int, seen map[int]bool) {
	units, order := l.units()
	short := 0
	for _, u := range units {
		if u.short() || u.whole() {
			short++
		}
	}
	seen = map[int]bool{0: true}
	for _, n := range order {
		if u := units[n]; u.whole() || u.short() && short >= minPosts {
			starts, seen[n] = append(starts, u.heading), true
		}
	}
	return starts, seen
}

// units looks through the containers of the page; order is that of their headings.
func (l *layout) units() (units map[int]*unit, order []int) {
	units = map[int]*unit{}
	for i := range l.ps {
		p := &l.ps[i]
		if p.unit == 0 {
			continue
		}
		u := units[p.unit]
		if u == nil {
			u = &unit{heading: -1}
			units[p.unit] = u
		}
		if h := p.heading(); h > 0 && h <= 4 && u.heading < 0 {
			u.heading = i
			order = append(order, p.unit)
		}
		u.add(p)
	}
	return units, order
}

// add counts one paragraph of a container.
func (u *unit) add(p *para) {
	switch {
	case p.kind == kReadmore || p.kind == kTeaser:
		u.announces = true
	case p.kind == kDate || p.kind == kInfo || p.kind == kPosted || p.tag == "time":
		u.dated = true
	case (p.kind == kProse || p.kind == kOutside && !p.link) && p.heading() == 0:
		if p.n >= 8 {
			u.prose += p.n
		}
		if p.n >= 4 && strings.ContainsRune(".!?", lastMark(p.text)) {
			u.paragraphs++
		}
		u.announces = u.announces || brokenOff(p.text)
	}
}

// lastMark gives the last sign of a line before the quotation marks and brackets that
// close it.
func lastMark(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \u00A0\"'”’»)"))
	return r
}
