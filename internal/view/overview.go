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

// Overview is the first screen: what is in the pile, what could not be read, where
// the texts agree and where they do not.
type Overview struct {
	Empty       bool           `json:"empty"`
	Articles    int            `json:"articles"`
	Independent int            `json:"independent"` // families, a text without copies being one
	Copies      int            `json:"copies"`      // texts that stem from another one in the pile
	Counts      store.Counts   `json:"counts"`
	From        stemma.Date    `json:"from,omitempty"`
	Until       stemma.Date    `json:"until,omitempty"`
	Period      string         `json:"period"`
	Undated     int            `json:"undated"`
	Outlets     []Tallied      `json:"outlets"`
	MoreOutlets int            `json:"more_outlets,omitempty"` // that are not listed
	Languages   []Tallied      `json:"languages"`
	Problems    int            `json:"problems"`
	Unread      []ProblemGroup `json:"unread,omitempty"` // the first few
	Saved       []SavedRow     `json:"saved,omitempty"`  // the saved searches
	Stories     []StoryRow     `json:"stories"`          // the first few that independent texts tell
	Agree       []Agreement    `json:"agree"`
	Disagree    []Dispute      `json:"disagree"`
	Clashes     int            `json:"clashes"` // of all verdicts
	pages       []stemma.ID    // those with texts, in order
	arrived     []stemma.ID    // all of them, as they came in
}

// Tallied is a name with how many texts bear it.
type Tallied struct {
	Name  string `json:"name"`
	Texts int    `json:"texts"`
	Href  string `json:"href,omitempty"`
}

// Agreement is a statement that several independent texts make.
type Agreement struct {
	ID       stemma.ID `json:"id"`
	Kind     string    `json:"kind"` // “saying”, “tally”, “happening”
	Label    string    `json:"label"`
	Support  string    `json:"support"`
	Families int       `json:"families"`
	Texts    int       `json:"texts"`
	Href     string    `json:"href"`
}

// Dispute is a place where texts do not say the same.
type Dispute struct {
	ID      stemma.ID     `json:"id"`
	Type    string        `json:"type"`
	About   string        `json:"about"`
	Verdict string        `json:"verdict"`
	Why     string        `json:"why"`
	Sides   []DisputeSide `json:"sides"`
	Href    string        `json:"href"`
	Settled *Settlement   `json:"settled,omitempty"` // by a person; nil where nobody has
	Story   *StoryPart    `json:"story,omitempty"`   // in which a count stands
	members []stemma.ID
}

// DisputeSide is what one side of a dispute says.
type DisputeSide struct {
	Value    string `json:"value"`
	Said     string `json:"said"` // the value in the reader's language
	Standing string `json:"standing"`
}

// overviewList is how many items each list of the overview shows at most.
const overviewList = 8

// overviewOutlets is how many outlets the overview lists, those with the most texts first.
const overviewOutlets = 40

// Overview tells what is in the pile. It is made once for each state of the pile.
func (l *Library) Overview(ctx context.Context) (*Overview, error) {
	held, err := l.catalogue(ctx)
	if err != nil {
		return nil, fmt.Errorf("overview: %w", err)
	}
	return held.overviews[l.words.Lang()].get(ctx, l.r, func(ctx context.Context, _ store.Reader) (*Overview, error) { return l.newOverview(ctx) })
}

func (l *Library) newOverview(ctx context.Context) (*Overview, error) {
	counts, err := l.r.Counts(ctx)
	if err != nil {
		return nil, fmt.Errorf("overview: %w", err)
	}
	v := &Overview{Empty: counts.Articles == 0, Counts: counts, Articles: counts.Articles, Problems: counts.Problems}
	if err := l.describePile(ctx, v); err != nil {
		return nil, fmt.Errorf("overview: %w", err)
	}
	problems, err := l.r.Problems(ctx)
	if err != nil {
		return nil, fmt.Errorf("overview: %w", err)
	}
	trouble, _ := splitProblems(problems)
	v.Problems = len(trouble)
	v.Unread = head(groupProblems(l.words, trouble), 5)
	if v.Stories, err = l.mostTold(ctx); err != nil {
		return nil, fmt.Errorf("overview: %w", err)
	}
	saved, err := l.Saved(ctx)
	if err != nil {
		return nil, fmt.Errorf("overview: %w", err)
	}
	v.Saved = saved.Searches
	if v.Agree, err = l.agreements(ctx); err != nil {
		return nil, fmt.Errorf("overview: %w", err)
	}
	if v.Disagree, v.Clashes, err = l.disputes(ctx); err != nil {
		return nil, fmt.Errorf("overview: %w", err)
	}
	return v, nil
}

// describePile fills in what the articles' own data say.
func (l *Library) describePile(ctx context.Context, v *Overview) error {
	k, err := l.shelf().kinship(ctx)
	if err != nil {
		return err
	}
	outlets, languages := map[string]int{}, map[string]int{}
	for _, a := range k.order {
		outlets[k.outlets[a.Outlet.Name]]++
		v.pages = append(v.pages, a.Page)
		languages[a.Lang]++
		v.widen(appeared(a))
	}
	for _, f := range k.families {
		v.Copies += max(len(f.Articles)-1, 0)
	}
	v.Independent = len(k.order) - v.Copies
	all := tallied(outlets, func(name string) Tallied {
		if name == "" {
			return Tallied{Name: l.words.Say("overview.no-outlet")}
		}
		return Tallied{Name: name, Href: SearchHref(Filter{"outlet", name, true}.String(), false, 0)}
	})
	v.Outlets, v.MoreOutlets = head(all, overviewOutlets), max(len(all)-overviewOutlets, 0)
	v.Languages = tallied(languages, func(tag string) Tallied {
		return Tallied{Name: l.words.Language(tag), Href: SearchHref("lang:"+cmp.Or(tag, "und"), false, 0)}
	})
	v.Period = period(l.words, v.From, v.Until)
	slices.Sort(v.pages)
	v.pages = slices.Compact(v.pages)
	v.arrived, err = l.r.Arrived(ctx, "")
	return err
}

// OutletCount is how many outlets the texts are known to be from.
func (v *Overview) OutletCount() int {
	n := len(v.Outlets) + v.MoreOutlets
	for _, o := range v.Outlets {
		if o.Href == "" {
			n--
		}
	}
	return n
}

// widen makes the period hold the date.
func (v *Overview) widen(d stemma.Date) {
	first, last, ok := d.Bounds()
	if !ok || first.IsZero() || last.IsZero() {
		v.Undated++
		return
	}
	if from := stemma.DateOf(first.Date()); v.From == "" || from < v.From {
		v.From = from
	}
	if until := stemma.DateOf(last.Date()); until > v.Until {
		v.Until = until
	}
}

func period(b *message.Book, from, until stemma.Date) string {
	switch {
	case from == "":
		return b.Say("cite.no-date")
	case from == until:
		return b.Date(from)
	}
	return b.Date(from + "/" + until)
}

// tallied words counted names, the most frequent first.
func tallied(counts map[string]int, word func(string) Tallied) []Tallied {
	var list []Tallied
	for _, name := range sortedKeys(counts) {
		t := word(name)
		t.Texts = counts[name]
		list = append(list, t)
	}
	slices.SortStableFunc(list, func(a, b Tallied) int {
		if (a.Href == "") != (b.Href == "") { // what is unknown comes last
			return cmp.Compare(b.Href, a.Href)
		}
		return cmp.Compare(b.Texts, a.Texts)
	})
	return list
}

func head[T any](list []T, n int) []T { return list[:min(n, len(list))] }
