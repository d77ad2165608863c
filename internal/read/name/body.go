package name

import (
	"strings"

	"stemma/internal/text"
)

// body gives the end of a body's name that begins at token p by a word that makes
// such names, 0 if there is none.
func (f *finder) body(s text.Sentence, p, end int) int {
	if f.k.headFirst && f.facts[p].has(aBefore) && p+1 < end && f.facts[p+1].has(aForward) && f.capital(p+1) {
		return max(f.forward(s, p+1, end), p+2)
	}
	if q := f.forward(s, p, end); q > 0 {
		return q
	}
	if x := f.facts[p]; f.k.headFirst && x.has(aPlain) && !x.has(aForward|aHead) {
		return f.headAlone(s, p, end)
	}
	last := f.lastHead(s, p, end)
	if last < 0 {
		return 0
	}
	if q := last + 1; q < end && f.capital(q) && f.facts[q].has(aSite) && !f.facts[q].has(aHead|aForward) {
		return 0 // “Parliament House”: the building
	}
	if last == p {
		return f.headAlone(s, p, end)
	}
	if f.facts[last].has(aPress) && !f.facts[last].has(aHead|aSuffix) && !f.pressLike(s, p, last) {
		return 0
	}
	return f.extend(s, last+1, end)
}

// lastHead gives the last token of the run of capitals at p that makes the words
// before it a body's name, -1 if none does.
func (f *finder) lastHead(s text.Sentence, p, end int) int {
	last := -1
	for j := p; j < end && j < p+9; j++ {
		t, x := f.d.Tokens[j], f.facts[j]
		if !f.capital(j) {
			if j > p && (last < 0 || last == p && j == p+1 && !f.facts[p].has(aPlain)) && f.isAnd(j) && (f.d.Norm(j) == "&" || t.Case == text.Lower && f.ordinaryPair(j, end)) && f.headAhead(s, j+1) {
				continue
			}
			break
		}
		if last >= 0 && x.has(aTitle) && !x.has(aHead) {
			if w, _ := f.titleAt(j, end); w > 0 {
				break
			}
		}
		if j > p && x.has(aTitle) && !x.has(aHead) && f.titleStops(j, end) {
			break
		}
		if x.has(aHead) || j > p && x.has(aSuffix) || j > p && x.has(aPress) && !x.has(aSurname) {
			if j == p && x.has(aFirstName) {
				continue
			}
			last = j
		}
	}
	if last > p && f.facts[p].has(aFirstName) && (!f.facts[last].has(aHead|aSuffix) || last == p+1 && f.facts[last].has(aPress) && !f.pressLike(s, p, last)) {
		return -1 // “Rosa Press” is somebody
	}
	return last
}

// titleStops reports whether the title at token j is followed by a name and so does
// not belong to a body's name.
func (f *finder) titleStops(j, end int) bool {
	w, _ := f.titleAt(j, end)
	return w > 0 && j+w < end && f.capital(j+w) && !f.facts[j+w].has(aHead)
}

// ordinaryPair reports whether “and” at token j joins two ordinary words: “Health and
// Safety Committee”.
func (f *finder) ordinaryPair(j, end int) bool {
	return j+1 < end && f.capital(j+1) && f.facts[j-1].has(anOrdinary) && f.facts[j+1].has(anOrdinary) && !f.facts[j-1].has(aBodyName) &&
		f.place[j-1].end == 0 && f.place[j+1].end == 0
}

// headAlone reads a body's name that begins with its head: “Ministry of Health”, or a
// plain one: “Congress”.
func (f *finder) headAlone(s text.Sentence, p, end int) int {
	if q := f.extend(s, p+1, end); q > p+1 {
		return q
	}
	if f.facts[p].has(aPlain) && (!f.k.headFirst || p == s.First || f.article(p-1)) {
		if w, v := f.d.Longest(f.k.plain, p, s.End); w > 0 && strings.Contains(v, "plain") && f.d.Tokens[p+w-1].Case != text.Lower {
			return p + w
		}
	}
	return 0
}

// extend goes on behind a head at the token before q: “of Health”, “for the Rights of
// X”, a suffix.
func (f *finder) extend(s text.Sentence, q, end int) int {
	for q < end && f.facts[q].has(aSuffix) && f.capital(q) && !f.facts[q].has(anOrdinary) {
		q++
	}
	long := false
	for range 4 {
		j := q
		for j < end && j < q+3 && f.facts[j].has(aBodily) && f.d.Tokens[j].Case == text.Lower {
			j++
		}
		if j == q || j >= end || !f.capital(j) || f.facts[j].has(aDate) || f.facts[q-1].has(aSuffix) {
			break
		}
		if f.facts[q].has(anAim) && !f.aim(j) {
			break
		}
		if f.isAnd(q) && (j > q+1 || !f.goesOn(q, j, end)) || f.place[j].end > 0 && f.local(s, q) || f.seats(q) && (f.place[j].end == 0 || (!long || f.k.headFirst) && !f.facts[q-1].has(aSeated)) {
			break
		}
		if f.d.Tokens[j-1].Case == text.Lower && j-q == 1 && !f.facts[q].has(aBodily) || f.k.headFirst && f.ofAnother(q, j, end) {
			break
		}
		k := j
		for k < end && f.capital(k) && !f.facts[k].has(aDate) && !(k > j && (f.titleStops(k, end) || f.place[j].end == k && f.facts[k].has(aTitle) && !f.facts[k].has(aHead))) {
			k++
		}
		if k == j+1 && k < s.End && f.d.Tokens[k].Kind == text.Number { // “on May 5”
			break
		}
		q, long = k, true
	}
	if q+1 < end && (f.d.Norm(q) == "—" || f.d.Norm(q) == "-") {
		q = end
	}
	return q
}

// aim reports whether token j can be what a body is for, “Foro por la Paz”: an ordinary
// word or a country, and no other body, as in “elected to Parliament for the PP”.
func (f *finder) aim(j int) bool {
	if g := f.place[j].mention; g != nil {
		return g.Geo != nil && g.Geo.Precision == "country"
	}
	return f.facts[j].has(anOrdinary) && !f.facts[j].has(aBodyName|aForward|aFirstName|aSurname)
}

// ofAnother reports whether what stands behind the particles at tokens q to before j is
// another name: a person, “Gobierno de Ana Duarte”, or, behind a particle that is not
// “of”, a body by itself.
func (f *finder) ofAnother(q, j, end int) bool {
	x := f.facts[j]
	if x.has(aFirstName) && !x.has(anOrdinary) && j+1 < end && f.capital(j+1) && (f.facts[j+1].has(aSurname|aFirstName) || x.has(aUsual) && f.unlike(j+1)) && f.place[j].end <= j+1 {
		return true
	}
	return !f.facts[q].has(aPersonal) && !f.isAnd(q) && j > q+1 && x.has(aForward|aPlain)
}

// local reports whether the body's name that ends before q is one that takes its place
// as a mere “where”.
func (f *finder) local(s text.Sentence, q int) bool {
	for i := q - 1; i >= s.First && (f.capital(i) || f.facts[i].has(aBodily)); i-- {
		if f.facts[i].has(aLocal) {
			return true
		}
	}
	return false
}

// seats reports whether the particle at q says where something is.
func (f *finder) seats(q int) bool {
	v, _ := f.d.Value(f.k.cues, q)
	return strings.Contains(v, "place")
}

// isAnd reports whether the particle at q joins equals.
func (f *finder) isAnd(q int) bool {
	v, _ := f.d.Value(f.k.particles, q)
	return strings.HasSuffix(v, "and")
}

// goesOn reports whether “and X” belongs to the same name: “Ministry of Health and
// Welfare”, not “the Ministry of Health and Congress”.
func (f *finder) goesOn(q, j, end int) bool {
	if f.article(j) {
		return false // “Harbour News and The Sella Gazette”
	}
	for k := j + 1; k < end && f.capital(k); k++ {
		if f.facts[k].has(aHead | aForward) {
			return false // “Coast Guard and Harbour Police”
		}
	}
	if f.facts[q-1].has(aDemonym) && f.facts[j].has(aDemonym) && j+1 < end && f.capital(j+1) {
		return true // “Community of Velmoran and Orrish States”
	}
	return f.facts[q-1].has(anOrdinary) && f.facts[j].has(anOrdinary) && !f.facts[j].has(aForward|aPlain) && !f.titleStops(j, end) && (!f.facts[j].has(aHead) || !f.facts[q-1].has(aHead) && (j+1 >= end || !f.capital(j+1))) && f.place[j].end == 0
}

// forward reads a name whose head comes first and whose words follow without “of” as
// well: “Policía Nacional”, “Ministerio de Salud”.
func (f *finder) forward(s text.Sentence, p, end int) int {
	x := f.facts[p]
	if !x.has(aForward) || x.has(aFirstName|anOrdinary) && !f.k.headFirst {
		return 0
	}
	q := p + 1
	for q < end && f.capital(q) && !f.facts[q].has(aDate) && !f.titleStops(q, end) && !f.personBehind(p, q, end) {
		q++
	}
	if q == p+1 && x.has(aHead) && !f.k.headFirst {
		return 0
	}
	q = f.extend(s, q, end)
	if q > p+1 {
		if !f.k.headFirst && x.has(aHead) {
			return 0 // “Club”, “Central”: an English head as well
		}
		return q
	}
	if f.k.headFirst {
		return f.headAlone(s, p, end)
	}
	return 0
}

// personBehind reports whether a person's name begins at token q behind a body's name of
// ordinary words: “Audiencia Nacional Ana Duarte”.
func (f *finder) personBehind(p, q, end int) bool {
	return q > p+1 && q+1 < end && (f.facts[q].has(aUsual) || f.facts[q].has(aFirstName) && !f.facts[q].has(aWeakFirst|anOrdinary|aSurname)) && f.capital(q+1) && f.facts[q+1].has(aSurname|aFirstName) && f.facts[q-1].has(anOrdinary|aDemonym) && !f.facts[q-1].has(aFirstName|aSurname)
}

// pressLike reports whether the words before “Times” or “Post” make a newspaper's
// name: a place, a demonym, an ordinary word, “Daily”.
func (f *finder) pressLike(s text.Sentence, p, last int) bool {
	if p > s.First && f.facts[p-1].has(aStarter) && f.d.Tokens[p-1].Kind == text.Word || f.place[p].end > 0 && f.place[p].end <= last {
		return !f.facts[p].has(aFirstName)
	}
	return f.facts[p].has(aDemonym | aPress)
}

// sureBody reports whether a body's name that was made by its head is one beyond
// doubt: more than one word.
func (f *finder) sureBody(s text.Sentence, p, q int) bool { return q > p+1 }
