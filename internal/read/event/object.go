package event

import (
	"stemma/internal/text"
	"stemma/lang"
)

// object gives who stands behind the verb as its object.
func (f *finder) object(at int) []party {
	for i := at; i < f.s.End && i < at+6; i++ {
		if p := f.partiesAt(i); p != nil {
			if last := p[len(p)-1]; f.k.compounds && !last.name && !f.numbered(last) && f.plain(last.end) && !f.timeAt(last.end) {
				return nil // “the union hall”
			}
			return p
		}
		t := &f.d.Tokens[i]
		ok := f.is(i, "a") || f.is(i, "det") || f.is(i, "possessive") || f.is(i, "adverb") || f.is(i, "with") ||
			t.Kind == text.Number || t.Kind == text.Word && !f.smallWord(i) && !f.actAt(i) || f.timeAt(i)
		if !ok {
			break
		}
	}
	if !f.k.compounds {
		return f.personal(at)
	}
	return nil
}

// numbered reports whether a party is people with their number, “12 men”: what follows
// speaks of them and is no noun that they belong to.
func (f *finder) numbered(p party) bool {
	v, _ := f.k.doers.Value(f.d.Tokens[p.head].Norm)
	return p.head > p.first && f.counts(p.first) && lang.Flag(v, "group")
}

// personal gives a person as object further behind: “recibió ayer en la sede a la líder”.
func (f *finder) personal(at int) []party {
	for i := at; i < f.s.End && i < at+12; i++ {
		if f.is(i, "a") {
			if p := f.partiesFrom(i + 1); p != nil && !p[0].place {
				return p
			}
		}
		if f.d.Tokens[i].Kind == text.Punct || f.d.Tokens[i].Kind == text.Mark || f.is(i, "relative") || f.is(i, "and") || f.actAt(i) {
			break
		}
	}
	return nil
}

// against gives whom a protest is against: “marched on Monday against the government”.
func (f *finder) against(at int) []party {
	for i := at; i < f.s.End && i < at+10; i++ {
		if f.is(i, "against") {
			return f.partiesFrom(i + 1)
		}
		if f.d.Tokens[i].Kind == text.Mark || f.is(i, "relative") || f.is(i, "and") || f.d.Norm(i) == ";" || f.actAt(i) && i > at {
			return nil
		}
	}
	return nil
}

// with gives whom someone meets further behind: “met on Monday in Ostrel with the envoy”.
func (f *finder) with(at int) []party {
	for i := at; i < f.s.End && i < at+10; i++ {
		if f.is(i, "with") {
			return f.partiesFrom(i + 1)
		}
		if f.d.Tokens[i].Kind == text.Mark || f.is(i, "relative") || f.is(i, "and") || f.d.Norm(i) == ";" || f.d.Norm(i) == "," || f.actAt(i) && i > at {
			return nil
		}
	}
	return nil
}

// partiesFrom gives the parties that begin at the token, behind articles and other words
// that belong to the phrase.
func (f *finder) partiesFrom(at int) []party {
	for i := at; i < f.s.End && i < at+3; i++ {
		if p := f.partiesAt(i); p != nil {
			return p
		}
		if !f.is(i, "det") && !f.is(i, "possessive") && f.d.Tokens[i].Kind != text.Number {
			return nil
		}
	}
	return nil
}

// partiesAt gives the party that begins at the token, and those joined to it.
func (f *finder) partiesAt(at int) []party {
	for i := range f.people {
		if f.people[i].first != at {
			continue
		}
		end := i + 1
		for end < len(f.people) && end-i < 6 {
			gap := f.people[end].first - f.people[end-1].end
			if gap < 1 || gap > 2 || f.people[end].count || !f.is(f.people[end].first-1, "and") && !(f.is(f.people[end].first-1, "det") && f.is(f.people[end].first-2, "and")) {
				break
			}
			end++
		}
		return f.people[i:end:end]
	}
	return nil
}

// agent gives who did it, behind “by”, up to the next act or sign.
func (f *finder) agent(at int) []party {
	for i := at; i < f.s.End && i < at+7; i++ {
		if f.is(i, "by") {
			if p := f.partiesFrom(i + 1); p != nil {
				return p
			}
		}
		if f.d.Norm(i) == ";" || f.d.Norm(i) == "," || f.is(i, "relative") || f.actAt(i) {
			return nil
		}
	}
	return nil
}

// mainSubject gives who acts in the clause behind a leading gerund: the party behind the
// first comma (“Speaking in Ostrel on Friday, Duarte …”).
func (f *finder) mainSubject(at int) []party {
	for i := at; i < f.s.End && i < at+15; i++ {
		if f.d.Norm(i) == "," {
			return f.partiesFrom(i + 1)
		}
	}
	return nil
}

func (f *finder) timeEnds(at int) bool {
	for _, w := range f.whens {
		if w.first < at && at <= w.end {
			return true
		}
	}
	return false
}

func (f *finder) timeAt(at int) bool {
	for _, w := range f.whens {
		if w.first <= at && at < w.end {
			return true
		}
	}
	return false
}

// without gives the parties that are not among others.
func without(parties, others []party) []party {
	var out []party
	for _, p := range parties {
		same := false
		for _, o := range others {
			same = same || o.first == p.first
		}
		if !same {
			out = append(out, p)
		}
	}
	return out
}
