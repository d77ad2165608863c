package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/store"
)

// Rebuild makes all derived data anew, into an empty store: it opens the originals of a
// pile again, cuts and reads their pages by the rules of today, and lines them up under
// the rulings; the saved searches go along. By the rules that the pile was made with, the
// result is the same. A file whose bytes are not in the pile goes on with its pages as they
// were. Problems with what gave no page, of which nothing is kept, are carried over.
func Rebuild(ctx context.Context, from store.Reader, to store.Store, o Options) (Report, error) {
	r, err := newRebuilding(ctx, from)
	if err != nil {
		return Report{}, fmt.Errorf("rebuilding: %w", err)
	}
	rulings, err := from.Rulings(ctx)
	if err != nil {
		return Report{}, fmt.Errorf("rebuilding: %w", err)
	}
	for _, ruling := range rulings {
		if err := to.Rule(ctx, ruling); err != nil {
			return Report{}, fmt.Errorf("rebuilding: %w", err)
		}
	}
	entries, err := from.SearchEntries(ctx)
	if err != nil {
		return Report{}, fmt.Errorf("rebuilding: %w", err)
	}
	for _, e := range entries {
		if err := to.KeepSearch(ctx, e); err != nil {
			return Report{}, fmt.Errorf("rebuilding: %w", err)
		}
	}
	return Add(ctx, r.inputs(), to, o)
}

// rebuilding is what is known of the old pile.
type rebuilding struct {
	ctx      context.Context
	from     store.Reader
	files    []string                 // the originals, by hash, in the order of their first places
	pages    map[string][]stemma.Page // hash → pages, without their texts
	places   map[string][]store.Place // hash → where the file was found, ordered
	problems []stemma.Problem
}

func newRebuilding(ctx context.Context, from store.Reader) (*rebuilding, error) {
	r := &rebuilding{ctx: ctx, from: from, pages: map[string][]stemma.Page{}, places: map[string][]store.Place{}}
	pages, err1 := from.Pages(ctx)
	places, err2 := from.Places(ctx)
	problems, err3 := from.Problems(ctx)
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	hash := map[stemma.ID]string{}
	for _, p := range pages {
		hash[p.ID] = p.SHA256
		r.pages[p.SHA256] = append(r.pages[p.SHA256], p)
		r.places[p.SHA256] = append(r.places[p.SHA256], store.Place{Root: p.Root, Path: p.Path})
	}
	for _, p := range places {
		r.places[hash[p.Page]] = append(r.places[hash[p.Page]], store.Place{Root: p.Root, Path: p.Path})
	}
	unkept, err := unkept(ctx, from, pages)
	if err != nil {
		return nil, err
	}
	opened := map[string]bool{} // paths of files that are opened again, and tell their problems themselves
	for sum, list := range r.places {
		slices.SortFunc(list, comparePlaces)
		r.places[sum] = slices.Compact(list)
		r.files = append(r.files, sum)
		for _, p := range list {
			opened[p.Path] = opened[p.Path] || !unkept[sum]
		}
	}
	slices.SortFunc(r.files, func(a, b string) int {
		return cmp.Or(comparePlaces(r.places[a][0], r.places[b][0]), cmp.Compare(a, b))
	})
	for _, p := range problems {
		if file, _, _ := strings.Cut(p.Source, "#"); p.Page == "" && !opened[file] && !opened[p.Source] {
			r.problems = append(r.problems, p)
		}
	}
	return r, nil
}

func comparePlaces(a, b store.Place) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Root, b.Root))
}

// inputs gives what intake gave when the files were added.
func (r *rebuilding) inputs() iter.Seq2[intake.Input, error] {
	return func(yield func(intake.Input, error) bool) {
		for _, p := range r.problems {
			if !yield(intake.Input{Problem: &p}, nil) {
				return
			}
		}
		for _, sum := range r.files {
			if err := r.ctx.Err(); err != nil {
				yield(intake.Input{}, err)
				return
			}
			if !r.file(sum, yield) {
				return
			}
		}
	}
}

// file gives the pages of one original, then the further places in which it was found.
func (r *rebuilding) file(sum string, yield func(intake.Input, error) bool) bool {
	first := r.pages[sum][0]
	pages, err := again(r.ctx, r.from, &first)
	switch {
	case errors.Is(err, stemma.ErrNotFound):
		pages = r.kept(sum)
	case err != nil:
		// %v: this is damage, whatever the keeper calls it.
		yield(intake.Input{}, fmt.Errorf("the original of %s is damaged (%v); restore the pile from a copy", first.Path, err))
		return false
	}
	var found []stemma.ID
	for in, err := range pages {
		if !yield(in, err) {
			return false
		}
		if err == nil && in.Problem == nil {
			found = append(found, in.Page.ID)
		}
	}
	for _, at := range r.places[sum] {
		for _, id := range found {
			if at.Root == first.Root && at.Path == first.Path {
				continue
			}
			if !yield(intake.Input{Page: stemma.Page{ID: id, Root: at.Root, Path: at.Path}}, nil) {
				return false
			}
		}
	}
	return true
}

// again gives the pages of the file of a page, from its original. The error is the store's.
func again(ctx context.Context, from store.Reader, p *stemma.Page) (iter.Seq2[intake.Input, error], error) {
	f, err := from.OpenOriginal(ctx, p.SHA256)
	if err != nil {
		return nil, err
	}
	if f.Size() > intake.MaxKept {
		return intake.AgainFrom(p.Root, p.Path, p.SHA256, f.Size(), func() (io.ReadCloser, error) { return from.OpenOriginal(ctx, p.SHA256) }), nil
	}
	body, err := from.Original(ctx, p.SHA256)
	return intake.Again(p.Root, p.Path, body), err
}

// kept gives the pages of a file whose bytes were not kept, as they were.
func (r *rebuilding) kept(sum string) iter.Seq2[intake.Input, error] {
	return func(yield func(intake.Input, error) bool) {
		for _, slim := range r.pages[sum] {
			p, err := r.from.Page(r.ctx, slim.ID)
			if err != nil {
				yield(intake.Input{}, err)
				return
			}
			p.Problems = slices.DeleteFunc(p.Problems, func(t stemma.Problem) bool { return t.Step != "intake" })
			if !yield(intake.Input{Page: p}, nil) {
				return
			}
		}
	}
}
