package pipeline

import (
	"fmt"
	"sync"
	"sync/atomic"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/read"
	"stemma/internal/store"
)

// read cuts and reads new pages with as many workers as asked for; entries come in the
// order of the pages.
func (a *adder) read(fresh []intake.Input) []store.Entry {
	entries := make([]store.Entry, len(fresh))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(a.options.Workers, len(fresh)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(fresh); i = int(next.Add(1)) - 1 {
				entries[i] = a.entry(fresh[i])
			}
		})
	}
	workers.Wait()
	return entries
}

// entry makes all of one page. A step that panics leaves the page without articles and
// with a problem.
func (a *adder) entry(in intake.Input) (e store.Entry) {
	step := "clip"
	defer func() {
		if fault := recover(); fault != nil {
			in.Page.Problems = append(in.Page.Problems, problem(&in.Page, step, fault))
			e = store.Entry{Page: in.Page, Body: in.Body}
		}
	}()
	e = store.Entry{Page: in.Page, Body: in.Body}
	var problems []stemma.Problem
	e.Articles, e.Furniture, problems = a.cutter.Articles(in.Page)
	step = "read"
	for i := range e.Articles {
		r := read.Read(&e.Articles[i], a.gazetteer)
		e.Readings = append(e.Readings, r)
		problems = append(problems, e.Articles[i].Problems...)
		problems = append(problems, r.Problems...)
	}
	for i := range problems {
		problems[i].Page = in.Page.ID
		if problems[i].Source == "" {
			problems[i].Source = in.Page.Path
		}
	}
	e.Page.Problems = append(e.Page.Problems, problems...)
	return e
}

// problem tells of a step that failed on a page: a fault of Stemma's, not of the page's.
func problem(p *stemma.Page, step string, fault any) stemma.Problem {
	return stemma.Problem{
		Page: p.ID, Source: p.Path, Step: step,
		Message: fmt.Sprintf("a fault in Stemma stopped it from reading this page (%v)", fault),
		Hint:    "The page is kept. Please report the fault with the page's name; then make the pile anew with a version that mends it.",
	}
}
