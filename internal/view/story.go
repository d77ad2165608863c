package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// Stories lists the stories of the pile, those of most independent texts first.
type Stories struct {
	Total   int        `json:"total"`
	Stories []StoryRow `json:"stories"`
	Facets  []Facet    `json:"facets"`
	Choice  Choice     `json:"choice"`
	Prev    string     `json:"prev,omitempty"`
	Next    string     `json:"next,omitempty"`
}

// StoryRow is one story in a list.
type StoryRow struct {
	ID       stemma.ID `json:"id"`
	Label    string    `json:"label"`
	When     string    `json:"when"` // the days of its texts, in words
	Support  string    `json:"support"`
	Families int       `json:"families"`
	Texts    int       `json:"texts"`
	Why      []string  `json:"why"` // what its texts have in common
	Href     string    `json:"href"`
	from     stemma.Date
	until    stemma.Date
	on       days
}

func (s StoryRow) meets(p days) bool { return s.on.meets(p) }

// told gives the way in which a story is told.
func (s StoryRow) told() string {
	if s.Families < 2 {
		return toldCopies
	}
	return toldApart
}

// The ways in which a story can be told, which a list is narrowed down to.
const (
	toldApart  = "independent texts"
	toldCopies = "copies of one text"
)

// Stories lists the stories of a choice; its fields are “told” and those of a period. A story's
// days are those from its first text to its last.
func (l *Library) Stories(ctx context.Context, c Choice) (*Stories, error) {
	all, err := l.stories(ctx)
	if err != nil {
		return nil, fmt.Errorf("stories: %w", err)
	}
	if all, err = within(all, c); err != nil {
		return nil, err
	}
	v := &Stories{Choice: c}
	counts := map[string]int{}
	var chosen []StoryRow
	for _, row := range all {
		counts[row.told()]++
		if c.timeless().matches(map[string]string{"told": row.told()}) {
			chosen = append(chosen, row)
		}
	}
	v.Facets = []Facet{choiceFacet(l.words, "stories.told-by", "/stories", "told", c, counts, wordedBy(l.words, "told"))}
	v.Total = len(chosen)
	v.Prev, v.Next = turns("/stories", c, c.Offset, c.rows(), v.Total)
	for _, row := range window(chosen, c) {
		v.Stories = append(v.Stories, row.in(l.words))
	}
	return v, nil
}

// in words a row in a language.
func (s StoryRow) in(b *message.Book) StoryRow {
	s.Why = b.Reasons(s.Why)
	s.When, s.Support = period(b, s.from, s.until), b.Standing(s.Texts, s.Families)
	return s
}

func storyRow(s *stemma.Story) StoryRow {
	return StoryRow{
		ID: s.ID, Label: s.Label, from: s.From, until: s.Until,
		Families: s.Support.Families, Texts: s.Support.Texts, Why: s.Why, Href: GroupHref("story", s.ID),
		on: daysOf(s.From).join(daysOf(s.Until)),
	}
}

// Story is one story: its texts, what they count and tell in common, and where they do
// not say the same.
type Story struct {
	StoryRow
	Names   []StoryPart `json:"names"`
	Counts  []StoryPart `json:"counts"`
	Events  []StoryPart `json:"events"`
	Clashes []Dispute   `json:"clashes"`
	Groups  []TextGroup `json:"groups"` // family by family, in the order in which they appeared
}

// StoryPart is a name, a count or an event that independent texts of a story have.
type StoryPart struct {
	ID      stemma.ID `json:"id"`
	Label   string    `json:"label"`
	Support string    `json:"support"` // in the whole pile
	Href    string    `json:"href"`
}

// Story gives one story.
func (l *Library) Story(ctx context.Context, id stemma.ID) (*Story, error) {
	s := l.shelf()
	x, err := one(ctx, s.r.Stories, "story", id)
	if err != nil {
		return nil, err
	}
	v := &Story{StoryRow: storyRow(&x).in(l.words)}
	if err := s.partsOf(ctx, v, &x); err != nil {
		return nil, fmt.Errorf("story %s: %w", id, err)
	}
	if v.Clashes, err = s.clashesWithin(ctx, x.Articles); err != nil {
		return nil, fmt.Errorf("story %s: %w", id, err)
	}
	if v.Groups, err = s.familiesOf(ctx, x.Articles); err != nil {
		return nil, fmt.Errorf("story %s: %w", id, err)
	}
	return v, nil
}

// partsOf fills in what the texts of a story have in common.
func (s *shelf) partsOf(ctx context.Context, v *Story, x *stemma.Story) error {
	actors, err := s.r.Actors(ctx, store.Query{IDs: list(x.Actors)})
	if err != nil {
		return err
	}
	for _, id := range x.Actors { // the most telling first
		for _, a := range actors {
			if a.ID == id {
				v.Names = append(v.Names, StoryPart{a.ID, a.Name, s.words.Support(a.Support), GroupHref("name", a.ID)})
			}
		}
	}
	tallies, err := s.r.Tallies(ctx, store.Query{IDs: list(x.Tallies)})
	if err != nil {
		return err
	}
	for _, t := range tallies {
		v.Counts = append(v.Counts, StoryPart{t.ID, s.words.Tally(t.Label), s.words.Support(t.Support), GroupHref("tally", t.ID)})
	}
	happenings, err := s.r.Happenings(ctx, store.Query{IDs: list(x.Happenings)})
	for _, h := range happenings {
		v.Events = append(v.Events, StoryPart{h.ID, h.Label, s.words.Support(h.Support), GroupHref("happening", h.ID)})
	}
	return err
}

// clashesWithin gives the clashes that two of the articles have a part in, the gravest
// first.
func (s *shelf) clashesWithin(ctx context.Context, articles []stemma.ID) ([]Dispute, error) {
	all, err := s.clashes(ctx)
	if err != nil {
		return nil, err
	}
	texts := map[stemma.ID]int{}
	var out []Dispute
	for _, a := range articles {
		clashes, err := s.r.Clashes(ctx, store.Query{Article: a})
		if err != nil {
			return nil, err
		}
		for _, c := range clashes {
			if texts[c.ID]++; texts[c.ID] == 2 {
				out = append(out, dispute(s.words, c, all.settled[c.ID]))
			}
		}
	}
	slices.SortFunc(out, func(a, b Dispute) int {
		return cmp.Or(cmp.Compare(settledLast(a.Settled), settledLast(b.Settled)), cmp.Compare(gravity(a.Verdict), gravity(b.Verdict)), cmp.Compare(clashOrder(a.Type), clashOrder(b.Type)), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

// familiesOf gives the families of the articles, in the order in which they appeared.
func (s *shelf) familiesOf(ctx context.Context, articles []stemma.ID) ([]TextGroup, error) {
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	type family struct {
		stemma.Family
		order []stemma.ID
	}
	var families []family
	in := map[stemma.ID]bool{} // families
	for _, id := range articles {
		if who := k.witness(id); !in[who] && k.articles[id] != nil {
			in[who] = true
			f := k.family(id)
			families = append(families, family{f, k.inOrder(f)})
		}
	}
	slices.SortFunc(families, func(a, b family) int { return k.compare(a.order[0], b.order[0]) })
	var out []TextGroup
	for _, f := range families {
		g, err := s.someOf(ctx, k, f.Family, f.order)
		if err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	return out, nil
}

// storyOf gives the story that independent texts tell together with an article; nil when
// there is none.
func (s *shelf) storyOf(ctx context.Context, article stemma.ID) (*StoryRow, error) {
	all, err := s.r.Stories(ctx, store.Query{Article: article})
	if err != nil || len(all) == 0 || all[0].Support.Families < 2 {
		return nil, err
	}
	row := storyRow(&all[0]).in(s.words)
	return &row, nil
}
