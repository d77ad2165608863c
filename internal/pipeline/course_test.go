package pipeline_test

import (
	"slices"
	"testing"

	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store/mem"
)

// Lining up tells how far each step is: it begins with nothing, never goes back, and is nearly
// done when all texts were read.
func TestCourseOfALineup(t *testing.T) {
	var pages []intake.Input
	for _, name := range []string{"a", "b", "c"} {
		pages = append(pages, page(name, "2021-03-03", "", prose(1, 60)))
	}
	var steps []string
	last := map[string]int{}
	_, err := pipeline.Add(t.Context(), inputs(pages), mem.New(), pipeline.Options{Progress: func(p pipeline.Progress) {
		if !slices.Contains(steps, p.Step) {
			steps = append(steps, p.Step)
			if p.Percent != 0 {
				t.Errorf("%s begins with %d %%", p.Step, p.Percent)
			}
		}
		if p.Percent < last[p.Step] {
			t.Errorf("%s goes back from %d %% to %d", p.Step, last[p.Step], p.Percent)
		}
		last[p.Step] = p.Percent
	}})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"reading", "placing", "comparing", "lining up"}; !slices.Equal(steps, want) {
		t.Errorf("%q", steps)
	}
	for _, step := range steps[1:] {
		if last[step] != 99 {
			t.Errorf("%s ends with %d %%", step, last[step])
		}
	}
}
