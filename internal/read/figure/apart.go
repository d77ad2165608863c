package figure

import (
	"stemma"
	"stemma/internal/text"
)

// holder gives the person whose office in a body a phrase before the token tells of, set off
// by one comma: “Ana Ruiz, chair of the Harbour Board said”.
func (f *finder) holder(at, first int) *stemma.Mention {
	office := false
	for i := at - 1; i > first && i > at-7; i-- {
		if f.d.Norm(i) == "," {
			if m := f.nameAt(i - 1); m != nil && m.Type == stemma.Person && office {
				return m
			}
			return nil
		}
		if f.d.Tokens[i].Kind != text.Word || f.nameAt(i) != nil {
			return nil
		}
		office = office || f.d.Has(f.k.titles, i) || f.d.Has(f.k.people, i)
	}
	return nil
}

// openingSubject gives the person or body whose name opens the sentence.
func (f *finder) openingSubject(first int) stemma.Named {
	for i := first; i < first+5 && i < len(f.d.Tokens); i++ {
		if m := f.nameAt(i); m != nil {
			if m.Type == stemma.Place && f.d.Norm(i+1) == possessive {
				continue // “Velmora's Harbour Ministry”
			}
			if m.Type == stemma.Place {
				return stemma.Named{}
			}
			if who := f.apposition(f.d.TokenAt(m.Span.End)); who != nil && m.Type == stemma.Organisation && f.d.Has(f.k.titles, f.headOf(first, i)) {
				return named(who) // “The head of the Harbour Board, Ana Ruiz, said …”
			}
			return named(m)
		}
		if f.is(i, "stop") && !f.is(i, "a") && !f.is(i, "of") || f.d.Tokens[i].Kind != text.Word {
			break
		}
	}
	return stemma.Named{}
}

// setOff gives a speaker without a name behind whom something is set off by commas: “The
// ombudsman, who has lost patience, counts …”.
func (f *finder) setOff(i, first, k int, last stemma.Named) (stemma.Named, int) {
	for j := i - 1; j > first && i-j < 16; j-- {
		if f.d.Norm(j) != "," {
			continue
		}
		if f.is(j+1, "relative") || f.is(j+1, "det") || f.is(j+1, "a") {
			if by, at := f.described(j-1, first, last); f.speaks(by) && by.Name == "" && (at == first || f.is(at, "det") || f.is(at, "a")) {
				return by, at
			}
		}
		break
	}
	return stemma.Named{}, k
}

// capitals reports whether “and” before a token joins two words with capitals, as in a
// body's name: “the Volcanic and Seismological Observatory”.
func (f *finder) capitals(at int) bool {
	return at > 1 && f.d.Tokens[at].Case == text.Title && f.d.Tokens[at-2].Case == text.Title && f.nameAt(at-2) == nil
}

// ofBody steps back from a body in words to those of it who speak: “officials of the
// health directorate”.
func (f *finder) ofBody(at, first int) int {
	if at-2 < first || !f.is(at-1, "of") && !f.is(at-1, "loc") || f.timeAt(at-1) {
		return at
	}
	if !f.d.Has(f.k.people, at-2) && !f.d.Has(f.k.titles, at-2) && !f.is(at-2, "voice") {
		return at
	}
	for at -= 2; at > first && f.d.Tokens[at-1].Kind == text.Word && !f.is(at, "det") && !f.is(at, "a") && !f.is(at-1, "and") && (!f.is(at-1, "stop") || f.is(at-1, "a")); {
		at--
	}
	return at
}
