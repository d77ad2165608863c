package main

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/golden"
	"stemma/internal/read"
)

type goldenCommand struct {
	pileFlag
	Kinds   string `help:"Only these kinds of finding, such as “quote,figure”." placeholder:"A,B"`
	Article string `arg:"" help:"The article: its ID or its page, as “stemma texts” shows them; “#2” behind a page means the second article of it."`
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
	id, err := findArticle(w.ctx, s, c.Article)
	if err != nil {
		return err
	}
	a, err := s.Article(w.ctx, id)
	if err != nil {
		return err
	}
	text, err := goldenText(&a, c.Kinds)
	if err != nil {
		return err
	}
	_, err = w.out.Write(text)
	return err
}

// goldenKinds are the kinds of finding that an annotated article can hold.
var goldenKinds = []string{"event", "figure", "name", "quote", "time", "victim"}

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
	for _, k := range wanted {
		if !slices.Contains(goldenKinds, k) {
			return nil, fmt.Errorf("there is no kind of finding called %s; there are %s: %w", k, strings.Join(goldenKinds, ", "), stemma.ErrInvalid)
		}
	}
	r := read.Read(&c.Article, gazetteer.Default())
	c.Want = golden.Of(&c.Article, &r, wanted...)
	return c.Bytes(), nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
