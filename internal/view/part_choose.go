package view

import (
	"context"
	"errors"

	"stemma"
	"stemma/internal/store"
)

// choose fills in what the part holds.
func (m *chooser) choose(ctx context.Context) error {
	if m.part.List == "clashes" {
		if err := m.clashes(ctx); err != nil {
			return err
		}
	}
	if m.part.List == "stories" {
		if err := m.stories(ctx); err != nil {
			return err
		}
	}
	if m.part.List == "texts" && m.members == nil {
		return m.texts(ctx)
	}
	if n := registerAt(m.part.List); n >= 0 {
		return m.register(ctx, Registers[n])
	}
	for _, kind := range []struct {
		list string
		of   func(context.Context, Choice) error
	}{
		{"quotes", m.quotes}, {"figures", m.figures}, {"victims", m.victims},
		{"times", m.times}, {"names", m.names}, {"events", m.events},
	} {
		c := Choice{}
		switch m.part.List {
		case kind.list:
			c.Fields = m.part.Fields
		case "", "texts", "stories", "clashes":
		default:
			continue
		}
		if err := kind.of(ctx, c); err != nil {
			return err
		}
	}
	if m.part.List == "texts" {
		return m.onlyTexts(ctx)
	}
	return nil
}

// onlyTexts leaves, of the texts in which what was chosen stands, those of the list's choice,
// without what they state.
func (m *chooser) onlyTexts(ctx context.Context) error {
	stated := m.out.articles
	m.out.findings, m.out.articles = map[stemma.ID]bool{}, map[stemma.ID]bool{}
	list, err := m.textList(ctx)
	if err != nil {
		return err
	}
	rows, _, err := m.textsOf(ctx, list, Choice{Fields: m.part.Fields})
	if err != nil {
		return err
	}
	for _, row := range rows {
		if id := list.ids[row]; stated[id] {
			m.out.articles[id] = true
		}
	}
	return nil
}

// take chooses a statement if the search and the group hold it.
func (m *chooser) take(id stemma.ID, at stemma.Evidence) {
	if (m.members != nil || m.within != nil) && !m.members[id] && !m.within[at.Article] {
		return
	}
	if m.found != nil && !m.found.meets(at) {
		return
	}
	m.out.findings[id], m.out.articles[at.Article] = true, true
}

// meets reports whether a finding stands in one of the sentences.
func (set sentenceSet) meets(at stemma.Evidence) bool {
	for sentence := range set[at.Article] {
		if sentence.Meets(at.Span) {
			return true
		}
	}
	return false
}

// texts chooses the texts themselves, without their statements.
func (m *chooser) texts(ctx context.Context) error {
	list, err := m.textList(ctx)
	if err != nil {
		return err
	}
	rows, _, err := m.textsOf(ctx, list, Choice{Fields: m.part.Fields})
	if err != nil {
		return err
	}
	for _, row := range rows {
		id := list.ids[row]
		if (m.found == nil || m.found[id] != nil) && (m.within == nil || m.within[id]) {
			m.out.articles[id] = true
		}
	}
	return nil
}

// takeOf takes the findings of a kind that are chosen; all of them for nil.
func takeOf[T any](ctx context.Context, m *chooser, k store.Finding[T], list func(context.Context, store.Query) ([]T, error), chosen map[stemma.ID]bool) error {
	all, err := list(ctx, queryAll)
	for i := range all {
		if id := k.ID(&all[i]); chosen == nil || chosen[id] {
			m.take(id, *k.Evidence(&all[i]))
		}
	}
	return err
}

func (m *chooser) quotes(ctx context.Context, c Choice) error {
	if m.part.List != "quotes" {
		return takeOf(ctx, m, store.Quotes, m.r.Quotes, nil)
	}
	quotes, err := m.shelf.quotes(ctx)
	if err != nil {
		return err
	}
	chosen := map[stemma.ID]bool{}
	for _, rows := range quotes.choose(c).by {
		for _, row := range rows {
			chosen[quotes.list[row].id] = true
		}
	}
	return takeOf(ctx, m, store.Quotes, m.r.Quotes, chosen)
}

func (m *chooser) figures(ctx context.Context, c Choice) error {
	figures, err := m.shelf.figures(ctx)
	if err != nil {
		return err
	}
	chosen := map[stemma.ID]bool{}
	rows, _ := figures.choose(c)
	for _, row := range rows {
		chosen[figures.list[row].id] = true
	}
	return takeOf(ctx, m, store.Figures, m.r.Figures, chosen)
}

func (m *chooser) victims(ctx context.Context, c Choice) error {
	if _, err := c.period(); err != nil {
		return err
	}
	all, err := m.shelf.victims(ctx)
	if err != nil {
		return err
	}
	rows, _ := all.choose(c)
	for _, row := range rows {
		for _, v := range all.list[row].tellings {
			m.take(v.ID, v.Evidence)
		}
	}
	return nil
}

func (m *chooser) times(ctx context.Context, c Choice) error {
	all, err := m.r.Times(ctx, queryAll)
	for _, t := range all {
		if c.matches(map[string]string{"type": t.Type}) {
			m.take(t.ID, t.Evidence)
		}
	}
	return err
}

func (m *chooser) events(ctx context.Context, c Choice) error {
	acts, err := m.acts(ctx)
	if err != nil {
		return err
	}
	chosen := map[stemma.ID]bool{}
	rows, _ := acts.choose(c)
	for _, row := range rows {
		d := &acts.list[row]
		chosen[d.event] = true
		if d.happening != nil {
			for _, id := range d.happening.Members {
				chosen[id] = true
			}
		}
	}
	return takeOf(ctx, m, store.Events, m.r.Events, chosen)
}

// lined adds what is lined up with what was chosen.
func (m *chooser) lined(ctx context.Context) error {
	var groups [][]stemma.ID
	sayings, err1 := m.r.Sayings(ctx, queryAll)
	tallies, err2 := m.r.Tallies(ctx, queryAll)
	happenings, err3 := m.r.Happenings(ctx, queryAll)
	clashes, err4 := m.r.Clashes(ctx, queryAll)
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		return err
	}
	for i := range sayings {
		groups = append(groups, sayings[i].Members)
	}
	for i := range tallies {
		groups = append(groups, tallies[i].Members)
	}
	for i := range happenings {
		groups = append(groups, happenings[i].Members)
	}
	for i := range clashes {
		groups = append(groups, clashes[i].Members)
	}
	more := map[stemma.ID]bool{}
	for _, members := range groups {
		if !anyOf(m.out.findings, members) {
			continue
		}
		for _, id := range members {
			more[id] = more[id] || !m.out.findings[id]
		}
	}
	again := &chooser{searcher: searcher{shelf: m.shelf}, part: Part{}, out: m.out, members: more}
	return again.choose(ctx)
}
