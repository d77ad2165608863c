package name

import (
	"strings"

	"stemma"
	"stemma/internal/text"
)

// titled reads what follows a title that stands at tokens p to before after.
func (f *finder) titled(s text.Sentence, n, p, after, end int, value string) int {
	for after < end { // “Vice President Dr.”
		w, v := f.titleAt(after, end)
		if w == 0 || !f.capital(after) {
			break
		}
		after, value = after+w, v
	}
	if k := f.behindOffice(s, after, end); k > 0 {
		q := f.personEnd(s, k, end)
		f.emit(n, k, q, aPerson, "title", true)
		f.all[len(f.all)-1].title = p
		return q
	}
	if after >= end || !f.capital(after) && !f.facts[after].has(aPersonal) {
		return 0
	}
	if f.facts[after].has(aHead|aForward|aNoName|aDemonym|aPlain) && !f.facts[after].has(aFirstName) {
		return 0
	}
	if strings.HasSuffix(value, "weak") && !f.facts[after].has(aFirstName|aSurname) {
		return 0
	}
	if pl := f.place[after]; pl.end > 0 && !strings.HasPrefix(value, "courtesy") && !f.facts[after].has(aFirstName) && wide(pl.mention.Geo) {
		return 0
	}
	if q := f.body(s, p, end); q > after && !strings.HasPrefix(value, "courtesy") {
		return 0
	}
	q := f.personEnd(s, after, end)
	if q <= after {
		return 0
	}
	f.emit(n, after, q, aPerson, "title", true)
	f.all[len(f.all)-1].title = p
	return q
}

// behindOffice finds the first name behind “Minister of Health”: 0 when there is none.
func (f *finder) behindOffice(s text.Sentence, q, end int) int {
	if q >= end || !f.facts[q].has(aBodily) || f.capital(q) {
		return 0
	}
	for k := q + 2; k+1 < end && k < q+7; k++ {
		if f.capital(k) && f.facts[k].has(aFirstName) && !f.facts[k].has(anOrdinary) && f.capital(k+1) && f.capital(k-1) && f.facts[k-1].has(anOrdinary) {
			return k
		}
	}
	return 0
}

// wide reports whether a place is more than a town, so that it is rarely a surname.
func wide(g *stemma.Geo) bool { return g != nil && g.Precision != "city" && g.Precision != "admin2" }

// compound reports whether token i is an adjective made with a name: “Kelmora-based”.
func (f *finder) compound(i int) bool {
	t := f.d.Tokens[i]
	at := strings.LastIndexByte(t.Norm, '-')
	return at > 0 && len(t.Norm)-at > 3 && f.facts[i]&^aDemonym == 0 && f.k.words.OfFolded(t.Norm[at+1:]).has(anOrdinary) && f.d.Text[t.Span.Start+at+1] >= 'a'
}

// personal reports whether a first name at token p begins a person's name: when it is
// also a word or a place more must follow.
func (f *finder) personal(s text.Sentence, p int) bool {
	x := f.facts[p]
	if p+1 >= s.End {
		return false
	}
	next := f.d.Tokens[p+1]
	if next.Glued && next.Kind != text.Word {
		return false
	}
	if x.has(aUsual) && f.capital(p+1) && f.seen[next.Norm].lower == 0 {
		return true
	}
	if f.place[p].end == p+1 && f.unlike(p+1) {
		return true // “Austin Grothal”, “Santiago Quenda”: no list has the second word
	}
	if x.has(aWeakFirst) || f.opens(s, p) && x.has(anOrdinary) {
		return f.capital(p+1) && (f.facts[p+1].has(aSurname) || next.Stop) && !f.facts[p+1].has(aHead|aNoName)
	}
	return !f.capital(p+1) || !f.plainWord(p+1) || f.given(p) && f.wordSurname(p+1, s.End)
}

// unlike reports whether token i is a word with a capital that no list has.
func (f *finder) unlike(i int) bool {
	return f.capital(i) && f.d.Tokens[i].Case == text.Title && f.facts[i]&^aForeign == 0 && f.place[i].end == 0 && f.seen[f.d.Norm(i)].lower == 0
}

// exTitle reports whether token i is a title behind a small “ex-”.
func (f *finder) exTitle(i int) bool {
	w, _ := f.titleAt(i, i+1)
	return w > 0 && f.d.Tokens[i].Case == text.Mixed
}

// plainWord reports whether token i is an ordinary word and no part of a person's name.
func (f *finder) plainWord(i int) bool {
	return f.facts[i].has(anOrdinary) && !f.facts[i].has(aSurname|aFirstName|aPersonal)
}

// personEnd gives the end of a person's name that begins at token p.
func (f *finder) personEnd(s text.Sentence, p, end int) int {
	q, words := p, 0
	for q < end && words < 6 {
		t, x := f.d.Tokens[q], f.facts[q]
		switch {
		case f.capital(q):
			if x.has(aDate) || words > 0 && f.stopsPerson(s, q, end) || words > 1 && f.another(q, end) {
				return q
			}
			q++
			words++
		case t.Case == text.Lower && x.has(aPersonal) && words > 0 && !f.bareArticle(q):
			j := q
			for j < end && f.facts[j].has(aPersonal) && f.d.Tokens[j].Case == text.Lower {
				j++
			}
			if j >= end || !f.capital(j) || f.stopsPerson(s, j, end) || f.joins(q) && f.facts[j].has(aFirstName) && !f.facts[j].has(aSurname) {
				return q
			}
			if f.country(j) {
				return q
			}
			q = j
		case t.Kind != text.Word && words > 0 && f.nickname(s, q) > 0:
			q += f.nickname(s, q)
			words++
		default:
			return q
		}
	}
	return q
}

// another reports whether another person's name begins at token q, behind a surname.
func (f *finder) another(q, end int) bool {
	return f.facts[q].has(aUsual) && !f.facts[q].has(aSurname) && !f.facts[q-1].has(aFirstName) && q+1 < end && f.capital(q+1) && !f.facts[q+1].has(aFirstName)
}

// bareArticle reports whether token q is an article and not, like “del”, a particle of
// names too: “X la Y” is no name.
func (f *finder) bareArticle(q int) bool {
	v, ok := f.d.Value(f.k.articles, q)
	return ok && v != "team"
}

// joins reports whether the particle at q also means “and”: one letter.
func (f *finder) joins(q int) bool { return len(f.d.Norm(q)) == 1 }

// stopsPerson reports whether the capital at token q cannot go on a person's name.
func (f *finder) stopsPerson(s text.Sentence, q, end int) bool {
	x := f.facts[q]
	if f.d.Tokens[q].Case == text.Upper && len(f.d.Norm(q)) > 3 && f.d.Tokens[q-1].Case == text.Title {
		return true
	}
	if x.has(aNoName) && f.d.Tokens[q].Case == text.Upper && f.d.Tokens[q-1].Case == text.Title && strings.Trim(f.d.Norm(q), "ivxl") != "" {
		return true // “Ana Duarte MP”, not “Rosa III”
	}
	if x.has(aSurname) && !x.has(aHead) || x.has(aFirstName) {
		return false
	}
	if x.has(aHead|aForward|aDemonym|aNoName|aSuffix) && x.has(anOrdinary|aDemonym|aSuffix) {
		return !f.d.Tokens[q].Stop
	}
	w, _ := f.titleAt(q, end)
	if w == 1 && f.given(q-1) && f.titleSurname(q, end) {
		return false
	}
	return w > 0 && x.has(anOrdinary)
}

// namedLikePlace gives the end of a person's name whose first word is also a town's, “Lugano Orr”:
// a title in small letters before it or a surname behind it that is no word and no place; 0 when
// the town is meant.
func (f *finder) namedLikePlace(s text.Sentence, p, end int, pl placed) int {
	q := p + 1
	if pl.end != q || q >= end || pl.rule == "contained" || pl.rule == "classed" || pl.rule == "feature" || f.country(p) || f.d.Tokens[p].Case != text.Title || f.d.Tokens[q].Case != text.Title || f.place[q].end > 0 || f.k.plural(f.d.Norm(q)) {
		return 0
	}
	if f.seen[f.d.Norm(q)].lower > 0 || f.facts[q].has(aHead|aForward|aSuffix|aNoName|aDemonym|aPlain|aSite|aPress|aTitle|aBodyName|aStarter|aFirstName) || f.facts[p].has(aHead|aForward|aPlain|aDemonym) {
		return 0
	}
	titled := f.titleBefore(s, p) < p && !f.facts[p].has(anOrdinary) && !f.plainWord(q)
	if !titled && f.facts[p].has(aBodyName) {
		return 0
	}
	if !titled && (!f.facts[q].has(aSurname) || pl.rule == "located" || f.seen[f.d.Norm(p)].capital > 1) {
		return 0
	}
	if e := f.personEnd(s, p, end); e > q {
		return e
	}
	return 0
}
