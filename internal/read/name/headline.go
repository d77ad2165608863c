package name

import "stemma/internal/text"

// headline looks in a line whose capitals tell nothing for the names that the rest of
// the text has, for known bodies, and for places.
func (f *finder) headline(n int) {
	s := f.d.Sentences[n]
	for i := s.First; i < s.End; {
		if f.d.Tokens[i].Kind != text.Word || !f.capital(i) {
			i++
			continue
		}
		if pl := f.place[i]; pl.end > 0 && pl.mention.Geo != nil && pl.mention.Geo.Precision == "country" {
			i = f.emitPlace(n, i, pl)
			continue
		}
		if end, k := f.knownAt(s, i); end > 0 {
			i = f.emit(n, i, end, k, "name.known", false)
			if k == aPlace {
				if pl := f.place[f.all[len(f.all)-1].first]; pl.end == end {
					f.all[len(f.all)-1].geo = pl.mention.Geo
				}
			}
			continue
		}
		if pl := f.place[i]; pl.end > 0 && !f.facts[i].has(aDemonym) {
			at := i
			i = f.emitPlace(n, i, pl)
			if f.score(s, &f.all[len(f.all)-1]) {
				f.all[len(f.all)-1] = candidate{first: at, end: i, sentence: n, kind: aBody, rule: "name.context", form: f.norm(at, i), title: at}
			}
			continue
		}
		if w, _ := f.d.Longest(f.k.bodies, i, s.End); w > 1 || w == 1 && !f.facts[i].has(anOrdinary|aFirstName|aSurname) {
			i = f.emit(n, i, i+w, aBody, "name.body", true)
			continue
		}
		if q := f.fullName(s, i); q > 0 {
			i = f.emit(n, i, q, aPerson, "name.first-name", true)
			continue
		}
		i++
	}
}

// knownAt gives the longest settled form at token i.
func (f *finder) knownAt(s text.Sentence, i int) (end int, k kind) {
	for q := min(s.End, i+8); q > i; q-- {
		if v := f.known[f.norm(i, q)]; v != unknown && (q > i+1 || !f.facts[i].has(anOrdinary) || f.seen[f.d.Norm(i)].lower == 0) {
			return q, v
		}
	}
	return 0, unknown
}

// fullName reads a first name and one or two words behind it that are no ordinary ones.
func (f *finder) fullName(s text.Sentence, i int) int {
	if !f.facts[i].has(aFirstName) || f.facts[i].has(anOrdinary) {
		return 0
	}
	q := i + 1
	for q < s.End && q < i+3 && f.capital(q) && (f.facts[q].has(aSurname) || !f.facts[q].has(anOrdinary|aTitle|aHead|aForward)) {
		q++
	}
	if q == i+1 {
		return 0
	}
	return q
}
