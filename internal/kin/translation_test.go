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

// Spellings of one word in two languages come out alike in their first letters, and
// words that only look a little alike do not.
func TestSound(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		common int // first letters
	}{
		{"photograph", "fotógrafo", 6},
		{"administration", "administración", 6},
		{"commission", "comisión", 6},
		{"special", "especial", 6},
		{"State", "Estado", 3},
		{"quality", "calidad", 4},
		{"theatre", "teatro", 5},
		{"system", "sistema", 6},
		{"Kessin", "KESSIN", 5},
		{"Velmora", "Belmora", 6},
		{"fire", "incendio", 0},
		{"x\xff", "", 0},
	} {
		a, b := sound(c.a, nil), sound(c.b, nil)
		n := 0
		for n < len(a) && n < len(b) && a[n] == b[n] {
			n++
		}
		if min(n, 6) != c.common {
			t.Errorf("%s and %s: %q and %q share %d letters, want %d", c.a, c.b, string(a), string(b), n, c.common)
		}
	}
}

// foreign gives words as another language might have them: with other ends.
func foreign(ws []string) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w[:len(w)-1] + "ado"
	}
	return out
}

// A viral text and the copies of its translation are one family, and the pairs grow
// with the number of copies.
func TestViralTranslations(t *testing.T) {
	for _, k := range []int{50, 100} {
		var pile []stemma.Article
		for i := range 2 * k {
			body, lang := words(3, 300), "en"
			if i%2 == 1 {
				body, lang = foreign(body), "es"
			}
			for e := range 3 {
				body[mix(uint64(i*7+e))%300] = words(9000+i*3+e, 1)[0]
			}
			pile = append(pile, stemma.Article{ID: stemma.ID(fmt.Sprintf("v%04d", i)), Lang: lang, Text: sentence(body)})
		}
		copies, families := Families(pile)
		if len(families) != 1 || len(families[0].Articles) != 2*k {
			t.Fatalf("%d copies: %d families", k, len(families))
		}
		translated := 0
		for _, c := range copies {
			if c.Relation == stemma.Translation {
				translated++
			}
		}
		if translated == 0 || translated > 2*k*maxRivals {
			t.Errorf("%d copies: %d translated pairs", k, translated)
		}
	}
}

// Texts without sentences, without end, or of one word repeated are harmless.
func TestStrangeTranslations(t *testing.T) {
	long := strings.Join(words(1, 30_000), " ")
	for _, pair := range [][2]string{
		{"", "hola"}, {"1", "1"}, {"...\n\n?!", "\xff\xfe"},
		{strings.Repeat("Kessin. ", 20_000), strings.Repeat("Kessin. ", 15_000)},
		{strings.Repeat("Kessin ", 20_000), strings.Repeat("Kessino ", 15_000)},
		{long, strings.Join(foreign(strings.Fields(long)), " ")},
		{sentence(words(1, 30_000)), sentence(foreign(words(1, 30_000)))},
	} {
		a, b := stemma.Article{ID: "a", Lang: "en", Text: pair[0]}, stemma.Article{ID: "b", Lang: "es", Text: pair[1]}
		copies, _ := Families([]stemma.Article{a, b})
		for _, c := range copies {
			for _, p := range c.Passages {
				if p.A.Of(a.Text) == "" || p.B.Of(b.Text) == "" {
					t.Errorf("%.20q and %.20q: passage %v", a.Text, b.Text, p)
				}
			}
		}
	}
}

// BenchmarkForeign measures a pile in two languages with a translation among every ten.
func BenchmarkForeign(b *testing.B) {
	var pile []stemma.Article
	size := 0
	for i := range 2000 {
		a := stemma.Article{ID: stemma.ID(fmt.Sprintf("t%04d", i)), Lang: "en", Text: sentence(words(i, 350))}
		if i%10 == 9 {
			a.Lang, a.Text = "es", sentence(foreign(words(i-1, 350)))
		} else if i%2 == 1 {
			a.Lang = "es"
		}
		size += len(a.Text)
		pile = append(pile, a)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		Families(pile)
	}
}
