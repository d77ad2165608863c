package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"stemma/internal/pipeline"
)

// bar shows progress on a terminal, and nothing elsewhere: logs stay clean.
type bar struct {
	w       io.Writer
	began   time.Time
	visible bool
}

func newBar(w io.Writer) *bar {
	f, ok := w.(*os.File)
	if !ok {
		return &bar{}
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return &bar{}
	}
	return &bar{w: w, began: time.Now()}
}

// show replaces the line with how far the run has come.
func (b *bar) show(p pipeline.Progress) {
	if b.w == nil || p.Step == "" {
		return
	}
	b.visible = true
	if p.Step != "reading" {
		fmt.Fprintf(b.w, "\r\x1b[K%s %d texts: %d %% …", p.Step, p.Articles, p.Percent)
		return
	}
	rate := float64(p.Pages) / max(time.Since(b.began).Seconds(), 0.001)
	fmt.Fprintf(b.w, "\r\x1b[Kreading: %d pages, %d articles, %.0f pages a second, %d problems", p.Pages, p.Articles, rate, p.Problems)
}

// clear takes the line away.
func (b *bar) clear() {
	if b.visible {
		fmt.Fprint(b.w, "\r\x1b[K")
	}
}
