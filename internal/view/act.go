package view

import (
	"cmp"
	"context"
	"strings"
	"time"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// acts are all events of a pile, those of one happening as one, in the order of their
// days, then by how many independent texts tell of them.
type acts struct {
	ledger
	list        []deed
	drawn       map[string]*memo[lanePicture] // by language
	first, last time.Time                     // days on which events begin
}

// deed is one event, or several tellings of one, in few bytes.
type deed struct {
	event     stemma.ID // or the first of its tellings
	article   stemma.ID
	sentence  stemma.Span
	happening *stemma.Happening // nil for an event that is told once
	what      string            // who, what, whom, with lateAnd; see words
	date      stemma.Date
	begins    time.Time // the date's first day; its last where it is open at the beginning
	dated     bool      // it has a place on the calendar
}

// lateAnd stands in what is kept for “and”, which is said in each reader's language.
const lateAnd = "\x1f"

// words says who did what to whom.
func (d *deed) words(b *message.Book) string { return strings.ReplaceAll(d.what, lateAnd, and(b)) }

// and stands between the last two names of a list.
func and(b *message.Book) string { return " " + b.Say("word.and") + " " }

func (d *deed) families() int {
	if d.happening == nil {
		return 1
	}
	return d.happening.Support.Families
}

// acts gives all events of the pile.
func (s *shelf) acts(ctx context.Context) (*acts, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return swept(ctx, s, &c.acts, s.beginActs)
}

// beginActs begins the list of all events.
func (s *shelf) beginActs(ctx context.Context) (*making[*acts], error) {
	who, err := s.people(ctx)
	if err != nil {
		return nil, err
	}
	happenings, err := s.r.Happenings(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	m := &actsMaker{who: who, group: map[stemma.ID]*stemma.Happening{}, told: map[stemma.ID]bool{}}
	for i := range happenings {
		for _, id := range happenings[i].Members {
			m.group[id] = &happenings[i]
		}
	}
	return &making[*acts]{[]string{store.Events.Kind, store.Wording}, m.take, m.done}, nil
}

// actsMaker is the list of events being made.
type actsMaker struct {
	who   *people
	group map[stemma.ID]*stemma.Happening // by event
	told  map[stemma.ID]bool              // happenings
	rows  []actInList
}

type actInList struct {
	deed
	kind, place, who, status string
}

func (m *actsMaker) take(t *store.Text) error {
	for i := range t.Reading.Events {
		e := &t.Reading.Events[i]
		g := m.group[e.ID]
		if g != nil && m.told[g.ID] {
			continue
		}
		x := actInList{newDeed(e, t.Article.Text, m.who), eventKind(e.Type, e.Mode), m.who.name(e.Article, e.Place), m.who.first(e.Article, e.Actors), e.Status}
		if g != nil {
			m.told[g.ID] = true
			x.happening, x.date, x.place = g, cmp.Or(g.Date, x.date), cmp.Or(g.Place, x.place)
			x.what = strings.ReplaceAll(cmp.Or(g.Label, x.what), " · ", " ")
		}
		x.begins, x.dated = onset(x.date)
		m.rows = append(m.rows, x)
	}
	return nil
}

func (m *actsMaker) done() *acts {
	order := sorted(m.rows, func(a, b *actInList) int {
		return cmp.Or(chronological(&a.deed, &b.deed), cmp.Compare(b.families(), a.families()), cmp.Compare(a.event, b.event))
	})
	out := &acts{ledger: *newLedger(choices["events"]...), list: make([]deed, 0, len(order)), drawn: byLanguage[lanePicture]()}
	spans := make([]days, 0, len(order))
	for _, at := range order {
		x := &m.rows[at]
		out.add(x.kind, x.place, x.who, x.status)
		out.list = append(out.list, x.deed)
		spans = append(spans, daysOf(x.date))
	}
	out.timed(spans)
	for _, d := range out.list {
		if d.dated && out.first.IsZero() {
			out.first = d.begins
		}
		if d.dated {
			out.last = d.begins
		}
	}
	return out
}

func newDeed(e *stemma.Event, text string, who *people) deed {
	what := []string{who.named(e.Article, text, e.Actors, lateAnd), e.Span.Of(text), who.named(e.Article, text, e.Targets, lateAnd)}
	date := e.Date
	if e.Until != "" && e.Date.Exact() && e.Until.Exact() {
		date = e.Date + "/" + e.Until
	}
	return deed{event: e.ID, article: e.Article, sentence: e.Sentence, date: date, what: strings.Join(strings.Fields(strings.Join(what, " ")), " ")}
}

// act words one row, without its sentence.
func (a *acts) act(b *message.Book, row int32) Act {
	d := &a.list[row]
	out := Act{
		Type: a.value(0, row), Place: a.value(1, row), Status: a.value(3, row), What: d.words(b), Families: 1, Texts: 1,
		Cite: Cite{Finding: d.event}, date: d.date, Href: a.href(row),
	}
	if g := d.happening; g != nil {
		out.Happening, out.Support, out.Families, out.Texts = g.ID, b.Support(g.Support), g.Support.Families, g.Support.Texts
	}
	return out
}

// href leads to the tellings of an event, or to its only one.
func (a *acts) href(row int32) string {
	d := &a.list[row]
	if d.happening != nil {
		return GroupHref("happening", d.happening.ID)
	}
	return SentenceHref(d.article, d.event, d.sentence.Start)
}

// chronological orders events by the day that they begin, what has only an end by its
// end, and what has no place on the calendar last.
func chronological(a, b *deed) int {
	if a.dated != b.dated {
		if a.dated {
			return -1
		}
		return 1
	}
	return cmp.Or(a.begins.Compare(b.begins), a.date.Compare(b.date))
}

// onset gives the day on which a date begins; the last one for a date that only ends.
func onset(d stemma.Date) (time.Time, bool) {
	first, last, ok := d.Bounds()
	if first.IsZero() {
		return last, ok
	}
	return first, ok
}
