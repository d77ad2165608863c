package event

// besides gives the number of the name beside which a party only says what it is: “Otto Renn,
// the mayor, resigned”, “Ana Belo, a leading union official, …”; the party's own where none is.
func (f *finder) besides(i, at int) int {
	if i == 0 || f.people[i].name || f.is(f.people[i].first, "pronoun") || f.d.Norm(f.people[i].end) != "," && f.d.Norm(f.phraseEnd(&f.people[i])) != "," && !f.setOff(f.people[i].end, at) {
		return i
	}
	n, first := i-1, f.ownerOf(f.people[i].first)
	for n > 0 && f.people[n].end > first {
		n-- // “the bishop's lawyer”
	}
	if f.people[n].end == first && f.people[n].name && n > 0 { // “a top Belo aide”
		n, first = n-1, f.people[n].first
	}
	k := first - 1
	for f.is(k, "det") || f.plain(k) && first-k < 3 || f.is(k, "and") && f.plain(k-1) && first-k < 4 {
		k--
	}
	k = f.beforeAge(k) // “Renn, 45, a veteran sailor, …”
	if q := &f.people[n]; q.name && !q.place && f.d.Norm(k) == "," && k == q.end && (!f.governed(q.first) || f.clauseBefore(q.first)) {
		return n
	}
	return i
}

// beforeAge gives the comma before an age that the comma at the token closes; the token itself where
// none stands there.
func (f *finder) beforeAge(comma int) int {
	if f.d.Norm(comma) == "," && f.d.Norm(comma-2) == "," && f.counts(comma-1) {
		return comma - 2
	}
	return comma
}

// setOff reports whether a comma right before the verb closes what begins at the token, with no
// verb in it: “Renn, an adviser on fishing to the council, said”.
func (f *finder) setOff(from, at int) bool {
	if f.d.Norm(at-1) != "," {
		return false
	}
	for i := from; i < at-1; i++ {
		if f.d.Norm(i) == "," || f.d.Norm(i) == ";" || f.is(i, "relative") || f.is(i, "be") || f.is(i, "have") || f.verbAt(i) || f.reports(i) {
			return false
		}
	}
	return true
}

// apposed gives whom a clause between commas speaks of that ends right before the token:
// “Renn, who was appointed in December, resigned”; nobody where that is someone unknown, and not
// whom the clause names.
func (f *finder) apposed(at int) []party {
	if f.d.Norm(at-1) != "," {
		return nil
	}
	for i := at - 2; i > f.s.First && f.d.Norm(i) != ";"; i-- {
		if f.is(i, "relative") {
			if f.d.Norm(i-1) != "," {
				continue // a clause within that clause
			}
			return append([]party{}, f.headOf(f.antecedent(f.beforeAge(i-1)+1))...) // “Renn, 59, who …”
		}
	}
	return nil
}
