package pipeline

import (
	"context"
	"errors"
	"iter"

	"stemma"
	"stemma/internal/clip"
	"stemma/internal/gazetteer"
	"stemma/internal/intake"
	"stemma/internal/store"
)

// A batch is one transaction: large enough to make transactions cheap, small enough
// that a crash costs little and memory stays bounded.
const (
	batchPages = 1024
	batchBytes = 16 << 20
)

type adder struct {
	ctx       context.Context
	to        store.Store
	options   Options
	gazetteer *gazetteer.Table
	cutter    *clip.Cutter
	crowded   func() // asked between two batches; see roomy
	report    Report

	batch   []intake.Input
	bytes   int
	putting chan error // the batch that is being kept while the next is read
}

// run reads inputs batch by batch.
func (a *adder) run(inputs iter.Seq2[intake.Input, error]) error {
	for in, err := range inputs {
		if err != nil {
			return a.stop(err)
		}
		a.batch = append(a.batch, in)
		a.bytes += len(in.Page.Text) + len(in.Body)
		if len(a.batch) < batchPages && a.bytes < batchBytes {
			continue
		}
		if err := a.flush(); err != nil {
			return a.stop(err)
		}
	}
	return a.stop(a.flush())
}

// stop waits for the batch that is being kept; its error counts if there is no other.
func (a *adder) stop(err error) error {
	if kept := a.wait(); err == nil {
		err = kept
	}
	return err
}

func (a *adder) wait() error {
	if a.putting == nil {
		return nil
	}
	err := <-a.putting
	a.putting = nil
	return err
}

// flush reads the batch and hands it to the store, which keeps it while the next one
// is read.
func (a *adder) flush() error {
	if err := a.ctx.Err(); err != nil {
		return err
	}
	batch := a.batch
	a.batch, a.bytes = nil, 0
	if len(batch) == 0 {
		return nil
	}
	if err := a.wait(); err != nil { // what it kept decides what is known
		return err
	}
	if err := a.keepBig(batch); err != nil {
		return err
	}
	fresh, places, problems, err := a.sort(batch)
	if err != nil {
		return err
	}
	a.crowded()
	entries := a.read(fresh)
	for _, e := range entries {
		a.report.Articles += len(e.Articles)
		problems = append(problems, e.Page.Problems...)
	}
	for _, p := range problems {
		if p.Step == stemma.Passed {
			a.report.Passed = append(a.report.Passed, p)
		} else {
			a.report.Problems = append(a.report.Problems, p)
		}
	}
	a.putting = make(chan error, 1)
	go func(done chan<- error) { done <- a.to.Put(a.ctx, entries, places, problems) }(a.putting)
	if a.options.Progress != nil {
		a.options.Progress(a.report.progress("reading"))
	}
	return nil
}

// keepBig keeps the bytes of files that are too big to come with their pages, before these.
// A file that is another one by now cannot be kept; its pages tell so.
func (a *adder) keepBig(batch []intake.Input) error {
	for i := range batch {
		p := &batch[i].Page
		if batch[i].Open == nil {
			continue
		}
		from, err := batch[i].Open()
		if err == nil {
			err = a.to.PutOriginal(a.ctx, p.SHA256, from)
			from.Close()
		}
		if errors.Is(err, stemma.ErrInvalid) {
			p.Problems = append(p.Problems, stemma.Problem{Page: p.ID, Source: p.Path, Step: "intake", Message: intake.NotKept, Hint: "It changed while it was read. Keep the file itself."})
		} else if err != nil {
			return err
		}
	}
	return nil
}

// sort tells new pages from known ones, and pages from problems.
func (a *adder) sort(batch []intake.Input) (fresh []intake.Input, places []store.Place, problems []stemma.Problem, err error) {
	var ids []stemma.ID
	for _, in := range batch {
		if in.Problem == nil {
			ids = append(ids, in.Page.ID)
		}
	}
	known, err := a.to.Has(a.ctx, ids)
	if err != nil {
		return nil, nil, nil, err
	}
	met := map[stemma.ID]bool{}
	for _, in := range batch {
		if in.Problem != nil {
			problems = append(problems, *in.Problem)
			continue
		}
		a.report.Pages++
		if known[in.Page.ID] || met[in.Page.ID] {
			a.report.Known++
			places = append(places, store.Place{Page: in.Page.ID, Root: in.Page.Root, Path: in.Page.Path})
			continue
		}
		met[in.Page.ID] = true
		a.report.Added++
		fresh = append(fresh, in)
	}
	return fresh, places, problems, nil
}
