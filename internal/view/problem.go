package view

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"stemma"
	"stemma/internal/message"
)

// Problems is the screen of what could not be read, and why; and of what was passed over
// on purpose, so that nothing is skipped silently.
type Problems struct {
	Total  int            `json:"total"` // without what was passed over
	Groups []ProblemGroup `json:"groups"`
	Passed []ProblemGroup `json:"passed,omitempty"`
}

// ProblemGroup holds all problems with the same message.
type ProblemGroup struct {
	Step    string   `json:"step"` // “intake”, “clip”, …
	Stage   string   `json:"stage"`
	Message string   `json:"message"` // in the reader's language
	Hint    string   `json:"hint,omitempty"`
	Sources []string `json:"sources"` // ordered
}

// Problems tells what could not be read, by the step at which it went wrong.
func (l *Library) Problems(ctx context.Context) (*Problems, error) {
	list, err := l.r.Problems(ctx)
	if err != nil {
		return nil, fmt.Errorf("problems: %w", err)
	}
	trouble, passed := splitProblems(list)
	return &Problems{Total: len(trouble), Groups: groupProblems(l.words, trouble), Passed: groupProblems(l.words, passed)}, nil
}

// splitProblems tells trouble from what was passed over on purpose.
func splitProblems(list []stemma.Problem) (trouble, passed []stemma.Problem) {
	for _, p := range list {
		if p.Step == stemma.Passed {
			passed = append(passed, p)
		} else {
			trouble = append(trouble, p)
		}
	}
	return trouble, passed
}

// groupProblems puts problems with one message together, in the order of steps.
func groupProblems(b *message.Book, list []stemma.Problem) []ProblemGroup {
	type key struct{ step, message, hint string }
	var groups []ProblemGroup
	at := map[key]int{}
	for _, step := range append(slices.Clone(steps), "") {
		for _, p := range list {
			if p.Step != step && (step != "" || stage(p.Step) != "") {
				continue
			}
			k := key{p.Step, b.Problem(p.Message), b.Problem(p.Hint)}
			i, ok := at[k]
			if !ok {
				i = len(groups)
				at[k] = i
				groups = append(groups, ProblemGroup{Step: p.Step, Stage: b.Term("stage", cmp.Or(stage(p.Step), "other")), Message: k.message, Hint: k.hint})
			}
			groups[i].Sources = append(groups[i].Sources, cmp.Or(p.Source, string(p.Page)))
		}
	}
	return groups
}

// stage gives a step that is known; "" for any other.
func stage(step string) string {
	if slices.Contains(steps, step) {
		return step
	}
	return ""
}

// steps are the steps at which something can go wrong, in their order.
var steps = []string{"intake", "clip", "read", "kin", "concord", stemma.Passed}

// Text prints the problems, then what was passed over.
func (v *Problems) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("Everything could be read.")
	} else {
		p.line("%s", Count(v.Total, "problem", "problems"))
	}
	for _, g := range v.Groups {
		g.text(p)
	}
	for _, g := range v.Passed {
		g.text(p)
	}
	return p.err
}

func (g *ProblemGroup) text(p *printer) {
	p.heading(g.Stage + ": " + g.Message)
	for _, s := range g.Sources {
		p.line("  %s", s)
	}
	if g.Hint != "" {
		p.wrap("  → ", g.Hint)
	}
}
