package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/store/sqlite"
)

type rebuildCommand struct {
	pileFlag
	Workers int `help:"How many texts to read at the same time; 0 means one for each core." default:"0" placeholder:"N"`
}

// Help is the long help of the command.
func (rebuildCommand) Help() string {
	return `Opens every original that the pile keeps again, reads it by the rules of this version, and
lines all texts up under your rulings. The new pile takes the old one's place when it is
whole; until then the old one stays as it is. By the same version the result is the same.`
}

// Run makes the pile anew beside the old one, then puts it in its place.
func (c *rebuildCommand) Run(w *world) error {
	if _, err := os.Stat(c.Pile); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no pile %s: %w", c.Pile, stemma.ErrNotFound)
	}
	beside := c.Pile + ".rebuild"
	for _, name := range []string{beside, beside + "-wal", beside + "-shm", beside + "-journal"} { // of a run that was stopped
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("rebuilding: %w", err)
		}
	}
	if err := c.makeAnew(w, beside); err != nil {
		os.Remove(beside)
		return err
	}
	if err := os.Rename(beside, c.Pile); err != nil {
		return fmt.Errorf("putting the new pile in the old one's place: %w; it is whole, as %s", err, beside)
	}
	return nil
}

// makeAnew fills the file beside, and makes sure that nobody changed the pile meanwhile.
func (c *rebuildCommand) makeAnew(w *world, beside string) error {
	old, err := c.create(w.ctx)
	if err != nil {
		return err
	}
	defer old.Close()
	before, err1 := old.Counts(w.ctx)
	state, err2 := old.State(w.ctx)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	anew, err := sqlite.Open(w.ctx, beside, sqlite.Options{})
	if err != nil {
		return err
	}
	defer anew.Close()
	bar := newBar(w.err)
	report, err := pipeline.Rebuild(w.ctx, old, anew, pipeline.Options{Workers: c.Workers, Progress: bar.show})
	bar.clear()
	if err != nil {
		return err
	}
	after, err := old.State(w.ctx)
	if err != nil {
		return err
	}
	if err := errors.Join(anew.Close(), old.Close()); err != nil {
		return err
	}
	if log, err := os.Stat(c.Pile + "-wal"); after != state || err == nil && log.Size() > 0 {
		return fmt.Errorf("another process has the pile open; end it, then rebuild again. The pile is as it was: %w", stemma.ErrConflict)
	}
	fmt.Fprintf(w.out, "%s made anew with %s; the pile had %s with %s.\n", count(report.Added, "page"), count(report.Articles, "article"),
		count(before.Pages, "page"), count(before.Articles, "article"))
	return nil
}
