package pipeline_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/store/mem"
)

// counting is a pile that counts how often all of it was lined up.
type counting struct {
	*mem.Store
	whole int
}

func (c *counting) PutLineup(ctx context.Context, copies []stemma.Copy, families []stemma.Family, groups func(put func(stemma.Lineup) error) error) error {
	c.whole++
	return c.Store.PutLineup(ctx, copies, families, groups)
}

// quays are files that state all that is lined up: a toll, words said, a meeting, who was
// appointed. Every third is a copy of the one before it.
func quays(numbers ...int) iter.Seq2[intake.Input, error] {
	files := fstest.MapFS{}
	for _, i := range numbers {
		n := i - i%3/2
		text := fmt.Sprintf("Report %d from the coast\n\nPORT SELLA, %d March 2021 — At least %d people were killed in Port Sella on 4 March 2021, the harbour board said. "+
			"“The river took the %s road before anybody was awake on the quay,” said Leo Marsh, the mayor of Sella. Leo Marsh met Ana Duarte on %d March 2021 in Port Sella. "+
			"Police detained %d men on the quay.\n\n", n, 5+n, 14+n%2, []string{"coast", "hill"}[n%2], 4+n%2, 30+n)
		if n%4 == 3 {
			text += "Tom Reyes was appointed minister of works on 2 March 2021.\n\n"
		}
		files[fmt.Sprintf("quay-%02d.txt", i)] = &fstest.MapFile{Data: []byte(text + fmt.Sprintf("It was quiet at the %dth mile of shore %d.\n", n, i))}
	}
	return intake.Pages(files, "pile")
}

// decide draws a decision about a statement of any kind.
func decide(t *testing.T, rt *rapid.T, s *mem.Store) pipeline.Decision {
	d := pipeline.Decision{By: "Ana", Verdict: rapid.SampledFrom([]string{stemma.Rejected, stemma.Rejected, stemma.Accepted, stemma.Mended, stemma.Apart}).Draw(rt, "verdict")}
	kind := rapid.SampledFrom([]string{"figure", "quote", "event", "time", "name"}).Draw(rt, "kind")
	if d.Verdict == stemma.Apart {
		kind = "name"
	}
	var ids []stemma.ID
	list, err := s.Articles(t.Context())
	for _, a := range list {
		r, err := s.Reading(t.Context(), a.ID)
		if err != nil {
			rt.Fatal(err)
		}
		for k, x := range r.All() {
			if k == kind {
				ids = append(ids, x.ID)
			}
		}
	}
	if err != nil || len(ids) == 0 {
		rt.Fatal(kind, err)
	}
	slices.Sort(ids)
	d.Finding = rapid.SampledFrom(ids).Draw(rt, "finding")
	if d.Verdict == stemma.Mended {
		d.Say = map[string]string{map[string]string{"figure": "number", "quote": "speaker", "event": "status", "time": "date", "name": "name"}[kind]: rapid.SampledFrom([]string{"7", "14", "denied", "2021-03-05"}).Draw(rt, "says")}
	}
	return d
}

// Whatever is added, ruled and taken back, one after the other: what is lined up is what it
// would be if all were made anew.
func TestLinedUpInPartsIsLinedUpAnew(t *testing.T) {
	part := 0
	rapid.Check(t, func(rt *rapid.T) {
		s := &counting{Store: mem.New()}
		add(t, s, quays(0, 1, 2, 3), 2)
		var made []stemma.Ruling
		next := 4
		for step := range rapid.IntRange(1, 7).Draw(rt, "steps") {
			at, before := time.Date(2026, 1, 1, 0, step, 0, 0, time.UTC), s.whole
			switch what := rapid.IntRange(0, 8).Draw(rt, "step"); {
			case what == 0:
				add(t, s, quays(next), 1)
				next++
			case what < 3 && len(made) > 0:
				d := pipeline.Decision{By: "Bo", At: at, Verdict: stemma.TakenBack, Answers: rapid.SampledFrom(made).Draw(rt, "taken back").ID}
				if _, err := pipeline.Rule(t.Context(), s, d); err != nil {
					rt.Fatal(err)
				}
			default:
				d := decide(t, rt, s.Store)
				d.At = at
				r, err := pipeline.Rule(t.Context(), s, d)
				if errors.Is(err, stemma.ErrInvalid) {
					continue // it says so already, or no such thing can be said
				}
				if err != nil {
					rt.Fatalf("%+v: %v", d, err)
				}
				made = append(made, r)
			}
			if s.whole == before {
				part++
			}
			if diff := cmp.Diff(all(t, rebuilt(t, s.Store)), all(t, s)); diff != "" {
				rt.Fatalf("step %d (-made anew, +lined up in parts):\n%s", step, diff)
			}
		}
	})
	if part == 0 {
		t.Error("never was a part of it lined up alone")
	}
}

// A ruling about a figure lines up figures only; one about a name, all.
func TestWhatRulingsTouch(t *testing.T) {
	s := &counting{Store: mem.New()}
	add(t, s, quays(0, 1, 4, 6), 1)
	quotes, err1 := s.Quotes(t.Context(), store.Query{})
	figures, err2 := s.Figures(t.Context(), store.Query{})
	mentions, err3 := s.Mentions(t.Context(), store.Query{})
	if err := errors.Join(err1, err2, err3); err != nil {
		t.Fatal(err)
	}
	for i, x := range []struct {
		what    string
		verdict string
		finding stemma.ID
		whole   int
	}{
		{"a figure is wrong", stemma.Rejected, figures[0].ID, 1},
		{"it is right", stemma.Accepted, figures[0].ID, 1},
		{"a quote is wrong", stemma.Rejected, quotes[0].ID, 1},
		{"a name is right, which it was", stemma.Accepted, mentions[0].ID, 1},
		{"a name is wrong", stemma.Rejected, mentions[0].ID, 2},
	} {
		d := pipeline.Decision{By: "Ana", At: time.Unix(int64(i), 0), Verdict: x.verdict, Finding: x.finding}
		if _, err := pipeline.Rule(t.Context(), s, d); err != nil {
			t.Fatal(x.what, err)
		}
		if s.whole != x.whole {
			t.Errorf("%s: all was lined up %d times, not %d", x.what, s.whole, x.whole)
		}
	}
}
