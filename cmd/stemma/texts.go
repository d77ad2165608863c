package main

import (
	"strings"

	"stemma"
	"stemma/internal/view"
)

type textsCommand struct {
	pileFlag
	Offset int `help:"Begin after so many families." default:"0" placeholder:"N"`
}

// Run lists the texts.
func (c *textsCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Texts, error) { return l.Texts(w.ctx, c.Offset) })
}

type copiesCommand struct {
	pileFlag
	Pair []string `arg:"" optional:"" name:"article" help:"Two articles to compare word by word."`
}

// Run lists the copies, or compares two texts.
func (c *copiesCommand) Run(w *world) error {
	switch len(c.Pair) {
	case 0:
		return show(w, c.pileFlag, func(l *view.Library) (*view.Copies, error) { return l.Copies(w.ctx) })
	case 2:
		return show(w, c.pileFlag, func(l *view.Library) (*view.Copy, error) {
			return l.Copy(w.ctx, stemma.ID(c.Pair[0]), stemma.ID(c.Pair[1]))
		})
	}
	return errTwo
}

type searchCommand struct {
	pileFlag
	Independent bool     `help:"One sentence a family of copies: only independent texts."`
	Offset      int      `help:"Begin after so many sentences." default:"0" placeholder:"N"`
	Query       []string `arg:"" name:"query" help:"Words and “phrases”, AND, OR, NOT, near, prefix*, and fields such as outlet: or speaker:."`
}

// Run prints the sentences found.
func (c *searchCommand) Run(w *world) error {
	q := view.SearchQuery{Text: strings.Join(c.Query, " "), Independent: c.Independent, Offset: c.Offset}
	return show(w, c.pileFlag, func(l *view.Library) (*view.Search, error) { return l.Search(w.ctx, q) })
}

type problemsCommand struct{ pileFlag }

// Run lists the problems.
func (c *problemsCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Problems, error) { return l.Problems(w.ctx) })
}
