package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/view"
)

type searchCommand struct {
	pileFlag
	Independent bool     `help:"Only one text of each family of copies."`
	Offset      int      `help:"Begin after so many sentences." default:"0" placeholder:"N"`
	Save        string   `help:"Save the search under this name." placeholder:"NAME"`
	Saved       bool     `help:"List the saved searches with what is new in each; with a NAME in the place of the query, ask that one, and note that it was looked at."`
	Forget      bool     `help:"Take the saved search away that is named in the place of the query."`
	By          string   `help:"Who saves it; your name on this computer if not given." placeholder:"NAME"`
	Query       []string `arg:"" optional:"" name:"query" help:"What to look for; put it between single quotation marks."`
}

// Help is the long help of the command.
func (searchCommand) Help() string {
	return `Words must all stand in one sentence. Between them may stand OR, NOT and NEAR/5; a phrase stands in
quotation marks, “flood*” finds what begins so, “lutola~” what is spelt almost so. Operators are in capitals; Y, O,
NO and CERCA are those of Spanish. Fields narrow the search down, outlet:="The Post" to this name alone:
` + "  " + strings.Join(view.Fields, ": ") + `:

  stemma search 'dam engineer'
  stemma search '"counted the megawatts" OR megavatios'
  stemma search 'curfew NOT outlet:courier'
  stemma search 'warn* NEAR/8 dam lang:en'
  stemma search 'lutola~ date:2022-03..2022-05'`
}

// Run prints the sentences found.
func (c *searchCommand) Run(w *world) error {
	text := strings.Join(c.Query, " ")
	switch {
	case c.Saved && text == "":
		return show(w, c.pileFlag, func(l *view.Library) (*view.Saved, error) { return l.Saved(w.ctx) })
	case text == "":
		return fmt.Errorf("say what to look for: %w", stemma.ErrInvalid)
	case c.Saved || c.Forget:
		return c.named(w, text)
	}
	q := view.SearchQuery{Text: text, Independent: c.Independent, Offset: c.Offset}
	if err := c.print(w, q); err != nil || c.Save == "" {
		return err
	}
	return c.keep(w, stemma.SearchEntry{Act: stemma.SearchKept, Name: c.Save, Query: text, Independent: c.Independent})
}

// print answers a query.
func (c *searchCommand) print(w *world, q view.SearchQuery) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Search, error) {
		v, err := l.Search(w.ctx, q)
		if err == nil && v.Trouble != "" {
			err = fmt.Errorf("the search cannot be answered: %s: %w", strings.TrimSuffix(v.Trouble, "."), stemma.ErrInvalid)
		}
		return v, err
	})
}

// named asks a saved search and notes that it was looked at, or takes it away.
func (c *searchCommand) named(w *world, name string) error {
	s, err := c.open(w)
	if err != nil {
		return err
	}
	book, err := s.SearchEntries(w.ctx)
	s.Close()
	if err != nil {
		return err
	}
	for _, saved := range stemma.SavedSearches(book) {
		k := saved.Kept
		if k.Name != name {
			continue
		}
		if c.Forget {
			return c.keep(w, stemma.SearchEntry{Act: stemma.SearchRemoved, Answers: k.ID})
		}
		if err := c.print(w, view.SearchQuery{Text: k.Query, Independent: k.Independent, Offset: c.Offset}); err != nil {
			return err
		}
		return c.keep(w, stemma.SearchEntry{Act: stemma.SearchSeen, Query: k.Query, Independent: k.Independent, Answers: k.ID})
	}
	return fmt.Errorf("there is no saved search %q; “stemma search --saved” lists them: %w", name, stemma.ErrNotFound)
}

// keep keeps an entry of the book of searches, with what the search finds now.
func (c *searchCommand) keep(w *world, e stemma.SearchEntry) error {
	s, err := c.create(w.ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	if e.Query != "" {
		if e.Pages, err = newLibrary(s).SearchPages(w.ctx, e.Query, e.Independent); err != nil {
			return err
		}
	}
	e.By = cmp.Or(c.By, userName())
	if err := keepSearch(w.ctx, s, e); err != nil {
		return err
	}
	if e.Act == stemma.SearchKept {
		fmt.Fprintf(w.out, "\nSaved as %q. “stemma search --saved” tells what is new.\n", e.Name)
	}
	return nil
}

// keepSearch keeps an entry of the book of searches of an open pile, now.
func keepSearch(ctx context.Context, to store.Store, e stemma.SearchEntry) error {
	e.At = time.Now()
	_, err := pipeline.KeepSearch(ctx, to, e)
	return err
}
