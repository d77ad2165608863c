package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"stemma/internal/watch"
	"stemma/internal/watch/send"
)

// watching is a watch under way.
type watching struct {
	*watchCommand
	*world
	agent  string
	feeds  []string
	paths  []string
	mail   send.Mail
	asks   *watch.Watcher
	untold error // why news could not be delivered
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
	m.tidy(state)
	if state.Pending != "" {
		state, err = k.take(ctx, &m, state, watch.Batch{}, nil)
	} else if len(state.Untold) > 0 {
		err = k.deliver(ctx, &m, &state)
	}
	if err != nil {
		return err
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
		state.Pending = batch.Name(time.Now())
		if err := m.mine(); err != nil {
			return err
		}
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
	_, err = k.take(ctx, &m, state, batch, changed)
	return err
}

// changed gives the folders and files that are not as they were, and notes how they are.
// What is being written right now is waited for.
func (k *watching) changed(ctx context.Context, state *watch.State) ([]string, error) {
	var out []string
	for _, path := range k.paths {
		root := folderFor(filepath.Dir(path), k.Pile)
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

// take adds what a round brought, tells what changed by it, and gives the state after it.
func (k *watching) take(ctx context.Context, m *memory, state watch.State, batch watch.Batch, paths []string) (watch.State, error) {
	if state.Pending != "" {
		if err := m.save(withFolders(state, m.last)); err != nil { // folders are not read yet
			return state, err
		}
	}
	report, known, err := k.add(ctx, state.Pending, k.inputs(ctx, m, state.Pending, batch, paths))
	if err != nil {
		return state, err
	}
	n := send.Word(report, time.Now())
	if known && report.Alarm() {
		if err := k.queue(&state, n); err != nil {
			return state, err
		}
	}
	if state.Pending != "" {
		state.Pending, state.Added = "", state.Pending
	}
	if err := m.save(state); err != nil {
		return state, err
	}
	os.Remove(m.archive())
	return state, errors.Join(k.show(report, n, known), k.deliver(ctx, m, &state))
}

// withFolders gives a state with the folders as another one has them.
func withFolders(s, from watch.State) watch.State {
	s.Folders = from.Folders
	return s
}
