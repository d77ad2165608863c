package view_test

import (
	"errors"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// TestStatementScreens compares what the lists of statements and their groups print.
func TestStatementScreens(t *testing.T) {
	l := view.New(viewtest.Velmora())
	l.Diff = viewtest.Diff
	ctx := t.Context()
	all := view.Choice{}
	show := func(name string, v view.Screen, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		golden(t, name, v)
	}
	figures, err := l.Figures(ctx, all)
	show("figures", figures, err)
	none, err := l.Accuracy(ctx, all)
	show("accuracy-empty", none, err)
	l.Labelled = viewtest.Labelled
	accuracy, err := l.Accuracy(ctx, all)
	show("accuracy", accuracy, err)
	ofRule, err := l.Accuracy(ctx, view.Choice{Fields: map[string]string{"rule": "figure.en.dead", "set": "flood"}})
	show("accuracy-rule", ofRule, err)
	judged, err := l.JudgedText(ctx, "flood", "sella.txtar")
	show("judged", judged, err)
	if _, err := l.JudgedText(ctx, "flood", "other.txtar"); !errors.Is(err, stemma.ErrNotFound) {
		t.Errorf("a text that is not there: %v", err)
	}
	stories, err := l.Stories(ctx, all)
	show("stories", stories, err)
	story, err := l.Story(ctx, stories.Stories[0].ID, view.Choice{})
	show("story", story, err)
	tally, err := l.Tally(ctx, figures.Tallies[0].ID)
	show("tally", tally, err)
	narrowed, err := l.Figures(ctx, view.Choice{Fields: map[string]string{"measure": "deaths"}})
	show("figures-deaths", narrowed, err)
	quotes, err := l.Quotes(ctx, all)
	show("quotes", quotes, err)
	saying, err := l.Saying(ctx, firstSaying(t, quotes))
	show("saying", saying, err)
	timeline, err := l.Timeline(ctx, all)
	show("timeline", timeline, err)
	happening, err := l.Happening(ctx, firstHappening(t, timeline), view.Choice{})
	show("happening", happening, err)
	names, err := l.Names(ctx, all)
	show("names", names, err)
	actor, err := l.Actor(ctx, names.Groups[0].Names[0].ID)
	show("name", actor, err)
	clashes, err := l.Clashes(ctx, all)
	show("clashes", clashes, err)
	clash, err := l.Clash(ctx, clashes.Clashes[0].ID)
	show("clash", clash, err)
	times, err := l.Times(ctx, all)
	show("times", times, err)
}

func firstSaying(t *testing.T, v *view.Quotes) stemma.ID {
	t.Helper()
	for _, s := range v.Speakers {
		for _, w := range s.Said {
			if w.Saying != "" {
				return w.Saying
			}
		}
	}
	t.Fatal("no saying in the canned pile")
	return ""
}

func firstHappening(t *testing.T, v *view.Timeline) stemma.ID {
	t.Helper()
	for _, d := range v.Days {
		for _, a := range d.Acts {
			if a.Happening != "" {
				return a.Happening
			}
		}
	}
	t.Fatal("no happening in the canned pile")
	return ""
}

func TestUnknownGroupIsNotFound(t *testing.T) {
	l := view.New(viewtest.Velmora())
	ctx := t.Context()
	_, tally := l.Tally(ctx, "l-none")
	_, saying := l.Saying(ctx, "y-none")
	_, happening := l.Happening(ctx, "h-none", view.Choice{})
	_, actor := l.Actor(ctx, "k-none")
	_, clash := l.Clash(ctx, "c-none")
	for name, err := range map[string]error{"tally": tally, "saying": saying, "happening": happening, "name": actor, "clash": clash} {
		if !errors.Is(err, stemma.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestChoice narrows the figures and follows the facets' links in their own words.
func TestChoice(t *testing.T) {
	l := view.New(viewtest.Velmora())
	v, err := l.Figures(t.Context(), view.Choice{Fields: map[string]string{"measure": "deaths"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range v.Rows {
		if r.Measure != "deaths" {
			t.Errorf("%s is not deaths", r.Measure)
		}
	}
	chosen := false
	for _, x := range v.Facets[0].Values {
		if x.Chosen {
			chosen = true
			if x.Href != "/figures" {
				t.Errorf("the chosen value leads to %s", x.Href)
			}
		}
	}
	if !chosen || len(v.Facets[0].Values) < 2 {
		t.Errorf("the measure's facet: %+v", v.Facets[0])
	}
}

// TestRecordsOfTheCannedPile holds the order of records and the places in them.
func TestRecordsOfTheCannedPile(t *testing.T) {
	l := view.New(viewtest.Velmora())
	kinds := map[string]int{}
	err := l.Records(t.Context(), nil, func(r any) error {
		switch r := r.(type) {
		case *view.QuoteRecord:
			kinds["quote"]++
			if r.Sentence == nil || !strings.Contains(*r.Sentence.Exact, r.Exact) {
				t.Errorf("quote %s: %+v", r.ID, r)
			}
			if n := len([]rune(r.Exact)); r.End-r.Start != n {
				t.Errorf("quote %s: %d code points at %d–%d", r.ID, n, r.Start, r.End)
			}
		case *view.FigureRecord:
			kinds["figure"]++
		case *view.TallyRecord:
			kinds[r.Kind]++
		case *view.SayingRecord:
			kinds[r.Kind]++
		case *view.HappeningRecord:
			kinds[r.Kind]++
		case *view.SentenceRecord:
			t.Error("sentences are printed only when asked for")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"quote", "figure", "tally", "saying", "happening"} {
		if kinds[k] == 0 {
			t.Errorf("no %s in the records", k)
		}
	}
	if err := l.Records(t.Context(), []string{"nonsense"}, func(any) error { return nil }); !errors.Is(err, stemma.ErrInvalid) {
		t.Errorf("an unknown kind: %v", err)
	}
}
