package concord

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/lang"
)

// witness is a family, a text without copies being one, ready to be compared.
type witness struct {
	texts       []int              // ordered
	head        int                // the longest of them stands for all
	lang        string             // of the head
	lead        []string           // the words that the head begins with, each once, ordered
	square      float64            // the sum of their weights squared
	from, until time.Time          // the first and the last day of its texts; zero when none has a date
	tallies     map[stemma.ID]bool // that it has a part in
	happenings  map[stemma.ID]bool // likewise
}

// leadWords is how many words from the headline on say what a news text is about: the
// inverted pyramid puts what happened first.
const leadWords = 120

// witnesses gives the families of the pile, ordered by their first text.
func witnesses(p *pile, l *stemma.Lineup) []witness {
	var out []witness
	at := map[stemma.ID]int{}
	for i := range p.texts {
		f := p.familyOf(i)
		n, ok := at[f]
		if !ok {
			n = len(out)
			at[f] = n
			out = append(out, witness{head: i, tallies: map[stemma.ID]bool{}, happenings: map[stemma.ID]bool{}})
		}
		out[n].add(p, i)
	}
	for _, t := range l.Tallies {
		for _, m := range t.Members {
			out[at[p.familyOf(p.figures[m].text)]].tallies[t.ID] = true
		}
	}
	for _, h := range l.Happenings {
		for _, m := range h.Members {
			out[at[p.familyOf(p.events[m].text)]].happenings[h.ID] = true
		}
	}
	for i := range out {
		a := p.texts[out[i].head].Article
		out[i].lang, out[i].lead = a.Lang, leadOf(a)
	}
	return out
}

// add takes a text of the family in.
func (w *witness) add(p *pile, text int) {
	w.texts = append(w.texts, text)
	if len(p.texts[text].Article.Text) > len(p.texts[w.head].Article.Text) {
		w.head = text
	}
	first, last, ok := p.dateOf(text).Bounds()
	if !ok || first.IsZero() || last.IsZero() {
		return
	}
	if w.from.IsZero() || first.Before(w.from) {
		w.from = first
	}
	if last.After(w.until) {
		w.until = last
	}
}

// leadOf gives the words of three letters and more that a text begins with, but for
// numbers and, in a language that is known, words of the grammar.
func leadOf(a *stemma.Article) []string {
	own := a.Own()
	own = strings.ToLower(own[:min(len(own), 12*leadWords)])
	var grammar *lang.List
	if pack := lang.Load(a.Lang); pack != nil {
		grammar = pack.List("clause")
	}
	var out []string
	n := 0
	for word := range strings.FieldsFuncSeq(own, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if n++; n > leadWords {
			break
		}
		if utf8.RuneCountInString(word) > 2 && (grammar == nil || !grammar.Has(word)) {
			out = append(out, word)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// weighLeads says how much each word tells of what a text is about: much when few
// families begin with it (inverse document frequency, Spärck Jones 1972).
func weighLeads(ws []witness) map[string]float64 {
	count := map[string]int{}
	for _, w := range ws {
		for _, word := range w.lead {
			count[word]++
		}
	}
	weight := make(map[string]float64, len(count))
	for word, n := range count {
		weight[word] = math.Log(1 + float64(len(ws))/float64(n))
	}
	for i := range ws {
		for _, word := range ws[i].lead {
			ws[i].square += weight[word] * weight[word]
		}
	}
	return weight
}

// shared gives the sum of the weights squared of what stands in both ordered lists.
func shared[K cmp.Ordered](a, b []K, weight map[K]float64) float64 {
	sum := 0.0
	for x, y := 0, 0; x < len(a) && y < len(b); {
		switch c := cmp.Compare(a[x], b[y]); {
		case c < 0:
			x++
		case c > 0:
			y++
		default:
			sum += weight[a[x]] * weight[a[x]]
			x, y = x+1, y+1
		}
	}
	return sum
}
