package view

import (
	"sort"

	"stemma"
	"stemma/internal/store"
)

var queryAll = store.Query{}

// page gives all records of one page, and notes where roles and passages stand.
func (w *recorder) page(id stemma.ID, source string) ([]Record, error) {
	page, err := w.l.r.Page(w.ctx, id)
	if err != nil {
		return nil, err
	}
	p := newPoints(page.Text)
	pr := &PageRecord{
		"page", page.ID, source, page.Format, page.Encoding, orNull(page.URL), orNull(page.Captured), page.SHA256, nil,
	}
	if own := page.Member == "" && page.Encoding != stemma.EncodedTwice; page.Format != "jsonl" && !(page.Format == "txt" && own) {
		pr.Text = &page.Text
	}
	records := []Record{pr}
	if w.wanted["furniture"] {
		furniture, err := w.l.r.Furniture(w.ctx, id)
		if err != nil {
			return nil, err
		}
		for i := range furniture {
			records = append(records, furnitureRecord(&furniture[i], source, p))
		}
	}
	for _, id := range w.articles[id] {
		more, err := w.article(id, source, p)
		if err != nil {
			return nil, err
		}
		records = append(records, more...)
	}
	return records, nil
}

func (w *recorder) article(id stemma.ID, source string, p *points) ([]Record, error) {
	a, err := w.l.r.Article(w.ctx, id)
	if err != nil {
		return nil, err
	}
	reading, err := w.l.r.Reading(w.ctx, id)
	if err != nil {
		return nil, err
	}
	s := &scribe{points: p, source: source, article: &a, reading: &reading, entities: map[stemma.ID]stemma.ID{}}
	for _, m := range reading.Mentions {
		if actor, ok := w.actors[m.ID]; ok {
			s.entities[m.Entity] = actor
		}
	}
	w.notePlaces(s)
	return s.records(w.wanted), nil
}

// records gives an article and what it states, of the kinds that are wanted.
func (s *scribe) records(wanted map[string]bool) []Record {
	out := []Record{s.articleRecord()}
	r := s.reading
	if wanted["sentence"] {
		for _, at := range r.Sentences {
			out = append(out, &SentenceRecord{s.head("sentence", stemma.NewID("s", string(s.article.ID), itoa(at.Start), itoa(at.End)), at, "")})
		}
	}
	out = recordsOf(out, wanted["quote"], r.Quotes, func(q *stemma.Quote) Record { return s.quoteRecord(q) })
	out = recordsOf(out, wanted["figure"], r.Figures, func(f *stemma.Figure) Record { return s.figureRecord(f) })
	out = recordsOf(out, wanted["victim"], r.Victims, func(v *stemma.Victim) Record { return s.victimRecord(v) })
	out = recordsOf(out, wanted["time"], r.Times, func(t *stemma.Time) Record { return s.timeRecord(t) })
	out = recordsOf(out, wanted["name"], r.Mentions, func(m *stemma.Mention) Record { return s.nameRecord(m) })
	return recordsOf(out, wanted["event"], r.Events, func(e *stemma.Event) Record { return s.eventRecord(e) })
}

func recordsOf[T any](out []Record, wanted bool, list []T, record func(*T) Record) []Record {
	for i := range list {
		if wanted {
			out = append(out, record(&list[i]))
		}
	}
	return out
}

// notePlaces keeps where this article's roles and passages stand, for the records
// that come after all sources.
func (w *recorder) notePlaces(s *scribe) {
	for at := range w.roleAt[s.article.ID] {
		if p := s.place(at); p != nil {
			w.roleAt[s.article.ID][at] = &RolePlace{s.source, s.article.ID, *p}
		}
	}
	for at := range w.spans[s.article.ID] {
		start, end := s.bounds(at)
		w.spans[s.article.ID][at] = RecordSpan{start, end}
	}
}

// groups prints the records without a source, by kind, then id.
func (w *recorder) groups() error {
	for _, part := range []struct {
		kind string
		give func() (map[stemma.ID]any, error)
	}{
		{"clash", w.clashes}, {"copy", w.copyRecords}, {"entity", w.entities}, {"family", w.families},
		{"happening", w.happenings}, {"saying", w.sayings}, {"story", w.stories}, {"tally", w.tallies},
	} {
		if !w.wanted[part.kind] {
			continue
		}
		records, err := part.give()
		if err != nil {
			return err
		}
		for _, id := range sortedKeys(records) {
			if !w.chosen.group(records[id]) {
				continue
			}
			if err := w.yield(records[id]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *recorder) clashes() (map[stemma.ID]any, error) {
	all, err := w.l.r.Clashes(w.ctx, queryAll)
	out := map[stemma.ID]any{}
	for i := range all {
		out[all[i].ID] = clashRecord(&all[i])
	}
	return out, err
}

func (w *recorder) entities() (map[stemma.ID]any, error) {
	out := map[stemma.ID]any{}
	for i := range w.people {
		out[w.people[i].ID] = entityRecord(&w.people[i], func(at stemma.Evidence) *RolePlace {
			return w.roleAt[at.Article][at.Span]
		})
	}
	return out, nil
}

func (w *recorder) families() (map[stemma.ID]any, error) {
	out := map[stemma.ID]any{}
	for i := range w.kin {
		out[w.kin[i].ID] = familyRecord(&w.kin[i], w.spans)
	}
	return out, nil
}

func (w *recorder) happenings() (map[stemma.ID]any, error) {
	all, err := w.l.r.Happenings(w.ctx, queryAll)
	out := map[stemma.ID]any{}
	for i := range all {
		out[all[i].ID] = happeningRecord(&all[i])
	}
	return out, err
}

func (w *recorder) sayings() (map[stemma.ID]any, error) {
	all, err := w.l.r.Sayings(w.ctx, queryAll)
	out := map[stemma.ID]any{}
	for i := range all {
		out[all[i].ID] = sayingRecord(&all[i])
	}
	return out, err
}

func (w *recorder) stories() (map[stemma.ID]any, error) {
	all, err := w.l.r.Stories(w.ctx, queryAll)
	out := map[stemma.ID]any{}
	for i := range all {
		out[all[i].ID] = storyRecord(&all[i])
	}
	return out, err
}

func (w *recorder) tallies() (map[stemma.ID]any, error) {
	all, err := w.l.r.Tallies(w.ctx, queryAll)
	out := map[stemma.ID]any{}
	for i := range all {
		out[all[i].ID] = tallyRecord(&all[i])
	}
	return out, err
}

func (w *recorder) copyRecords() (map[stemma.ID]any, error) {
	out := map[stemma.ID]any{}
	for _, c := range w.copies {
		r := &CopyRecord{
			Kind: "copy", ID: c.ID, A: c.A, B: c.B, Relation: c.Relation, Passages: []PassageRecord{},
			ShareA: c.ShareA, ShareB: c.ShareB, Earlier: orNull(c.Earlier), Certainty: orNull(c.Certainty), Why: list(c.Why),
		}
		for _, p := range c.Passages {
			r.Passages = append(r.Passages, PassageRecord{w.spans[c.A][p.A], w.spans[c.B][p.B]})
		}
		sort.SliceStable(r.Passages, func(i, j int) bool { return r.Passages[i].A.Start < r.Passages[j].A.Start })
		out[c.ID] = r
	}
	return out, nil
}
