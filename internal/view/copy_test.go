package view

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stemma"
)

// halves is a diff that finds only what both texts begin with.
func halves(a, b string) []Edit {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	same := stemma.Span{End: n}
	return []Edit{{A: same, B: same, Same: true}, {A: stemma.Span{Start: n, End: len(a)}, B: stemma.Span{Start: n, End: len(b)}}}
}

// TestRowsLoseNoWord: whatever the passages, the left sides of all rows hold the
// words of the first text in order, the right sides those of the second.
func TestRowsLoseNoWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-c]{1,3}[ \n]){0,30}`)
		a, b := &stemma.Article{ID: "a", Text: text.Draw(t, "a")}, &stemma.Article{ID: "b", Text: text.Draw(t, "b")}
		span := func(name, s string) stemma.Span {
			start := rapid.IntRange(0, len(s)).Draw(t, name)
			return stemma.Span{Start: start, End: rapid.IntRange(start, len(s)).Draw(t, name+" end")}
		}
		var passages []stemma.Passage
		for range rapid.IntRange(0, 5).Draw(t, "passages") {
			passages = append(passages, stemma.Passage{A: span("pa", a.Text), B: span("pb", b.Text)})
		}
		l := &Library{Diff: halves}
		var left, right strings.Builder
		for _, r := range copyRows(a, b, passages, l.align) {
			for _, p := range r.A {
				if p.Op == "added" {
					t.Fatal("an addition on the left")
				}
				left.WriteString(p.Text)
			}
			for _, p := range r.B {
				if p.Op == "removed" {
					t.Fatal("an omission on the right")
				}
				right.WriteString(p.Text)
			}
			if r.Kind == "same" && words(r.words()) == 0 {
				t.Fatalf("an empty row: %+v", r)
			}
		}
		if got, want := letters(left.String()), letters(a.Text); got != want {
			t.Fatalf("left %q, want %q", got, want)
		}
		if got, want := letters(right.String()), letters(b.Text); got != want {
			t.Fatalf("right %q, want %q", got, want)
		}
	})
}

// TestChain keeps the passages in common order that carry most words, and calls the
// others moved.
func TestChain(t *testing.T) {
	p := func(a, b, n int) stemma.Passage {
		return stemma.Passage{A: stemma.Span{Start: a, End: a + n}, B: stemma.Span{Start: b, End: b + n}}
	}
	first, second, moved := p(0, 100, 50), p(60, 160, 40), p(120, 0, 30)
	kept := chain([]stemma.Passage{moved, second, first})
	if len(kept) != 2 || kept[0] != first || kept[1] != second {
		t.Errorf("kept %v", kept)
	}
	if off := offChain([]stemma.Passage{first, second, moved}); len(off) != 1 || off[0] != moved {
		t.Errorf("moved %v", off)
	}
}

// TestBadDiffIsNotBelieved: a diff that leaves words out must not hide them.
func TestBadDiffIsNotBelieved(t *testing.T) {
	l := &Library{Diff: func(a, b string) []Edit { return []Edit{{A: stemma.Span{End: 1}, B: stemma.Span{End: 1}, Same: true}} }}
	if got := l.align("abc", "abd"); len(got) != 1 || got[0].Same || got[0].A.End != 3 {
		t.Errorf("%v", got)
	}
}
