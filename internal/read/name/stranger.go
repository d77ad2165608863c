package name

import (
	"strings"

	"stemma/internal/text"
)

// findHomes notes the names from which the text itself makes the word for a people:
// where it has both “Velmora” and “Velmoran”, the first is a place.
func (f *finder) findHomes() {
	for w, n := range f.seen {
		if len(w) < 6 || n.facts != 0 || n.capital > 0 && n.lower > 0 {
			continue
		}
		for _, end := range f.k.peoples {
			stem, cut := strings.CutSuffix(w, end.text)
			if !cut || len(stem) < 4 {
				continue
			}
			if end.whole {
				f.home(stem)
				continue
			}
			for _, vowel := range [...]string{"", "a", "e", "i", "o", "u", "ia"} {
				if stem+vowel != w {
					f.home(stem + vowel)
				}
			}
		}
	}
}

// home notes a name of which there is a demonym, if the text has it with a capital only
// and no list knows it.
func (f *finder) home(w string) {
	if n := f.seen[w]; n.capital > 0 && n.lower == 0 && n.facts&^aForeign == 0 {
		f.homes[w] = true
	}
}

// stranger weighs what shows that a name that no list knows is a place's: “X, where”,
// the demonym made from it.
func (f *finder) stranger(s text.Sentence, c *candidate, v *[4]int) {
	if c.place || f.facts[c.first].has(aFirstName) {
		return
	}
	if c.end+1 < s.End && f.d.Norm(c.end) == "," {
		if value, _ := f.d.Value(f.k.cues, c.end+1); strings.Contains(value, "relative") {
			f.cue(value, "relative", v)
		}
	}
}

// dateline reads “BORIM, 3 May (Agency) —” at the beginning of a paragraph and emits
// its town and its agency: the token behind them, s.First when there is no dateline.
func (f *finder) dateline(s text.Sentence, n int) int {
	if f.d.Paragraphs[s.Paragraph].Span.Start != s.Span.Start {
		return s.First
	}
	if end := f.dated(s, n); end > s.First {
		return end
	}
	town := s.First
	for town < s.End && town < s.First+4 && f.capital(town) && (f.d.Tokens[town].Case == text.Upper) {
		town++
	}
	dash, open := f.dashAhead(s, town)
	if town == s.First || dash == 0 {
		return s.First
	}
	i := s.First
	if pl := f.place[i]; pl.end == town {
		i = f.emitPlace(n, i, pl)
	} else if inner := f.place[open+1]; open > 0 && inner.end == dash-1 && inner.mention.Geo != nil && inner.mention.Geo.Precision == "city" {
		f.emit(n, i, town, aBody, "dateline", true) // “THE COURIER (Kelmora) —”: what a paper says
		f.emitPlace(n, open+1, inner)
		return dash
	} else {
		i = f.emit(n, i, town, aPlace, "dateline", true)
	}
	if open == 0 {
		return i
	}
	for j := i; j < open; {
		if pl := f.place[j]; pl.end > 0 {
			j = f.emitPlace(n, j, pl)
		} else {
			j++
		}
	}
	if open+2 < dash && f.place[open+1].end == 0 {
		f.emit(n, open+1, dash-1, aBody, "dateline", true)
	}
	return dash
}

// dated reads “Borim, 3 may (Agencia)”, also with “(Velmora)” behind the town, whose words
// are written as usual, and with a headline or an author before it: the token behind it,
// s.First when there is none.
func (f *finder) dated(s text.Sentence, n int) int {
	for i := s.First + 1; i < s.End && i < s.First+30; i++ {
		behind, outer := f.dayBehind(s, i)
		if behind == 0 {
			continue
		}
		agency := f.agencyBehind(s, behind)
		town := f.townBefore(s, i, agency > 0)
		if town < 0 || town > s.First && agency == 0 {
			return s.First
		}
		f.parse(n, s.First, town)
		if pl := f.place[town]; pl.end == i {
			f.emitPlace(n, town, pl)
			f.all[len(f.all)-1].sure = true
		} else {
			f.emit(n, town, i, aPlace, "dateline", true)
		}
		if outer > 0 {
			f.emitPlace(n, outer, f.place[outer])
		}
		if agency == 0 {
			return behind
		}
		f.emit(n, behind+1, agency, aBody, "dateline", true)
		return agency
	}
	return s.First
}

// dayBehind reads “, 3 may” behind a town that ends before token i, and the place in
// brackets before the comma: the token behind, 0 if there is none, and the first of that
// place.
func (f *finder) dayBehind(s text.Sentence, i int) (end, outer int) {
	if pl := f.place[i+1]; f.d.Norm(i) == "(" && pl.end > 0 && f.d.Norm(pl.end) == ")" {
		outer, i = i+1, pl.end+1
	}
	if f.d.Norm(i) == "," {
		i++
	} else if f.agencyBehind(s, i+2) == 0 {
		return 0, 0
	}
	if i+1 >= s.End || f.d.Tokens[i].Kind != text.Number || !f.d.Has(f.k.months, i+1) {
		return 0, 0
	}
	return i + 2, outer
}

// agencyBehind reads a name in brackets at token i: the token behind the name, 0 if none.
func (f *finder) agencyBehind(s text.Sentence, i int) int {
	last := i + 1
	for last < s.End && last < i+6 && f.capital(last) {
		last++
	}
	if last == i+1 || f.d.Norm(i) != "(" || f.d.Norm(last) != ")" {
		return 0
	}
	return last
}

// townBefore finds the first token of the town that ends before token i: a place, or,
// where an agency signs, all from the beginning of the sentence when these are one to
// four words with a capital; -1 if there is none.
func (f *finder) townBefore(s text.Sentence, i int, signed bool) int {
	for j := max(s.First, i-5); j < i; j++ {
		if f.place[j].end == i {
			return j
		}
	}
	if !signed || i > s.First+4 {
		return -1
	}
	for j := s.First; j < i; j++ {
		if !f.capital(j) && !f.facts[j].has(aParticle) || f.facts[j].has(aDate) {
			return -1
		}
	}
	return s.First
}

// dashAhead finds the dash that ends a dateline whose town ends before token i, and the
// bracket of the agency: 0 where there is none.
func (f *finder) dashAhead(s text.Sentence, i int) (dash, open int) {
	if n := f.d.Norm(i); i >= s.End || n != "," && n != "(" && n != "—" {
		return 0, 0
	}
	for j := i; j < s.End && j < i+14; j++ {
		switch n := f.d.Norm(j); {
		case n == "—" || n == "-" && !f.d.Tokens[j].Glued:
			if open > 0 && f.d.Norm(j-1) != ")" {
				return 0, 0
			}
			return j, open
		case n == "(":
			open = j
		case f.d.Tokens[j].Kind == text.Word && !f.capital(j) && !f.facts[j].has(aDate|aParticle):
			return 0, 0
		}
	}
	return 0, 0
}
