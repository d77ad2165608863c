package name

import (
	"strings"

	"stemma/internal/text"
)

// side reports whether the town at token p is named for its team: on a sports page,
// where it does or suffers what teams do, or where an article stands before it that
// towns do not have.
func (f *finder) side(s text.Sentence, p int, pl placed) bool {
	g := pl.mention.Geo
	if !f.sport || g == nil || g.Precision == "country" || g.Precision == "region" || pl.rule == "classed" || pl.end < s.End && f.capital(pl.end) {
		return false
	}
	if f.k.namesake(f.norm(p, pl.end)) == "nation" {
		return false
	}
	if p > s.First {
		if v, _ := f.d.Value(f.k.articles, p-1); v == "team" {
			return true
		}
		if f.act(p-1) && pl.rule == "known" {
			return true
		}
	}
	if pl.end < s.End && f.d.Tokens[pl.end].Case == text.Lower { // “Kelmora striker X”
		if w, v := f.titleAt(pl.end, s.End); w > 0 && strings.Contains(v, "calling") {
			return true
		}
	}
	if p-2 >= s.First && f.d.Norm(p-1) == "(" && f.d.Norm(pl.end) == ")" && f.capital(p-2) && f.place[p-2].end == 0 {
		return true
	}
	return pl.end < s.End && f.act(pl.end) && f.d.Tokens[pl.end].Case == text.Lower && f.d.Norm(pl.end-1) != "," && pl.rule == "known"
}

func (f *finder) act(i int) bool {
	v, _ := f.d.Value(f.k.sports, i)
	return v == "act" && f.d.Tokens[i].Case == text.Lower
}

// team reports whether the token behind a town's name makes it that of a team: “Kelmora Tigers”.
func (f *finder) team(pl placed, end int) bool {
	q := pl.end
	if q >= end || !f.capital(q) || f.place[q].end > 0 {
		return false
	}
	n, x := f.d.Norm(q), f.facts[q]
	return pl.rule != "classed" && pl.mention.Geo != nil && pl.mention.Geo.Precision != "country" && pl.mention.Geo.Precision != "region" && len(n) > 4 && f.k.plural(n) &&
		!x.has(aHead|aForward|aTitle|aFirstName|aDemonym|aNoName|aSurname|aSite)
}

// score reports whether the name is a side in a line of results, “Kelm 3 Orrin 1”: a
// number follows it in a line that is all names and numbers. A country stays one.
func (f *finder) score(s text.Sentence, c *candidate) bool {
	if c.end >= s.End || f.d.Tokens[c.end].Kind != text.Number || c.geo != nil && c.geo.Precision == "country" {
		return false
	}
	if c.end+1 < s.End && f.d.Norm(c.end+1) == "-" && f.d.Tokens[c.end+1].Glued || c.first > s.First && f.d.Tokens[c.first-1].Span.Len() == 1 && f.d.Tokens[c.first-1].Case == text.Lower {
		return false // a player's figures: “b Orr 15”, “Orr 9-3-28-0”
	}
	if f.d.Tokens[c.first].Stop || f.facts[c.first].has(aFirstName) && c.end > c.first+1 {
		return false
	}
	if c.kind == aPlace && !f.sport {
		return false // the weather, prices
	}
	numbers, small := 0, 0
	for i := s.First; i < s.End; i++ {
		switch t := f.d.Tokens[i]; {
		case t.Kind == text.Number:
			numbers++
			if t.Span.Len() > 3 && !ordinal(t.Norm) || f.facts[max(i-1, 0)].has(aDate) {
				return false
			}
		case t.Kind == text.Word && t.Case == text.Lower && t.Span.Len() > 1:
			small++
		}
	}
	return numbers >= 2 && small <= numbers/3
}

// ordinal reports whether a number ends in a letter: “23rd”.
func ordinal(norm string) bool {
	last := norm[len(norm)-1]
	return last < '0' || last > '9'
}
