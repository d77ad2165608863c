package concord

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/lang"
)

const (
	// leadWords is how many words from the headline on say what a news text is about: the
	// inverted pyramid puts what happened first.
	leadWords = 120
	// leastTimes is how often a text has a word further down that says it too.
	leastTimes = 3
	// mostRead is of how many words of a text they are taken: what a book is about shows early.
	mostRead = 4000
)

// leads is what the witnesses' texts are about, as far as words tell. The zero value has none; see begin.
type leads struct {
	witnesses []witness
	heads     []int32           // the number of the witness that a text stands for, and one more
	numbers   map[string]uint32 // of words, until they are ordered
	words     []string          // ordered: the number of a word is its place
	families  []int32           // that have each word
	weight    []float64         // of each word
	labels    []string          // of each witness: the headline of its head, else how that begins
	count     map[string]uint8  // of the words of one text
}

// begin finds the witnesses of a pile of which all texts are there.
func (l *leads) begin(p *pile) {
	l.witnesses, l.heads, l.numbers = witnesses(p), make([]int32, len(p.texts)), map[string]uint32{}
	l.labels, l.count = make([]string, len(l.witnesses)), map[string]uint8{}
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
	l.tell(&l.witnesses[i], a)
}

// tell takes the words that say what a text is about, with how often it has them: those that it
// begins with, and those that it has again and again. Those of the headline count once more.
func (l *leads) tell(w *witness, a *stemma.Article) {
	clear(l.count)
	own := a.Own()
	own = strings.ToLower(own[:min(len(own), 12*mostRead)])
	title := strings.ToLower(a.TitleText)
	if a.Title.Empty() {
		own = title + "\n" + own
	}
	n := 0
	for word := range plainWords(own, a.Lang) {
		if n++; n > mostRead {
			break
		}
		l.note(word, n <= leadWords)
	}
	for word := range plainWords(title, a.Lang) {
		l.note(word, true)
	}
	told := make([]string, 0, len(l.count))
	for word, n := range l.count {
		if n&inLead != 0 || n >= leastTimes {
			told = append(told, word)
		}
	}
	slices.Sort(told)
	words := numbered(told, l.numbers)
	w.words, w.times = make([]int32, len(words)), make([]uint8, len(words))
	for k, n := range words {
		w.words[k], w.times[k] = int32(n), l.count[told[k]]&^inLead
	}
}

// inLead marks the count of a word that stands in the lead; more often than that no word counts.
const inLead = 1 << 7

func (l *leads) note(word string, lead bool) {
	if word == "" {
		return
	}
	n := l.count[word]
	if n&^inLead < inLead-1 {
		n++
	}
	if lead {
		n |= inLead
	}
	l.count[word] = n
}

// plainWords gives the words of a text in small letters one after the other; "" for those of
// less than three letters and, in a language that is known, for words of the grammar.
func plainWords(text, language string) iter.Seq[string] {
	var grammar *lang.List
	if pack := lang.Load(language); pack != nil {
		grammar = pack.List("clause")
	}
	return func(yield func(string) bool) {
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if utf8.RuneCountInString(word) <= 2 || grammar != nil && grammar.Has(word) {
				word = ""
			}
			if !yield(word) {
				return
			}
		}
	}
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
		for k, n := range ws[i].words {
			ws[i].words[k] = place[n] // they stand in the order of their letters already
		}
	}
}

// weigh says how much each word tells of what a text is about: much when few
// families have it (inverse document frequency, Spärck Jones 1972).
func (l *leads) weigh(ws []witness) {
	l.families = make([]int32, len(l.words))
	for i := range ws {
		for _, word := range ws[i].words {
			l.families[word]++
		}
	}
	l.weight = make([]float64, len(l.words))
	for word, n := range l.families {
		l.weight[word] = math.Log(1 + float64(len(ws))/float64(n))
	}
	for i := range ws {
		for k := range ws[i].words {
			tells := l.tells(&ws[i], k)
			ws[i].square += tells * tells
		}
	}
}

// tells is how much the k-th word of a witness tells of what it is about.
func (l *leads) tells(w *witness, k int) float64 {
	return math.Sqrt(float64(w.times[k])) * l.weight[w.words[k]]
}
