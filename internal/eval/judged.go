package eval

import (
	"stemma"
	"stemma/internal/golden"
)

// Judged is an annotated text with how it was read.
type Judged struct {
	Set, Name string // of the folder and the file
	Case      *golden.Case
	Sentences []stemma.Span
	Scores    Scores
	Errors    []Error // of all kinds, in the order of the text
	Kept      bool    // the text is kept for measuring: who mends rules by its errors would measure nothing
}

// Judge judges what was read in an annotated text. An error names an anchor that leads to
// no single place.
func Judge(set, name string, c *golden.Case, r *stemma.Reading) (Judged, error) {
	j := Judged{Set: set, Name: name, Case: c, Sentences: r.Sentences}
	truth, got, err := sides(c, r)
	if err != nil {
		return j, err
	}
	j.Scores.judge(truth, got)
	j.Errors = errorsOf(truth, got, "")
	return j, nil
}

// Join adds the counts of other texts.
func (s *Scores) Join(t *Scores) {
	s.start()
	s.Texts += t.Texts
	for k, c := range t.Counts {
		s.Counts[k] = s.Counts[k].Add(c)
	}
	for k, x := range t.Shares {
		s.Shares[k] = Share{s.Shares[k].Right + x.Right, s.Shares[k].Of + x.Of}
	}
	for k, v := range t.Rules {
		w := s.Rules[k]
		s.Rules[k] = Verdicts{w.Right + v.Right, w.Wrong + v.Wrong, w.Grey + v.Grey}
	}
}
