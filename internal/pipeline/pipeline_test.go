package pipeline_test

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/store/mem"
)

// pile is a small folder: a report, its reprint, a report of its own, and a file that
// is no page.
func pile() fstest.MapFS {
	report := "Flood takes the coast road\n\nBy Ana Duarte – Port Post – 5 March 2021\n\nAt least 27 people were killed in Velmora on Thursday, the Flood Office said. " +
		"“The river took the road before anybody was awake,” said Leo Marsh, the mayor of Sella. Soldiers were sent to the valley the same night.\n"
	return fstest.MapFS{
		"a.txt":   {Data: []byte(report)},
		"b.txt":   {Data: []byte(strings.Replace(report, "Port Post", "Hill Post", 1))},
		"c.txt":   {Data: []byte("Harbour board meets\n\nBy Tom Reyes – Shore Post – 9 March 2021\n\nThe harbour board of Sella met on Monday and voted by 7 to 2 to close the eastern quay, its chair said. Nobody spoke against the plan in public.\n")},
		"d.bin":   {Data: []byte{0, 1, 2, 3}},
		"e.jsonl": {Data: []byte(`{"id":"w-1","title":"Quay closed","published":"2021-03-10","text":"Sella closed its eastern quay on Wednesday, Tom Reyes reported."}` + "\n" + `not json` + "\n")},
	}
}

func add(t *testing.T, to store.Store, inputs iter.Seq2[intake.Input, error], workers int) pipeline.Report {
	t.Helper()
	r, err := pipeline.Add(t.Context(), inputs, to, pipeline.Options{Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// all is what a store holds, as far as a reader sees it.
func all(t *testing.T, s store.Reader) map[string]any {
	t.Helper()
	ctx := t.Context()
	out := map[string]any{}
	keep := func(name string, v any, err error) {
		if err != nil {
			t.Fatal(name, err)
		}
		out[name] = v
	}
	pages, err := s.Pages(ctx)
	keep("pages", pages, err)
	articles, err := s.Articles(ctx)
	keep("articles", articles, err)
	for _, a := range articles {
		r, err := s.Reading(ctx, a.ID)
		keep("reading "+string(a.ID), r, err)
	}
	copies, err := s.Copies(ctx, "")
	keep("copies", copies, err)
	families, err := s.Families(ctx)
	keep("families", families, err)
	sayings, err := s.Sayings(ctx, store.Query{})
	keep("sayings", sayings, err)
	tallies, err := s.Tallies(ctx, store.Query{})
	keep("tallies", tallies, err)
	actors, err := s.Actors(ctx, store.Query{})
	keep("actors", actors, err)
	happenings, err := s.Happenings(ctx, store.Query{})
	keep("happenings", happenings, err)
	clashes, err := s.Clashes(ctx, store.Query{})
	keep("clashes", clashes, err)
	stories, err := s.Stories(ctx, store.Query{})
	keep("stories", stories, err)
	problems, err := s.Problems(ctx)
	keep("problems", problems, err)
	return out
}

func TestOrderAndWorkersChangeNothing(t *testing.T) {
	whole := mem.New()
	r := add(t, whole, intake.Pages(pile(), "pile"), 1)
	if r.Added != 4 || r.Articles != 4 || len(r.Problems) != 2 {
		t.Errorf("%+v", r)
	}
	if families, _ := whole.Families(t.Context()); len(families) != 1 {
		t.Errorf("families: %+v", families)
	}
	single := mem.New()
	names := []string{"e.jsonl", "d.bin", "c.txt", "b.txt", "a.txt"}
	for _, name := range names {
		add(t, single, rooted(intake.File(pile(), name)), 8)
	}
	if diff := cmp.Diff(all(t, whole), all(t, single)); diff != "" {
		t.Errorf("order or workers show (-folder at once, +file by file):\n%s", diff)
	}
}

// rooted gives a file's pages the root that they have when their folder is added.
func rooted(inputs iter.Seq2[intake.Input, error]) iter.Seq2[intake.Input, error] {
	return func(yield func(intake.Input, error) bool) {
		for in, err := range inputs {
			if in.Problem == nil {
				in.Page.Root = "pile"
			}
			if !yield(in, err) {
				return
			}
		}
	}
}

func TestSameBytesChangeNothing(t *testing.T) {
	s := mem.New()
	add(t, s, intake.Pages(pile(), "pile"), 2)
	before := all(t, s)
	r := add(t, s, intake.Pages(pile(), "pile"), 2)
	if r.Added != 0 || r.Known != 4 {
		t.Errorf("%+v", r)
	}
	if diff := cmp.Diff(before, all(t, s)); diff != "" {
		t.Errorf("adding the same bytes again shows:\n%s", diff)
	}
}

func TestCancelledRunKeepsWhatItHas(t *testing.T) {
	s := mem.New()
	ctx, cancel := context.WithCancel(t.Context())
	stop := func(yield func(intake.Input, error) bool) {
		for in, err := range intake.Pages(pile(), "pile") {
			if !yield(in, err) {
				return
			}
		}
		cancel()
	}
	if _, err := pipeline.Add(ctx, stop, s, pipeline.Options{}); !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	add(t, s, intake.Pages(pile(), "pile"), 1)
	whole := mem.New()
	add(t, whole, intake.Pages(pile(), "pile"), 1)
	if diff := cmp.Diff(all(t, whole), all(t, s)); diff != "" {
		t.Errorf("a run that was stopped and begun again differs:\n%s", diff)
	}
}

func TestLineUpIsMadeOnce(t *testing.T) {
	s := mem.New()
	add(t, s, intake.Pages(pile(), "pile"), 1)
	if done, err := s.LinedUp(t.Context(), pipeline.Version()); !done || err != nil {
		t.Errorf("after add: %v, %v", done, err)
	}
	if done, _ := s.LinedUp(t.Context(), "another version"); done {
		t.Error("another version's lineup counts as this one's")
	}
}

func TestVerifyFindsDamage(t *testing.T) {
	s := mem.New()
	add(t, s, intake.Pages(pile(), "pile"), 1)
	v, err := pipeline.Verify(t.Context(), s)
	if err != nil || len(v.Faults) > 0 || v.Originals != 4 || v.Articles != 4 || v.Findings == 0 {
		t.Errorf("%+v, %v", v, err)
	}
	v, err = pipeline.Verify(t.Context(), damaged{s})
	if err != nil || len(v.Faults) == 0 {
		t.Errorf("damage goes unnoticed: %+v, %v", v, err)
	}
}

// damaged gives a reader whose originals have lost a byte.
type damaged struct{ store.Reader }

func (d damaged) Original(ctx context.Context, sha256 string) ([]byte, error) {
	b, err := d.Reader.Original(ctx, sha256)
	if len(b) > 0 {
		b = slices.Clone(b)[:len(b)-1]
	}
	return b, err
}

func (d damaged) Page(ctx context.Context, id stemma.ID) (stemma.Page, error) {
	return d.Reader.Page(ctx, id)
}
