package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"stemma"
	"stemma/internal/kin"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
	"stemma/internal/view"
)

// pileFlag names the pile that a command works on.
type pileFlag struct {
	Pile string `help:"The pile's file." type:"path" default:"pile.stemma" env:"STEMMA_PILE" placeholder:"FILE"`
}

// create opens the pile for writing; it begins one where there is none.
func (p pileFlag) create(ctx context.Context) (store.Store, error) {
	s, err := sqlite.Open(ctx, p.Pile, sqlite.Options{})
	if err != nil {
		return nil, err
	}
	if s.ReadOnly() {
		s.Close()
		return nil, fmt.Errorf("the pile %s cannot be written; check its permissions", p.Pile)
	}
	return s, nil
}

// open opens a pile that must be there, for reading. If the last run was killed before
// it had lined the texts up, that is done now, unless another process is at work.
func (p pileFlag) open(w *world) (store.Store, error) {
	s, err := p.ready(w)
	if s != nil || err != nil {
		return s, err
	}
	bar := newBar(w.err)
	defer bar.clear()
	return p.mend(w, bar.show)
}

// ready opens a pile that must be there, for reading. It gives none where something is to be put
// right first.
func (p pileFlag) ready(w *world) (store.Store, error) {
	if _, err := os.Stat(p.Pile); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no pile %s; make one with “stemma add --pile %s FOLDER”: %w", p.Pile, p.Pile, stemma.ErrNotFound)
	}
	s, err := sqlite.Open(w.ctx, p.Pile, sqlite.Options{ReadOnly: true})
	if err == nil {
		if done, err := s.LinedUp(w.ctx, pipeline.Version()); err == nil && done {
			return s, nil
		}
		s.Close()
	}
	return nil, nil
}

// mend opens a pile that was not closed properly, is of an older layout, or is not
// lined up, puts that right, and opens it for reading: who only shows a pile keeps nobody
// from writing to it. It tells how far it is.
func (p pileFlag) mend(w *world, tell func(pipeline.Progress)) (store.Store, error) {
	tell(pipeline.Progress{})
	s, err := sqlite.Open(w.ctx, p.Pile, sqlite.Options{Wait: mendWait})
	if errors.Is(err, stemma.ErrConflict) {
		fmt.Fprintln(w.err, "another process is adding to the pile; this shows what it has kept so far")
		return sqlite.Open(w.ctx, p.Pile, sqlite.Options{ReadOnly: true})
	}
	if err != nil {
		return nil, err
	}
	if err := lineUp(w, s, tell); err != nil {
		s.Close()
		return nil, err
	}
	if s.ReadOnly() {
		return s, nil
	}
	if err := s.Close(); err != nil {
		fmt.Fprintf(w.err, "stemma: %v\n", err) // of a full disk; what is kept can be shown
	}
	return sqlite.Open(w.ctx, p.Pile, sqlite.Options{ReadOnly: true})
}

// mendWait is how long a command that only shows waits for one that writes.
const mendWait = time.Second

// lineUp brings a pile up to date; one that cannot be written, or whose disk is full, is
// shown as it is.
func lineUp(w *world, s store.Store, tell func(pipeline.Progress)) error {
	done, err := s.LinedUp(w.ctx, pipeline.Version())
	if err != nil || done {
		return err
	}
	fmt.Fprintln(w.err, "lining up the texts, since the last run did not come to that …")
	err = pipeline.LineUp(w.ctx, s, pipeline.Options{Progress: tell})
	if err == nil || w.ctx.Err() != nil {
		return err
	}
	fmt.Fprintf(w.err, "not lined up, since the pile cannot be written: %v\n", err)
	return nil
}

// library opens a pile for its views.
func (p pileFlag) library(w *world) (*view.Library, store.Store, error) {
	s, err := p.open(w)
	if err != nil {
		return nil, nil, err
	}
	return newLibrary(s), s, nil
}

// newLibrary gives the views of a store, with the word diff of kin.
func newLibrary(s store.Reader) *view.Library {
	lib := view.New(s)
	lib.Diff = func(a, b string) []view.Edit {
		var edits []view.Edit
		for _, e := range kin.Diff(a, b) {
			edits = append(edits, view.Edit{A: e.A, B: e.B, Same: e.Op == kin.Same})
		}
		return edits
	}
	return lib
}

// show prints a view of the pile.
func show[V view.Screen](w *world, p pileFlag, ask func(*view.Library) (V, error)) error {
	lib, s, err := p.library(w)
	if err != nil {
		return err
	}
	defer s.Close()
	v, err := ask(lib)
	if err != nil {
		return err
	}
	return v.Text(w.out)
}

// showArticle prints a view of one text, which is named as people name it.
func showArticle[V view.Screen](w *world, p pileFlag, name string, ask func(*view.Library, stemma.ID) (V, error)) error {
	lib, s, err := p.library(w)
	if err != nil {
		return err
	}
	defer s.Close()
	id, err := findArticle(w.ctx, s, name)
	if err != nil {
		return err
	}
	v, err := ask(lib, id)
	if err != nil {
		return err
	}
	return v.Text(w.out)
}
