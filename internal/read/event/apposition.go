package event

// besides gives the number of the name beside which a party only says what it is: “Otto Renn,
// the mayor, resigned”, “Ana Belo, a leading union official, …”; the party's own where none is.
func (f *finder) besides(i int) int {
	if i == 0 || f.people[i].name || f.d.Norm(f.people[i].end) != "," && f.d.Norm(f.phraseEnd(&f.people[i])) != "," {
		return i
	}
	n, first := i-1, f.ownerOf(f.people[i].first)
	for n > 0 && f.people[n].end > first {
		n-- // “the bishop's lawyer”
	}
	if f.people[n].end == first && f.people[n].name && n > 0 { // “a top Belo aide”
		n, first = n-1, f.people[n].first
	}
	at := first - 1
	for f.is(at, "det") || f.plain(at) && first-at < 3 {
		at--
	}
	if q := &f.people[n]; q.name && !q.place && f.d.Norm(at) == "," && at == q.end {
		return n
	}
	return i
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
			if f.d.Norm(i-3) == "," && f.counts(i-2) { // “Renn, 59, who …”
				return append([]party{}, f.antecedent(i-2)...)
			}
			return append([]party{}, f.headOf(f.antecedent(i))...)
		}
	}
	return nil
}
