package pipeline_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/mend"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/store/mem"
)

// say keeps a decision of Ana's.
func say(t testing.TB, s *mem.Store, d pipeline.Decision) stemma.Ruling {
	t.Helper()
	d.By = "Ana"
	if d.At.IsZero() {
		d.At = time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	}
	r, err := pipeline.Rule(t.Context(), s, d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// back takes a ruling back, after which the pile must be as it was before.
func back(t *testing.T, s *mem.Store, r stemma.Ruling, before map[string]any) {
	t.Helper()
	say(t, s, pipeline.Decision{Verdict: stemma.TakenBack, Answers: r.ID, At: r.At.Add(time.Hour)})
	after := all(t, s)
	delete(before, "rulings")
	delete(after, "rulings")
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("taken back, the pile is another (-was, +is):\n%s", diff)
	}
}

// values gives the numbers of the points of all tallies of a measure.
func values(t testing.TB, s store.Reader, measure string) (out []float64) {
	t.Helper()
	list, err := s.Tallies(t.Context(), store.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range list {
		for _, p := range x.Points {
			if x.Measure == measure && p.Value != nil {
				out = append(out, *p.Value)
			}
		}
	}
	slices.Sort(out)
	return out
}

func deathsOf(t testing.TB, s store.Reader) (out []stemma.Figure) {
	t.Helper()
	for _, f := range figuresOf(t, s) {
		if f.Measure == "deaths" {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b stemma.Figure) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return out
}

// A mended figure counts as it was mended, wherever it stood before: in the tally, in a pile
// made anew, and until the ruling is taken back. What it said before is kept.
func TestMendedFigureCountsAsMended(t *testing.T) {
	s := mem.New()
	add(t, s, tellings(0, 2), 1)
	before := all(t, s)
	f := deathsOf(t, s)[0]
	r := say(t, s, pipeline.Decision{Verdict: stemma.Mended, Finding: f.ID, Why: "a slip of the pen", Say: map[string]string{"number": "19", "measure": "deaths"}})
	if !slices.Contains(values(t, s, "deaths"), 19) {
		t.Errorf("the tally says %v", values(t, s, "deaths"))
	}
	if diff := cmp.Diff([]stemma.Detail{{Name: "number", Value: ">=14"}}, r.Before); diff != "" {
		t.Errorf("before: %s", diff)
	}
	if diff := cmp.Diff([]stemma.Detail{{Name: "number", Value: "19"}}, r.After); diff != "" {
		t.Errorf("after: %s", diff)
	}
	if got := figuresOf(t, store.Upheld(s))[f.ID]; *got.Value != 19 || got.Rule != mend.MendedRule || got.Span != f.Span {
		t.Errorf("upheld: %+v", got)
	}
	if diff := cmp.Diff(all(t, s), all(t, rebuilt(t, s))); diff != "" {
		t.Errorf("a rebuilt pile is another (-was, +is):\n%s", diff)
	}
	back(t, s, r, before)
	for name, d := range map[string]pipeline.Decision{
		"nothing new":     {Verdict: stemma.Mended, Finding: f.ID, Say: map[string]string{"measure": "deaths"}},
		"no number":       {Verdict: stemma.Mended, Finding: f.ID, Say: map[string]string{"number": "many"}},
		"words elsewhere": {Verdict: stemma.Mended, Finding: f.ID, Words: "forty-four"},
		"no such field":   {Verdict: stemma.Mended, Finding: f.ID, Say: map[string]string{"speaker": "Ana"}},
	} {
		if _, err := pipeline.Rule(t.Context(), s, d); !errors.Is(err, stemma.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A finding made by hand, from words, counts like one that was read; in copies too.
func TestMadeFindingCounts(t *testing.T) {
	ctx := t.Context()
	s := mem.New()
	body := "Report from the coast\n\nPORT SELLA, 5 March 2021 — Two score and five were taken from the water in Port Sella, the harbour board said. The ferry did not sail that night, and nobody could say when it would.\n"
	add(t, s, intake.Pages(fstest.MapFS{
		"a.txt": {Data: []byte(body)}, "b.txt": {Data: []byte(strings.Replace(body, "The ferry", "The old ferry", 1))},
		"c.txt": {Data: []byte("The toll\n\nPORT SELLA, 6 March 2021 — As of 6 March 2021, 46 people had been killed in Port Sella, the harbour board said.\n")},
	}, "pile"), 1)
	before := all(t, s)
	list, err := s.Articles(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var text stemma.ID
	for _, a := range list {
		if p, _ := s.Page(ctx, a.Page); p.Path == "a.txt" {
			text = a.ID
		}
	}
	d := pipeline.Decision{Verdict: stemma.Made, Text: text, Kind: "figure", Words: "Two score and five", Copies: true,
		Say: map[string]string{"number": "45", "measure": "deaths", "place": "Port Sella", "as_of": "2021-03-05", "said_by": "the harbour board", "unit": ""}}
	r := say(t, s, d)
	made := 0
	for _, f := range figuresOf(t, store.Upheld(s)) {
		if f.Rule == mend.MadeRule {
			made++
		}
	}
	if rulings, err := s.Rulings(ctx); err != nil || made != 2 || len(rulings) != 2 {
		t.Errorf("%d findings were made by %d rulings, %v", made, len(rulings), err)
	}
	if got := values(t, s, "deaths"); !slices.Equal(got, []float64{45, 46}) {
		t.Errorf("the tally says %v", got)
	}
	counts, err := store.Upheld(s).Counts(ctx)
	if err != nil || counts.Figures != len(figuresOf(t, store.Upheld(s))) {
		t.Errorf("counts say %d figures, %v", counts.Figures, err)
	}
	if diff := cmp.Diff(all(t, s), all(t, rebuilt(t, s))); diff != "" {
		t.Errorf("a rebuilt pile is another (-was, +is):\n%s", diff)
	}
	if _, err := pipeline.Rule(ctx, s, d); !errors.Is(err, stemma.ErrInvalid) {
		t.Errorf("made twice: %v", err)
	}
	// A finding made by hand can be rejected, mended and noted like any other.
	var id stemma.ID
	for _, f := range figuresOf(t, store.Upheld(s)) {
		if f.Rule == mend.MadeRule && f.Article == text {
			id = f.ID
		}
	}
	mended := say(t, s, pipeline.Decision{Verdict: stemma.Mended, Finding: id, Words: "score and five", Say: map[string]string{"number": "25"}})
	if got := figuresOf(t, store.Upheld(s))[id]; got.Rule != mend.MadeRule || *got.Value != 25 {
		t.Errorf("mended: %+v", got)
	}
	for _, r := range []stemma.Ruling{mended, r} {
		say(t, s, pipeline.Decision{Verdict: stemma.TakenBack, Answers: r.ID, At: r.At.Add(time.Minute)})
	}
	rulings, err := s.Rulings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	back(t, s, rulings[1], before) // that of the copy
}

// People can say that two names are one, that one is somebody else, and what to call them.
func TestWhoIsWho(t *testing.T) {
	ctx := t.Context()
	s := mem.New()
	add(t, s, intake.Pages(fstest.MapFS{
		"a.txt": {Data: []byte("The quay\n\nPORT SELLA, 5 March 2021 — Laura Ortega, the harbour master, said the quay was lost.\n")},
		"b.txt": {Data: []byte("The mole\n\nPORT SELLA, 9 March 2021 — The mole will be built again, the harbour master, Laura Ortega, told reporters on Tuesday.\n")},
		"c.txt": {Data: []byte("The lamp\n\nPORT SELLA, 12 March 2021 — The lamp burns again, the engineer, Elena Ortegon, told reporters.\n")},
	}, "pile"), 1)
	before := all(t, s)
	mentions, err := s.Mentions(ctx, store.Query{})
	if err != nil {
		t.Fatal(err)
	}
	of := map[string][]stemma.ID{}
	for _, m := range mentions {
		of[m.Name] = append(of[m.Name], m.ID)
	}
	if len(of["Laura Ortega"]) != 2 || len(of["Elena Ortegon"]) != 1 {
		t.Fatalf("names %v", of)
	}
	people := func() (out []string) {
		actors, err := s.Actors(ctx, store.Query{})
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range actors {
			if a.Type == stemma.Person {
				out = append(out, strings.Repeat(a.Name+" ", len(a.Members)))
			}
		}
		slices.Sort(out)
		return out
	}
	expect := func(what string, want ...string) {
		t.Helper()
		if diff := cmp.Diff(want, people()); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
	expect("at first", "Elena Ortegon ", "Laura Ortega Laura Ortega ")
	at := time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)
	next := func(d pipeline.Decision) stemma.Ruling { at = at.Add(time.Hour); d.At = at; return say(t, s, d) }
	one := next(pipeline.Decision{Verdict: stemma.SameOne, Finding: of["Laura Ortega"][0], Other: of["Elena Ortegon"][0]})
	expect("merged", "Laura Ortega Laura Ortega Laura Ortega ")
	name := next(pipeline.Decision{Verdict: stemma.Renamed, Finding: of["Elena Ortegon"][0], Say: map[string]string{"name": "E. Ortega"}})
	expect("renamed", "E. Ortega E. Ortega E. Ortega ")
	if stemma.Value(name.Before, "name") != "Laura Ortega" {
		t.Errorf("before: %v", name.Before)
	}
	split := next(pipeline.Decision{Verdict: stemma.Apart, Finding: of["Laura Ortega"][1]})
	expect("split", "E. Ortega E. Ortega ", "Laura Ortega ")
	if diff := cmp.Diff(all(t, s), all(t, rebuilt(t, s))); diff != "" {
		t.Errorf("a rebuilt pile is another (-was, +is):\n%s", diff)
	}
	other := next(pipeline.Decision{Verdict: stemma.Apart, Finding: of["Laura Ortega"][0], Other: of["Laura Ortega"][1]})
	expect("moved to the other", "E. Ortega ", "Laura Ortega Laura Ortega ")
	for _, r := range []stemma.Ruling{one, name, split} {
		next(pipeline.Decision{Verdict: stemma.TakenBack, Answers: r.ID})
	}
	expect("the last one alone", "Elena Ortegon ", "Laura Ortega Laura Ortega ")
	back(t, s, other, before)
}

// A clash that is settled, and notes, change nothing of what is counted.
func TestNotesChangeNothing(t *testing.T) {
	s := mem.New()
	add(t, s, intake.Pages(fstest.MapFS{
		"a.txt": {Data: []byte("The toll\n\nPORT SELLA, 6 March 2021 — As of 6 March 2021, 46 people had been killed in Port Sella, the harbour board said.\n")},
		"b.txt": {Data: []byte("The count\n\nPORT SELLA, 7 March 2021 — As of 6 March 2021, 52 people had been killed in Port Sella, police said.\n")},
	}, "pile"), 1)
	before := all(t, s)
	clashes, err := s.Clashes(t.Context(), store.Query{})
	if err != nil || len(clashes) == 0 {
		t.Fatalf("no clash, %v", err)
	}
	f := deathsOf(t, s)[0]
	note := say(t, s, pipeline.Decision{Verdict: stemma.Noted, Finding: f.ID, Why: "ask the board", Say: map[string]string{"certainty": "low"}})
	say(t, s, pipeline.Decision{Verdict: stemma.Noted, Text: f.Article, Why: "a stringer's text"})
	settled := say(t, s, pipeline.Decision{Verdict: stemma.Settled, Clash: clashes[0].ID, Why: "seen in the ledger", Say: map[string]string{"right": clashes[0].Sides[1].Value}})
	if len(settled.Before) != len(clashes[0].Sides) || stemma.Value(settled.After, "right") != clashes[0].Sides[1].Value || settled.Other.Exact == "" {
		t.Errorf("settled: %+v", settled)
	}
	if _, err := pipeline.Rule(t.Context(), s, pipeline.Decision{Verdict: stemma.Noted, Finding: f.ID}); !errors.Is(err, stemma.ErrInvalid) {
		t.Errorf("an empty note: %v", err)
	}
	back(t, s, note, before)
}

// A quotation cannot be made where one stands already, be it said with its marks or without.
func TestQuoteIsNotMadeTwice(t *testing.T) {
	s := mem.New()
	add(t, s, intake.Pages(fstest.MapFS{
		"a.txt": {Data: []byte("The quay\n\nPORT SELLA, 5 March 2021 — “Nobody shall land here,” the harbour master, Laura Ortega, said.\n")},
	}, "pile"), 1)
	quotes, err := s.Quotes(t.Context(), store.Query{})
	if err != nil || len(quotes) != 1 {
		t.Fatalf("%d quotations, %v", len(quotes), err)
	}
	for words, refused := range map[string]bool{"“Nobody shall land here,”": true, "Nobody shall land here,": true, "the harbour master": false} {
		d := pipeline.Decision{By: "Ana", Verdict: stemma.Made, Text: quotes[0].Article, Kind: "quote", Words: words}
		if _, err := pipeline.Rule(t.Context(), s, d); errors.Is(err, stemma.ErrInvalid) != refused {
			t.Errorf("%s: %v", words, err)
		}
	}
}
