package event

import (
	"stemma/internal/text"
	"stemma/lang"
)

// object gives who stands behind the verb as its object.
func (f *finder) object(at int) []party {
	plain := false // a noun has been passed: what has an article of its own is not the object
	for i := at; i < f.s.End && i < at+6; i++ {
		if p := f.partiesAt(i); p != nil {
			if f.is(p[0].first, "pronoun") && (plain || f.k.compounds && (!f.is(p[0].first, "thing") || f.verbFollows(p[0].end))) {
				return nil // “passed 30 laws making it harder”, “announced he had won”
			}
			if n := len(p) - 1; n > 0 && f.verbFollows(p[n].end) {
				p = p[:n] // “arrested two men and a woman was hurt”
			}
			if last := p[len(p)-1]; f.k.compounds && !last.name && !f.numbered(last) && (f.plain(last.end) || f.nounOnly(last.end)) && !f.timeAt(last.end) {
				return nil // “the union hall”, “a court battle”
			}
			return p
		}
		if n := f.bounded(i); n > 0 {
			i += n - 1 // “killed at least 12 people”
			continue
		}
		t := &f.d.Tokens[i]
		ok := f.is(i, "a") || f.is(i, "det") || f.is(i, "possessive") || f.is(i, "adverb") || f.partitive(i) || f.is(i, "with") && (i == at || f.nameAt(i+1)) ||
			t.Kind == text.Number || t.Kind == text.Word && !f.smallWord(i) && !f.actAt(i) || f.timeAt(i)
		if !ok || plain && f.k.compounds && f.is(i, "det") {
			break
		}
		plain = (plain || f.plain(i) && !f.timeAt(i) && !f.manner(i)) && !f.partitive(i)
	}
	if !f.k.compounds {
		return f.personal(at)
	}
	return nil
}

// nounOnly reports whether a word for an act stands at the token that is no verb.
func (f *finder) nounOnly(i int) bool {
	v, ok := f.d.Value(f.k.acts, i)
	return ok && i < f.s.End && lang.Flag(v, "noun") && !lang.Flag(v, "fin") && !lang.Flag(v, "base")
}

// nameAt reports whether a name of a party begins at the token.
func (f *finder) nameAt(i int) bool {
	p := f.partiesAt(i)
	return p != nil && p[0].name
}

// personal gives a person as object further behind: “recibió ayer en la sede a la líder”, behind
// a comma too where a number or an article follows: “hirió en el barrio El Pino, a una maestra”.
func (f *finder) personal(at int) []party {
	for i := at; i < f.s.End && i < at+12; i++ {
		if f.is(i, "a") {
			if p := f.partiesFrom(i + 1); p != nil && !p[0].place {
				return p
			}
		}
		if f.d.Norm(i) == "," && f.is(i+1, "a") && i > at && !f.timeEnds(i) {
			continue
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
		if f.is(i, "against") || f.is(i, "into") || i == at && f.is(i, "of") {
			if f.is(i+1, "of") {
				i++ // “en contra de la alcaldesa”
			}
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

// verbFollows reports whether a verb can begin at the token.
func (f *finder) verbFollows(i int) bool {
	if f.is(i, "be") || f.is(i, "have") || f.is(i, "modal") || f.is(i, "will") || f.is(i, "do") || f.is(i, "adverb") {
		return true
	}
	if i >= f.s.End {
		return false
	}
	v, said := f.d.Value(f.k.speech, i)
	return said && !lang.Flag(v, "noun") || f.verbAt(i)
}

// agent gives who did it, behind “by”, up to the next act or sign.
func (f *finder) agent(at int) []party {
	for i := at; i < f.s.End && i < at+7; i++ {
		if n, v := f.d.Longest(f.k.small, i, f.s.End); lang.Flag(v, "by") {
			if p := f.partiesFrom(i + n); p != nil {
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
