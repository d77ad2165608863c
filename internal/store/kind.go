package store

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// Finding says how a keeper handles one kind of finding without knowing more of it:
// where a reading holds it and where it stands.
type Finding[T any] struct {
	Kind     string // “quote”, “figure”, “time”, “name”, “event”, “victim”
	In       func(*stemma.Reading) *[]T
	ID       func(*T) stemma.ID
	Evidence func(*T) *stemma.Evidence
	Type     func(*T) string // what queries tell findings of a kind apart by
}

// The kinds of findings.
var (
	Quotes = Finding[stemma.Quote]{"quote",
		func(r *stemma.Reading) *[]stemma.Quote { return &r.Quotes },
		func(f *stemma.Quote) stemma.ID { return f.ID },
		func(f *stemma.Quote) *stemma.Evidence { return &f.Evidence },
		func(f *stemma.Quote) string { return f.Type }}
	Figures = Finding[stemma.Figure]{"figure",
		func(r *stemma.Reading) *[]stemma.Figure { return &r.Figures },
		func(f *stemma.Figure) stemma.ID { return f.ID },
		func(f *stemma.Figure) *stemma.Evidence { return &f.Evidence },
		func(f *stemma.Figure) string { return f.Measure }}
	Times = Finding[stemma.Time]{"time",
		func(r *stemma.Reading) *[]stemma.Time { return &r.Times },
		func(f *stemma.Time) stemma.ID { return f.ID },
		func(f *stemma.Time) *stemma.Evidence { return &f.Evidence },
		func(f *stemma.Time) string { return f.Type }}
	Mentions = Finding[stemma.Mention]{"name",
		func(r *stemma.Reading) *[]stemma.Mention { return &r.Mentions },
		func(f *stemma.Mention) stemma.ID { return f.ID },
		func(f *stemma.Mention) *stemma.Evidence { return &f.Evidence },
		func(f *stemma.Mention) string { return f.Type }}
	Events = Finding[stemma.Event]{"event",
		func(r *stemma.Reading) *[]stemma.Event { return &r.Events },
		func(f *stemma.Event) stemma.ID { return f.ID },
		func(f *stemma.Event) *stemma.Evidence { return &f.Evidence },
		func(f *stemma.Event) string { return f.Type }}
	Victims = Finding[stemma.Victim]{"victim",
		func(r *stemma.Reading) *[]stemma.Victim { return &r.Victims },
		func(f *stemma.Victim) stemma.ID { return f.ID },
		func(f *stemma.Victim) *stemma.Evidence { return &f.Evidence },
		func(f *stemma.Victim) string { return f.Harm }}
)

// Sort puts findings in the order of lists: by article ID, span, ID; or, as for a
// query by IDs, by ID alone.
func (k Finding[T]) Sort(list []T, byID bool) {
	slices.SortStableFunc(list, func(a, b T) int { return k.compare(&a, &b, byID) })
}

func (k Finding[T]) compare(a, b *T, byID bool) int {
	c := 0
	if !byID {
		x, y := k.Evidence(a), k.Evidence(b)
		c = cmp.Or(strings.Compare(string(x.Article), string(y.Article)),
			x.Span.Start-y.Span.Start, x.Span.End-y.Span.End)
	}
	return cmp.Or(c, strings.Compare(string(k.ID(a)), string(k.ID(b))))
}

// Of gives those findings of a reading that are of the kinds asked for.
func Of(r *stemma.Reading, kinds ...string) stemma.Reading {
	out := stemma.Reading{Article: r.Article}
	for _, kind := range kinds {
		Quotes.take(kind, &out, r)
		Figures.take(kind, &out, r)
		Times.take(kind, &out, r)
		Mentions.take(kind, &out, r)
		Events.take(kind, &out, r)
		Victims.take(kind, &out, r)
	}
	return out
}

// take copies the findings of a kind, if it is this one.
func (k Finding[T]) take(kind string, to, from *stemma.Reading) {
	if k.Kind == kind {
		*k.In(to) = *k.In(from)
	}
}

// Group says the same of one kind of group over all texts. Members are IDs of findings;
// those of a story are IDs of articles.
type Group[T any] struct {
	Kind    string // “saying”, “tally”, “happening”, “actor”, “clash”, “story”
	In      func(*stemma.Lineup) *[]T
	ID      func(*T) stemma.ID
	Members func(*T) []stemma.ID
}

// GroupKinds are the kinds of groups that clashes come of, and stories.
var GroupKinds = []string{Sayings.Kind, Tallies.Kind, Happenings.Kind, Actors.Kind, Stories.Kind}

// ClashOf gives the kind of the groups that a clash comes of, by its type.
func ClashOf(c *stemma.Clash) string {
	switch c.Type {
	case "number":
		return Tallies.Kind
	case "wording":
		return Sayings.Kind
	case "date":
		return Happenings.Kind
	}
	return Actors.Kind
}

// The kinds of groups.
var (
	Sayings = Group[stemma.Saying]{"saying",
		func(l *stemma.Lineup) *[]stemma.Saying { return &l.Sayings },
		func(g *stemma.Saying) stemma.ID { return g.ID },
		func(g *stemma.Saying) []stemma.ID { return g.Members }}
	Tallies = Group[stemma.Tally]{"tally",
		func(l *stemma.Lineup) *[]stemma.Tally { return &l.Tallies },
		func(g *stemma.Tally) stemma.ID { return g.ID },
		func(g *stemma.Tally) []stemma.ID { return g.Members }}
	Happenings = Group[stemma.Happening]{"happening",
		func(l *stemma.Lineup) *[]stemma.Happening { return &l.Happenings },
		func(g *stemma.Happening) stemma.ID { return g.ID },
		func(g *stemma.Happening) []stemma.ID { return g.Members }}
	Actors = Group[stemma.Actor]{"actor",
		func(l *stemma.Lineup) *[]stemma.Actor { return &l.Actors },
		func(g *stemma.Actor) stemma.ID { return g.ID },
		func(g *stemma.Actor) []stemma.ID { return g.Members }}
	Clashes = Group[stemma.Clash]{"clash",
		func(l *stemma.Lineup) *[]stemma.Clash { return &l.Clashes },
		func(g *stemma.Clash) stemma.ID { return g.ID },
		func(g *stemma.Clash) []stemma.ID { return g.Members }}
	Stories = Group[stemma.Story]{"story",
		func(l *stemma.Lineup) *[]stemma.Story { return &l.Stories },
		func(g *stemma.Story) stemma.ID { return g.ID },
		func(g *stemma.Story) []stemma.ID { return g.Articles }}
)
