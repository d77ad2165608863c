// Package read reads one article: sentences, names, times, quotes, figures, events,
// victims.
//
// It takes an article, the knowledge of its language and the gazetteer, and gives a
// Reading. It promises that every finding's span lies in the article's text on rune
// borders, that findings are ordered by span, then ID, and that the same article gives
// the same reading anywhere. It does not look at other texts, at the page around the
// article, or at a clock.
package read

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/read/event"
	"stemma/internal/read/figure"
	"stemma/internal/read/name"
	"stemma/internal/read/place"
	"stemma/internal/read/quote"
	"stemma/internal/read/victim"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// Read reads an article. A language without a pack gives sentences and nothing else:
// finding nothing is better than reading one language by the rules of another.
func Read(a *stemma.Article, g *gazetteer.Table) stemma.Reading {
	return InSteps(a, g, func(string) {})
}

// InSteps is Read; done is called after each step with its name, so that a clock, which
// steps do not have, can tell what each group of rules costs.
func InSteps(a *stemma.Article, g *gazetteer.Table, done func(step string)) stemma.Reading {
	pack := lang.Load(a.Lang)
	d := text.New(a, pack)
	r := stemma.Reading{Article: a.ID, Sentences: sentences(d)}
	done("sentence")
	if pack == nil {
		return r
	}
	r.Times = when.Find(d)
	done("when")
	places := place.Find(d, g)
	done("place")
	r.Mentions = name.Find(d, places)
	done("name")
	r.Quotes = quote.Find(d, r.Mentions)
	done("quote")
	r.Figures = figure.Find(d, r.Mentions, r.Times, r.Quotes)
	done("figure")
	r.Events = event.Find(d, r.Mentions, r.Times)
	relate(&r)
	done("event")
	r.Victims = victim.Find(d, r.Mentions, r.Times, r.Events)
	done("victim")
	order(&r)
	return r
}

// sentences gives the article's own sentences; holes have none.
func sentences(d *text.Doc) []stemma.Span {
	out := make([]stemma.Span, 0, len(d.Sentences))
	for _, s := range d.Sentences {
		if !s.Hole {
			out = append(out, s.Span)
		}
	}
	return out
}

func order(r *stemma.Reading) {
	slices.SortStableFunc(r.Times, func(a, b stemma.Time) int { return before(a.Span, b.Span, a.ID, b.ID) })
	slices.SortStableFunc(r.Mentions, func(a, b stemma.Mention) int { return before(a.Span, b.Span, a.ID, b.ID) })
	slices.SortStableFunc(r.Quotes, func(a, b stemma.Quote) int { return before(a.Span, b.Span, a.ID, b.ID) })
	slices.SortStableFunc(r.Figures, func(a, b stemma.Figure) int { return before(a.Span, b.Span, a.ID, b.ID) })
	slices.SortStableFunc(r.Events, func(a, b stemma.Event) int { return before(a.Span, b.Span, a.ID, b.ID) })
}

func before(a, b stemma.Span, i, j stemma.ID) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(i, j))
}
