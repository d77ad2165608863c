package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// Story is one story: its texts, what they count and tell in common, and where they do
// not say the same.
type Story struct {
	StoryRow
	Names   []StoryPart `json:"names"`
	Counts  []StoryPart `json:"counts"`
	Events  []StoryPart `json:"events"`
	Clashes []Dispute   `json:"clashes"`
	Groups  []TextGroup `json:"groups"` // a page of them, family by family, in the order in which they appeared
	Choice  Choice      `json:"choice"`
	Prev    string      `json:"prev,omitempty"`
	Next    string      `json:"next,omitempty"`
	// Disputed is how many clashes there are, of which a page is shown, too; the addresses are those of the
	// pages before and behind.
	Disputed    int    `json:"disputed"`
	ClashesPrev string `json:"clashes_prev,omitempty"`
	ClashesNext string `json:"clashes_next,omitempty"`
}

// Turns gives the addresses of the pages of texts before and behind.
func (v *Story) Turns() (prev, next string) { return v.Prev, v.Next }

// ClashesFrom is the field of a story's choice that says with which of its clashes to begin.
const ClashesFrom = "clashes"

// StoryPart is a name, a count or an event that independent texts of a story have.
type StoryPart struct {
	ID      stemma.ID `json:"id"`
	Label   string    `json:"label"`
	Support string    `json:"support"` // in the whole pile
	Href    string    `json:"href"`
}

// Story gives one story: of its families and of its clashes a page each.
func (l *Library) Story(ctx context.Context, id stemma.ID, c Choice) (*Story, error) {
	s := l.shelf()
	x, err := one(ctx, s.r.Stories, "story", id)
	if err != nil {
		return nil, err
	}
	v := &Story{StoryRow: storyRow(&x).in(l.words), Choice: c}
	if err := s.partsOf(ctx, v, &x); err != nil {
		return nil, fmt.Errorf("story %s: %w", id, err)
	}
	if err = s.clashesWithin(ctx, v, x.Articles); err != nil {
		return nil, fmt.Errorf("story %s: %w", id, err)
	}
	if err = s.familiesOf(ctx, v, x.Articles); err != nil {
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

// clashesWithin fills in the clashes that two of the articles have a part in, the gravest
// first. They are found among all clashes of the pile, which are held, by what each article
// states: a story may have thousands of articles.
func (s *shelf) clashesWithin(ctx context.Context, v *Story, articles []stemma.ID) error {
	all, err := s.clashes(ctx)
	if err != nil {
		return err
	}
	texts := map[int32]int{}
	var rows []int32
	for _, a := range articles {
		r, err := s.r.Reading(ctx, a)
		if err != nil {
			return err
		}
		mine := map[int32]bool{}
		for _, f := range r.All() {
			for _, row := range all.of[f.ID] {
				if mine[row] {
					continue
				}
				mine[row] = true
				if texts[row]++; texts[row] == 2 {
					rows = append(rows, row)
				}
			}
		}
	}
	slices.Sort(rows)
	from, _ := strconv.Atoi(v.Choice.Fields[ClashesFrom])
	from = min(max(from, 0), len(rows))
	end := min(from+v.Choice.rows(), len(rows))
	for _, row := range rows[from:end] {
		v.Clashes = append(v.Clashes, dispute(s.words, all.list[row], all.settled[all.list[row].ID]))
	}
	v.Disputed = len(rows)
	if from > 0 {
		v.ClashesPrev = v.clashesAt(max(from-v.Choice.rows(), 0))
	}
	if end < len(rows) {
		v.ClashesNext = v.clashesAt(end)
	}
	return nil
}

// clashesAt is the address of the story with its clashes from one on; the texts shown stay.
func (v *Story) clashesAt(n int) string {
	href := v.Href + "?"
	if n > 0 {
		href += ClashesFrom + "=" + strconv.Itoa(n) + "&"
	}
	if v.Choice.Offset > 0 {
		href += "offset=" + strconv.Itoa(v.Choice.Offset)
	}
	return strings.TrimRight(href, "?&")
}

// familiesOf fills in the families of the articles, in the order in which they appeared.
func (s *shelf) familiesOf(ctx context.Context, v *Story, articles []stemma.ID) error {
	k, err := s.kinship(ctx)
	if err != nil {
		return err
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
	from, step := min(max(v.Choice.Offset, 0), len(families)), cmp.Or(v.Choice.Rows, textsPage)
	for _, f := range families[from:min(from+step, len(families))] {
		g, err := s.someOf(ctx, k, f.Family, f.order)
		if err != nil {
			return err
		}
		v.Groups = append(v.Groups, g)
	}
	v.Prev, v.Next = turns(v.Href, v.Choice, from, step, len(families))
	return nil
}
