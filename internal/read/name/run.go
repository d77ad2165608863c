package name

import (
	"stemma/internal/text"
)

// begins reports whether a name may begin at token i.
func (f *finder) begins(s text.Sentence, i int) bool {
	t := f.d.Tokens[i]
	if !f.capital(i) || f.facts[i].has(aDate) || len(t.Norm) == 1 || f.compound(i) {
		return f.place[i].end > 0 || f.exTitle(i)
	}
	if t.Glued && i > s.First && f.d.Tokens[i-1].Kind == text.Number {
		return false // “20MB”: a unit
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
	if w := f.listed(i, s.End); w > 1 && f.capital(i+w-1) {
		return true // “Le Figaro”
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
	case x.has(aTitle | aHead | aForward | aPlain | aDemonym | aNoName | aSite | aPress):
		return true // the parser asks for more
	case x.has(aBodyName) && (f.listed(i, s.End) > 0 || f.k.namesake(t.Norm) != ""):
		return true
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

// nickname reads “Tico” in marks, or (Tico) in brackets, between two parts of a name, one
// or two words with a capital behind an article: the number of tokens.
func (f *finder) nickname(s text.Sentence, i int) int {
	open := f.d.Tokens[i]
	if i+3 >= s.End || open.Kind != text.Mark && (open.Norm != "(" || !f.facts[i-1].has(aFirstName)) || open.Glued {
		return 0
	}
	at := i + 1
	if f.article(at) && f.capital(at) && open.Kind == text.Mark {
		at++
	}
	shut := f.d.Tokens[min(at+1, s.End-1)]
	if !f.capital(at) || open.Kind != text.Mark && f.d.Tokens[at].Case != text.Title || !shut.Glued || open.Kind == text.Mark && shut.Kind != text.Mark || open.Kind != text.Mark && shut.Norm != ")" || at+2 >= s.End || f.d.Tokens[at+2].Glued {
		return 0
	}
	j := at + 2
	for j < s.End && f.facts[j].has(aPersonal) && f.d.Tokens[j].Case == text.Lower {
		j++
	}
	if j >= s.End || !f.capital(j) || f.facts[j].has(aDate) || open.Kind != text.Mark && f.place[at].end > 0 {
		return 0
	}
	return at + 2 - i
}

// dashed reads what follows a dash in the name of a party: “Party of X – White Sail”.
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
