package event

// headOf gives, for a place that a phrase only names in passing, the party with which the
// phrase begins: “members of the mission in Velmora, who …”.
func (f *finder) headOf(ps []party) []party {
	if len(ps) != 1 || !ps[0].place || !f.governed(ps[0].first) {
		return ps
	}
	for i := len(f.people) - 1; i >= 0; i-- {
		p := f.people[i]
		if p.end > ps[0].first {
			continue
		}
		for k := p.end; k < ps[0].first; k++ {
			if !f.plain(k) && !f.is(k, "prep") && !f.is(k, "det") || f.verbAt(k) {
				if f.partyAt(k) {
					continue
				}
				return ps
			}
		}
		if !f.governed(p.first) {
			return []party{p}
		}
	}
	return ps
}
