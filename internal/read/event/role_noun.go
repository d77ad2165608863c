package event

import "stemma/internal/text"

// nounRoles is “the killing of X by Y”, “X’s visit to Y”, “protests against Y”.
func (f *finder) nounRoles(a *act) {
	if f.is(a.first-1, "to") || f.is(a.first-1, "modal") {
		return
	}
	by := f.agent(a.end)
	if !f.is(a.end, "by") && f.is(a.first-1, "prep") && !f.is(a.first-1, "sub") {
		by = nil // “after the raid on a barge off the cape by the navy”
	}
	var of []party
	if at := f.behindPlace(a.end); f.is(at, "of") {
		of = f.partiesFrom(at + 1)
	}
	before := f.ending(a.first)
	for i := a.first - 1; before == nil && i > f.s.First && a.first-i < 8; i-- { // “Duarte's narrow run-off election victory”
		if f.d.Norm(i) == "'s" {
			before = f.ending(i)
			break
		}
		if !f.plain(i) && !f.d.Has(f.k.acts, i) && f.d.Norm(i) != "-" {
			break
		}
	}
	switch {
	case a.word.self || a.word.name == "visit":
		a.actors = append(append(before, of...), by...)
	default:
		a.actors, a.targets = append(before, by...), of
	}
	if a.word.name == "visit" {
		f.visited(a)
	}
	if f.is(a.end, "between") {
		a.actors = f.partiesFrom(a.end + 1) // “talks between …”, “fighting between …”
	}
	if a.word.category == "CONSULT" && len(a.targets) == 0 {
		a.targets = without(f.with(a.end), a.actors)
	}
	if f.is(a.end, "against") || a.word.whom && f.is(a.end, "prep") { // “detention for the former governor”
		a.targets = f.partiesFrom(a.end + 1)
	}
}

// visited gives a visit whom or what it is paid to, which stands behind it or behind who pays
// it: “the visit of Ana Duarte to Orvel”, “a visit from the envoy”.
func (f *finder) visited(a *act) {
	at := a.end
	if f.is(at, "start") {
		a.actors = append(a.actors, f.partiesFrom(at+1)...)
	}
	if p := a.actors; len(p) > 0 && !p[0].name && p[0].first == a.end+1 && f.d.Tokens[p[0].first].Case == text.Title {
		a.actors = nil // “una visita de Estado”
	}
	for _, p := range a.actors {
		at = max(at, p.end)
	}
	if f.is(at, "to") || f.is(at, "a") {
		a.targets = f.partiesFrom(at + 1)
	}
}
