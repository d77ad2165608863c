package name

import (
	"strings"

	"stemma"
	"stemma/internal/text"
)

// sentence cuts a sentence's runs of capitalised words into candidates.
func (f *finder) sentence(n int) {
	s := f.d.Sentences[n]
	for i := s.First; i < s.End; {
		if !f.begins(s, i) {
			i++
			continue
		}
		end := f.run(s, i)
		f.parse(n, i, end)
		i = end
	}
}

// begins reports whether a name may begin at token i.
func (f *finder) begins(s text.Sentence, i int) bool {
	t := f.d.Tokens[i]
	if !f.capital(i) || f.facts[i].has(aDate) || len(t.Norm) == 1 || f.compound(i) {
		return f.place[i].end > 0 || f.exTitle(i)
	}
	if !f.opens(s, i) {
		return true
	}
	return f.nameLike(s, i)
}

// nameLike reports whether a word that stands where any word has a capital is written
// so because it belongs to a name.
func (f *finder) nameLike(s text.Sentence, i int) bool {
	t, x := f.d.Tokens[i], f.facts[i]
	if f.place[i].end > 0 {
		return true
	}
	w := f.seen[t.Norm]
	if x.has(aPersonal) && f.particled(s, i) {
		return true
	}
	if x.has(aStarter) || x.has(aParticle) && w.capital == 0 {
		return t.Case == text.Upper && len(t.Norm) > 1 && !f.shouts(s)
	}
	next := i+1 < s.End && f.capital(i+1) && !f.facts[i+1].has(aDate)
	switch {
	case t.Case == text.Upper && len(t.Norm) > 1:
		return true
	case w.capital > 0 && w.lower == 0:
		return true
	case !x.has(anOrdinary) && w.lower == 0:
		return true
	case x.has(aTitle | aHead | aForward | aBodyName | aPlain | aDemonym | aNoName | aSite | aPress):
		return true // the parser asks for more
	case next && (x.has(aFirstName) || x.has(aSurname) && f.facts[i+1].has(aSurname)):
		return true
	case next && f.headAhead(s, i+1):
		return true
	}
	return next && w.capital > 0
}

// particled reports whether small particles and a name that the text has elsewhere
// follow the one at token i: “De la Fuente said”.
func (f *finder) particled(s text.Sentence, i int) bool {
	j := i + 1
	for j < s.End && f.facts[j].has(aPersonal) && f.d.Tokens[j].Case == text.Lower {
		j++
	}
	return j < s.End && f.capital(j) && (j > i+1 || f.facts[j].has(aSurname)) && f.seen[f.d.Norm(j)].capital > 0 && f.place[j].end == 0
}

// headAhead reports whether the run of capitals at token i holds a word that makes a
// body's name.
func (f *finder) headAhead(s text.Sentence, i int) bool {
	for ; i < s.End && f.capital(i); i++ {
		if f.facts[i].has(aHead | aForward) {
			return true
		}
	}
	return false
}

func (f *finder) shouts(s text.Sentence) bool {
	for i := s.First; i < s.End; i++ {
		if t := f.d.Tokens[i]; t.Kind == text.Word && t.Case == text.Lower {
			return false
		}
	}
	return true
}

// run gives the end of the run of capitalised words that begins at token i; small
// particles, “&” and nicknames in marks belong to it when a capital follows.
func (f *finder) run(s text.Sentence, i int) int {
	end := i + 1
	if p := f.place[i]; p.end > end {
		end = p.end
	}
	for end < s.End {
		if f.capital(end) && !f.facts[end].has(aDate) && !f.compound(end) {
			end = max(end+1, f.place[end].end)
			continue
		}
		j := end
		for j < s.End && j < end+4 && f.facts[j].has(aParticle) && f.d.Tokens[j].Case == text.Lower || j < s.End && j < end+4 && f.d.Norm(j) == "&" {
			j++
		}
		if j > end && j < s.End && f.capital(j) && !f.facts[j].has(aDate) {
			end = max(j+1, f.place[j].end)
			continue
		}
		if n := f.nickname(s, end); n > 0 {
			end += n
			continue
		}
		if n := f.dashed(s, end); n > 0 {
			end += n
			continue
		}
		break
	}
	return min(end, s.End)
}

// nickname reads “Lula” in marks between two parts of a name: the number of tokens.
func (f *finder) nickname(s text.Sentence, i int) int {
	if i+3 >= s.End || f.d.Tokens[i].Kind != text.Mark || f.d.Tokens[i].Glued || f.d.Tokens[i+2].Kind != text.Mark ||
		!f.d.Tokens[i+2].Glued || !f.capital(i+1) || f.d.Tokens[i+3].Glued {
		return 0
	}
	j := i + 3
	for j < s.End && f.facts[j].has(aPersonal) && f.d.Tokens[j].Case == text.Lower {
		j++
	}
	if j >= s.End || !f.capital(j) || f.facts[j].has(aDate) {
		return 0
	}
	return 3
}

// dashed reads what follows a dash in the name of a party: “Party of X – Red Banner”.
func (f *finder) dashed(s text.Sentence, i int) int {
	if i+1 >= s.End || f.d.Norm(i) != "—" && f.d.Norm(i) != "-" || f.d.Tokens[i].Glued != f.d.Tokens[i+1].Glued || !f.wing(s, i) {
		return 0
	}
	j := i + 1
	if f.d.Tokens[j].Kind == text.Mark {
		j++
	}
	if j >= s.End || !f.capital(j) {
		return 0
	}
	for j < s.End && f.capital(j) {
		j++
	}
	if j < s.End && f.d.Tokens[j].Kind == text.Mark && f.d.Tokens[i+1].Kind == text.Mark {
		j++
	}
	return j - i
}

// wing reports whether the words before token i are the name of a party.
func (f *finder) wing(s text.Sentence, i int) bool {
	for j := i - 1; j >= s.First && j > i-7; j-- {
		if f.facts[j].has(aDash) && f.capital(j) {
			return true
		}
		if !f.capital(j) && !f.facts[j].has(aParticle) {
			return false
		}
	}
	return false
}

// parse cuts the run of tokens p to before end into names.
func (f *finder) parse(n, p, end int) {
	s := f.d.Sentences[n]
	for p < end {
		if !f.capital(p) && f.place[p].end == 0 && !f.exTitle(p) {
			p++
			continue
		}
		q := f.step(s, n, p, end)
		p = max(p+1, q)
	}
}

// step reads one name at token p and gives the token behind it.
func (f *finder) step(s text.Sentence, n, p, end int) int {
	if w := f.bodyName(s, p, end); w > 0 {
		if q := f.body(s, p, end); q > p+w {
			return f.emit(n, p, q, aBody, "head", true)
		}
		return f.emit(n, p, p+w, aBody, "body", true)
	}
	pl := f.place[p]
	if f.facts[p].has(aStarter) && pl.end == 0 && !f.k.spanish() && f.d.Tokens[p].Case == text.Title {
		return p + 1
	}
	if pl.end > p+1 { // “Harbour City”, “San Borim”
		if w, _ := f.titleAt(p, end); w > 0 && w < pl.end-p && f.body(s, p, end) <= pl.end || f.body(s, p, end) == pl.end {
			return f.emitPlace(n, p, pl)
		}
	}
	if pl.end > 0 && f.side(s, p, pl) {
		return f.emit(n, p, pl.end, aBody, "team", true)
	}
	if pl.end > 0 && f.body(s, p, end) == 0 && f.team(pl, end) {
		return f.emit(n, p, pl.end+1, aBody, "team", true)
	}
	if w, v := f.titleAt(p, end); w > 0 {
		if q := f.titled(s, n, p, p+w, end, v); q > 0 {
			return q
		}
	}
	if q := f.body(s, p, end); q > 0 {
		return f.emit(n, p, q, aBody, "head", f.sureBody(s, p, q))
	}
	if w, _ := f.d.Longest(f.k.demonyms, p, end); w > 0 && p+w < end && pl.end == 0 { // “South Velmoran X Y”
		return p + w
	}
	if pl.end > 0 && f.placeHolds(s, p, end, pl) {
		return f.emitPlace(n, p, pl)
	}
	if f.facts[p].has(aFirstName) && f.personal(s, p) {
		if q := f.personEnd(s, p, end); q > p+1 {
			return f.emit(n, p, q, aPerson, "first-name", true)
		}
	}
	if pl.end > 0 {
		return f.emitPlace(n, p, pl)
	}
	return f.other(s, n, p, end)
}

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
	return at > 0 && len(t.Norm)-at > 3 && f.facts[i]&^aDemonym == 0 && f.k.words[t.Norm[at+1:]].has(anOrdinary) && f.d.Text[t.Span.Start+at+1] >= 'a'
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
	if x.has(aWeakFirst) || f.opens(s, p) && x.has(anOrdinary) {
		return f.capital(p+1) && (f.facts[p+1].has(aSurname) || next.Stop) && !f.facts[p+1].has(aHead|aNoName)
	}
	return !f.capital(p+1) || !f.plainWord(p+1)
}

// exTitle reports whether token i is a title behind a small “ex-”.
func (f *finder) exTitle(i int) bool {
	w, _ := f.titleAt(i, i+1)
	return w > 0 && f.d.Tokens[i].Case == text.Mixed
}

// plainWord reports whether token i is an ordinary word and no part of a person's name.
func (f *finder) plainWord(i int) bool {
	return f.facts[i].has(anOrdinary) && !f.facts[i].has(aSurname|aFirstName|aParticle)
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
		case t.Case == text.Lower && x.has(aPersonal) && words > 0:
			j := q
			for j < end && f.facts[j].has(aPersonal) && f.d.Tokens[j].Case == text.Lower {
				j++
			}
			if j >= end || !f.capital(j) || f.stopsPerson(s, j, end) || f.joins(q) && f.facts[j].has(aFirstName) && !f.facts[j].has(aSurname) {
				return q
			}
			if pl := f.place[j]; pl.end > 0 && pl.mention.Geo != nil && pl.mention.Geo.Precision == "country" {
				return q
			}
			q = j
		case t.Kind == text.Mark && words > 0 && f.nickname(s, q) > 0:
			q += 3
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

// joins reports whether the particle at q also means “and”: one letter.
func (f *finder) joins(q int) bool { return len(f.d.Norm(q)) == 1 }

// stopsPerson reports whether the capital at token q cannot go on a person's name.
func (f *finder) stopsPerson(s text.Sentence, q, end int) bool {
	x := f.facts[q]
	if f.d.Tokens[q].Case == text.Upper && len(f.d.Norm(q)) > 3 && f.d.Tokens[q-1].Case == text.Title {
		return true
	}
	if x.has(aSurname) && !x.has(aHead) || x.has(aFirstName) {
		return false
	}
	if x.has(aHead|aForward|aDemonym|aNoName|aSuffix) && x.has(anOrdinary|aDemonym|aSuffix) {
		return !f.d.Tokens[q].Stop
	}
	w, _ := f.titleAt(q, end)
	return w > 0 && x.has(anOrdinary)
}

// emit adds a candidate and gives the token behind it.
func (f *finder) emit(n, first, end int, k kind, rule string, sure bool) int {
	f.all = append(f.all, candidate{first: first, end: end, sentence: n, kind: k, sure: sure, rule: rule, form: f.norm(first, end), title: first})
	return end
}

func (f *finder) emitPlace(n, p int, pl placed) int {
	f.emit(n, p, pl.end, aPlace, pl.rule, false)
	f.all[len(f.all)-1].place = true
	f.all[len(f.all)-1].geo = pl.mention.Geo
	return pl.end
}

// norm gives the folded tokens, one space between them.
func (f *finder) norm(first, end int) string {
	if end == first+1 {
		return f.d.Norm(first)
	}
	var b strings.Builder
	for i := first; i < end; i++ {
		if f.d.Tokens[i].Kind == text.Mark {
			continue
		}
		if i > first {
			b.WriteByte(' ')
		}
		b.WriteString(f.d.Norm(i))
	}
	return b.String()
}
