package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"slices"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/watch"
	"stemma/internal/watch/change"
)

// inputs opens what a round brought: the archive, problems, folders.
func (k *watching) inputs(ctx context.Context, m *memory, pending string, batch watch.Batch, paths []string) iter.Seq2[intake.Input, error] {
	return func(yield func(intake.Input, error) bool) {
		if pending != "" {
			body, err := os.ReadFile(m.archive())
			if errors.Is(err, fs.ErrNotExist) {
				fmt.Fprintf(k.world.err, "%s is not there any more; what it held is lost to the pile\n", m.archive())
			} else if err != nil {
				yield(intake.Input{}, err)
				return
			} else {
				for in, err := range intake.Again("", pending, body) {
					if !yield(in, err) {
						return
					}
				}
			}
		}
		for _, p := range batch.Problems {
			if !yield(intake.Input{Problem: &p}, nil) {
				return
			}
		}
		for in, err := range inputs(ctx, paths, k.Pile) {
			if !yield(in, err) {
				return
			}
		}
	}
}

// add adds inputs to the pile and gives what that changed; known says whether the pile
// held texts before. What a run that was killed has added of the archive that is pending
// counts as new: nobody was told of it.
func (k *watching) add(ctx context.Context, pending string, inputs iter.Seq2[intake.Input, error]) (r change.Report, known bool, err error) {
	s, err := k.create(ctx)
	if err != nil {
		return r, false, err
	}
	defer s.Close()
	before, err := then(ctx, s, pending)
	if err != nil {
		return r, false, err
	}
	added, err := pipeline.Add(ctx, inputs, s, pipeline.Options{})
	for _, p := range added.Problems {
		fmt.Fprintf(k.world.err, "%s: %s. %s\n", p.Source, p.Message, p.Hint)
	}
	if err != nil {
		return r, false, err
	}
	after, err := now(ctx, s, before.Articles)
	if err != nil {
		return r, false, err
	}
	return change.Between(before, after), len(before.Articles) > 0, s.Close()
}

// then gives a pile as it is before anything is added, without the texts of an archive.
func then(ctx context.Context, s store.Reader, archive string) (b change.Before, err error) {
	if b.Articles, err = s.Articles(ctx); err != nil {
		return b, err
	}
	if b.Clashes, err = s.Clashes(ctx, store.Query{}); err != nil || archive == "" {
		return b, err
	}
	pages, err := s.Pages(ctx)
	if err != nil {
		return b, err
	}
	of := map[stemma.ID]bool{}
	for _, p := range pages {
		of[p.ID] = p.Path == archive
	}
	b.Articles = slices.DeleteFunc(slices.Clone(b.Articles), func(a stemma.Article) bool { return of[a.Page] })
	return b, nil
}

// now gives a pile as it is, with the texts that are not among those of before.
func now(ctx context.Context, s store.Reader, before []stemma.Article) (a change.After, err error) {
	var errs [6]error
	var all store.Query
	a.Articles, errs[0] = s.Articles(ctx)
	a.Copies, errs[1] = s.Copies(ctx, "")
	a.Lineup.Sayings, errs[2] = s.Sayings(ctx, all)
	a.Lineup.Tallies, errs[3] = s.Tallies(ctx, all)
	a.Lineup.Happenings, errs[4] = s.Happenings(ctx, all)
	a.Lineup.Clashes, errs[5] = s.Clashes(ctx, all)
	if err := errors.Join(errs[:]...); err != nil {
		return a, err
	}
	old := map[stemma.ID]bool{}
	for _, b := range before {
		old[b.ID] = true
	}
	for _, x := range a.Articles {
		if old[x.ID] || len(before) == 0 { // of a pile that was empty nothing is told
			continue
		}
		var t change.Text
		if t.Article, err = s.Article(ctx, x.ID); err != nil {
			return a, err
		}
		if t.Reading, err = s.Reading(ctx, x.ID); err != nil {
			return a, err
		}
		a.Texts = append(a.Texts, t)
	}
	return a, nil
}
