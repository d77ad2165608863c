package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"time"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/watch"
	"stemma/internal/watch/change"
	"stemma/internal/watch/send"
)

// watching is a watch under way.
type watching struct {
	*watchCommand
	*world
	agent string
	feeds []string
	paths []string
	mail  send.Mail
	asks  *watch.Watcher
}

// round asks all sources once, adds what is new, and tells what changed. Killed at any
// moment it loses nothing and takes nothing twice: what servers gave is on the disk, and
// named in the state, before it is added, and the state forgets it afterwards.
func (k *watching) round(ctx context.Context) error {
	m := memory{path: k.Pile + ".watch"}
	state, err := m.load()
	if err != nil {
		return err
	}
	if state.Pending != "" {
		if err := k.take(ctx, &m, state, watch.Batch{}, nil); err != nil {
			return err
		}
		state.Pending = ""
	}
	state, batch, err := k.asks.Round(ctx, state, k.feeds)
	if err != nil {
		return err
	}
	for _, n := range batch.Notes {
		fmt.Fprintf(k.world.err, "%s: %s\n", n.Source, n.Text)
	}
	changed, err := k.changed(ctx, &state)
	if err != nil {
		return err
	}
	if batch.Archive != nil {
		state.Pending = "watch-" + time.Now().UTC().Format("2006-01-02T15.04.05Z") + ".warc"
		if err := writeWhole(m.archive(), batch.Archive); err != nil {
			return err
		}
	}
	if batch.Archive == nil && len(batch.Problems) == 0 && len(changed) == 0 {
		if k.Once {
			fmt.Fprintln(k.out, "Nothing new.")
		}
		return m.save(state)
	}
	return k.take(ctx, &m, state, batch, changed)
}

// changed gives the folders and files that are not as they were, and notes how they are.
// What is being written right now is waited for.
func (k *watching) changed(ctx context.Context, state *watch.State) ([]string, error) {
	var out []string
	for _, path := range k.paths {
		root := os.DirFS(filepath.Dir(path))
		print, last := watch.Fingerprint(root, filepath.Base(path))
		for range settleTries {
			if state.Folders[path] == print || time.Since(last) > settled {
				break
			}
			if err := sleep(ctx, settled); err != nil {
				return nil, err
			}
			print, last = watch.Fingerprint(root, filepath.Base(path))
		}
		if state.Folders[path] != print {
			state.Folders[path] = print
			out = append(out, path)
		}
	}
	return out, nil
}

const (
	settled     = time.Second // how long a file must rest before it is read
	settleTries = 30
)

// take adds what a round brought and tells what changed by it.
func (k *watching) take(ctx context.Context, m *memory, state watch.State, batch watch.Batch, paths []string) error {
	if state.Pending != "" {
		if err := m.save(withFolders(state, m.last)); err != nil { // folders are not read yet
			return err
		}
	}
	report, known, err := k.add(ctx, k.inputs(ctx, m, state.Pending, batch, paths))
	if err != nil {
		return err
	}
	state.Pending = ""
	if err := m.save(state); err != nil {
		return err
	}
	os.Remove(m.archive())
	return k.tell(ctx, report, known)
}

// withFolders gives a state with the folders as another one has them.
func withFolders(s, from watch.State) watch.State {
	s.Folders = from.Folders
	return s
}

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
		for in, err := range inputs(ctx, paths) {
			if !yield(in, err) {
				return
			}
		}
	}
}

// add adds inputs to the pile and gives what that changed; known says whether the pile
// held texts before.
func (k *watching) add(ctx context.Context, inputs iter.Seq2[intake.Input, error]) (r change.Report, known bool, err error) {
	s, err := k.create(ctx)
	if err != nil {
		return r, false, err
	}
	defer s.Close()
	var before change.Before
	if before.Articles, err = s.Articles(ctx); err != nil {
		return r, false, err
	}
	if before.Clashes, err = s.Clashes(ctx, store.Query{}); err != nil {
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
