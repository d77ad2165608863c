package event

import "stemma/internal/text"

// ending gives the party that ends right before the token, or a possessive before it.
func (f *finder) ending(at int) []party {
	if f.d.Norm(at-1) == "'s" {
		at--
	}
	for _, p := range f.people {
		if p.end == at {
			return []party{p}
		}
	}
	return nil
}

// subject gives who stands before the verb group of act n, in its clause.
func (f *finder) subject(n int) []party {
	a := &f.acts[n]
	at := a.group
	for at > f.s.First && (f.is(at-1, "adverb") || f.timeEnds(at)) {
		at--
	}
	if f.is(at-1, "relative") {
		return f.antecedent(at - 1)
	}
	if p := f.accused(a.group); p != nil {
		return p
	}
	if p := f.apposed(at); p != nil {
		return p
	}
	if f.is(at-1, "and") || f.d.Norm(at-1) == "," {
		if p := f.inherited(n); len(p) > 0 && a.voice != "passive" {
			return p
		}
		if n > 0 && a.voice == "passive" && f.acts[n-1].voice == "passive" && f.is(at-1, "and") {
			return f.acts[n-1].targets
		}
	}
	if p := f.sameSubject(n, at); p != nil {
		return p
	}
	from := f.clauseStart(at)
	if f.anotherNoun(at) {
		return nil
	}
	for i := len(f.people) - 1; i >= 0; i-- {
		p := f.people[i]
		if p.end > at {
			continue
		}
		if p.first < from {
			break
		}
		switch {
		case p.place && f.attribute(p.end, at):
			return nil // “Velmora ferry bomb kills four”
		case f.targeted(p, n): // “the soldiers who killed X have fled”
			from = f.s.First
		case !f.governed(p.first), (p.end == at || p.end == at-1 && f.d.Norm(at-1) == "," && f.d.Norm(p.head-1) == ",") && f.clauseBefore(p.first), !p.place && f.clauseAfter(p.first) && f.noComma(p.end, at):
			if f.reports(p.end) && !f.is(p.end+1, "of") && at > p.end+1 && f.noComma(p.end, at) && !f.is(at-1, "and") {
				return nil // “Renn said a fifth of the members had voted”
			}
			i = f.besides(i, at)
			if all := f.chain(i, from); len(all) > 0 {
				return all
			}
			for i > 0 && f.people[i-1].end >= f.people[i].first-2 && f.is(f.people[i].first-1, "and") {
				i-- // “confronted by soldiers and police, the marchers …”
			}
		}
	}
	if (a.voice == "passive" || a.word.undergo) && f.is(from-1, "relative") {
		if p := f.antecedent(from - 1); f.d.Norm(at-1) == "," && len(p) > 0 && p[0].first > f.s.First+2 {
			return nil // “Renn, who sold papers to couples who wanted to stay, was jailed”
		}
		return f.antecedent(from - 1) // “two men who fled on a motorcycle were arrested”
	}
	return nil
}

// clauseBefore reports whether a word that opens a clause as well as a phrase stands before
// the phrase that begins at the token: “after”, “the day before”, “ever since”.
func (f *finder) clauseBefore(first int) bool {
	first = f.ownerOf(first)
	i := first - 1
	for first-i < 4 && (f.is(i, "det") || f.is(i, "possessive") || f.counts(max(i, f.s.First))) {
		i--
	}
	return f.is(i, "sub") && f.is(i, "prep")
}

// clauseAfter reports whether “after” opens the clause whose subject begins at the token, as far as
// what stands before it tells.
func (f *finder) clauseAfter(first int) bool {
	i := first - 1
	for f.is(i, "det") || f.is(i, "possessive") || first-i < 3 && f.countsAt(max(i, f.s.First)) {
		i--
	}
	return f.is(i, "after") && f.is(i, "sub")
}

// noComma reports whether no comma stands between two tokens.
func (f *finder) noComma(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.Norm(i) == "," {
			return false
		}
	}
	return true
}

// anotherNoun reports whether a noun of its own clause stands right before the token, who
// or what nobody in the sentence is: “guards fired, and coloured smoke was released”.
func (f *finder) anotherNoun(at int) bool {
	i := at
	for i > f.s.First && at-i < 5 && !f.partyAt(i-1) && !f.manner(i-1) && !f.reports(i-1) && (f.nounLike(i-1) || f.is(i-1, "det") || f.is(i-1, "possessive") || f.d.Tokens[i-1].Kind == text.Number) {
		i--
	}
	if i == at || i <= f.s.First || f.partyAt(i-1) {
		return false
	}
	before := i - 1
	if f.is(before, "about") {
		before--
	}
	if f.is(before, "prep") && !f.is(before, "sub") {
		return false // “engineers from the four works”
	}
	if f.reports(i - 1) {
		return true // “the station, citing nurses, said the grenade killed …”
	}
	for k := i; k < at-1; k++ {
		if v, _ := f.d.Value(f.k.numbers, k); (v != "" || f.d.Tokens[k].Kind == text.Number) && !f.timeAt(k) {
			return true // “that nearly forty Dorvians were killed”
		}
	}
	if !f.is(i-1, "and") || f.d.Norm(i-2) != "," {
		return f.is(i-1, "sub") // “as shells kept crashing”
	}
	k := i - 2
	for ; k > f.s.First && !f.partyAt(k); k-- {
		if f.actAt(k) || f.verbAt(k) || f.is(k, "be") || f.is(k, "have") || f.is(k, "modal") || f.d.Has(f.k.speech, k) {
			return true
		}
	}
	return f.plain(k + 1) // a verb that is no act: in a list a comma stands there
}

// targeted reports whether a party is acted upon by an act before act n.
func (f *finder) targeted(p party, n int) bool {
	for i := range n {
		for _, t := range f.acts[i].targets {
			if t.first == p.first && f.acts[i].voice != "passive" && t.first > f.acts[i].group {
				return true
			}
		}
	}
	return false
}

// clauseStart gives the first token of the clause that the token ends.
func (f *finder) clauseStart(at int) int {
	for i := at - 1; i >= f.s.First; i-- {
		t := &f.d.Tokens[i]
		switch {
		case t.Norm == ";" || t.Norm == ":" || t.Norm == "—" || t.Norm == "(" || t.Norm == ")":
			return i + 1
		case t.Kind == text.Mark && t.Norm == `"`:
			for i--; i >= f.s.First && !(f.d.Tokens[i].Kind == text.Mark && f.d.Norm(i) == `"`); i-- {
			}
			if i < f.s.First {
				return f.s.First
			}
		case f.is(i, "sub") && !f.is(i, "prep"), f.is(i, "relative"):
			return i + 1
		}
	}
	return f.s.First
}
