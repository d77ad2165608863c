package main

import (
	"fmt"
	"strings"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/golden"
	"stemma/internal/read"
	"stemma/internal/store"
)

type goldenCommand struct {
	pileFlag
	Kinds   string `help:"Only these kinds of finding, such as “quote,figure”." placeholder:"A,B"`
	Article string `arg:"" help:"The article's ID, or the page it stands on with “#” and its number, as “stemma texts” shows them."`
}

// Help is the long help of the command.
func (goldenCommand) Help() string {
	return `Correct what is wrong in the section “want”, keep the file below internal/read/…/testdata, and it is
a test; send it, and it is a bug report.`
}

// Run prints the annotated article.
func (c *goldenCommand) Run(w *world) error {
	s, err := c.open(w)
	if err != nil {
		return err
	}
	defer s.Close()
	a, err := findArticle(w, s, c.Article)
	if err != nil {
		return err
	}
	text, err := goldenText(a, c.Kinds)
	if err != nil {
		return err
	}
	_, err = w.out.Write(text)
	return err
}

// findArticle takes an ID or the beginning of one that only one article has.
func findArticle(w *world, s store.Reader, id string) (*stemma.Article, error) {
	list, err := s.Articles(w.ctx)
	if err != nil {
		return nil, err
	}
	var match []stemma.ID
	for _, a := range list {
		if strings.HasPrefix(string(a.ID), id) {
			match = append(match, a.ID)
		}
	}
	switch len(match) {
	case 0:
		return nil, fmt.Errorf("no article has the ID %s; “stemma texts” lists them: %w", id, stemma.ErrNotFound)
	case 1:
		a, err := s.Article(w.ctx, match[0])
		return &a, err
	}
	return nil, fmt.Errorf("%d articles have an ID that begins with %s; write more of it: %w", len(match), id, stemma.ErrInvalid)
}

// goldenText writes the article one paragraph a line, reads it anew in that form, and
// adds what is found.
func goldenText(a *stemma.Article, kinds string) ([]byte, error) {
	var b strings.Builder
	b.WriteString("# What the case shows.\n-- article --\n")
	header := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, value)
		}
	}
	header("title", oneLine(a.TitleText))
	header("published", string(a.Published))
	header("lang", a.Lang)
	header("outlet", oneLine(a.Outlet.Name))
	own := a.Own()
	if !a.Title.Empty() {
		own = strings.TrimPrefix(own, a.Title.Of(a.Text))
	}
	b.WriteString("\n")
	for par := range strings.SplitSeq(own, "\n") {
		if par = strings.TrimSpace(par); par != "" {
			b.WriteString(par + "\n\n")
		}
	}
	b.WriteString("-- want --\n")
	c, err := golden.Parse([]byte(b.String()))
	if err != nil {
		return nil, err
	}
	var wanted []string
	if kinds != "" {
		wanted = strings.Split(kinds, ",")
	}
	r := read.Read(&c.Article, gazetteer.Default())
	c.Want = golden.Of(&c.Article, &r, wanted...)
	return c.Bytes(), nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
