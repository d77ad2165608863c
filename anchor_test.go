package stemma

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAnchorsFindTheirPlace(t *testing.T) {
	page := "Menú · Inicio\n\nEl río creció.\nEl río creció de noche y nadie avisó.\n\nEl río creció.\nOtra nota.\n"
	second := strings.LastIndex(page, "El río")
	a := Article{Page: "p", Start: second, Text: page[second:]}
	anchor := AnchorOf(&a, page)
	for _, c := range []struct {
		name, page string
		want       int // byte; -1 for nowhere
	}{
		{"as it was", page, second},
		{"with more before it", "Nuevo · " + page, second + len("Nuevo · ")},
		{"with other words around it", strings.Replace(page, "avisó", "llamó", 1), second},
		{"gone", "Nada de esto.", -1},
	} {
		at, found := anchor.Find(c.page)
		if found != (c.want >= 0) || found && at.Start != c.want {
			t.Errorf("%s: %v, %v, want %d", c.name, at, found, c.want)
		}
	}
}

// Of statements that a page repeats, words around them and all, each is found where it stands.
func TestAnchorsOfRepeatedWords(t *testing.T) {
	line := "District: 3 dead, 12 injured, none missing, said the board.\n"
	page := strings.Repeat(line, 5)
	a := Article{Page: "p", Text: page}
	for k := range 5 {
		at := Span{k*len(line) + 10, k*len(line) + 11}
		if got, found := AnchorIn(&a, page, at).Find(page); !found || got != at {
			t.Errorf("the one of line %d is found at %v, %v, want %v", k+1, got, found, at)
		}
	}
}

func TestAnchorsOfAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.String(), 1, 5).Draw(t, "parts")
		page, k := strings.Join(parts, ""), rapid.IntRange(0, len(parts)-1).Draw(t, "which")
		start := len(strings.Join(parts[:k], ""))
		a := Article{Page: "p", Start: start, Text: page[start:]}
		anchor := AnchorOf(&a, page)
		if anchor.Exact == "" {
			return
		}
		at, found := anchor.Find(page)
		if !found || at.Of(page) != anchor.Exact || at.Start != start {
			t.Fatalf("%+v is at %v, %v of %q", anchor, at, found, page)
		}
	})
}
