package view_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

var update = flag.Bool("update", false, "rewrite the golden texts")

// TestScreens compares what each screen prints with testdata/<screen>.txt.
func TestScreens(t *testing.T) {
	l := view.New(viewtest.Velmora())
	l.Diff = viewtest.Diff
	ctx := t.Context()
	texts, err := l.Texts(ctx, view.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	byFile := map[string]stemma.ID{}
	for _, g := range texts.Groups {
		for _, row := range g.Texts {
			byFile[row.Source] = row.ID
		}
	}
	march, edited, courier := byFile["2021/harbour-post.txt"], byFile["2021/standard.txt"], byFile["2021/courier.txt"]
	toll := findingOf(t, l, march, "27")

	for name, make := range map[string]func() (view.Screen, error){
		"overview":         func() (view.Screen, error) { return l.Overview(ctx) },
		"texts":            func() (view.Screen, error) { return l.Texts(ctx, view.Choice{}) },
		"reading":          func() (view.Screen, error) { return l.Reading(ctx, march, "") },
		"reading-selected": func() (view.Screen, error) { return l.Reading(ctx, march, toll) },
		"reading-repost":   func() (view.Screen, error) { return l.Reading(ctx, edited, "") },
		"copy-edited":      func() (view.Screen, error) { return l.Copy(ctx, march, edited) },
		"copy-swapped":     func() (view.Screen, error) { return l.Copy(ctx, edited, march) },
		"copies":           func() (view.Screen, error) { return l.Copies(ctx) },
		"copy-unlisted":    func() (view.Screen, error) { return l.Copy(ctx, edited, courier) },
		"problems":         func() (view.Screen, error) { return l.Problems(ctx) },
		"search-words":     searching(t, l, `dockers assembly`, false),
		"search-one-each":  searching(t, l, `dockers assembly`, true),
		"search-speaker":   searching(t, l, `rifles speaker:corvane -outlet:Courier`, false),
		"search-accents":   searching(t, l, `inés`, false),
		"search-texts":     searching(t, l, `lang:es`, false),
		"search-nothing":   searching(t, l, `zeppelin`, false),
		"search-trouble":   searching(t, l, `"never closed`, false),
	} {
		t.Run(name, func(t *testing.T) {
			v, err := make()
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name, v)
		})
	}
	empty, err := view.New(viewtest.Empty()).Overview(ctx)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "overview-empty", empty)
}

func searching(t *testing.T, l *view.Library, q string, independent bool) func() (view.Screen, error) {
	return func() (view.Screen, error) {
		return l.Search(t.Context(), view.SearchQuery{Text: q, Independent: independent})
	}
}

// findingOf gives the ID of the first finding that covers just the words.
func findingOf(t *testing.T, l *view.Library, article stemma.ID, words string) stemma.ID {
	t.Helper()
	v, err := l.Reading(t.Context(), article, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range v.Blocks {
		for _, s := range b.Sentences {
			for _, seg := range s.Segments {
				if m := seg.Inner(); m != nil && m.First && m.Last && seg.Text == words {
					return m.ID
				}
			}
		}
	}
	t.Fatalf("no finding of %q", words)
	return ""
}

func golden(t *testing.T, name string, v view.Screen) {
	t.Helper()
	var b strings.Builder
	if err := v.Text(&b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("%s differs; run with -update and read the change.\ngot:\n%s\nwant:\n%s", path, b.String(), want)
	}
}
