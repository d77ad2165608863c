package view

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stemma/internal/store"
)

func TestLike(t *testing.T) {
	v := newVocabulary([]store.Word{
		{Text: "corvan", Sentences: 2}, {Text: "corvane", Sentences: 9}, {Text: "corvena", Sentences: 1}, {Text: "corvnae", Sentences: 3},
		{Text: "cravan", Sentences: 5}, {Text: "korvane", Sentences: 3}, {Text: "mayor", Sentences: 40}, {Text: "корване", Sentences: 1},
	})
	for _, c := range []struct {
		word        string
		edits, most int
		want        string
		more        int
	}{
		{"corvane", 1, 9, "corvane/0 corvnae/1 korvane/1 corvan/1", 0},
		{"corvane", 2, 9, "corvane/0 corvnae/1 korvane/1 corvan/1 corvena/2", 0},
		{"corvane", 2, 2, "corvane/0 corvnae/1", 3},
		{"mayro", 1, 9, "mayor/1", 0},
		{"корвани", 1, 9, "корване/1", 0},
		{"harbour", 2, 9, "", 0},
	} {
		list, more := v.like(c.word, c.edits, c.most)
		var got []string
		for _, w := range list {
			got = append(got, fmt.Sprintf("%s/%d", w.Word, w.Edits))
		}
		if strings.Join(got, " ") != c.want || more != c.more {
			t.Errorf("%s~%d: %v and %d more, want %s and %d", c.word, c.edits, got, more, c.want, c.more)
		}
	}
}

// Words are passed over by their lengths and letters only where counting would do so too.
func TestLikeMissesNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-dé9ж]{1,8}`)
		texts := rapid.SliceOfDistinct(word, rapid.ID).Draw(t, "words")
		var words []store.Word
		for _, w := range texts {
			words = append(words, store.Word{Text: w, Sentences: 1})
		}
		asked, edits := word.Draw(t, "asked"), rapid.IntRange(1, 2).Draw(t, "edits")
		list, _ := newVocabulary(words).like(asked, edits, len(words))
		for _, w := range texts {
			n := editsBetween([]rune(asked), []rune(w))
			at := slices.IndexFunc(list, func(l LikeWord) bool { return l.Word == w })
			if (n <= edits) != (at >= 0) || at >= 0 && list[at].Edits != n {
				t.Fatalf("%s is %d edits from %s; like gives %v", w, n, asked, list)
			}
		}
	})
}

// editsBetween counts by the definition, without tables.
func editsBetween(a, b []rune) int {
	switch {
	case len(a) == 0 || len(b) == 0:
		return len(a) + len(b)
	case a[0] == b[0]:
		return editsBetween(a[1:], b[1:])
	}
	n := 1 + min(editsBetween(a[1:], b[1:]), editsBetween(a[1:], b), editsBetween(a, b[1:]))
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		n = min(n, 1+editsBetween(a[2:], b[2:]))
	}
	return n
}

// A word beside a NEAR stands for fewer words, each of which is asked for beside each other.
func TestSpeltNear(t *testing.T) {
	s := &speller{words: newVocabulary([]store.Word{{Text: "irungo", Sentences: 4}, {Text: "irungu", Sentences: 1}, {Text: "samuel", Sentences: 3}, {Text: "samwel", Sentences: 2}})}
	e, err := ParseQuery("samuel~ NEAR/2 irungo~1 -nobody~")
	if err != nil {
		t.Fatal(err)
	}
	p, err := makePlan(s.spelt(e))
	if err != nil {
		t.Fatal(err)
	}
	const want = `(((NEAR("samuel" "irungo", 2) OR NEAR("samuel" "irungu", 2) OR NEAR("samwel" "irungo", 2) OR NEAR("samwel" "irungu", 2))) NOT ("nobody"))`
	if p.match != want {
		t.Errorf("asks for %s\nwant %s", p.match, want)
	}
	if len(s.told) != 3 || s.told[2].Words != nil {
		t.Errorf("told: %+v", s.told)
	}
}
