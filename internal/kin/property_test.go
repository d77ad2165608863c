package kin

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stemma"
)

// words makes n words that hardly ever repeat, from a seed.
func words(seed, n int) []string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	x := mix(uint64(seed) + 1)
	out := make([]string, n)
	for i := range out {
		var b strings.Builder
		for range 3 {
			x = mix(x)
			b.WriteByte(consonants[x%14])
			b.WriteByte(vowels[x>>8%5%5])
		}
		out[i] = b.String()
	}
	return out
}

// sentence joins words into sentences of eleven.
func sentence(ws []string) string {
	var b strings.Builder
	for i, w := range ws {
		b.WriteString(w)
		if i%11 == 10 {
			b.WriteString(". ")
		} else {
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

// pile draws articles: originals, and copies of others that were cut, edited, given
// another headline, or put together.
func pile(t *rapid.T) []stemma.Article {
	n := rapid.IntRange(1, 12).Draw(t, "texts")
	var bodies [][]string
	var out []stemma.Article
	for i := range n {
		body := words(1000+i, rapid.IntRange(10, 120).Draw(t, "words"))
		if i > 0 {
			from := bodies[rapid.IntRange(0, i-1).Draw(t, "from")]
			switch rapid.IntRange(0, 7).Draw(t, "copy") {
			case 0:
				body = from
			case 1:
				body = from[:rapid.IntRange(0, len(from)).Draw(t, "cut")]
			case 2:
				body = append(append([]string{}, from...), body...)
			case 3:
				body = append([]string{}, from...)
				if len(body) > 0 {
					body[rapid.IntRange(0, len(body)-1).Draw(t, "place")] = "kora"
				}
			case 4:
				n := min(len(from), rapid.IntRange(8, 14).Draw(t, "common words"))
				at := rapid.IntRange(0, len(from)-n).Draw(t, "common from")
				body = slices.Concat(body, from[at:at+n], words(7000+i, 9))
			case 5: // marks go round words of the copy, or words of it are quoted in another text
				n := min(len(from), rapid.IntRange(5, 12).Draw(t, "said words"))
				at := rapid.IntRange(0, len(from)-n).Draw(t, "said from")
				said := []string{"“" + strings.Join(from[at:at+n], " ") + "”"}
				if rapid.Bool().Draw(t, "marks only") {
					body = from[:at]
				}
				body = slices.Concat(body, said, from[at+n:])
			}
		}
		bodies = append(bodies, body)
		a := stemma.Article{
			ID: stemma.ID(fmt.Sprintf("t%02d", i)), Lang: rapid.SampledFrom([]string{"en", "es", "en-GB", "und"}).Draw(t, "lang"),
			URL: rapid.SampledFrom([]string{"", "", "https://a.example/1", "https://a.example/2"}).Draw(t, "url"), Page: stemma.ID(fmt.Sprintf("p%02d", i/2)), Text: sentence(body),
			Outlet: stemma.Named{Name: rapid.SampledFrom([]string{"", "Tarvo Lantern", "Northern Courier"}).Draw(t, "outlet")},
		}
		if rapid.Bool().Draw(t, "dated") {
			a.Published = stemma.DateOf(2021, 3, rapid.IntRange(1, 9).Draw(t, "day"))
		}
		out = append(out, a)
	}
	return out
}

func TestOrderChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		articles := pile(t)
		copies, families := Families(articles)
		turned := rapid.Permutation(articles).Draw(t, "turned")
		copies2, families2 := Families(turned)
		if !reflect.DeepEqual(copies, copies2) || !reflect.DeepEqual(families, families2) {
			t.Fatalf("another order gives\n%+v\n%+v\nand not\n%+v\n%+v", copies2, families2, copies, families)
		}
	})
}

func TestTreesHaveNoCycles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, families := Families(pile(t))
		seen := make(map[stemma.ID]bool)
		for _, f := range families {
			up := make(map[stemma.ID]stemma.ID)
			for _, e := range f.Edges {
				if _, twice := up[e.To]; twice {
					t.Fatalf("%s has two parents", e.To)
				}
				up[e.To] = e.From
			}
			if len(f.Edges) != len(f.Articles)-1 {
				t.Fatalf("%d edges for %d texts", len(f.Edges), len(f.Articles))
			}
			for _, a := range f.Articles {
				if seen[a] {
					t.Fatalf("%s is in two families", a)
				}
				seen[a] = true
				steps := 0
				for at := a; up[at] != ""; at = up[at] {
					if steps++; steps > len(f.Edges) {
						t.Fatalf("a cycle above %s", a)
					}
				}
			}
			if f.First != "" && up[f.First] != "" {
				t.Fatalf("the first text %s has a parent", f.First)
			}
		}
	})
}

// An exact reprint that comes last joins its source's family and merges no others. (One that
// comes first becomes a head, at which texts may meet that share no more than minRun words
// with an edited copy, and less with the other head.)
func TestReprintMergesNoFamilies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		articles := pile(t)
		_, before := Families(articles)
		again := rapid.SampledFrom(articles).Draw(t, "again")
		source := again.ID
		again.ID = "x-reprint"
		_, after := Families(append(articles, again))
		old := make(map[stemma.ID]int)
		for i, f := range before {
			for _, a := range f.Articles {
				old[a] = i + 1
			}
		}
		for _, f := range after {
			met := make(map[int]bool)
			loose := 0
			for _, a := range f.Articles {
				switch {
				case a == "x-reprint":
				case old[a] != 0:
					met[old[a]] = true
				default:
					loose++
				}
			}
			if len(met)+loose > 1 {
				t.Fatalf("a reprint of %s makes one family of %v", source, f.Articles)
			}
		}
	})
}

func TestPassagesStandInBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		articles := pile(t)
		text := make(map[stemma.ID]string)
		for _, a := range articles {
			text[a.ID] = a.Text
		}
		copies, _ := Families(articles)
		for i, c := range copies {
			if c.A >= c.B {
				t.Fatalf("%s and %s out of order", c.A, c.B)
			}
			if i > 0 && c.ID == copies[i-1].ID {
				t.Fatalf("%s and %s twice", c.A, c.B)
			}
			for _, p := range c.Passages {
				if a, b := p.A.Of(text[c.A]), p.B.Of(text[c.B]); a != strings.TrimSpace(a) || b != strings.TrimSpace(b) || a == "" || b == "" {
					t.Fatalf("passage %q, %q", a, b)
				}
			}
			if c.ShareA < 0 || c.ShareA > 1 || c.ShareB < 0 || c.ShareB > 1 {
				t.Fatalf("shares %v %v", c.ShareA, c.ShareB)
			}
		}
	})
}

// Two texts that share Promise words in a row share a key, and a shared run of 16
// words is a passage wherever it stands.
func TestSharedRunsAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(Promise, 40).Draw(t, "run")
		run := words(7, n)
		text := func(id stemma.ID, seed int) stemma.Article {
			before, after := rapid.IntRange(0, 60).Draw(t, "before"), rapid.IntRange(0, 60).Draw(t, "after")
			own := words(seed, before+after)
			return stemma.Article{ID: id, Text: strings.Join(append(append(append([]string{}, own[:before]...), run...), own[before:]...), " ")}
		}
		a, b := text("a", 1), text("b", 2)
		has := make(map[uint64]bool)
		for _, k := range Keys(a) {
			has[k] = true
		}
		met := false
		for _, k := range Keys(b) {
			met = met || has[k]
		}
		if !met {
			t.Fatalf("a run of %d words has no common key", n)
		}
		copies, _ := Families([]stemma.Article{a, b})
		if n < minRun {
			return
		}
		if len(copies) != 1 {
			t.Fatalf("a run of %d words: %d copies", n, len(copies))
		}
		for _, ps := range [][]stemma.Passage{copies[0].Passages, Compare(a, b)} {
			if len(ps) != 1 || !strings.Contains(ps[0].A.Of(a.Text), strings.Join(run, " ")) || !strings.Contains(ps[0].B.Of(b.Text), strings.Join(run, " ")) {
				t.Fatalf("a run of %d words: %v", n, ps)
			}
		}
	})
}

func TestDiffLeadsFromAToB(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SampledFrom([]string{"grain", "quay", " ", " ", "\n\n", ",", "”", "año", "1,400", "\xff"})
		a := strings.Join(rapid.SliceOfN(part, 0, 60).Draw(t, "a"), "")
		b := strings.Join(rapid.SliceOfN(part, 0, 60).Draw(t, "b"), "")
		checkDiff(t, a, b)
	})
}

type failer interface{ Fatalf(string, ...any) }

// checkDiff checks that the edits lead from a to b and cover both.
func checkDiff(t failer, a, b string) {
	edits := Diff(a, b)
	if got := Apply(a, edits); got != b {
		t.Fatalf("%q and %q: apply gives %q", a, b, got)
	}
	at, bt := 0, 0
	for _, e := range edits {
		if e.A.Start != at || e.B.Start != bt {
			t.Fatalf("a gap before %+v", e)
		}
		at, bt = e.A.End, e.B.End
		if e.Op == Same && e.A.Of(a) != e.B.Of(b) {
			t.Fatalf("not the same: %+v", e)
		}
	}
	if at != len(a) || bt != len(b) {
		t.Fatalf("%q and %q: the edits end at %d, %d", a, b, at, bt)
	}
}

func FuzzDiff(f *testing.F) {
	f.Add("The grain stays.", "The grain stays on the quay.")
	f.Add("", "\xf0\x28")
	f.Fuzz(func(t *testing.T, a, b string) { checkDiff(t, a, b) })
}

func FuzzCompare(f *testing.F) {
	f.Add("“One two three four five six seven eight nine ten,” she said.", "“One two three four five six seven eight nine ten,” he said.", 3, 9)
	f.Add(sentence(words(1, 40)), sentence(words(1, 40)), 0, 0)
	f.Fuzz(func(t *testing.T, a, b string, from, to int) {
		x, y := stemma.Article{ID: "a", Text: a}, stemma.Article{ID: "b", Text: b}
		x.Holes = []stemma.Hole{{Span: stemma.Span{Start: from, End: to}}}
		for _, p := range Compare(x, y) {
			if p.A.Of(a) == "" || p.B.Of(b) == "" {
				t.Fatalf("passage %v", p)
			}
		}
		Families([]stemma.Article{x, y})
	})
}

// A viral text in k copies, each with edits of its own: all are one family, and the
// pairs that are compared grow with k.
func TestViralTextsAreLinear(t *testing.T) {
	for _, k := range []int{300, 600} {
		base := words(3, 400)
		var articles []stemma.Article
		for i := range k {
			body := append([]string{}, base...)
			for e := range 3 {
				body[mix(uint64(i*7+e))%400] = words(5000+i*3+e, 1)[0]
			}
			articles = append(articles, stemma.Article{ID: stemma.ID(fmt.Sprintf("v%04d", i)), Text: sentence(body)})
		}
		copies, families := Families(articles)
		if len(families) != 1 || len(families[0].Articles) != k {
			t.Fatalf("%d copies: %d families", k, len(families))
		}
		if len(copies) > 10*k {
			t.Errorf("%d copies: %d pairs", k, len(copies))
		}
	}
}

// Texts that repeat themselves without end are compared in reasonable time.
func TestRepetitionIsHarmless(t *testing.T) {
	for _, period := range []int{1, 3, 40} {
		part := strings.Join(words(1, period), " ") + " "
		a := stemma.Article{ID: "a", Text: strings.Repeat(part, 120_000/period)}
		b := stemma.Article{ID: "b", Text: strings.Repeat(part, 90_000/period) + "end"}
		copies, _ := Families([]stemma.Article{a, b})
		if len(copies) != 1 {
			t.Errorf("period %d: %d copies", period, len(copies))
		}
		checkDiff(t, a.Text[:60_000], b.Text[:50_000]+a.Text[:100])
	}
	left, right := strings.Join(words(1, 40_000), " "), strings.Join(words(2, 40_000), " ")
	checkDiff(t, left, right)
}

// BenchmarkFamilies measures strangers with a copy among every ten.
func BenchmarkFamilies(b *testing.B) {
	var articles []stemma.Article
	size := 0
	for i := range 2000 {
		body := words(i, 350)
		if i%10 == 9 {
			body = append(words(i, 20), words(i-5, 350)[:300]...)
		}
		a := stemma.Article{ID: stemma.ID(fmt.Sprintf("t%04d", i)), Text: sentence(body)}
		size += len(a.Text)
		articles = append(articles, a)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		Families(articles)
	}
}
