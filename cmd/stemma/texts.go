package main

import (
	"stemma"
	"stemma/internal/view"
)

type overviewCommand struct{ pileFlag }

// Run prints the overview.
func (c *overviewCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Overview, error) { return l.Overview(w.ctx) })
}

type textsCommand struct {
	pileFlag
	periodFlags
	textFlags
	Offset  int    `help:"Begin after so many families." default:"0" placeholder:"N"`
	Article string `arg:"" optional:"" help:"Show this text whole: its ID or its page, as the list shows them; “#2” behind a page means the second article of it."`
}

// originFlags narrow a list down to texts of an origin, or to what stands in them.
type originFlags struct {
	Outlet string `help:"Of texts, quotes and figures: only of this outlet, as the list of texts names it." placeholder:"NAME"`
	Credit string `help:"Of texts, quotes and figures: only of texts credited to this outlet or agency." placeholder:"NAME"`
	Lang   string `help:"Of texts, quotes and figures: only in this language, such as en, es or und (unknown)." placeholder:"TAG"`
}

// fields gives the choice field by field, as [listFlags.choice] takes it.
func (f originFlags) fields() []string {
	return []string{"outlet", f.Outlet, "credit", f.Credit, "lang", f.Lang}
}

// textFlags narrow a list of texts down.
type textFlags struct {
	originFlags
	After  string `help:"Of texts: only of pages that came into the pile after this one, by its ID." placeholder:"PAGE"`
	Copies string `help:"Of texts: alone (without copies), first (of a family), copy or unclear (nobody knows which was first)." placeholder:"WHICH" enum:",alone,first,copy,unclear" default:""`
}

// fields gives the choice field by field, as [listFlags.choice] takes it.
func (f textFlags) fields() []string {
	return append(f.originFlags.fields(), "copies", f.Copies, "after", f.After)
}

// Run lists the texts, or shows one.
func (c *textsCommand) Run(w *world) error {
	if c.Article == "" {
		return show(w, c.pileFlag, func(l *view.Library) (*view.Texts, error) {
			return l.Texts(w.ctx, c.within(listFlags{Offset: c.Offset}.choice(c.fields()...)))
		})
	}
	return showArticle(w, c.pileFlag, c.Article, func(l *view.Library, id stemma.ID) (*view.Reading, error) { return l.Reading(w.ctx, id, "") })
}

type copiesCommand struct {
	pileFlag
	Pair []string `arg:"" optional:"" name:"article" help:"Two articles to compare word by word: their IDs or pages, as “stemma texts” shows them."`
}

// Run lists the copies, or compares two texts.
func (c *copiesCommand) Run(w *world) error {
	if len(c.Pair) == 0 {
		return show(w, c.pileFlag, func(l *view.Library) (*view.Copies, error) { return l.Copies(w.ctx) })
	}
	if len(c.Pair) != 2 {
		return errTwo
	}
	lib, s, err := c.library(w)
	if err != nil {
		return err
	}
	defer s.Close()
	var pair [2]stemma.ID
	for i, name := range c.Pair {
		if pair[i], err = findArticle(w.ctx, s, name); err != nil {
			return err
		}
	}
	v, err := lib.Copy(w.ctx, pair[0], pair[1])
	if err != nil {
		return err
	}
	return v.Text(w.out)
}

type problemsCommand struct{ pileFlag }

// Run lists the problems.
func (c *problemsCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Problems, error) { return l.Problems(w.ctx) })
}
