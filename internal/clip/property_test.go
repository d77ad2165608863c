package clip_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/clip/html"
)

// check asserts what the package promises of every page: places lie in the text on
// rune borders, articles are ordered and apart, holes too, furniture is outside.
func check(t *testing.T, p stemma.Page, articles []stemma.Article, furniture []stemma.Furniture) {
	t.Helper()
	border := func(what, text string, s stemma.Span) {
		t.Helper()
		if s.Start < 0 || s.End > len(text) || s.Start > s.End {
			t.Fatalf("%s %v is not in a text of %d bytes", what, s, len(text))
		}
		if s.Start < len(text) && !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
			t.Fatalf("%s %v cuts a character", what, s)
		}
	}
	last := 0
	for i, a := range articles {
		whole := stemma.Span{Start: a.Start, End: a.Start + len(a.Text)}
		border("article", p.Text, whole)
		if whole.Of(p.Text) != a.Text {
			t.Fatalf("article %d is not the page's text at its place", i)
		}
		if a.Start < last || a.Part != i || whole.Empty() {
			t.Fatalf("article %d at %v is empty, out of order or overlaps", i, whole)
		}
		last = whole.End
		border("title", a.Text, a.Title)
		for _, n := range append([]stemma.Named{a.Outlet, a.Credit}, a.Byline...) {
			border("name", a.Text, n.Span)
		}
		border("outlet", p.Text, a.OutletAt)
		border("credit", p.Text, a.CreditAt)
		at := 0
		for _, h := range a.Holes {
			border("hole", a.Text, h.Span)
			if h.Span.Start < at || h.Span.Empty() || h.Type == "" {
				t.Fatalf("hole %v of %q is empty, out of order or overlaps", h.Span, h.Type)
			}
			at = h.Span.End
		}
		for _, f := range furniture {
			if f.Span.Meets(whole) {
				t.Fatalf("furniture %v (%s) lies in the article %v", f.Span, f.Type, whole)
			}
		}
	}
	at := 0
	for _, f := range furniture {
		border("furniture", p.Text, f.Span)
		if f.Span.Start < at || f.Type == "" {
			t.Fatalf("furniture %v is out of order or overlaps", f.Span)
		}
		at = f.Span.End
	}
}

func FuzzArticles(f *testing.F) {
	for _, s := range []string{
		"", "\n\n\n", "Title\n\nText of the article, which is long enough to be one.",
		"By A B\n1.1.2020\n", "A / By B C\n\nX.\n\nD / By E F\n\nY.", "***\n###\n---\n", "© 2020\n", "Posted by | 3/4/2021",
		"TOWN, May 3 (Wire) — text", "Read More", "Posted!", "«»‘’“”", "Jan 28th '23", "\uFEFF", "1.\u00A02\u00A03 — 4",
		strings.Repeat("word ", 14) + "\n" + strings.Repeat("word ", 14),
	} {
		f.Add(s)
	}
	c := cutter()
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("pages are valid UTF-8")
		}
		p := stemma.Page{ID: "p-fuzz", Text: s}
		a, fs, _ := c.Articles(p)
		check(t, p, a, fs)
	})
}

func FuzzHTMLArticles(f *testing.F) {
	for _, s := range []string{"<h1>T</h1><p>a", "<article><h2>A<p>x</article><article><h2>B<p>y", "<li>x<br>y<br>", "<time>2020-01-01</time>"} {
		f.Add(s)
	}
	c := cutter()
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("documents are valid UTF-8")
		}
		r := html.Read(s)
		p := stemma.Page{ID: "p-fuzz", Text: r.Text, Blocks: r.Blocks, Meta: r.Meta}
		a, fs, _ := c.Articles(p)
		check(t, p, a, fs)
	})
}

// TestSameAgain: the same page gives the same articles, also from a cutter made anew.
func TestSameAgain(t *testing.T) {
	text := "Ferry sails\nBy Ilse Marden\n\nThe ferry sailed on Wednesday after nine days in harbour, the port office said.\n"
	p := stemma.Page{ID: "p", Text: text}
	a, _, _ := cutter().Articles(p)
	b, _, _ := cutter().Articles(p)
	if len(a) != 1 || len(b) != 1 || a[0].ID != b[0].ID || a[0].ID == "" {
		t.Fatalf("got %v and %v", a, b)
	}
	p.ID = "q"
	if d, _, _ := cutter().Articles(p); d[0].ID == a[0].ID {
		t.Error("articles of different pages have one ID")
	}
}
