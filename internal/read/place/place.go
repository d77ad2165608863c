// Package place finds the places that a text names and says where on Earth they are.
//
// It takes a text and a gazetteer and gives candidates: mentions of type place, with
// Geo where the gazetteer knows the name, without where only the text says that it is
// a place (“the town of X”). It promises that spans begin and end on token borders, do
// not overlap and come in order, and that one name means one place in a text unless
// the text says otherwise (“X province”). Among namesakes the text's other places and the
// outlet's home decide (decision 0032). It does not settle whether a name is a
// person's or a body's: package name does, and may drop a candidate. It gives no
// adjectives (“Peruvian”) and looks into no holes of the text. A candidate by the rule
// Possible is only told so that, if package name takes it for a place after all, its
// point is known.
package place

import (
	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/text"
)

// The rules of this package, by which package name can tell how sure a candidate is. A
// mention's Rule is “place.”, the language and one of these: “place.en.known”.
const (
	Known     = "known"     // a gazetteer name that is hardly anything else
	Located   = "located"   // a gazetteer name after “in”, “near”, …
	Contained = "contained" // a gazetteer name followed by what it lies in: “X, Y”
	Classed   = "classed"   // a name beside a word for a kind of place: “X province”
	Feature   = "feature"   // such a word is part of the name: “Lake X”
	Possible  = "possible"  // a gazetteer name for which too little speaks: no finding by itself
)

// Find gives the places of a text, ordered by span.
func Find(d *text.Doc, g *gazetteer.Table) []stemma.Mention {
	f := &finder{d: d, k: ready.Of(d.Pack, newKnowledge), g: g, known: map[string][]gazetteer.Place{}, odd: map[string]bool{}}
	for i := range d.Sentences {
		if s := d.Sentences[i]; !s.Hole {
			f.sentence(s)
		}
	}
	f.license()
	f.home = homeOf(d.Article)
	f.resolve()
	return f.mentions()
}

// finder collects the candidates of one text.
type finder struct {
	d     *text.Doc
	k     *knowledge
	g     *gazetteer.Table
	known map[string][]gazetteer.Place // what Lookup gave
	words []string                     // the sentence's tokens as written
	loud  bool                         // the sentence is in capitals: case tells nothing
	all   []candidate
	home  home            // of the outlet
	odd   map[string]bool // folded names behind “in” and the like that the table lacks
}

// candidate is a name that may be a place: tokens first to before end.
type candidate struct {
	first, end int
	sentence   int
	form       string            // as written, one space between words
	places     []gazetteer.Place // best first; nil when only the text knows it
	class      gazetteer.Class   // what the text calls it; "" when it does not say
	strength   strength
	need       strength
	rule       string
	chosen     int  // in places
	many       bool // that class is of a whole list
	inside     int  // the candidate that this one is said to lie in, or -1
	dropped    bool
}

// strength is how much speaks for a place.
type strength uint8

const (
	bare    strength = iota // nothing but the name
	located                 // a preposition of place before it
	certain                 // a word for a kind of place beside it, or what it lies in behind it
)

func (f *finder) mentions() []stemma.Mention {
	var out []stemma.Mention
	for i := range f.all {
		c := &f.all[i]
		rule := c.rule
		if c.dropped && (len(c.places) == 0 || c.end > c.first+1) {
			continue
		} else if c.dropped {
			rule = Possible
		}
		span := f.d.Span(c.first, c.end)
		m := stemma.Mention{Type: stemma.Place, Name: c.form}
		m.Article, m.Span, m.Rule = f.d.Article.ID, span, f.k.rules[rule]
		m.ID = stemma.FindingID("name", m.Article, span)
		if len(c.places) > 0 {
			m.Geo = f.geo(c.places[c.chosen])
		}
		out = append(out, m)
	}
	return out
}

// geo says where a place is, and how exactly: of a division whose point nobody knows, no more
// exactly than the division or country that it lies in.
func (f *finder) geo(p gazetteer.Place) *stemma.Geo {
	g := &stemma.Geo{Lat: p.Lat, Lon: p.Lon, GeonameID: p.GeonameID, Country: p.Country, Admin1: p.Admin1, Admin2: p.Admin2}
	switch p.Class {
	case gazetteer.Country:
		g.Precision = "country"
	case gazetteer.Admin1:
		g.Precision = "admin1"
	case gazetteer.Admin2:
		g.Precision = "admin2"
	case gazetteer.City, gazetteer.Site:
		g.Precision = "city"
	default:
		g.Precision = "region"
	}
	if p.Located() {
		return g
	}
	for _, holder := range append(f.g.Lookup(p.Admin1), f.g.Lookup(p.CountryName)...) {
		if (holder.Class == gazetteer.Admin1 || holder.Class == gazetteer.Country) && holder.Country == p.Country && holder.Located() {
			g.Lat, g.Lon, g.Precision = holder.Lat, holder.Lon, string(holder.Class)
			return g
		}
	}
	return nil
}
