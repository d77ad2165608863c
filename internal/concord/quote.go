package concord

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// utterance is a quote ready to be compared.
type utterance struct {
	found[*stemma.Quote]
	words   []string
	speaker stemma.ID
}

// How alike two quotes must be to be one saying. Found on the development pages: below
// 0.6 of the shorter one's words, remarks that share a phrase run together; under four
// words, formulas do.
const (
	leastWords  = 4
	leastShared = 0.6
	runWords    = 3 // words of a shingle by which candidates are found
)

// sayings groups quotes of the same utterance. Indirect speech and scare marks have no
// wording to compare.
func sayings(p *pile) []stemma.Saying {
	all := utterances(p)
	u := newUnion(len(all))
	heads := map[string][]int{} // shingle → one quote of each group that has it
	for i := range all {
		for _, j := range candidates(heads, all[i].words, u) {
			if u.of(i) != u.of(j) && sameUtterance(&all[i], &all[j]) {
				u.join(i, j)
			}
		}
		for s := range shingles(all[i].words) {
			heads[s] = addHead(heads[s], i, all, u)
		}
	}
	var out []stemma.Saying
	for _, group := range u.groups(2) {
		out = append(out, saying(p, all, group))
	}
	slices.SortFunc(out, func(a, b stemma.Saying) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

func utterances(p *pile) []utterance {
	var all []utterance
	for i, t := range p.texts {
		for k := range t.Reading.Quotes {
			q := &t.Reading.Quotes[k]
			if q.Type == stemma.IndirectQuote || q.Type == stemma.ScareQuote {
				continue
			}
			all = append(all, utterance{
				found: found[*stemma.Quote]{i, q}, words: words(contentOf(t.Article.Text, q)), speaker: p.actorOf(i, q.Speaker),
			})
		}
	}
	return all
}

// contentOf gives the quoted words, without what a cue put between its pieces.
func contentOf(text string, q *stemma.Quote) string {
	if len(q.Pieces) == 0 {
		return q.Content.Of(text)
	}
	var pieces []string
	for _, s := range q.Pieces {
		pieces = append(pieces, s.Of(text))
	}
	return strings.Join(pieces, " ")
}

func shingles(words []string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for i := 0; i+runWords <= len(words); i++ {
			if !yield(strings.Join(words[i:i+runWords], " ")) {
				return
			}
		}
	}
}

// A shingle is filed under few quotes: one for each group, and no more than this many
// groups, since what a hundred remarks share is a formula.
const mostHeads = 24

func addHead(heads []int, i int, all []utterance, u union) []int {
	for n, j := range heads {
		if u.of(i) == u.of(j) {
			if len(all[i].words) > len(all[j].words) {
				heads[n] = i // the fullest form finds the most
			}
			return heads
		}
	}
	if len(heads) >= mostHeads {
		return heads
	}
	return append(heads, i)
}

// candidates gives the quotes that share a shingle, in order.
func candidates(heads map[string][]int, words []string, u union) []int {
	set := map[int]bool{}
	for s := range shingles(words) {
		for _, j := range heads[s] {
			set[j] = true
		}
	}
	out := make([]int, 0, len(set))
	for j := range set {
		out = append(out, j)
	}
	slices.Sort(out)
	return out
}

// sameUtterance reports whether two quotes are forms of one utterance: most words of
// the shorter stand in the longer in the same order, and no two named speakers.
func sameUtterance(a, b *utterance) bool {
	short, long := a, b
	if len(short.words) > len(long.words) {
		short, long = long, short
	}
	n := len(short.words)
	if n < leastWords && (n < runWords || len(long.words) > n) {
		return false
	}
	if 5*longestRun(short.words, long.words) < 2*n {
		return false // words in the same order, but never together: two remarks on one matter
	}
	shared := common(short.words, long.words)
	if a.speaker != "" && b.speaker != "" && a.speaker != b.speaker {
		return shared == n && n >= 2*leastWords // word for word: a dispute about who said it
	}
	return shared >= leastWords && float64(shared) >= leastShared*float64(n) || shared == n
}

func saying(p *pile, all []utterance, group []int) stemma.Saying {
	b := newBacking()
	var s stemma.Saying
	longest := &all[group[0]]
	for _, i := range group {
		q := &all[i]
		b.add(p, q.text, p.namedSource(q.text, q.it.Speaker))
		s.Members = append(s.Members, q.it.ID)
		if len(q.words) > len(longest.words) {
			longest = q
		}
	}
	slices.Sort(s.Members)
	s.ID = stemma.NewID("y", string(s.Members[0]))
	s.Label = shorten(strings.TrimRight(contentOf(p.texts[longest.text].Article.Text, longest.it), " ,;"))
	if who := p.namedSource(longest.text, longest.it.Speaker); who != "" {
		s.Label = who + ": " + s.Label
	}
	s.Support = b.support()
	return s
}

// shorten cuts a label at a word after 80 bytes.
func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= 80 {
		return s
	}
	if i := strings.LastIndexByte(s[:80], ' '); i > 0 {
		return s[:i] + " …"
	}
	return strings.ToValidUTF8(s[:80], "") + " …"
}
