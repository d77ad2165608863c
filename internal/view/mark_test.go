package view

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stemma"
)

// drawn writes segments as text with each mark's beginning and end.
func drawn(segments []Segment) string {
	var b strings.Builder
	for _, s := range segments {
		for _, m := range s.Marks {
			if m.First {
				b.WriteString("[" + string(m.ID) + " ")
			}
		}
		b.WriteString(s.Text)
		for i := len(s.Marks) - 1; i >= 0; i-- {
			if s.Marks[i].Last {
				b.WriteString("]")
			}
		}
	}
	return b.String()
}

func TestSplit(t *testing.T) {
	text := "Renn said that 27 people were killed."
	at := func(words string) stemma.Span {
		i := strings.Index(text, words)
		return stemma.Span{Start: i, End: i + len(words)}
	}
	for _, c := range []struct {
		name  string
		marks []Mark
		want  string
	}{
		{"none", nil, text},
		{"one", []Mark{{ID: "f", Kind: KindFigure, Span: at("27")}}, "Renn said that [f 27] people were killed."},
		{"nested", []Mark{{ID: "f", Kind: KindFigure, Span: at("27")}, {ID: "q", Kind: KindQuote, Span: at("27 people were killed")}},
			"Renn said that [q [f 27] people were killed]."},
		{"equal spans: the quotation is the outer one", []Mark{{ID: "n", Kind: KindName, Span: at("Renn")}, {ID: "q", Kind: KindQuote, Span: at("Renn")}},
			"[q [n Renn]] said that 27 people were killed."},
		{"overlapping", []Mark{{ID: "a", Kind: KindCopied, Span: at("said that 27")}, {ID: "b", Kind: KindCopied, Span: at("27 people")}},
			"Renn [a said that [b 27] people] were killed."},
		{"outside the text", []Mark{{ID: "x", Span: stemma.Span{Start: 30, End: 900}}, {ID: "y", Span: stemma.Span{Start: -4, End: 3}}}, text},
	} {
		if got := drawn(Split(text, stemma.Span{End: len(text)}, c.marks, "")); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestSplitKeepsEveryByte: whatever the marks, the segments give the stretch again,
// and each byte is under just the marks that cover it.
func TestSplitKeepsEveryByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat("abcdefghij", 4)
		span := func(name string) stemma.Span {
			start := rapid.IntRange(0, len(text)).Draw(t, name)
			return stemma.Span{Start: start, End: rapid.IntRange(start, len(text)).Draw(t, name+" end")}
		}
		within := span("within")
		var marks []Mark
		for i := range rapid.IntRange(0, 8).Draw(t, "marks") {
			kind := rapid.SampledFrom(layers).Draw(t, "kind")
			marks = append(marks, Mark{ID: stemma.ID(fmt.Sprint(i)), Kind: kind, Span: span("mark")})
		}
		at := within.Start
		for _, s := range Split(text, within, marks, "") {
			if s.Start != at || s.Text == "" {
				t.Fatalf("segment %q at %d, expected at %d", s.Text, s.Start, at)
			}
			here := stemma.Span{Start: at, End: at + len(s.Text)}
			covering := map[stemma.ID]bool{}
			for _, m := range s.Marks {
				covering[m.ID] = true
			}
			for _, m := range marks {
				if !m.Span.Empty() && m.Span.Meets(here) != covering[m.ID] {
					t.Fatalf("mark %v over segment %v: %v", m.Span, here, covering[m.ID])
				}
			}
			at = here.End
		}
		if !within.Empty() && at != within.End {
			t.Fatalf("the segments end at %d, the stretch at %d", at, within.End)
		}
	})
}

func TestParagraphs(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                   nil,
		"One.":                               {"One."},
		"One.\nTwo.\nThree.\n":               {"One.", "Two.", "Three."},
		"Title\n\nOne goes\non.\n\n\n  Two.": {"Title", "One goes\non.", "Two."},
		"One.\nTwo.\n\n\n":                   {"One.", "Two."},
		"\r\n\r\nOne.\r\n\r\nTwo\r\ntwo.":    {"One.", "Two\r\ntwo."},
	} {
		var got []string
		for _, at := range Paragraphs(text) {
			got = append(got, at.Of(text))
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
