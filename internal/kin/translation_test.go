package kin

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
)

// sentencePairs gives sentences of the development data, English and Spanish, the
// translations at equal places.
func sentencePairs(t *testing.T) (en, es []stemma.Article) {
	t.Helper()
	for _, a := range given(lines(t, "translations-pud/articles.jsonl")) {
		if a.Lang == "en" {
			en = append(en, a)
		} else {
			es = append(es, a)
		}
	}
	return en, es
}

// Single sentences, each among five hundred others: most translations are found, and
// hardly any that is none. None makes a family: that is not sure enough.
func TestTranslatedSentences(t *testing.T) {
	en, es := sentencePairs(t)
	copies, families := Families(append(append([]stemma.Article{}, en...), es...))
	if len(families) != 0 {
		t.Errorf("%d families of single sentences", len(families))
	}
	right, found := 0, 0
	for _, c := range copies {
		if c.Relation != stemma.Translation {
			continue // two of them share a quoted line of verse
		}
		found++
		if c.Certainty != "low" {
			t.Errorf("%s and %s: certainty %s", c.A, c.B, c.Certainty)
		}
		if c.A[2:] == c.B[2:] {
			right++
		}
	}
	if f := 2 * float64(right) / float64(found+len(en)); f < 0.90 {
		t.Errorf("F1 %.3f: %d right of %d, of %d", f, right, found, len(en))
	}
}

// Texts put together from those sentences, cut here and there: nearly all whole
// translations make a family. Texts with half of the sentences among strange ones, and
// such with the same sentences in another order, as two reports of one event might
// have them, hardly ever do.
func TestTranslatedTexts(t *testing.T) {
	en, es := sentencePairs(t)
	for _, n := range []int{8, 12, 16} {
		for kind, least := range []int{85, 0, 0} {
			var pile []stemma.Article
			for k := 0; k+n <= len(en); k += n {
				pile = append(pile, joined(k, en, spoilt(k, n, len(es), whole)), joined(k, es, spoilt(k, n, len(es), kind)))
			}
			_, families := Families(pile)
			right, wrong := 0, 0
			for _, f := range families {
				if len(f.Articles) == 2 && f.Articles[0][2:] == f.Articles[1][2:] {
					right++
				} else {
					wrong++
				}
			}
			if wrong > 0 || right < len(en)/n*least/100 || least == 0 && right > len(en)/n/10 {
				t.Errorf("%d sentences, kind %d: %d of %d, %d false", n, kind, right, len(en)/n, wrong)
			}
		}
	}
}

const (
	cutHere  = iota // about each eighth sentence is left out
	mixed           // about half are strange
	shuffled        // another order
	whole
)

// spoilt gives n numbers from k on, in one of those ways.
func spoilt(k, n, all, kind int) []int {
	var out []int
	for i := k; i < k+n; i++ {
		dice := mix(uint64(i*7 + n))
		switch {
		case kind == cutHere && dice%8 == 0:
		case kind == mixed && dice%3 > 0:
			out = append(out, int(dice>>8%uint64(all)))
		default:
			out = append(out, i)
		}
	}
	if kind == shuffled {
		for i := range out {
			j := int(mix(uint64(k*31+i)) % uint64(i+1))
			out[i], out[j] = out[j], out[i]
		}
	}
	return out
}

// joined makes a text of sentences.
func joined(k int, sentences []stemma.Article, from []int) stemma.Article {
	var b strings.Builder
	for _, i := range from {
		b.WriteString(sentences[i].Text + "\n\n")
	}
	lang := sentences[0].Lang
	return stemma.Article{ID: stemma.ID(fmt.Sprintf("%s%03d", lang, k)), Lang: lang, Text: b.String()}
}
