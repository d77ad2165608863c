package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"stemma"
	"stemma/demo"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/web"
)

type demoCommand struct {
	serveFlags
	Serve bool `help:"Show the screens after reading; --no-serve ends with the summary." negatable:"" default:"true"`
}

// Help is the long help of the command.
func (demoCommand) Help() string {
	return `The example pile ships with Stemma: invented pages about an invented country. It is read into a
temporary pile, which goes when the command ends.`
}

// Run reads the example pile and shows it.
func (c *demoCommand) Run(w *world) error {
	folder, err := os.MkdirTemp("", "stemma-demo-")
	if err != nil {
		return fmt.Errorf("a place for the example pile: %w", err)
	}
	defer os.RemoveAll(folder)
	s, err := pileFlag{filepath.Join(folder, "demo.stemma")}.create(w.ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	fmt.Fprintln(w.out, "Reading the example pile …")
	bar := newBar(w.err)
	report, err := pipeline.Add(w.ctx, intake.Pages(demo.Pile(), "demo"), s, pipeline.Options{Progress: bar.show})
	bar.clear()
	if err != nil {
		return err
	}
	summary(w.out, report)
	lib := newLibrary(s)
	v, err := lib.Overview(w.ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(w.out)
	if err := v.Text(w.out); err != nil {
		return err
	}
	if !c.Serve {
		return nil
	}
	return c.serve(w, writes{
		rule: func(ctx context.Context, d web.Decision) error { return decide(ctx, s, d) },
		keep: func(ctx context.Context, e stemma.SearchEntry) error { return keepSearch(ctx, s, e) },
	}, func(func(pipeline.Progress)) (store.Reader, error) { return s, nil })
}
