package event

// sameSubject gives who acted in the clause before, for a passive that follows on it without a
// subject of its own: “The driver fled, but was arrested”.
func (f *finder) sameSubject(n, at int) []party {
	if n == 0 || !f.k.compounds || f.acts[n].voice != "passive" || !f.is(at-1, "and") && !f.is(at-1, "turn") {
		return nil
	}
	if o := &f.acts[n-1]; o.voice == "active" && o.status == "" {
		return append(without(o.actors, nil), undergone(o)...)
	}
	return nil
}

// undergone gives whom a verb befell that stand before it: “two men drowned and were found”.
func undergone(o *act) []party {
	if o.word.undergo {
		return o.targets
	}
	return nil
}

// between reports whether “between” governs the phrase that begins at the token.
func (f *finder) between(first int) bool {
	for f.is(first-1, "det") || f.is(first-1, "possessive") {
		first--
	}
	return f.is(first-1, "between")
}

// antecedent gives the party that a relative word at the token speaks of.
func (f *finder) antecedent(at int) []party {
	if f.d.Norm(at-1) == "," {
		at--
	}
	for i := len(f.people) - 1; i >= 0; i-- {
		if f.people[i].end == at {
			return f.people[i : i+1 : i+1]
		}
	}
	return nil
}

// inherited gives who acts in the act before, for a verb that is joined to it.
func (f *finder) inherited(n int) []party {
	n--
	for n > 0 && f.acts[n].voice == "noun" {
		n--
	}
	if n < 0 {
		return nil
	}
	p := &f.acts[n]
	if p.voice == "passive" {
		return nil
	}
	return p.actors
}
