package pipeline_test

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/mend"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/store/mem"
)

// tellings are files whose texts state two numbers each.
func tellings(numbers ...int) iter.Seq2[intake.Input, error] {
	files := fstest.MapFS{}
	for _, i := range numbers {
		text := fmt.Sprintf("Report %d from the coast\n\nPORT SELLA, %d March 2021 — At least %d people were killed in Port Sella on 4 March 2021, the harbour board said. "+
			"Police detained %d men on the quay.\n\nIt was quiet at the %dth mile.\n", i, 5+i, 14+i%2, 30+i, i)
		files[fmt.Sprintf("telling-%02d.txt", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return intake.Pages(files, "pile")
}

func figuresOf(t testing.TB, s store.Reader) map[stemma.ID]stemma.Figure {
	t.Helper()
	list, err := s.Figures(t.Context(), store.Query{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[stemma.ID]stemma.Figure{}
	for _, f := range list {
		out[f.ID] = f
	}
	return out
}

// A finding that a person rejects counts no more, in lists and in what is lined up; it stays
// in the pile, and counts again when the ruling is taken back.
func TestRejectedFindingCountsNoMore(t *testing.T) {
	ctx := t.Context()
	s := mem.New()
	add(t, s, tellings(0, 2), 1)
	before := all(t, s)
	tallies := func() (n int) {
		list, err := s.Tallies(ctx, store.Query{})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range list {
			if x.Measure == "deaths" {
				n += len(x.Members)
			}
		}
		return n
	}
	if tallies() != 2 {
		t.Fatalf("%d deaths are lined up", tallies())
	}
	var wrong stemma.Figure
	for _, f := range figuresOf(t, s) {
		if f.Measure == "deaths" && (wrong.ID == "" || f.ID < wrong.ID) {
			wrong = f
		}
	}
	at := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	r, err := pipeline.Rule(ctx, s, pipeline.Decision{By: "Ana", Why: "a drill", At: at, Verdict: stemma.Rejected, Text: wrong.Article, Finding: wrong.ID})
	if err != nil {
		t.Fatal(err)
	}
	if n := tallies(); n != 0 {
		t.Errorf("after the ruling %d deaths are lined up", n)
	}
	upheld := store.Upheld(s)
	if _, there := figuresOf(t, upheld)[wrong.ID]; there || len(figuresOf(t, s)) != len(figuresOf(t, upheld))+1 {
		t.Error("the rejected figure is still listed, or is gone from the pile")
	}
	if diff := cmp.Diff(all(t, s), all(t, rebuilt(t, s))); diff != "" {
		t.Errorf("a rebuilt pile is another (-was, +is):\n%s", diff)
	}
	if _, err := pipeline.Rule(ctx, s, pipeline.Decision{By: "Ana", At: at, Verdict: stemma.TakenBack, Answers: r.ID}); err != nil {
		t.Fatal(err)
	}
	after := all(t, s)
	delete(before, "rulings")
	delete(after, "rulings")
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("taken back, the pile is another (-was, +is):\n%s", diff)
	}
	if _, err := pipeline.Rule(ctx, s, pipeline.Decision{By: "Ana", Verdict: stemma.Rejected, Text: wrong.Article, Finding: "f-none"}); err == nil {
		t.Error("a ruling about nothing is taken")
	}
}

// A ruling may be meant for all copies: then the same statement counts no more in any of them.
func TestRejectedInAllCopies(t *testing.T) {
	ctx := t.Context()
	s := mem.New()
	body := "Report from the coast\n\nPORT SELLA, 5 March 2021 — At least 14 people were killed in Port Sella on 4 March 2021, the harbour board said. Police detained 31 men on the quay, and the ferry did not sail that night.\n"
	files := fstest.MapFS{
		"a.txt": {Data: []byte(body)}, "b.txt": {Data: []byte(strings.Replace(body, "the ferry", "the old ferry", 1))},
		"c.txt": {Data: []byte("Another place\n\nTARKAS, 5 March 2021 — At least 14 people were killed in Tarkas on 4 March 2021 when a mine fell in.\n")},
	}
	add(t, s, intake.Pages(files, "pile"), 1)
	for _, f := range figuresOf(t, s) {
		if a, _ := s.Article(ctx, f.Article); f.Measure == "deaths" && a.Text[:6] == "Report" {
			if _, err := pipeline.Rule(ctx, s, pipeline.Decision{By: "Ana", Verdict: stemma.Rejected, Text: f.Article, Finding: f.ID, Copies: true}); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	for _, f := range figuresOf(t, store.Upheld(s)) {
		if a, _ := s.Article(ctx, f.Article); f.Measure == "deaths" && a.Text[:6] == "Report" {
			t.Errorf("still counted: %+v", f)
		}
	}
	if rulings, err := s.Rulings(ctx); err != nil || len(rulings) != 2 {
		t.Errorf("rulings %+v, %v", rulings, err)
	}
}

// Whatever people rule, and however often texts are added again and the pile is made anew, no
// ruling is lost or changed, and what is rejected, mended and made is what the latest rulings
// that hold say.
func TestNoRulingIsLost(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ctx := t.Context()
		s := mem.New()
		next := 0
		come := func(n int) {
			for range n {
				add(t, s, tellings(next), 1)
				next++
			}
		}
		come(2)
		var made []stemma.Ruling
		for step := range rapid.IntRange(1, 8).Draw(rt, "steps") {
			at := time.Date(2026, 1, 1, 0, step, 0, 0, time.UTC)
			switch rapid.IntRange(0, 5).Draw(rt, "step") {
			case 0:
				come(1)
			case 1:
				add(t, s, tellings(0, next-1), 1)
			case 2:
				s = rebuilt(t, s)
			case 3:
				if len(made) > 0 {
					old := rapid.SampledFrom(made).Draw(rt, "taken back")
					if r, err := pipeline.Rule(ctx, s, pipeline.Decision{By: "Bo", At: at, Verdict: stemma.TakenBack, Answers: old.ID}); err == nil {
						made = append(made, r)
					} else if old.Verdict != stemma.TakenBack {
						rt.Fatal(err)
					}
				}
			default:
				d := draw(t, rt, s)
				d.By, d.At = "Ana", at
				r, err := pipeline.Rule(ctx, s, d)
				if errors.Is(err, stemma.ErrInvalid) && (d.Verdict == stemma.Mended || d.Verdict == stemma.Made || d.Verdict == stemma.Renamed) {
					continue // it says so already
				}
				if err != nil {
					rt.Fatalf("%+v: %v", d, err)
				}
				made = append(made, r)
			}
			kept, err := s.Rulings(ctx)
			if diff := cmp.Diff(made, kept); err != nil || diff != "" && len(made) > 0 {
				rt.Fatalf("%v, rulings (-made, +kept):\n%s", err, diff)
			}
			checkRuled(t, rt, s, made)
		}
	})
}

// draw makes a decision of any kind about what a pile holds.
func draw(t *testing.T, rt *rapid.T, s *mem.Store) pipeline.Decision {
	figures := figuresOf(t, s)
	f := figures[rapid.SampledFrom(slices.Sorted(maps.Keys(figures))).Draw(rt, "figure")]
	mentions, err := s.Mentions(t.Context(), store.Query{})
	if err != nil {
		rt.Fatal(err)
	}
	m, n := rapid.SampledFrom(mentions).Draw(rt, "name"), rapid.SampledFrom(mentions).Draw(rt, "other name")
	number := rapid.SampledFrom([]string{"7", "99", "20-30"}).Draw(rt, "number")
	d := pipeline.Decision{Finding: f.ID, Verdict: rapid.SampledFrom([]string{
		stemma.Accepted, stemma.Rejected, stemma.Mended, stemma.Made, stemma.Noted, stemma.SameOne, stemma.Apart, stemma.Renamed,
	}).Draw(rt, "verdict")}
	switch d.Verdict {
	case stemma.Mended:
		d.Say = map[string]string{"number": number}
	case stemma.Made:
		d.Finding, d.Text, d.Kind, d.Words, d.Say = "", f.Article, "figure", "quiet", map[string]string{"number": number}
	case stemma.Noted:
		d.Why = "ask again"
	case stemma.SameOne:
		if m.ID == n.ID {
			d.Verdict, d.Finding = stemma.Apart, m.ID
			break
		}
		d.Finding, d.Other = m.ID, n.ID
	case stemma.Apart:
		d.Finding = m.ID
	case stemma.Renamed:
		d.Finding, d.Say = m.ID, map[string]string{"name": "Port " + number}
	}
	return d
}

// place is where a finding stands, whatever its ID.
type place struct {
	page  stemma.ID
	start int // code points
}

// said is what rulings say of a figure.
type said struct {
	rejected bool
	number   string // “” as it was read
}

// checkRuled compares what is rejected, mended and made with what the rulings say, place by
// place.
func checkRuled(t *testing.T, rt *rapid.T, s *mem.Store, made []stemma.Ruling) {
	want := map[place]said{}
	holds := stemma.Standing(made)
	for _, r := range made {
		at := place{r.Page, r.Start}
		x := want[at]
		switch {
		case !holds[r.ID] || r.Kind != "figure":
			continue
		case r.Verdict == stemma.Mended || r.Verdict == stemma.Made:
			x = said{false, stemma.Value(r.After, "number")}
		case r.Verdict == stemma.Accepted || r.Verdict == stemma.Rejected:
			x.rejected = r.Verdict == stemma.Rejected
		}
		want[at] = x
	}
	upheld := store.Upheld(s)
	ruled, err := upheld.Ruled(t.Context())
	if err != nil {
		rt.Fatal(err)
	}
	list, err := s.Articles(t.Context())
	if err != nil {
		rt.Fatal(err)
	}
	for _, a := range list {
		p, err1 := s.Page(t.Context(), a.Page)
		read, err2 := s.Reading(t.Context(), a.ID)
		now, err3 := upheld.WithRejected(t.Context(), a.ID)
		if err := errors.Join(err1, err2, err3); err != nil {
			rt.Fatal(err)
		}
		for _, f := range now.Figures {
			at := place{a.Page, utf8.RuneCountInString(p.Text[:a.Start+f.Span.Start])}
			x := want[at]
			if x.number == "" {
				x.number = stemma.Value(mend.Details(&read, "figure", f.ID), "number")
			}
			got := said{ruled.Rejected()[f.ID], stemma.Value(mend.Details(&now, "figure", f.ID), "number")}
			if got != x {
				rt.Fatalf("figure %s at %+v: %+v, rulings say %+v", f.ID, at, got, x)
			}
			delete(want, at)
		}
	}
	for at, x := range want {
		rt.Fatalf("nothing stands at %+v, rulings say %+v", at, x)
	}
}
