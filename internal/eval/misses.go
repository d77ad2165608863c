package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/score"
)

// The ways in which a finding can be wrong; else [Error.What] is the key of an attribute.
const (
	Missed = "missed"
	False  = "false"
)

// Error is one place where what was found is not what is right.
type Error struct {
	Kind      string      // of the finding
	What      string      // Missed, False, or the attribute that is wrong (“speaker”, “date”)
	Rule      string      // that found it; "" for what was missed
	Span      stemma.Span // of the label, or of the finding where there is no label
	Words     string      // the words there, as an anchor
	Gold, Got string      // what is right and what was found, in words; "" on the side that has nothing
}

// Errors gives what was missed, found wrongly or attributed wrongly in a text, in its
// order; of one kind, or of all when kind is "". A kind without any label is not judged.
func Errors(c *golden.Case, r *stemma.Reading, kind string) ([]Error, error) {
	truth, got, err := sides(c, r)
	if err != nil {
		return nil, err
	}
	return errorsOf(truth, got, kind), nil
}

func errorsOf(truth, got []label, kind string) []Error {
	var out []Error
	seen := map[string]bool{}
	for _, q := range questions {
		if seen[q.kind] || !q.rules || kind != "" && q.kind != kind {
			continue
		}
		seen[q.kind] = true
		if labels := pick(truth, q.kind, ""); len(labels) > 0 {
			out = append(out, compare(labels, pick(got, q.kind, ""), q.same)...)
		}
	}
	slices.SortStableFunc(out, func(a, b Error) int { return a.Span.Start - b.Span.Start })
	return out
}

// compare gives the differences of two lists of one kind.
func compare(truth, got []label, same func(gold, got score.Item) bool) []Error {
	_, pairs := score.Match(items(truth), items(got), same)
	met, used := map[int]bool{}, map[int]bool{}
	var out []Error
	for _, p := range pairs {
		met[p.Gold], used[p.Got] = true, true
		g, e := truth[p.Gold].finding, got[p.Got].finding
		for _, x := range g.Attrs {
			if x.Key != "optional" && x.Key != "also" && x.Key != "rule" && !sameAttribute(x.Key, g.Attr(x.Key), e.Attr(x.Key)) {
				out = append(out, truth[p.Gold].wrong(x.Key, e.Attr("rule"), g.Attr(x.Key), e.Attr(x.Key)))
			}
		}
	}
	for i, g := range truth {
		if !met[i] && !g.Optional {
			out = append(out, g.wrong(Missed, "", strings.Join(g.finding.Fields, " "), ""))
		}
	}
	for i, e := range got {
		if !used[i] && !grey(e, truth, same) {
			out = append(out, e.wrong(False, e.finding.Attr("rule"), "", strings.Join(e.finding.Fields, " ")))
		}
	}
	return out
}

func (l label) wrong(what, rule, gold, got string) Error {
	return Error{l.finding.Kind, what, rule, stemma.Span{Start: l.Start, End: l.End}, l.finding.Anchor, gold, got}
}

// Misses prints the errors of one kind in a text: what a person reads before changing a
// rule.
func Misses(w io.Writer, c *golden.Case, r *stemma.Reading, kind string) error {
	all, err := Errors(c, r, kind)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, e := range all {
		switch e.What {
		case Missed:
			fmt.Fprintf(&b, "missed %s %q in … %s …\n", e.Gold, e.Words, around(c.Article.Text, e.Span))
		case False:
			fmt.Fprintf(&b, "false %s %q in … %s …  (%s)\n", e.Got, e.Words, around(c.Article.Text, e.Span), e.Rule)
		default:
			fmt.Fprintf(&b, "%s of %q is %q, not %q  (%s)\n", e.What, e.Words, e.Gold, e.Got, e.Rule)
		}
	}
	_, err = io.WriteString(w, b.String())
	return err
}

// around gives the words about a place on one line.
func around(text string, at stemma.Span) string {
	from, until := max(0, at.Start-70), min(len(text), at.End+50)
	return strings.Join(strings.Fields(strings.ToValidUTF8(text[from:until], "")), " ")
}
