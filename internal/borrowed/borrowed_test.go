package borrowed

import (
	"slices"
	"testing"

	"stemma"
)

func share(a, b stemma.ID, relation string, x, y stemma.Span) stemma.Copy {
	return stemma.Copy{A: a, B: b, Relation: relation, Passages: []stemma.Passage{{A: x, B: y}}}
}

func span(start, end int) stemma.Span { return stemma.Span{Start: start, End: end} }

func TestStretches(t *testing.T) {
	family := []stemma.Family{{ID: "F-1", Articles: []stemma.ID{"a-2", "a-3"}}}
	for _, c := range []struct {
		why    string
		copies []stemma.Copy
		want   []Stretch
	}{
		{"a passage of two texts", []stemma.Copy{share("a-1", "a-4", stemma.SharedWords, span(10, 90), span(200, 280))},
			[]Stretch{{"a-4", span(200, 280), "a-1"}}},
		{"a text that has it from a copy", []stemma.Copy{share("a-3", "a-4", stemma.SharedWords, span(10, 90), span(0, 80))},
			[]Stretch{{"a-4", span(0, 80), "a-2"}}},
		{"three texts, of which two meet nowhere", []stemma.Copy{
			share("a-4", "a-5", stemma.SharedWords, span(0, 80), span(20, 100)), share("a-5", "a-6", stemma.SharedSite, span(30, 110), span(0, 80)),
		}, []Stretch{{"a-5", span(20, 100), "a-4"}, {"a-5", span(30, 110), "a-4"}, {"a-6", span(0, 80), "a-4"}}},
		{"a digest of two texts", []stemma.Copy{
			share("a-4", "a-6", stemma.SharedWords, span(0, 80), span(0, 80)), share("a-5", "a-6", stemma.SharedWords, span(0, 80), span(80, 160)),
		}, []Stretch{{"a-6", span(0, 80), "a-4"}, {"a-6", span(80, 160), "a-5"}}},
		{"copies are one witness without this", []stemma.Copy{share("a-2", "a-3", stemma.Edited, span(0, 80), span(0, 80))}, nil},
		{"what a third party said", []stemma.Copy{share("a-1", "a-4", stemma.SharedQuote, span(0, 80), span(0, 80))}, nil},
	} {
		got := Stretches(family, c.copies)
		slices.Reverse(c.copies)
		if !slices.Equal(got, c.want) || !slices.Equal(got, Stretches(family, c.copies)) {
			t.Errorf("%s: %v", c.why, got)
		}
	}
}

func TestIn(t *testing.T) {
	all := []Stretch{{"a-6", span(0, 80), "a-4"}, {"a-6", span(80, 160), "a-5"}}
	for at, want := range map[stemma.Span]stemma.ID{
		span(10, 20): "a-4", span(70, 100): "a-5", span(150, 190): "", span(200, 210): "",
	} {
		if got := In(all, at); got != want {
			t.Errorf("%v counts for %q, want %q", at, got, want)
		}
	}
}
