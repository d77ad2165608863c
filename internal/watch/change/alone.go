package change

import (
	"cmp"
	"fmt"
	"slices"

	"stemma"
)

// alone gives the findings of new texts that line up with no other: most of what a text
// says stands in it alone. What one text says several times is one change, and so is
// what several new texts say in the same terms.
func (c *comparison) alone() []Change {
	l := loners{c: c, grouped: map[stemma.ID]bool{}, at: map[string]int{}}
	for _, s := range c.after.Lineup.Sayings {
		l.group(s.Members)
	}
	for _, t := range c.after.Lineup.Tallies {
		l.group(t.Members)
	}
	for _, h := range c.after.Lineup.Happenings {
		l.group(h.Members)
	}
	for i := range c.after.Texts {
		t := &c.after.Texts[i]
		words := func(s stemma.Span) string { return s.Of(t.Article.Text) }
		for k := range t.Reading.Quotes {
			if q := &t.Reading.Quotes[k]; q.Type != stemma.ScareQuote {
				l.add(Change{Group: q.ID, Of: "quotation", Label: words(q.Span), Speaker: cmp.Or(q.Speaker.Name, words(q.Speaker.Span)), Quote: q}, words(q.Span))
			}
		}
		for k := range t.Reading.Figures {
			f := &t.Reading.Figures[k]
			if slices.Contains(trifles, f.Measure) {
				continue
			}
			terms := fmt.Sprint(f.Measure, f.Unit, f.Of.Name, f.Place.Name, amount(stemma.Point{Op: f.Op, Value: f.Value, Min: f.Min, Max: f.Max}))
			l.add(Change{Group: f.ID, Of: "figure", Label: words(f.Sentence), Figure: f}, terms)
		}
		for k := range t.Reading.Events {
			e := &t.Reading.Events[k]
			l.add(Change{Group: e.ID, Of: "event", Label: words(e.Sentence), Event: e}, fmt.Sprint(e.Type, e.Mode, e.Date, e.Place.Name, e.Status))
		}
	}
	return l.out
}

// trifles are what figures measure that are in every text and tell nothing by themselves:
// “two hours later”, “three things”. They count where they line up.
var trifles = []string{"count", "rank", "duration", "distance"}

// loners are findings without a group.
type loners struct {
	c       *comparison
	grouped map[stemma.ID]bool
	at      map[string]int // kind and terms → place in out
	out     []Change
}

func (l *loners) group(members []stemma.ID) {
	for _, m := range members {
		l.grouped[m] = true
	}
}

// add adds a finding that is said and stands alone; terms tell it from others.
func (l *loners) add(x Change, terms string) {
	article, ok := l.c.said[x.Group]
	if !ok || l.grouped[x.Group] {
		return
	}
	key := x.Of + "\x00" + terms
	if i, ok := l.at[key]; ok {
		if !slices.Contains(l.out[i].Texts, article) {
			l.out[i].Texts = append(l.out[i].Texts, article)
			slices.Sort(l.out[i].Texts)
		}
		return
	}
	l.at[key] = len(l.out)
	x.ID, x.Kind, x.Texts = stemma.NewID("w", Statement, string(x.Group)), Statement, []stemma.ID{article}
	l.out = append(l.out, x)
}
