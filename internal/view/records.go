package view

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"stemma"
)

// Header is the first line of an export.
type Header struct {
	Kind    string `json:"kind"`
	Schema  int    `json:"schema"`
	Version string `json:"version"`
	Rules   string `json:"rules"`
}

// RecordKinds are the kinds that an export can hold, ordered.
var RecordKinds = []string{
	"article", "clash", "copy", "entity", "event", "family", "figure", "furniture", "happening", "name",
	"page", "problem", "quote", "saying", "sentence", "story", "tally", "time", "victim",
}

// Records hands the pile's records to yield one by one in the contract's order: those
// with a source by source, start, kind, id; then the others by kind, then id. With no
// kinds named it gives all but sentences. Only one page's records are held at a time.
func (l *Library) Records(ctx context.Context, kinds []string, yield func(any) error) error {
	return l.RecordsOf(ctx, Part{}, kinds, yield)
}

// RecordsOf hands those records to yield that a part of the pile holds, in the same order:
// its statements, their texts and pages, and the groups that one of them is in.
func (l *Library) RecordsOf(ctx context.Context, part Part, kinds []string, yield func(any) error) error {
	w := &recorder{l: l, ctx: ctx, yield: yield, wanted: map[string]bool{}}
	for _, k := range RecordKinds {
		w.wanted[k] = slices.Contains(kinds, k) || len(kinds) == 0 && k != "sentence"
	}
	for _, k := range kinds {
		if !slices.Contains(RecordKinds, k) {
			return fmt.Errorf("there is no kind of record called %q; there are %s: %w", k, strings.Join(RecordKinds, ", "), stemma.ErrInvalid)
		}
	}
	var err error
	if w.chosen, err = l.choose(ctx, part); err != nil {
		return err
	}
	if err := w.start(); err != nil {
		return err
	}
	if err := w.sources(); err != nil {
		return err
	}
	return w.groups()
}

type recorder struct {
	l        *Library
	ctx      context.Context
	yield    func(any) error
	wanted   map[string]bool
	chosen   *chosen                                  // the part; nil for the whole pile
	names    map[stemma.ID]string                     // page → source
	articles map[stemma.ID][]stemma.ID                // page → articles
	actors   map[stemma.ID]stemma.ID                  // mention → actor
	problems map[string][]stemma.Problem              // source → problems
	roleAt   map[stemma.ID]map[stemma.Span]*RolePlace // article → where roles stand; nil until known
	copies   []stemma.Copy
	kin      []stemma.Family
	spans    map[stemma.ID]map[stemma.Span]RecordSpan // article → its passages and parts
	people   []stemma.Actor
}

// start reads what all pages need to know: names of sources, entities, where roles and
// passages stand.
func (w *recorder) start() (err error) {
	if w.names, err = w.l.Sources(w.ctx); err != nil {
		return err
	}
	all, err := w.l.r.Articles(w.ctx)
	if err != nil {
		return err
	}
	w.articles = map[stemma.ID][]stemma.ID{}
	for _, a := range all {
		w.articles[a.Page] = append(w.articles[a.Page], a.ID)
	}
	if err := w.startProblems(); err != nil {
		return err
	}
	return w.startGroups()
}

func (w *recorder) startProblems() error {
	problems, err := w.l.r.Problems(w.ctx)
	if err != nil {
		return err
	}
	w.problems = map[string][]stemma.Problem{}
	for _, p := range problems {
		source := p.Source
		if name, ok := w.names[p.Page]; ok {
			source = name
		}
		w.problems[source] = append(w.problems[source], p)
	}
	return nil
}

func (w *recorder) startGroups() (err error) {
	if w.people, err = w.l.r.Actors(w.ctx, queryAll); err != nil {
		return err
	}
	w.actors, w.roleAt = map[stemma.ID]stemma.ID{}, map[stemma.ID]map[stemma.Span]*RolePlace{}
	for _, a := range w.people {
		for _, m := range a.Members {
			w.actors[m] = a.ID
		}
		for _, r := range a.Roles {
			w.noteRole(r.At)
		}
	}
	if w.copies, err = w.l.r.Copies(w.ctx, ""); err != nil {
		return err
	}
	w.spans = map[stemma.ID]map[stemma.Span]RecordSpan{}
	for _, c := range w.copies {
		for _, p := range c.Passages {
			w.noteSpan(c.A, p.A)
			w.noteSpan(c.B, p.B)
		}
	}
	if w.kin, err = w.l.r.Families(w.ctx); err != nil {
		return err
	}
	for _, f := range w.kin {
		for _, s := range f.Further {
			for _, part := range s.Parts {
				w.noteSpan(s.To, part)
			}
		}
	}
	return nil
}

func (w *recorder) noteRole(at stemma.Evidence) {
	if w.roleAt[at.Article] == nil {
		w.roleAt[at.Article] = map[stemma.Span]*RolePlace{}
	}
	w.roleAt[at.Article][at.Span] = nil
}

func (w *recorder) noteSpan(article stemma.ID, s stemma.Span) {
	if w.spans[article] == nil {
		w.spans[article] = map[stemma.Span]RecordSpan{}
	}
	w.spans[article][s] = RecordSpan{}
}

// sources prints all records that have a source.
func (w *recorder) sources() error {
	pages := map[string]stemma.ID{}
	all := map[string]bool{}
	for id, name := range w.names {
		pages[name] = id
		all[name] = true
	}
	for name := range w.problems {
		all[name] = true
	}
	for _, name := range sortedKeys(all) {
		var records []Record
		for _, p := range w.problems[name] {
			records = append(records, &ProblemRecord{
				"problem", stemma.NewID("x", name, p.Step, p.Message), name, p.Step, p.Message, p.Hint,
			})
		}
		if id, ok := pages[name]; ok && w.chosen.page(w.articles[id]) {
			more, err := w.page(id, name)
			if err != nil {
				return err
			}
			records = append(records, more...)
		}
		if err := w.print(records); err != nil {
			return err
		}
	}
	return nil
}

// print gives one source's records in order, those that were asked for.
func (w *recorder) print(records []Record) error {
	sort.SliceStable(records, func(i, j int) bool { return less(records[i].Head(), records[j].Head()) })
	for _, r := range records {
		if !w.chosen.record(r) || !w.wanted[r.Head().Kind] {
			continue
		}
		if err := w.yield(r); err != nil {
			return err
		}
	}
	return nil
}

// less orders records of one source; see docs/decisions on the order of records.
func less(a, b *RecordHead) bool {
	switch {
	case a.Start != b.Start:
		return a.Start < b.Start
	case a.Kind != b.Kind:
		return a.Kind < b.Kind
	}
	return a.ID < b.ID
}

func itoa(n int) string { return strconv.Itoa(n) }
