package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/golden"
	"stemma/internal/read"
	"stemma/internal/score"
)

// misses prints what was missed, found wrongly or attributed wrongly in one set, for
// one kind: what a person reads before changing a rule.
func misses(w io.Writer, root, set, kind string) error {
	files, err := filepath.Glob(filepath.Join(root, "bench", "gold", set, "*.txtar"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no gold set %q", set)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		c, err := golden.Parse(data)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		r := read.Read(&c.Article, gazetteer.Default())
		gold, err := labels(&c.Article, c.Want)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		got, err := labels(&c.Article, golden.Of(&c.Article, &r))
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		fmt.Fprintf(w, "== %s\n", filepath.Base(path))
		compareLabels(w, &c.Article, pick(gold, kind, ""), pick(got, kind, ""))
	}
	return nil
}

// compareLabels prints the differences of two lists.
func compareLabels(w io.Writer, a *stemma.Article, gold, got []label) {
	same := score.Half
	for _, q := range questions {
		if len(gold) > 0 && q.kind == gold[0].finding.Kind {
			same = q.same
		}
	}
	_, pairs := score.Match(items(gold), items(got), same)
	met, used := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		met[p.Gold], used[p.Got] = true, true
		g, e := gold[p.Gold].finding, got[p.Got].finding
		for _, x := range g.Attrs {
			if x.Key != "optional" && x.Key != "also" && !sameAttribute(x.Key, g.Attr(x.Key), e.Attr(x.Key)) {
				fmt.Fprintf(w, "%s of %q is %q, not %q  (%s)\n", x.Key, g.Anchor, g.Attr(x.Key), e.Attr(x.Key), e.Attr("rule"))
			}
		}
	}
	for i, g := range gold {
		if !met[i] && !g.Optional {
			fmt.Fprintf(w, "missed %s %q in … %s …\n", strings.Join(g.finding.Fields, " "), g.finding.Anchor, around(a.Text, g.Item))
		}
	}
	for i, e := range got {
		if !used[i] {
			fmt.Fprintf(w, "false %s %q in … %s …  (%s)\n", strings.Join(e.finding.Fields, " "), e.finding.Anchor, around(a.Text, e.Item), e.finding.Attr("rule"))
		}
	}
}

// around gives the words about a place on one line.
func around(text string, at score.Item) string {
	from, until := max(0, at.Start-70), min(len(text), at.End+50)
	return strings.Join(strings.Fields(strings.ToValidUTF8(text[from:until], "")), " ")
}
