// Package eval measures readings against annotated texts: precision and recall by kind
// and by rule.
//
// It takes annotated texts in the form of package golden with what was read in them, and
// gives counts. It promises that a kind without any label in a text is not judged there,
// that an attribute without a label is not judged, and the same counts in whatever order
// the texts come. It reads no files and does not read texts itself.
package eval

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/score"
)

// Scores gathers the counts of several texts. The zero Scores is ready for use.
type Scores struct {
	Texts  int
	Counts map[string]score.Count // by question, such as “times value”
	Shares map[string]Share       // by question and attribute: “quotes indirect: speaker”
	Rules  map[string]Verdicts    // by rule ID: what became of its findings
}

// Share is how many attributes were right, of those that have a label and whose finding
// was found.
type Share struct{ Right, Of int }

// Verdicts says how many findings of a rule met a label, how many met none, and how many
// met what is neither asked for nor wrong.
type Verdicts struct{ Right, Wrong, Grey int }

// Precision is the share of a rule's findings that are right; 0 when none was judged.
func (v Verdicts) Precision() float64 {
	return score.Count{Found: v.Right, False: v.Wrong}.Precision()
}

// Add judges what was read in an annotated text. An error names an anchor that leads to no
// single place.
func (s *Scores) Add(c *golden.Case, r *stemma.Reading) error {
	truth, got, err := sides(c, r)
	if err != nil {
		return err
	}
	s.judge(truth, got)
	return nil
}

func (s *Scores) start() {
	if s.Counts == nil {
		s.Counts, s.Shares, s.Rules = map[string]score.Count{}, map[string]Share{}, map[string]Verdicts{}
	}
}

// judge adds the counts of one text, given what is right and what was found.
func (s *Scores) judge(truth, got []label) {
	s.start()
	s.Texts++
	for _, q := range questions {
		if len(pick(truth, q.kind, "")) > 0 {
			s.ask(q, pick(truth, q.kind, q.types), pick(got, q.kind, q.types))
		}
	}
}

// sides gives what is right in a text and what was found.
func sides(c *golden.Case, r *stemma.Reading) (truth, got []label, err error) {
	if truth, err = labels(&c.Article, c.Want); err != nil {
		return nil, nil, err
	}
	got, err = labels(&c.Article, golden.Of(&c.Article, r))
	return truth, got, err
}

// label is a finding of either side with all its attributes.
type label struct {
	score.Item
	finding golden.Finding
}

// labels gives findings with their places; truth has them as anchors.
func labels(a *stemma.Article, fs []golden.Finding) ([]label, error) {
	var out []label
	for _, f := range fs {
		at := f.Span
		if at.Empty() {
			var err error
			if at, err = golden.Resolve(a.Text, f.Anchor); err != nil {
				return nil, err
			}
		}
		l := label{score.Item{Start: at.Start, End: at.End, Optional: f.Attr("optional") == "yes"}, f}
		if len(f.Fields) > 0 {
			l.Type = f.Fields[0]
			l.Values = append(l.Values, f.Fields[len(f.Fields)-1])
		}
		for _, x := range f.Attrs {
			if x.Key == "also" {
				l.Values = append(l.Values, x.Value)
			}
		}
		out = append(out, l)
	}
	return out, nil
}

// pick gives the labels of a kind, of the types if any are named.
func pick(all []label, kind string, types string) []label {
	var out []label
	for _, l := range all {
		if l.finding.Kind == kind && (types == "" || slices.Contains(strings.Fields(types), l.Type)) {
			out = append(out, l)
		}
	}
	return out
}

func items(ls []label) []score.Item {
	out := make([]score.Item, len(ls))
	for i, l := range ls {
		out[i] = l.Item
	}
	return out
}
