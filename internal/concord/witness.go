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
	texts       []int32   // ordered
	head        int32     // the longest of them stands for all
	lead        []int32   // the words that the head begins with, each once, ordered
	square      float64   // the sum of their weights squared
	from, until time.Time // the first and the last day of its texts; zero when none has a date
	tallies     []int32   // that it has a part in, each once
	happenings  []int32   // likewise
}

// leadWords is how many words from the headline on say what a news text is about: the
// inverted pyramid puts what happened first.
const leadWords = 120

// witnesses gives the families of the pile, ordered by their first text.
func witnesses(p *pile) []witness {
	out := make([]witness, 0, len(p.alone))
	at := make([]int32, len(p.alone)) // of a family, and one more
	for i := range p.texts {
		f := p.familyOf(i)
		if at[f] == 0 {
			out = append(out, witness{head: int32(i)})
			at[f] = int32(len(out))
		}
		out[at[f]-1].add(p, i)
	}
	return out
}

// partake notes the groups that witnesses have a part in.
func partake(p *pile, ws []witness) {
	of := make([]*witness, len(p.alone)) // by family
	for i := range ws {
		of[p.familyOf(int(ws[i].head))] = &ws[i]
	}
	for _, m := range p.tallies.parts {
		of[m.family].tallies = append(of[m.family].tallies, m.group)
	}
	for _, m := range p.happenings.parts {
		of[m.family].happenings = append(of[m.family].happenings, m.group)
	}
	for i := range ws {
		w := &ws[i]
		slices.Sort(w.tallies)
		slices.Sort(w.happenings)
		w.tallies, w.happenings = slices.Compact(w.tallies), slices.Compact(w.happenings)
	}
}

// add takes a text of the family in.
func (w *witness) add(p *pile, text int) {
	w.texts = append(w.texts, int32(text))
	if p.texts[text].size > p.texts[w.head].size {
		w.head = int32(text)
	}
	first, last, ok := p.texts[text].date.Bounds()
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

// leads is what the witnesses' texts begin with. The zero value has none; see begin.
type leads struct {
	witnesses []witness
	heads     []int32           // the number of the witness that a text stands for, and one more
	numbers   map[string]uint32 // of words, until they are ordered
	words     []string          // ordered: the number of a word is its place
	weight    []float64         // of each word
	labels    []string          // of each witness: the headline of its head, else how that begins
}

// begin finds the witnesses of a pile of which all texts are there.
func (l *leads) begin(p *pile) {
	l.witnesses, l.heads, l.numbers = witnesses(p), make([]int32, len(p.texts)), map[string]uint32{}
	l.labels = make([]string, len(l.witnesses))
	for i := range l.witnesses {
		l.heads[l.witnesses[i].head] = int32(i) + 1
	}
}

func (l *leads) kind() string { return "" }

func (l *leads) take(p *pile, t *stated) {
	if l.heads == nil {
		l.begin(p)
	}
	i := l.heads[t.number] - 1
	if i < 0 {
		return
	}
	a := t.Article
	l.labels[i] = strings.Clone(shorten(cmp.Or(strings.TrimSpace(a.TitleText), a.Text[:min(len(a.Text), 200)])))
	words := numbered(leadOf(a), l.numbers)
	lead := make([]int32, len(words))
	for k, n := range words {
		lead[k] = int32(n)
	}
	l.witnesses[i].lead = lead
}

// order numbers the words of the leads anew, in the order of their letters.
func (l *leads) order(ws []witness) {
	numbers := l.numbers
	l.numbers, l.heads = nil, nil
	l.words = make([]string, len(numbers))
	for word, n := range numbers {
		l.words[n] = word
	}
	place := make([]int32, len(l.words))
	slices.Sort(l.words)
	for n, word := range l.words {
		place[numbers[word]] = int32(n)
	}
	for i := range ws {
		for k, n := range ws[i].lead {
			ws[i].lead[k] = place[n]
		}
		slices.Sort(ws[i].lead)
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

// weigh says how much each word tells of what a text is about: much when few
// families begin with it (inverse document frequency, Spärck Jones 1972).
func (l *leads) weigh(ws []witness) {
	count := make([]int, len(l.words))
	for i := range ws {
		for _, word := range ws[i].lead {
			count[word]++
		}
	}
	l.weight = make([]float64, len(l.words))
	for word, n := range count {
		l.weight[word] = math.Log(1 + float64(len(ws))/float64(n))
	}
	for i := range ws {
		for _, word := range ws[i].lead {
			ws[i].square += l.weight[word] * l.weight[word]
		}
	}
}

// shared gives the sum of the weights squared of what stands in both ordered lists.
func shared(a, b []int32, weight []float64) float64 {
	sum := 0.0
	for x, y := 0, 0; x < len(a) && y < len(b); {
		switch {
		case a[x] < b[y]:
			x++
		case a[x] > b[y]:
			y++
		default:
			sum += weight[a[x]] * weight[a[x]]
			x, y = x+1, y+1
		}
	}
	return sum
}
