package event

import (
	"stemma"
	"stemma/internal/text"
)

// place gives where it happened: the nearest place behind a preposition of place; of a
// visit, the place visited.
func (f *finder) place(n int) stemma.Named {
	a := &f.acts[n]
	if a.word.name == "visit" {
		for i := range f.people {
			p := &f.people[i]
			if p.place && (p.first == a.end || p.first == a.end+1 && (f.is(a.end, "to") || f.is(a.end, "a"))) {
				return p.named
			}
		}
	}
	var best stemma.Named
	nearest := 25
	for _, p := range f.people {
		if !p.place || !f.located(p.first) {
			continue
		}
		gap := p.first - a.end
		if gap < 0 {
			gap = 2 * (a.first - p.end)
		}
		if gap < nearest {
			best, nearest = p.named, gap
		}
	}
	return best
}

// located reports whether a preposition of place stands before the token, with nothing but
// words of its phrase between.
func (f *finder) located(first int) bool {
	for i := first - 1; i >= f.s.First && first-i < 6; i-- {
		switch {
		case f.is(i, "in"):
			return true
		case f.is(i, "det"), f.is(i, "of"), f.d.Tokens[i].Kind == text.Word && !f.smallWord(i) && !f.actAt(i):
		default:
			return false
		}
	}
	return false
}
