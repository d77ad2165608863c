package view

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"stemma"
	"stemma/internal/store"
)

// Timeline lists events by day; the tellings of one happening stand as one.
type Timeline struct {
	Total  int     `json:"total"` // in the choice
	Days   []Day   `json:"days"`  // by date; without a date last
	Lanes  []Lane  `json:"lanes"` // the whole choice as a picture, one lane a type
	Facets []Facet `json:"facets"`
	Choice Choice  `json:"choice"`
	Prev   string  `json:"prev,omitempty"`
	Next   string  `json:"next,omitempty"`
}

// Day is a date with what happened then.
type Day struct {
	Date  stemma.Date `json:"date,omitempty"`
	Words string      `json:"words"`
	Acts  []Act       `json:"acts"`
}

// Act is one event, or several tellings of one.
type Act struct {
	Happening stemma.ID `json:"happening,omitempty"`
	Type      string    `json:"type"`
	What      string    `json:"what"` // who, what, whom
	Place     string    `json:"place,omitempty"`
	Status    string    `json:"status"`
	Support   string    `json:"support,omitempty"`
	Families  int       `json:"families"`
	Texts     int       `json:"texts"`
	Cite      Cite      `json:"cite"`
	Href      string    `json:"href"`
	date      stemma.Date
}

// Lane is the events of one type as marks on a line of time.
type Lane struct {
	Type  string     `json:"type"`
	Marks []LaneMark `json:"marks"`
}

// LaneMark is one event's span of days on a lane.
type LaneMark struct {
	Date     stemma.Date `json:"date"`
	Label    string      `json:"label"`
	Families int         `json:"families"`
	Href     string      `json:"href"`
}

var timelineFields = []struct{ field, name string }{{"type", "Type"}, {"place", "Place"}, {"status", "Status"}}

// Timeline lists the events of a choice; its fields are “type”, “place” and “status”.
func (l *Library) Timeline(ctx context.Context, c Choice) (*Timeline, error) {
	s := l.shelf()
	acts, err := s.acts(ctx)
	if err != nil {
		return nil, fmt.Errorf("timeline: %w", err)
	}
	v := &Timeline{Choice: c}
	counts := map[string]map[string]int{"type": {}, "place": {}, "status": {}}
	var chosen []Act
	for _, a := range acts {
		values := map[string]string{"type": a.Type, "place": a.Place, "status": a.Status}
		for _, f := range timelineFields { // a facet counts what the other fields leave
			if c.without(f.field).matches(values) {
				counts[f.field][values[f.field]]++
			}
		}
		if c.matches(values) {
			chosen = append(chosen, a)
		}
	}
	for _, f := range timelineFields {
		v.Facets = append(v.Facets, choiceFacet(f.name, "/timeline", f.field, c, counts[f.field], same))
	}
	slices.SortStableFunc(chosen, func(a, b Act) int {
		return cmp.Or(chronological(a.date, b.date), cmp.Compare(b.Families, a.Families), cmp.Compare(a.Cite.Finding, b.Cite.Finding))
	})
	v.Total = len(chosen)
	v.Lanes = lanes(chosen)
	v.Prev, v.Next = turns("/timeline", c, c.Offset, listPage, v.Total)
	for _, a := range window(chosen, c.Offset) {
		if a.Cite, err = s.eventCite(ctx, a.Cite.Finding); err != nil {
			return nil, fmt.Errorf("timeline: %w", err)
		}
		if n := len(v.Days); n == 0 || v.Days[n-1].Date != a.date {
			v.Days = append(v.Days, Day{Date: a.date, Words: dayWords(a.date)})
		}
		last := &v.Days[len(v.Days)-1]
		last.Acts = append(last.Acts, a)
	}
	return v, nil
}

// chronological orders dates by the day that they begin, what has only an end by its
// end, and what has no place on the calendar last.
func chronological(a, b stemma.Date) int {
	x, xok := onset(a)
	y, yok := onset(b)
	if xok != yok {
		if xok {
			return -1
		}
		return 1
	}
	return cmp.Or(x.Compare(y), a.Compare(b))
}

func onset(d stemma.Date) (time.Time, bool) {
	first, last, ok := d.Bounds()
	if first.IsZero() {
		return last, ok
	}
	return first, ok
}

// dayWords words a date without its clock time.
func dayWords(d stemma.Date) string {
	if d == "" {
		return "Date unknown"
	}
	if !strings.Contains(string(d), "/") && !strings.HasPrefix(string(d), "P") {
		s, _, _ := strings.Cut(string(d), "T")
		d = stemma.Date(s)
	}
	return DateWords(d)
}

// acts gives all events, those of one happening as one.
func (s *shelf) acts(ctx context.Context) ([]Act, error) {
	events, err := s.r.Events(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	happenings, err := s.r.Happenings(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	who, err := s.people(ctx)
	if err != nil {
		return nil, err
	}
	group := map[stemma.ID]*stemma.Happening{}
	for i := range happenings {
		for _, m := range happenings[i].Members {
			group[m] = &happenings[i]
		}
	}
	told := map[stemma.ID]bool{}
	var out []Act
	for _, e := range events {
		g := group[e.ID]
		if g != nil && told[g.ID] {
			continue
		}
		a, err := s.act(ctx, e, who)
		if err != nil {
			return nil, err
		}
		if g != nil {
			told[g.ID] = true
			a.Happening, a.Support, a.Families, a.Texts = g.ID, Support(g.Support), g.Support.Families, g.Support.Texts
			a.Href, a.date = GroupHref("happening", g.ID), cmp.Or(g.Date, a.date)
			a.Place = cmp.Or(g.Place, a.Place)
			a.What = strings.ReplaceAll(cmp.Or(g.Label, a.What), " · ", " ")
		}
		out = append(out, a)
	}
	return out, nil
}

func (s *shelf) act(ctx context.Context, e stemma.Event, who *people) (Act, error) {
	a, err := s.article(ctx, e.Article)
	if err != nil {
		return Act{}, err
	}
	what := []string{who.named(e.Article, a.Text, e.Actors), e.Span.Of(a.Text), who.named(e.Article, a.Text, e.Targets)}
	date := e.Date
	if e.Until != "" && e.Date.Exact() && e.Until.Exact() {
		date = e.Date + "/" + e.Until
	}
	return Act{
		Type: eventKind(e.Type, e.Mode), What: strings.Join(strings.Fields(strings.Join(what, " ")), " "), Status: e.Status, Families: 1, Texts: 1,
		Place: who.name(e.Article, e.Place), Cite: Cite{Finding: e.ID}, date: date, Href: SentenceHref(e.Article, e.ID, e.Sentence.Start),
	}, nil
}

func (s *shelf) eventCite(ctx context.Context, id stemma.ID) (Cite, error) {
	cites, err := s.cites(ctx, []stemma.ID{id})
	if err != nil || len(cites) == 0 {
		return Cite{}, err
	}
	return cites[0], nil
}

// lanes draws the dated events by type, the most frequent type first.
func lanes(acts []Act) []Lane {
	by := map[string][]LaneMark{}
	for _, a := range acts {
		if _, _, ok := a.date.Bounds(); ok {
			by[a.Type] = append(by[a.Type], LaneMark{Date: a.date, Label: a.What + ", " + DateWords(a.date), Families: a.Families, Href: a.Href})
		}
	}
	var out []Lane
	for _, t := range sortedKeys(by) {
		out = append(out, Lane{Type: t, Marks: by[t]})
	}
	slices.SortStableFunc(out, func(a, b Lane) int { return cmp.Compare(len(b.Marks), len(a.Marks)) })
	return out
}

// Text prints the days.
func (v *Timeline) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("No events were found.")
		return p.err
	}
	p.line("%s", Count(v.Total, "event", "events"))
	for _, d := range v.Days {
		p.heading(d.Words)
		for _, a := range d.Acts {
			line := a.What + " (" + a.Type
			if a.Status != "happened" && a.Status != "" {
				line += ", " + a.Status
			}
			line += ")"
			if a.Place != "" {
				line += ", " + a.Place
			}
			p.wrap("", line)
			p.wrap("  ", "“"+a.Cite.Words()+"”")
			p.line("    %s%s  %s", a.Cite.Text.Where(), before("; ", a.Support), cmp.Or(a.Happening, a.Cite.Finding))
		}
	}
	if v.Next != "" {
		p.line("")
		p.line("--offset %d shows more.", v.Choice.Offset+listPage)
	}
	return p.err
}

// before puts something in front of a word that is there.
func before(what, s string) string {
	if s == "" {
		return ""
	}
	return what + s
}
