package view

import (
	"context"
	"fmt"

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
