package copies

import (
	"math"
	"math/rand/v2"
	"sort"
	"strings"
)

// writer makes prose of invented words whose frequencies are those of real prose: few
// words and turns of phrase make up most of it, so that unrelated texts share short
// runs by chance, as real ones do.
type writer struct {
	rng     *rand.Rand
	words   []string
	often   []float64  // of words, summed up
	phrases [][]string // turns of phrase
	turns   []float64  // of phrases, summed up
}

const (
	vocabulary = 40000
	phrasing   = 6000
	// phraseRate is the share of steps that take a whole turn of phrase.
	phraseRate = 0.06
)

func newWriter(rng *rand.Rand) *writer {
	w := &writer{rng: rng, words: make([]string, vocabulary)}
	seen := make(map[string]bool, vocabulary)
	for i := range w.words {
		for w.words[i] == "" || seen[w.words[i]] {
			w.words[i] = w.invent(1 + int(math.Log10(float64(i+10))*0.9))
		}
		seen[w.words[i]] = true
	}
	w.often = zipf(vocabulary, 1.02)
	for range phrasing {
		p := make([]string, 3+rng.IntN(5))
		for k := range p {
			p[k] = w.word()
		}
		w.phrases = append(w.phrases, p)
	}
	w.turns = zipf(phrasing, 0.9)
	return w
}

// zipf gives the summed frequencies of n ranks, by Zipf's law with this exponent.
func zipf(n int, exponent float64) []float64 {
	sum, out := 0.0, make([]float64, n)
	for i := range out {
		sum += math.Pow(float64(i+3), -exponent)
		out[i] = sum
	}
	return out
}

func (w *writer) draw(sums []float64) int {
	return sort.SearchFloat64s(sums, w.rng.Float64()*sums[len(sums)-1])
}

func (w *writer) word() string { return w.words[min(w.draw(w.often), vocabulary-1)] }

func (w *writer) invent(syllables int) string {
	const consonants, vowels = "bcdfghjklmnprstvwz", "aeiou"
	var b strings.Builder
	for range syllables {
		b.WriteByte(consonants[w.rng.IntN(len(consonants))])
		b.WriteByte(vowels[w.rng.IntN(len(vowels))])
	}
	if w.rng.IntN(3) > 0 {
		b.WriteByte(consonants[w.rng.IntN(len(consonants))])
	}
	return b.String()
}

// run makes n words of running prose, without marks.
func (w *writer) run(n int) []string {
	out := make([]string, 0, n+8)
	for len(out) < n {
		switch r := w.rng.Float64(); {
		case r < phraseRate:
			out = append(out, w.phrases[w.draw(w.turns)%phrasing]...)
		case r < phraseRate+0.02:
			out = append(out, number(w.rng))
		case r < phraseRate+0.07:
			out = append(out, title(w.words[w.rng.IntN(vocabulary)]))
		default:
			out = append(out, w.word())
		}
	}
	return out[:n]
}

func number(rng *rand.Rand) string {
	n := 1 + rng.IntN(900)
	digits := ""
	for ; n > 0; n /= 10 {
		digits = string(rune('0'+n%10)) + digits
	}
	return digits
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// sentence is a row of words with a full stop; said puts it in quotation marks.
type sentence struct {
	words []string
	said  bool
}

// body makes sentences of n words in all.
func (w *writer) body(n int) []sentence {
	var out []sentence
	for n > 0 {
		k := min(n, 8+w.rng.IntN(22))
		if n-k < 6 {
			k = n
		}
		out = append(out, sentence{words: w.run(k), said: w.rng.IntN(12) == 0})
		n -= k
	}
	return out
}

// print joins sentences into a text, four a paragraph.
func print(ss []sentence) string {
	var b strings.Builder
	for i, s := range ss {
		switch {
		case i > 0 && i%4 == 0:
			b.WriteString("\n\n")
		case i > 0:
			b.WriteByte(' ')
		}
		if s.said {
			b.WriteString("“")
		}
		for k, word := range s.words {
			if k == 0 {
				b.WriteString(title(word))
				continue
			}
			b.WriteByte(' ')
			b.WriteString(word)
		}
		b.WriteByte('.')
		if s.said {
			b.WriteString("”")
		}
	}
	return b.String()
}
