package figure

import "stemma/internal/text"

// nextOutside gives the number behind the first one of a list, past those in brackets behind it: of “six
// priests (five Velmorans and a stranger) and two women” the two; nil for none.
func (f *finder) nextOutside(found []*count) *count {
	a := found[0]
	past := f.pastAside(max(a.end, a.noun.end), found[len(found)-1].first+1)
	for _, b := range found[1:] {
		if b.from >= past {
			return b
		}
	}
	return nil
}

// pastAside steps over an aside that opens at a token, in brackets or between dashes, before token limit.
func (f *finder) pastAside(at, limit int) int {
	end := ""
	switch f.d.Norm(at) {
	case "(":
		end = ")"
	case "—":
		end = "—"
	default:
		return at
	}
	for i := at + 1; i < limit && i < at+longestAside; i++ {
		if f.d.Norm(i) == end {
			return i + 1
		}
	}
	return at
}

// inAside reports whether b opens brackets that stand right behind what a counts, and so tells a part of it:
// “eight people (three soldiers …) were hurt”.
func (f *finder) inAside(a, b *count) bool {
	at := max(a.end, a.noun.end)
	return f.d.Norm(at) == "(" && b.from == at+1 && b.amount() < a.amount()
}

// opensWhole reports whether a number is the whole with which a sentence begins, and of which parts are told:
// “of the 45 passengers, 30 died”.
func (f *finder) opensWhole(a *count, s text.Sentence) bool {
	return a.from <= s.First+2 && (f.is(s.First, "of") || f.is(s.First, "within"))
}
