package eval

import (
	"fmt"
	"io"
	"strings"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/score"
)

// Misses prints what was missed, found wrongly or attributed wrongly of one kind in a
// text: what a person reads before changing a rule.
func Misses(w io.Writer, c *golden.Case, r *stemma.Reading, kind string) error {
	truth, got, err := sides(c, r)
	if err != nil {
		return err
	}
	return compare(w, &c.Article, pick(truth, kind, ""), pick(got, kind, ""))
}

// compare prints the differences of two lists.
func compare(w io.Writer, a *stemma.Article, truth, got []label) error {
	same := score.Half
	for _, q := range questions {
		if len(truth) > 0 && q.kind == truth[0].finding.Kind {
			same = q.same
		}
	}
	_, pairs := score.Match(items(truth), items(got), same)
	met, used := map[int]bool{}, map[int]bool{}
	var b strings.Builder
	for _, p := range pairs {
		met[p.Gold], used[p.Got] = true, true
		g, e := truth[p.Gold].finding, got[p.Got].finding
		for _, x := range g.Attrs {
			if x.Key != "optional" && x.Key != "also" && x.Key != "rule" && !sameAttribute(x.Key, g.Attr(x.Key), e.Attr(x.Key)) {
				fmt.Fprintf(&b, "%s of %q is %q, not %q  (%s)\n", x.Key, g.Anchor, g.Attr(x.Key), e.Attr(x.Key), e.Attr("rule"))
			}
		}
	}
	for i, g := range truth {
		if !met[i] && !g.Optional {
			fmt.Fprintf(&b, "missed %s %q in … %s …\n", strings.Join(g.finding.Fields, " "), g.finding.Anchor, around(a.Text, g.Item))
		}
	}
	for i, e := range got {
		if !used[i] && !grey(e, truth, same) {
			fmt.Fprintf(&b, "false %s %q in … %s …  (%s)\n", strings.Join(e.finding.Fields, " "), e.finding.Anchor, around(a.Text, e.Item), e.finding.Attr("rule"))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// around gives the words about a place on one line.
func around(text string, at score.Item) string {
	from, until := max(0, at.Start-70), min(len(text), at.End+50)
	return strings.Join(strings.Fields(strings.ToValidUTF8(text[from:until], "")), " ")
}
