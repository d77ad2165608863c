package view

import (
	"cmp"
	"context"
	"slices"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// agreements gives the statements that most independent texts make; what only one
// family says is no agreement.
func (l *Library) agreements(ctx context.Context) ([]Agreement, error) {
	var list []Agreement
	add := func(kind string, id stemma.ID, label string, s stemma.Support) {
		if s.Families < 2 {
			return
		}
		list = append(list, Agreement{
			ID: id, Kind: kind, Label: label, Support: l.words.Support(s),
			Families: s.Families, Texts: s.Texts, Href: GroupHref(kind, id),
		})
	}
	tallies, err := l.r.Tallies(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	for _, t := range tallies {
		if p, ok := agreedPoint(t); ok {
			add("tally", t.ID, l.words.Tally(t.Label)+": "+l.words.OfMeasure(t.Measure, l.words.Bound(p.Op, p.Value, p.Min, p.Max)), stemma.Support{Texts: max(len(p.Figures), p.Families), Families: p.Families})
		}
	}
	sayings, err := l.r.Sayings(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	for _, s := range sayings {
		add("saying", s.ID, s.Label, s.Support)
	}
	happenings, err := l.r.Happenings(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	for _, h := range happenings {
		add("happening", h.ID, h.Label, h.Support)
	}
	slices.SortFunc(list, func(a, b Agreement) int {
		return cmp.Or(cmp.Compare(b.Families, a.Families), cmp.Compare(b.Texts, a.Texts),
			cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID))
	})
	return head(list, overviewList), nil
}

// mostTold gives the stories that most independent texts tell.
func (l *Library) mostTold(ctx context.Context) ([]StoryRow, error) {
	all, err := l.stories(ctx)
	var out []StoryRow
	for _, row := range all {
		if row.Families > 1 && len(out) < overviewList {
			out = append(out, row.in(l.words))
		}
	}
	return out, err
}

// agreedPoint gives the statement of a tally that most families make.
func agreedPoint(t stemma.Tally) (stemma.Point, bool) {
	var best stemma.Point
	for _, p := range t.Points {
		if p.Families > best.Families {
			best = p
		}
	}
	return best, best.Families > 1
}

// verdicts lists what a clash can be, the gravest first.
var verdicts = []string{"contradiction", "error", "variant", "development", "compatible"}

// disputes gives the gravest clashes, and how many there are in all.
func (l *Library) disputes(ctx context.Context) ([]Dispute, int, error) {
	clashes, err := l.r.Clashes(ctx, store.Query{})
	if err != nil {
		return nil, 0, err
	}
	settled, err := l.shelf().settlements(ctx, clashes)
	if err != nil {
		return nil, 0, err
	}
	clashes = slices.Clone(clashes) // the store may keep the list
	slices.SortStableFunc(clashes, func(a, b stemma.Clash) int {
		return cmp.Or(cmp.Compare(settledLast(settled[a.ID]), settledLast(settled[b.ID])), cmp.Compare(minor(a), minor(b)), cmp.Compare(gravity(a.Verdict), gravity(b.Verdict)),
			cmp.Compare(witnesses(b), witnesses(a)), cmp.Compare(a.ID, b.ID))
	})
	var list []Dispute
	for _, c := range head(clashes, overviewList) {
		list = append(list, dispute(l.words, c, settled[c.ID]))
	}
	return list, len(clashes), l.shelf().inStories(ctx, list)
}

// dispute words a clash, with what people say of it.
func dispute(b *message.Book, c stemma.Clash, settled *Settlement) Dispute {
	d := Dispute{ID: c.ID, Type: c.Type, About: b.About(c.Type, c.About), Verdict: c.Verdict, Why: b.Reason(c.Why), Href: GroupHref("clash", c.ID), members: c.Members}
	if settled != nil {
		worded := *settled
		worded.Said = b.Side(c.Type, c.About, worded.Right)
		d.Settled = &worded
	}
	for _, s := range c.Sides {
		d.Sides = append(d.Sides, DisputeSide{Value: s.Value, Said: b.Side(c.Type, c.About, s.Value), Standing: b.Standing(s.Texts, s.Families)})
	}
	return d
}

// Statements are those of all sides.
func (d Dispute) Statements() []stemma.ID { return d.members }

// gravity orders verdicts.
func gravity(verdict string) int {
	if i := slices.Index(verdicts, verdict); i >= 0 {
		return i
	}
	return len(verdicts)
}

// minor tells what comes last: two spellings of a name.
func minor(c stemma.Clash) int {
	if c.Type == "spelling" {
		return 1
	}
	return 0
}

// witnesses counts the families that stand on the sides of a clash.
func witnesses(c stemma.Clash) int {
	n := 0
	for _, s := range c.Sides {
		n += s.Families
	}
	return n
}
