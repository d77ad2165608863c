package figure

import (
	"sort"
	"strings"

	"stemma"
	"stemma/internal/text"
)

// homeland is the country that a text mostly speaks of.
type homeland struct {
	named stemma.Named
	code  string // ISO 3166-1 alpha-2
	firm  bool   // the text speaks of it again and again, and hardly of another one
	// countries are those that the text names, by code; the first mention of each.
	countries map[string]*stemma.Mention
}

// nation gives the country whose people are counted (“70 Velmorans”), where the text
// names it.
func (f *finder) nation(c *count) stemma.Named {
	if c.noun.known || c.noun.empty() {
		return stemma.Named{}
	}
	code, ok := f.d.Value(f.k.demonyms, c.noun.end-1)
	if !ok || code == "" {
		return stemma.Named{}
	}
	if m := f.homeland().countries[code]; m != nil {
		return stemma.Named{Name: m.Name, Entity: m.Entity}
	}
	return stemma.Named{}
}

// homeland gives the country where the text mostly is: by the places that it names
// behind prepositions, in the headline, and by nationalities. None has it where two
// come close.
func (f *finder) homeland() *homeland {
	if f.home != nil {
		return f.home
	}
	f.home = &homeland{countries: map[string]*stemma.Mention{}}
	score, all := map[string]int{}, 0
	seen := map[string]bool{}
	unknown := map[string]*stemma.Mention{}
	add := func(code string, n int) {
		if code != "" {
			score[code] += n
			all += n
		}
	}
	for i := range f.names {
		m := &f.names[i]
		if m.Type != stemma.Place {
			continue
		}
		if m.Geo == nil {
			first, end := f.d.Range(m.Span)
			all += f.weight(first, end)
			if !seen[m.Name] && len(seen) < mostUnknown {
				seen[m.Name] = true
				if f.stateLike(first, end) {
					unknown[m.Name] = m
				}
			}
			continue
		}
		if m.Geo.Precision == "country" && f.home.countries[m.Geo.Country] == nil {
			f.home.countries[m.Geo.Country] = m
		}
		first, end := f.d.Range(m.Span)
		add(m.Geo.Country, f.weight(first, end))
	}
	for i := range f.d.Tokens {
		if t := &f.d.Tokens[i]; t.Case == text.Title || t.Case == text.Lower {
			if code, ok := t.Value(f.k.demonyms); ok {
				add(code, 1)
			}
		}
	}
	for code, n := range score { // at most one can have more than half
		if n*2 > all {
			f.home.code, f.home.firm = code, n >= firmPoints && n*3 > all*2
			if m := f.home.countries[code]; m != nil {
				f.home.named = named(m)
			}
		}
	}
	if f.home.code == "" && len(unknown) == 1 {
		for _, m := range unknown {
			f.home.named = named(m)
		}
	}
	return f.home
}

// firmPoints is how many points a country has at least of which a text firmly speaks.
const firmPoints = 12

// mostUnknown is how many places in no gazetteer are looked at: a text of news prose
// has few.
const mostUnknown = 16

// stateLike reports whether a place in no gazetteer is a country or the like by its context: it
// stands behind the town in the dateline, it has an office (“the president of Velmora”), or a
// nationality made of it stands in the text (“Velmorans”).
func (f *finder) stateLike(first, end int) bool {
	if first >= 2 && f.is(first-1, "of") && f.d.Has(f.k.titles, first-2) {
		return true
	}
	if first >= 2 && f.d.Norm(first-1) == "," && f.nameEnding(first-1) != nil && f.dateline(first, end) {
		return true // “ORVEL, Velmora, 7 March (Wire) — …”
	}
	if end != first+1 || f.d.Tokens[first].Case == text.Lower {
		return false
	}
	stem := f.d.Norm(first)
	for i := range f.d.Tokens {
		t := &f.d.Tokens[i]
		if extra := len(t.Norm) - len(stem); extra > 0 && extra <= 3 && len(stem) >= 4 && t.Kind == text.Word && strings.HasPrefix(t.Norm, stem) {
			return true
		}
	}
	return false
}

// weight says how much a place at tokens first to end tells of where the text is.
func (f *finder) weight(first, end int) int {
	n := 1
	switch {
	case f.is(first-1, "loc"):
		n = 3
	case f.adjunct(end):
		n = 0
		if s := f.d.Sentences[f.d.SentenceOf(first)]; s.Title && s.First == first {
			n = 1 // “Velmora raises …”
		}
	}
	if f.d.Sentences[f.d.SentenceOf(first)].Title {
		n *= 2
	}
	return n
}

// adjective gives the country that a sentence without places has an adjective of
// (“the Velmoran president”), where it is one only and the text names it.
func (f *finder) adjective(c *count) stemma.Named {
	s, found := f.d.Sentences[c.sentence], ""
	for i := max(s.First, c.first-reach); i < min(s.End, c.end+reach); i++ {
		code, ok := f.d.Value(f.k.demonyms, i)
		if !ok || code == "" || f.d.Tokens[i].Kind != text.Word || f.inBody(i) {
			continue
		}
		if found != "" && found != code {
			return stemma.Named{}
		}
		found = code
	}
	if m := f.homeland().countries[found]; m != nil {
		return stemma.Named{Name: m.Name, Entity: m.Entity}
	}
	return stemma.Named{}
}

// inBody reports whether the token stands in a body's name: “gave $1m to the Velmoran Red
// Cross”, which may be anywhere.
func (f *finder) inBody(i int) bool {
	at := f.d.Tokens[i].Span
	k := sort.Search(len(f.names), func(k int) bool { return f.names[k].Span.End > at.Start })
	return k < len(f.names) && f.names[k].Type == stemma.Organisation && f.names[k].Span.Start <= at.Start
}
