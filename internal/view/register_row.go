package view

import (
	"context"
	"slices"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// takeDown reads the statements of the rows of one page, all at once: one by one, looking up
// where they stand would cost more than reading them.
func (s *shelf) takeDown(ctx context.Context, name string, rows []matter) error {
	ids := []stemma.ID{}
	for _, row := range rows {
		ids = append(ids, row.statements...)
	}
	if Registers[registerAt(name)].Kind == KindFigure {
		found, err := s.r.Figures(ctx, store.Query{IDs: ids})
		s.counted = byID(found, store.Figures)
		return err
	}
	found, err := s.r.Events(ctx, store.Query{IDs: ids})
	s.told = byID(found, store.Events)
	return err
}

// byID gives findings by their IDs.
func byID[T any](found []T, k store.Finding[T]) map[stemma.ID]T {
	out := make(map[stemma.ID]T, len(found))
	for i := range found {
		out[k.ID(&found[i])] = found[i]
	}
	return out
}

// figureTellings are the figures of a row with the texts that state them.
type figureTellings struct {
	Matter
	book    *message.Book   // in which they are worded
	figures []stemma.Figure // of the row, in its order
	texts   map[stemma.ID]*stemma.Article
}

// figureTellings gives the figures of a row that was taken down.
func (s *shelf) figureTellings(ctx context.Context, row matter) (_ *figureTellings, err error) {
	out := &figureTellings{book: s.words, texts: map[stemma.ID]*stemma.Article{}}
	by, at := map[stemma.ID]stemma.Figure{}, map[stemma.ID]stemma.Evidence{}
	for _, id := range row.statements {
		if f, ok := s.counted[id]; ok {
			by[id], at[id] = f, f.Evidence
		}
	}
	for _, id := range row.statements {
		f, ok := by[id]
		if !ok {
			continue
		}
		if out.texts[f.Article], err = s.article(ctx, f.Article); err != nil {
			return nil, err
		}
		out.figures = append(out.figures, f)
	}
	out.Matter, err = s.cited(ctx, row, at, func(id stemma.ID) (Cite, error) {
		f := by[id]
		var marks []Mark
		for _, g := range out.figures {
			if g.Article == f.Article && g.Sentence == f.Sentence {
				marks = append(marks, Mark{ID: g.ID, Kind: KindFigure, Span: g.Span, Label: s.words.Figure(g)})
			}
		}
		return s.citeMarked(ctx, id, f.Evidence, f.Sentence, marks)
	})
	return out, err
}

// words gives what the tellings point to, in words; see [either].
func (t *figureTellings) words(of func(*stemma.Figure) stemma.Named) string {
	var said []string
	for i := range t.figures {
		said = append(said, wordsOf(of(&t.figures[i]), t.texts[t.figures[i].Article]))
	}
	return either(t.book, said)
}

// when words the days for which the tellings speak.
func (t *figureTellings) when() string {
	var said []string
	for i := range t.figures {
		if f := &t.figures[i]; f.AsOf != "" {
			said = append(said, t.book.Day(f.AsOf))
		} else if f.Date != "" {
			said = append(said, t.book.Day(f.Date))
		}
	}
	return either(t.book, said)
}

// number words the numbers of a measure.
func (t *figureTellings) number(measure string) string {
	var said []string
	for i := range t.figures {
		if f := &t.figures[i]; f.Measure == measure {
			said = append(said, t.book.Bound(f.Op, f.Value, f.Min, f.Max))
		}
	}
	return either(t.book, said)
}

func placeOf(f *stemma.Figure) stemma.Named  { return f.Place }
func aboutOf(f *stemma.Figure) stemma.Named  { return f.About }
func sourceOf(f *stemma.Figure) stemma.Named { return f.SaidBy }

// eventTellings are the events of a row with the texts that tell them.
type eventTellings struct {
	Matter
	book   *message.Book  // in which they are worded
	events []stemma.Event // of the row, in its order
	texts  map[stemma.ID]*stemma.Article
	who    *people
}

// eventTellings gives the events of a row that was taken down.
func (s *shelf) eventTellings(ctx context.Context, row matter) (_ *eventTellings, err error) {
	out := &eventTellings{book: s.words, texts: map[stemma.ID]*stemma.Article{}}
	if out.who, err = s.people(ctx); err != nil {
		return nil, err
	}
	by, at := map[stemma.ID]stemma.Event{}, map[stemma.ID]stemma.Evidence{}
	for _, id := range row.statements {
		if e, ok := s.told[id]; ok {
			by[id], at[id] = e, e.Evidence
		}
	}
	for _, id := range row.statements {
		e, ok := by[id]
		if !ok {
			continue
		}
		if out.texts[e.Article], err = s.article(ctx, e.Article); err != nil {
			return nil, err
		}
		out.events = append(out.events, e)
	}
	out.Matter, err = s.cited(ctx, row, at, func(id stemma.ID) (Cite, error) {
		e := by[id]
		return s.cite(ctx, id, e.Evidence, e.Sentence, KindEvent, eventLabel(s.words, e))
	})
	return out, err
}

// words gives whom and what the tellings point to, in words; see [either].
func (t *eventTellings) words(of func(*stemma.Event) []stemma.Named) string {
	var said []string
	for i := range t.events {
		e := &t.events[i]
		a := t.texts[e.Article]
		told := slices.DeleteFunc(slices.Clone(of(e)), func(n stemma.Named) bool { return wordsOf(n, a) == "" }) // a pronoun
		said = append(said, t.who.named(e.Article, a.Text, told, and(t.book)))
	}
	return either(t.book, said)
}

// dates words dates of the tellings.
func (t *eventTellings) dates(of func(*stemma.Event) stemma.Date, word func(stemma.Date) string) string {
	var said []string
	for i := range t.events {
		if d := of(&t.events[i]); d != "" {
			said = append(said, word(d))
		}
	}
	return either(t.book, said)
}

// status is that of the earliest telling.
func (t *eventTellings) status() string {
	if len(t.events) == 0 {
		return ""
	}
	return t.events[0].Status
}

func actorsOf(e *stemma.Event) []stemma.Named  { return e.Actors }
func targetsOf(e *stemma.Event) []stemma.Named { return e.Targets }
func matterOf(e *stemma.Event) []stemma.Named  { return []stemma.Named{e.Matter} }
func saidByOf(e *stemma.Event) []stemma.Named  { return []stemma.Named{e.SaidBy} }
func rightsOf(e *stemma.Event) []stemma.Named  { return e.Rights }
func dateOf(e *stemma.Event) stemma.Date       { return e.Date }

// whereOf gives where an event holds, else where it happened.
func whereOf(e *stemma.Event) []stemma.Named {
	if len(e.Scope) > 0 {
		return e.Scope
	}
	return []stemma.Named{e.Place}
}
