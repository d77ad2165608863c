package readable

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// few is the number of best candidates that are compared, near is how near the best one
// another must come to count beside it, and enough is how many such make a common
// ancestor the better choice.
const (
	few    = 5
	near   = 0.75
	enough = 3
)

// top chooses the element that holds the text.
func (f *finder) top() int32 {
	best := f.candidates[:min(few, len(f.candidates))]
	if len(best) == 0 || f.nodes[best[0]].tag == atom.Body {
		return f.everything()
	}
	at := f.common(best)
	f.start(at)
	at = f.higher(at)
	// Text may go on beside an element around the only child.
	for up := f.nodes[at].parent; up != 0 && f.nodes[up].tag != atom.Body && f.lone(up); up = f.nodes[at].parent {
		at = up
	}
	f.start(at)
	return at
}

// everything puts all of the page into one element.
func (f *finder) everything() int32 {
	div := f.made(atom.Div)
	for c := f.nodes[f.body].first; c != 0; c = f.nodes[f.body].first {
		f.move(div, c)
	}
	f.hang(f.body, div)
	f.start(div)
	return div
}

// common gives the nearest element around the best candidate that holds several others
// that are nearly as good, or the candidate itself.
func (f *finder) common(best []int32) int32 {
	at := best[0]
	var others []int32
	for _, c := range best[1:] {
		if f.nodes[c].score/f.nodes[at].score >= near {
			others = append(others, c)
		}
	}
	if len(others) < enough {
		return at
	}
	for up := f.nodes[at].parent; up != 0 && f.nodes[up].tag != atom.Body; up = f.nodes[up].parent {
		holds := 0
		for _, c := range others {
			if f.inside(c, up) {
				holds++
			}
		}
		if holds >= enough {
			return up
		}
	}
	return at
}

// inside reports whether a node is below another one.
func (f *finder) inside(at, up int32) bool {
	for at = f.nodes[at].parent; at != 0; at = f.nodes[at].parent {
		if at == up {
			return true
		}
	}
	return false
}

// higher gives an element around the chosen one that has a better score, as long as
// scores do not fall too low on the way up.
func (f *finder) higher(at int32) int32 {
	last := f.nodes[at].score
	least := last / 3
	for up := f.nodes[at].parent; up != 0 && f.nodes[up].tag != atom.Body; up = f.nodes[up].parent {
		x := &f.nodes[up]
		switch {
		case x.is&scored == 0:
			continue
		case x.score < least:
			return at
		case x.score > last:
			return up
		}
		last = x.score
	}
	return at
}

// lone reports whether an element has one element in it.
func (f *finder) lone(at int32) bool {
	k := f.firstElement(at)
	return k != 0 && f.nextElement(k) == 0
}

// gather puts the chosen element, and those beside it that belong to the text, into one.
func (f *finder) gather(top int32) int32 {
	article := f.made(atom.Div)
	least := max(10, f.nodes[top].score*0.2)
	class, bonus := strings.Fields(f.nodes[top].class), f.nodes[top].score*0.2
	for at := f.firstElement(f.nodes[top].parent); at != 0; {
		next := f.nextElement(at)
		if at == top || f.belongs(at, least, bonus, class) {
			switch f.nodes[at].tag {
			case atom.Div, atom.Article, atom.Section, atom.P, atom.Ol, atom.Ul:
			default:
				f.rename(at, atom.Div)
			}
			f.move(article, at)
		}
		at = next
	}
	return article
}

// belongs reports whether an element beside the chosen one is of the same text: by its
// score, more so where it has the same class, or as a paragraph of prose.
func (f *finder) belongs(at int32, least, bonus float64, class []string) bool {
	x := &f.nodes[at]
	if len(class) == 0 || !slices.Equal(strings.Fields(x.class), class) {
		bonus = 0
	}
	if x.is&scored != 0 && x.score+bonus >= least {
		return true
	}
	if x.tag != atom.P {
		return false
	}
	text := strings.Join(strings.Fields(f.text(at)), " ")
	n, density := utf8.RuneCountInString(text), f.linkDensity(at)
	return n > 80 && density < 0.25 || n > 0 && n < 80 && density == 0 && (strings.Contains(text, ". ") || strings.HasSuffix(text, "."))
}
