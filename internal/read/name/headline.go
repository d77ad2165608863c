package name

import (
	"strings"

	"stemma/internal/text"
)

// headlines reads the lines whose capitals tell nothing: twice, since the second time
// it knows what the first time found.
func (f *finder) headlines() {
	had := len(f.all)
	for range 2 {
		f.all = f.all[:had]
		for i := range f.d.Sentences {
			if s := f.d.Sentences[i]; !s.Hole && f.styled(s) {
				f.headline(i)
			}
		}
		for _, c := range f.all[had:] {
			if last := f.d.Norm(c.end - 1); c.rule == "capitals" && c.kind == aPerson && f.known[last] == unknown {
				f.known[last] = aPerson
			}
		}
	}
}

// headline looks in a line whose capitals tell nothing for the names that the rest of
// the text has, for known bodies, and for places.
func (f *finder) headline(n int) {
	s := f.d.Sentences[n]
	upper := f.shouts(s)
	for i := s.First; i < s.End; {
		if f.d.Tokens[i].Kind != text.Word || !f.capital(i) {
			i++
			continue
		}
		if q := max(f.loudClub(s, i), f.row(s, i)); upper && q > 0 {
			i = f.emit(n, i, q, aBody, "capitals", true)
			continue
		}
		if f.country(i) {
			i = f.emitPlace(n, i, f.place[i])
			continue
		}
		if pl := f.place[i]; pl.end > 0 && i > s.First && f.seats(i-1) {
			i = f.emitPlace(n, i, pl)
			continue
		}
		if end, k := f.knownAt(s, i); end > 0 {
			i = f.emit(n, i, end, k, "known", false)
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
				f.all[len(f.all)-1] = candidate{first: at, end: i, sentence: n, kind: aBody, rule: "context", form: f.norm(at, i), title: at}
			}
			continue
		}
		if w := f.listed(i, s.End); w > 1 || w == 1 && f.bracketed(i) || w == 1 && (!f.facts[i].has(anOrdinary|aFirstName|aSurname) || !upper && f.d.Tokens[i].Case == text.Upper) {
			i = f.emit(n, i, i+w, aBody, "body", true)
			continue
		}
		if upper {
			if first, q, k := f.loud(s, i); q > 0 {
				i = f.emit(n, first, q, k, "capitals", true)
				continue
			}
		}
		if q := f.fullName(s, i); q > 0 {
			i = f.emit(n, i, q, aPerson, "first-name", true)
			continue
		}
		i++
	}
}

// columns is the number of figures behind a name that make a row of a table of prices.
const columns = 5

// row reads the name that begins a row of a table in capitals, “KELMORA 15.50 15.84 15.39
// 3.57 18646”: a firm whose shares are quoted; the token behind the name, 0 if there is none.
func (f *finder) row(s text.Sentence, i int) int {
	if i == s.First || f.d.Tokens[i-1].Kind != text.Number || f.d.Tokens[i].Case != text.Upper || f.d.Tokens[i].Glued {
		return 0
	}
	q := i + 1
	for q < s.End && q < i+4 && f.capital(q) {
		q++
	}
	numbers := 0
	for j := q; j < s.End && numbers < columns; j++ {
		if f.d.Tokens[j].Kind == text.Number {
			numbers++
		} else if f.d.Norm(j) != "-" {
			return 0
		}
	}
	if numbers < columns {
		return 0
	}
	return q
}

// loudClub reads a club's mark and the name behind it in a line of capitals, “FC KELMORA”:
// the token behind it, 0 if there is none.
func (f *finder) loudClub(s text.Sentence, i int) int {
	x := f.facts[i]
	if !x.has(aSuffix) || !x.has(aForward) || len(f.d.Norm(i)) > 3 {
		return 0
	}
	q := i + 1
	if f.d.Norm(q) == "." {
		q++
	}
	if q >= s.End || !f.capital(q) || f.place[q].end == 0 && !f.odd(q) {
		return 0
	}
	return max(q+1, f.place[q].end)
}

// bracketed reports whether token i stands alone in brackets, in capitals, as an agency
// does behind the town of a dateline.
func (f *finder) bracketed(i int) bool {
	return i > 0 && f.d.Norm(i-1) == "(" && f.d.Norm(i+1) == ")" && f.d.Tokens[i].Case == text.Upper
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
	if !f.facts[i].has(aFirstName) || f.facts[i].has(anOrdinary) && !f.facts[i].has(aUsual) {
		return 0
	}
	q := i + 1
	for q < s.End && q < i+3 && f.capital(q) && f.d.Tokens[q].Case == f.d.Tokens[i].Case && (f.facts[q].has(aSurname) || !f.facts[q].has(anOrdinary|aTitle|aHead|aForward)) {
		q++
	}
	if q == i+1 {
		return 0
	}
	return q
}

// loud reads a name in a line of capitals, by words that are no ordinary ones: a person
// behind a title, or a body that begins with a demonym or such a word and ends with a
// word that makes bodies' names.
func (f *finder) loud(s text.Sentence, i int) (first, end int, k kind) {
	if w, _ := f.titleAt(i, s.End); w > 0 {
		q := i + w
		for q < s.End && q < i+w+4 && f.odd(q) {
			q++
		}
		if q > i+w {
			return i + w, q, aPerson
		}
		return 0, 0, unknown
	}
	if !f.odd(i) && !f.facts[i].has(aDemonym) {
		return 0, 0, unknown
	}
	for q := i + 1; q < s.End && q < i+5; q++ {
		x := f.facts[q]
		if f.d.Tokens[q].Kind != text.Word || x.has(aStarter|aParticle|aSaying) || f.d.Has(f.k.auxiliaries, q) {
			break
		}
		if x.has(aHead) && !x.has(aTitle) {
			for q+1 < s.End && f.facts[q+1].has(aHead) && !f.facts[q+1].has(aTitle) {
				q++
			}
			return i, q + 1, aBody
		}
	}
	return 0, 0, unknown
}

// odd reports whether a token is a word that hardly is anything but part of a name.
func (f *finder) odd(i int) bool {
	t, x := f.d.Tokens[i], f.facts[i]
	if w, cut := strings.CutSuffix(t.Norm, "'s"); cut {
		x |= f.k.factsOf(w)
	}
	return !(t.Glued && i > 0 && f.d.Tokens[i-1].Kind == text.Number) && t.Kind == text.Word && len(t.Norm) > 1 && !x.has(anOrdinary|aStarter|aParticle|aDemonym|aTitle|aDate|aNoName|aSaying|aHead) ||
		x.has(aUsual)
}
