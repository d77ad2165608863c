package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// ofRegister tells which events are of a register.
var ofRegister = map[string]func(*stemma.Event) bool{
	"measures": func(e *stemma.Event) bool { return e.Mode == "curfew" || e.Mode == "ban" },
	"demands":  func(e *stemma.Event) bool { return e.Type == "REQUEST" },
}

// decidedIn gives copies of those events of a text that a register is made of.
func decidedIn(found []stemma.Event, name string) (out []*stemma.Event) {
	for i := range found {
		if ofRegister[name](&found[i]) {
			e := found[i]
			out = append(out, &e)
		}
	}
	return out
}

// happeningOf gives the happening of each event that has one.
func happeningOf(ctx context.Context, r store.Reader) (map[stemma.ID]stemma.ID, error) {
	happenings, err := r.Happenings(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	of := map[stemma.ID]stemma.ID{}
	for i := range happenings {
		for _, id := range happenings[i].Members {
			of[id] = happenings[i].ID
		}
	}
	return of, nil
}

// decided gives the measures in force or the demands of a pile: the tellings of one happening
// are one row, and those of one family of texts that say the same of the same people.
func decided(all []*stemma.Event, of map[stemma.ID]stemma.ID, fields []string, k *kinship, who *people) []matter {
	slices.SortStableFunc(all, func(a, b *stemma.Event) int {
		return cmp.Or(k.compare(a.Article, b.Article), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	at := map[string]int{}
	var groups [][]*stemma.Event
	for _, e := range outermost(all) {
		key := cmp.Or(string(of[e.ID]), likeness(e, k))
		n, ok := at[key]
		if !ok {
			n, at[key] = len(groups), len(groups)
			groups = append(groups, nil)
		}
		groups[n] = append(groups[n], e)
	}
	var rows []matter
	for _, g := range groups {
		rows = append(rows, eventMatter(g, fields, k, who))
	}
	return rows
}

// outermost leaves out what is only the matter of another event of its kind: what
// parliament voted to prolong is not prolonged a second time. They stand in the order of their texts.
func outermost(all []*stemma.Event) (out []*stemma.Event) {
	for _, e := range all {
		inside := false
		for i := len(out) - 1; i >= 0 && out[i].Article == e.Article; i-- {
			inside = inside || out[i].Mode == e.Mode && out[i].Matter.Span.Holds(e.Span)
		}
		if !inside {
			out = append(out, e)
		}
	}
	return out
}

// likeness names what a family of texts says of the same people. Where that is next to
// nothing, only the same place in a sentence of the same length is the same.
func likeness(e *stemma.Event, k *kinship) string {
	parts := []string{e.Mode, names(e.Actors), names(e.Targets), e.Matter.Name, e.Place.Name}
	known := 0
	for _, p := range parts[1:] {
		if p != "" {
			known++
		}
	}
	if known < 2 {
		parts = append(parts, fmt.Sprint(e.Sentence.Len(), e.Span.Start-e.Sentence.Start))
	}
	return string(k.witness(e.Article)) + "\x00" + fold(strings.Join(parts, "\x00"))
}

// eventMatter gives a row with the values of its fields, as the earliest telling that knows
// them has them.
func eventMatter(tellings []*stemma.Event, fields []string, k *kinship, who *people) matter {
	m := matter{on: unknown}
	for _, e := range tellings {
		m.on = m.on.join(inForce(e))
		m.statements = append(m.statements, e.ID)
	}
	if m.on == unknown {
		m.on = appearedOn(k.articles[tellings[0].Article])
	}
	of := map[string]func(*stemma.Event) string{
		"type":      func(e *stemma.Event) string { return e.Mode },
		"place":     func(e *stemma.Event) string { return who.name(e.Article, e.Place) },
		"authority": func(e *stemma.Event) string { return who.first(e.Article, e.Actors) },
		"who":       func(e *stemma.Event) string { return who.first(e.Article, e.Actors) },
		"of":        func(e *stemma.Event) string { return who.first(e.Article, e.Targets) },
	}
	for _, field := range fields {
		value := ""
		for _, e := range tellings {
			value = cmp.Or(value, of[field](e))
		}
		m.values = append(m.values, value)
	}
	return m
}

// inForce gives the days that an event is about: when it was decided, or as long as it holds.
func inForce(e *stemma.Event) days {
	return daysOf(e.Date).join(daysOf(e.Starts)).join(daysOf(e.Until))
}

// first gives the first of several who has a name.
func (p *people) first(article stemma.ID, list []stemma.Named) string {
	for _, n := range list {
		if s := p.name(article, n); s != "" {
			return s
		}
	}
	return ""
}
