package pipeline_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store/mem"
)

// word makes a word that no other number gives.
func word(n int) string {
	var b strings.Builder
	for n += 400; n > 0; n /= 20 {
		b.WriteString(string("bdfgklmnprstvzjhcwyq"[n%20]) + string("aeiou"[n%5]))
	}
	return b.String()
}

// prose makes n words of a text, its sentences eleven words long.
func prose(text, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = word(text*1000 + i)
		if i%11 == 10 {
			out[i] += "."
		}
	}
	return out
}

// quoted gives n words of a text from a place on, in quotation marks.
func quoted(words []string, at, n int) []string {
	said := slices.Clone(words[at : at+n])
	said[0], said[n-1] = "“"+said[0], said[n-1]+"”"
	return said
}

// page is a text as it comes in.
func page(name, published, outlet string, words []string) intake.Input {
	text := strings.Join(words, " ")
	text += "\n" + name + "\n" // so that no two pages are the same bytes
	sum := sha256.Sum256([]byte(text))
	return intake.Input{Body: []byte(text), Page: stemma.Page{
		ID: stemma.NewID("p", name), SHA256: hex.EncodeToString(sum[:]), Root: "pile", Path: name, Member: name, Format: "jsonl", Encoding: "utf-8", Text: text,
		Given: &stemma.Meta{Title: name, Published: stemma.Date(published), Outlet: outlet, Lang: "en"},
	}}
}

func inputs(pages []intake.Input) iter.Seq2[intake.Input, error] {
	return func(yield func(intake.Input, error) bool) {
		for _, p := range pages {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// copiesOf draws texts that were copied, edited, cut and put together from earlier ones.
func copiesOf(t *rapid.T) []intake.Input {
	var bodies [][]string
	var pages []intake.Input
	for i := range rapid.IntRange(2, 14).Draw(t, "texts") {
		body := prose(i, rapid.IntRange(20, 90).Draw(t, "words"))
		if i > 0 {
			from := bodies[rapid.IntRange(0, i-1).Draw(t, "from")]
			switch rapid.IntRange(0, 6).Draw(t, "copy") {
			case 0:
				body = append([]string{}, from...)
			case 1:
				body = append(append([]string{}, from[:len(from)/2]...), body...)
			case 2:
				body = append([]string{}, from...)
				body[rapid.IntRange(0, len(body)-1).Draw(t, "place")] = word(900_000 + i)
			case 3:
				said := quoted(from, rapid.IntRange(0, len(from)-12).Draw(t, "said"), rapid.IntRange(6, 12).Draw(t, "said words"))
				body = append(append(body, said...), prose(100+i, 9)...)
			case 4: // a copy that puts some words in quotation marks
				n := rapid.IntRange(6, 20).Draw(t, "marked words")
				at := rapid.IntRange(0, len(from)-n).Draw(t, "marked")
				body = slices.Concat(from[:at], quoted(from, at, n), from[at+n:])
			}
		}
		bodies = append(bodies, body)
		published := ""
		if rapid.Bool().Draw(t, "dated") {
			published = fmt.Sprintf("2021-03-%02d", rapid.IntRange(1, 28).Draw(t, "day"))
		}
		outlet := rapid.SampledFrom([]string{"", "Tarvo Lantern", "Northern Courier"}).Draw(t, "outlet")
		pages = append(pages, page(fmt.Sprintf("t%02d", i), published, outlet, body))
	}
	return pages
}

// Texts that come one by one or in parts, in any order, late ones among them, give the
// families that they give at once.
func TestArrivalChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		pages := copiesOf(rt)
		whole := mem.New()
		add(t, whole, inputs(pages), 1)
		parts := mem.New()
		turned := rapid.Permutation(pages).Draw(rt, "arrival")
		for len(turned) > 0 {
			n := rapid.IntRange(1, len(turned)).Draw(rt, "at once")
			add(t, parts, inputs(turned[:n]), 1)
			turned = turned[n:]
		}
		if diff := cmp.Diff(all(t, whole), all(t, parts)); diff != "" {
			rt.Fatalf("arrival shows (-at once, +in parts):\n%s", diff)
		}
	})
}

// A text that is not in the pile is found by the index alone, without adding it.
func TestFinder(t *testing.T) {
	s := mem.New()
	first, other := prose(1, 80), prose(2, 80)
	add(t, s, inputs([]intake.Input{page("one", "2021-03-02", "", first), page("two", "", "", other)}), 1)
	f, err := pipeline.NewFinder(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	asked := stemma.Article{Text: strings.Join(append(prose(3, 30), first[20:50]...), " ")}
	shared, err := f.Find(&asked)
	if err != nil || len(shared) != 1 || len(shared[0].Passages) != 1 {
		t.Fatalf("%+v, %v", shared, err)
	}
	a, err := s.Article(t.Context(), shared[0].Article)
	got := shared[0].Passages[0].B.Of(a.Text)
	if err != nil || !strings.Contains(got, strings.Join(first[22:49], " ")) || strings.Contains(got, first[19]) {
		t.Errorf("found %q, %v", got, err)
	}
	none := stemma.Article{Text: strings.Join(prose(9, 80), " ")}
	if shared, err := f.Find(&none); err != nil || len(shared) > 0 {
		t.Errorf("a stranger shares %+v, %v", shared, err)
	}
}

// What a person says of copies holds at once, after more texts came, in a pile made anew,
// and until it is taken back.
func TestRulingsHold(t *testing.T) {
	body := prose(1, 120)
	pages := []intake.Input{
		page("one", "2021-03-02", "", body), page("two", "2021-03-03", "", append(append([]string{}, body...), prose(2, 6)...)),
	}
	late := page("three", "2021-03-05", "", prose(5, 60))
	s := mem.New()
	add(t, s, inputs(pages), 1)
	ctx := t.Context()
	families := func(s *mem.Store, want int, when string) {
		t.Helper()
		if f, err := s.Families(ctx); err != nil || len(f) != want {
			t.Errorf("%s: %d families, %v, want %d", when, len(f), err, want)
		}
	}
	families(s, 1, "before")
	list, _ := s.Articles(ctx)
	at := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	r, err := pipeline.Rule(ctx, s, pipeline.Decision{By: "Ana", Why: "both quote one circular", At: at, Verdict: stemma.NotACopy, Text: list[0].ID, Other: list[1].ID})
	if err != nil {
		t.Fatal(err)
	}
	families(s, 0, "ruled")
	copies, _ := s.Copies(ctx, "")
	if len(copies) != 1 || !strings.Contains(strings.Join(copies[0].Why, " "), "ruled by Ana on 2026-03-04: both quote one circular") {
		t.Errorf("copies %+v", copies)
	}
	add(t, s, inputs([]intake.Input{late}), 1)
	families(s, 0, "with one text more")

	anew := mem.New()
	if err := anew.Rule(ctx, r); err != nil {
		t.Fatal(err)
	}
	add(t, anew, inputs(append(pages, late)), 1)
	families(anew, 0, "made anew")

	if _, err := pipeline.Rule(ctx, s, pipeline.Decision{By: "Bo", At: at, Verdict: stemma.TakenBack, Answers: r.ID}); err != nil {
		t.Fatal(err)
	}
	families(s, 1, "taken back")
	if _, err := pipeline.Rule(ctx, s, pipeline.Decision{Verdict: stemma.CameFirst, Text: "a-none"}); err == nil {
		t.Error("a ruling about no text is taken")
	}
}

// An index that other steps have made is made anew, with the same families; other rules of
// a language leave it alone.
func TestIndexOfOtherSteps(t *testing.T) {
	ctx := t.Context()
	s := mem.New()
	body := prose(1, 120)
	add(t, s, inputs([]intake.Input{page("one", "2021-03-02", "", body)}), 1)
	add(t, s, inputs([]intake.Input{page("two", "2021-03-03", "", append(append([]string{}, body...), prose(2, 6)...))}), 1)
	before := all(t, s)
	last := func() int {
		segments, err := s.Segments(ctx)
		if err != nil || len(segments) == 0 {
			t.Fatalf("segments %v, %v", segments, err)
		}
		return segments[len(segments)-1].Number
	}
	number := last()
	steps, _, _ := strings.Cut(pipeline.Version(), "+")
	for _, c := range []struct {
		version string
		kept    bool
	}{{steps + "+other rules", true}, {"0+" + steps, false}} {
		if err := s.Mark(ctx, c.version); err != nil {
			t.Fatal(err)
		}
		if err := pipeline.LineUp(ctx, s, pipeline.Options{}); err != nil {
			t.Fatal(err)
		}
		if kept := last() == number; kept != c.kept {
			t.Errorf("after %q the index is kept: %v", c.version, kept)
		}
		if diff := cmp.Diff(before, all(t, s)); diff != "" {
			t.Errorf("after %q (-before, +after):\n%s", c.version, diff)
		}
	}
}
