package name

import (
	"stemma/internal/text"
)

// player reports whether a name on a sports page stands where players do: before figures
// joined by dashes, “Orr 9-3-28-0”, in the brackets of who scored when, “(Orr 23rd, Kelm
// 40th)”, or in a line-up.
func (f *finder) player(s text.Sentence, c *candidate) bool {
	if !f.sport || c.place || f.d.Tokens[c.first].Case == text.Upper {
		return false
	}
	if f.ofPlayer(s, c) {
		return false
	}
	return f.joined3(c.end, s.End) || f.scorer(s, c) || f.beforeClub(s, c) || f.lineup(c.sentence) && f.d.Norm(c.end) != ":"
}

// ofPlayer reports whether a name stands alone in brackets behind a player's: his club.
func (f *finder) ofPlayer(s text.Sentence, c *candidate) bool {
	return f.sport && !c.place && c.first-2 >= s.First && f.d.Norm(c.first-1) == "(" && f.capital(c.first-2) && f.d.Norm(c.end) == ")"
}

// beforeClub reports whether one or two words that no list of words has stand before
// brackets that hold a club's or town's name, or the points scored: “Orr (Kelmora)”, “Orr (12)”.
func (f *finder) beforeClub(s text.Sentence, c *candidate) bool {
	if c.end-c.first > 2 || c.end+2 >= s.End || f.d.Norm(c.end) != "(" || !f.unworded(c) {
		return false
	}
	i := c.end + 1
	if f.d.Tokens[i].Kind == text.Number {
		return f.d.Tokens[i].Span.Len() <= 2 && f.d.Norm(i+1) == ")" && f.lineup(c.sentence)
	}
	q := i
	for q < s.End && q < i+4 && (f.capital(q) && f.d.Tokens[q].Case == text.Title || q > i && f.facts[q].has(aParticle|aStarter)) {
		q++
	}
	if f.place[i].end == q && f.country(i) {
		return false // “Coronas (Velmora)”
	}
	return q > i && f.d.Norm(q) == ")" && (f.place[i].end == q || f.facts[i].has(aBodyName|aForward) || f.k.namesake(f.norm(i, q)) != "")
}

// unworded reports whether no word of a name is an ordinary one or makes bodies' names.
func (f *finder) unworded(c *candidate) bool {
	for i := c.first; i < c.end; i++ {
		if f.facts[i].has(anOrdinary | aForward | aHead | aSuffix | aNoName | aDemonym | aPlain | aSite | aBodyName) {
			return false
		}
	}
	return true
}

// joined3 reports whether three numbers joined by dashes stand at token i.
func (f *finder) joined3(i, end int) bool {
	for n := 0; n < 3; n++ {
		if i >= end || f.d.Tokens[i].Kind != text.Number || n < 2 && (i+1 >= end || f.d.Norm(i+1) != "-") {
			return false
		}
		i += 2
	}
	return true
}

// scorer reports whether a name stands in brackets before a minute, “23rd” or “m. 23”.
func (f *finder) scorer(s text.Sentence, c *candidate) bool {
	i := c.end
	if i+3 < s.End && f.d.Norm(i) == "," && len(f.d.Norm(i+1)) == 1 {
		i += 2
		if f.d.Norm(i) == "." {
			i++
		}
	}
	if i >= s.End || f.d.Tokens[i].Kind != text.Number {
		return false
	}
	for j := c.first - 1; j >= s.First && j > c.first-16; j-- {
		switch f.d.Norm(j) {
		case "(":
			return true
		case ")":
			return false
		}
	}
	return false
}

// lineup reports whether a sentence is a list of names: five commas or semicolons or
// more, and hardly a word in small letters.
func (f *finder) lineup(n int) bool {
	if v, ok := f.lineups[n]; ok {
		return v
	}
	s := f.d.Sentences[n]
	signs, names, small := 0, 0, 0
	for i := s.First; i < s.End; i++ {
		switch t := f.d.Tokens[i]; {
		case t.Kind == text.Punct && (t.Norm == "," || t.Norm == ";"):
			signs++
		case t.Kind == text.Word && f.capital(i):
			names++
		case t.Kind == text.Word && len(t.Norm) > 1 && !f.facts[i].has(aParticle):
			small++
		}
	}
	f.lineups[n] = signs >= 5 && names >= 6 && small*6 <= names
	return f.lineups[n]
}
