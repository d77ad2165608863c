package event

import "stemma/internal/text"

// roles finds who acts and who is acted upon, by the voice of the act.
func (f *finder) roles(n int) {
	a := &f.acts[n]
	switch a.voice {
	case "active", "progressive":
		a.actors = f.subject(n)
		if a.targets = f.object(a.end); a.word.category == "CONSULT" && len(a.targets) == 0 {
			a.targets = f.with(a.end)
		}
		if len(a.actors) == 0 && len(a.targets) > 0 && a.rule.Set["behind"] == "subject" && !f.is(a.end, "a") && (!a.targets[0].place || a.word.matter) {
			a.actors, a.targets = a.targets, f.object(a.targets[len(a.targets)-1].end)
		}
	case "present":
		if p := f.subject(n); len(p) > 0 && p[len(p)-1].end == a.group && !f.is(p[0].first-1, "relative") {
			a.actors, a.targets = p, f.object(a.end)
		}
	case "impersonal":
		if a.word.self {
			a.actors = f.subject(n)
			if a.word.category == "CONSULT" && len(a.actors) > 0 {
				a.targets = f.with(a.end)
				break
			}
			if f.is(a.end, "a") || f.is(a.end, "with") { // “se enfrentaron a la policía”
				a.targets = f.partiesFrom(a.end + 1)
			} else if len(a.actors) == 0 {
				a.actors = f.object(a.end)
			}
			break
		}
		a.actors = f.agent(a.end)
		if a.targets = f.ending(a.group); a.targets == nil {
			a.targets = f.object(a.end)
		}
	case "passive":
		a.targets = f.subject(n)
		a.actors = f.agent(a.end)
		if len(a.targets) == 0 && a.rule.Set["behind"] == "subject" {
			a.targets = f.object(a.end)
		}
	case "reduced":
		a.actors = f.agent(a.end)
		if a.word.self {
			if len(a.actors) == 0 {
				a.actors = f.subject(n)
			}
			break
		}
		if p := f.subject(n); len(a.actors) > 0 || len(p) > 0 && p[len(p)-1].end == a.group {
			a.targets = p
		}
	case "infinitive", "gerund":
		a.actors = f.inherited(n)
		a.targets = f.object(a.end)
		if a.voice == "gerund" && a.first == f.s.First {
			a.actors = without(f.mainSubject(a.end), a.targets)
		}
	case "noun":
		f.nounRoles(a)
	}
	if len(a.targets) == 0 && (a.word.category == "PROTEST" || a.word.name == "investigate" || a.word.self && (a.word.category == "ASSAULT" || a.word.category == "COERCE")) {
		a.targets = f.against(a.end)
	}
	if a.word.undergo && len(a.actors) > 0 {
		a.targets, a.actors = a.actors, nil
	}
	if a.targets = without(a.targets, a.actors); a.word.name == "serve" {
		a.targets = nil // the office is no one who is acted upon
	}
}

// nounRoles is “the killing of X by Y”, “X’s visit to Y”, “protests against Y”.
func (f *finder) nounRoles(a *act) {
	if f.is(a.first-1, "to") || f.is(a.first-1, "modal") {
		return
	}
	by := f.agent(a.end)
	var of []party
	if f.is(a.end, "of") {
		of = f.partiesFrom(a.end + 1)
	}
	before := f.ending(a.first)
	for i := a.first - 1; before == nil && i > f.s.First && a.first-i < 5; i-- { // “Duarte's surprise election victory”
		if f.d.Norm(i) == "'s" {
			before = f.ending(i)
			break
		}
		if !f.plain(i) {
			break
		}
	}
	switch {
	case a.word.self:
		a.actors = append(append(before, of...), by...)
	default:
		a.actors, a.targets = append(before, by...), of
	}
	if f.is(a.end, "against") || a.word.whom && f.is(a.end, "prep") { // “detention for the former governor”
		a.targets = f.partiesFrom(a.end + 1)
	}
}

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
	from := f.clauseStart(at)
	for i := len(f.people) - 1; i >= 0; i-- {
		p := f.people[i]
		if p.end > at {
			continue
		}
		if p.first < from {
			break
		}
		switch {
		case f.targeted(p, n): // “the soldiers who killed X have fled”
			from = f.s.First
		case !f.governed(p.first), p.end == at && f.is(p.first-1, "sub") && f.is(p.first-1, "after"):
			if f.besides(i) {
				i--
			}
			return f.chain(i, from)
		}
	}
	return nil
}

// besides reports whether a party only says what the one before it is: “Otto Renn, the
// mayor, resigned”.
func (f *finder) besides(i int) bool {
	if i == 0 || f.people[i].name || !f.people[i-1].name || f.people[i-1].place || f.d.Norm(f.people[i].end) != "," {
		return false
	}
	at := f.people[i].first - 1
	for f.is(at, "det") {
		at--
	}
	return f.d.Norm(at) == "," && at == f.people[i-1].end
}

// apposed gives whom a clause between commas speaks of that ends right before the token:
// “Renn, who was appointed in December, resigned”.
func (f *finder) apposed(at int) []party {
	if f.d.Norm(at-1) != "," {
		return nil
	}
	for i := at - 2; i > f.s.First && f.d.Norm(i) != ";"; i-- {
		if f.is(i, "relative") {
			if f.d.Norm(i-1) != "," {
				return nil
			}
			return f.antecedent(i)
		}
	}
	return nil
}

// targeted reports whether a party is acted upon by an act before act n.
func (f *finder) targeted(p party, n int) bool {
	for i := range n {
		for _, t := range f.acts[i].targets {
			if t.first == p.first && f.acts[i].voice != "passive" {
				return true
			}
		}
	}
	return false
}

// chain gives a party and those joined to it before: “A, B and C”.
func (f *finder) chain(i, from int) []party {
	out := []party{f.people[i]}
	for i > 0 {
		p, q := f.people[i-1], f.people[i]
		gap := q.first - p.end
		joined := gap >= 1 && gap <= 2 && !q.count && (f.is(q.first-1, "and") || f.d.Norm(q.first-1) == "," && len(out) > 1 ||
			f.is(q.first-1, "det") && f.is(q.first-2, "and"))
		if !joined || p.first < from {
			break
		}
		out = append([]party{p}, out...)
		i--
	}
	if len(out) > 1 && f.governed(out[0].first) {
		return out[len(out)-1:]
	}
	return out
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

// governed reports whether a preposition stands before the phrase that begins at the
// token, with nothing but articles, possessives and numbers between.
func (f *finder) governed(first int) bool {
	for i := first - 1; i >= f.s.First && first-i < 5; i-- {
		switch {
		case f.is(i, "about") && f.counts(i+1), f.is(i-1, "about") && f.is(i, "prep") && f.counts(i+1):
			return false // “over 70 students”, “more than 70”
		case f.is(i, "prep"), f.is(i, "by"), f.is(i, "to"):
			return true
		case f.is(i, "det"), f.is(i, "possessive"), f.d.Tokens[i].Kind == text.Number:
		default:
			return false
		}
	}
	return false
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
