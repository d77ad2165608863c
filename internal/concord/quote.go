package concord

import (
	"iter"
	"slices"
	"strings"

	"stemma"
)

// utterance is a quote ready to be compared.
type utterance struct {
	text    int
	witness int32 // the family that its words count for
	id      stemma.ID
	content string   // the quoted words
	words   []uint32 // of the content, folded, by number
	speaker int32    // an actor; nobody when it is none
	source  string   // the speaker's name; "" without one
	at      float32  // how far into its text it begins, 0–1
}

// How alike two quotes must be to be one saying. Found on the development pages: below
// 0.6 of the shorter one's words, remarks that share a phrase run together; under four
// words, formulas do.
const (
	leastWords  = 4
	leastShared = 0.6
	leastTold   = 0.7  // the same by weight: what the words tell
	leastBare   = 0.75 // … where not both quotes name their speaker
	runWords    = 3    // words of a shingle by which candidates are found
)

// utterances groups quotes of the same utterance, and tells of those that are worded
// differently. Indirect speech and scare marks have no wording to compare.
type utterances struct {
	all     []utterance
	numbers map[string]uint32 // of words
}

func newUtterances() *utterances { return &utterances{numbers: map[string]uint32{}} }

func (u *utterances) kind() string { return "quote" }

func (u *utterances) group(p *pile, out *output) error {
	all, rare := u.all, newRarity(u.all, len(u.numbers))
	u.numbers = nil
	for _, group := range sameUtterances(p, all, rare) {
		s := saying(p, all, group)
		out.part.Sayings = append(out.part.Sayings, s)
		for _, one := range inOneLanguage(p, all, group) {
			out.part.Clashes = append(out.part.Clashes, wordingClash(p, &s, all, one)...)
		}
		if err := out.full(); err != nil {
			return err
		}
	}
	return nil
}

// sameUtterances gives the groups of quotes that are one utterance, in whatever language.
func sameUtterances(p *pile, all []utterance, rare rarity) [][]int {
	met := newTwice(len(all) * runsExpected)
	for i := range all {
		for s := range shingles(all[i].words) {
			met.note(s.hash())
		}
	}
	u := newUnion(len(all))
	heads := map[shingle][]int32{} // one quote of each group that has it; those that come once lead nowhere
	for i := range all {
		for _, j := range candidates(heads, all[i].words) {
			if u.of(i) != u.of(j) && sameUtterance(p, &all[i], &all[j], rare) {
				u.join(i, j)
			}
		}
		for s := range shingles(all[i].words) {
			if met.twice(s.hash()) {
				heads[s] = addHead(heads[s], i, all, u)
			}
		}
	}
	joinTranslated(p, all, u)
	return u.groups(2)
}

func (u *utterances) take(p *pile, t *stated) {
	for k := range t.Reading.Quotes {
		q := &t.Reading.Quotes[k]
		if q.Type == stemma.IndirectQuote || q.Type == stemma.ScareQuote {
			continue
		}
		content := contentOf(t.Article.Text, q)
		u.all = append(u.all, utterance{
			text: t.number, witness: p.witness(t.number, q.Span), id: q.ID, content: strings.Clone(content), words: numbered(spelt(words(content), t.Article.Lang), u.numbers),
			speaker: p.actorOf(t.number, q.Speaker), source: p.keep(p.namedSource(t.number, q.Speaker)),
			at: standsAt(t.Article, q.Content),
		})
	}
}

// numbered gives words as numbers, the same for the same word.
func numbered(words []string, numbers map[string]uint32) []uint32 {
	out := make([]uint32, len(words))
	for i, w := range words {
		n, ok := numbers[w]
		if !ok {
			n = uint32(len(numbers))
			numbers[strings.Clone(w)] = n
		}
		out[i] = n
	}
	return out
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

// shingle is a run of words.
type shingle [runWords]uint32

func (s shingle) hash() uint64 { return mix(mix(mix(0, uint64(s[0])), uint64(s[1])), uint64(s[2])) }

func shingles(words []uint32) iter.Seq[shingle] {
	return func(yield func(shingle) bool) {
		for i := 0; i+runWords <= len(words); i++ {
			if !yield(shingle(words[i : i+runWords])) {
				return
			}
		}
	}
}

// A shingle is filed under few quotes: one for each group, and no more than this many
// groups, since what a hundred remarks share is a formula.
const mostHeads = 24

// runsExpected is how many shingles a quote may have for [twice] to be sharp.
const runsExpected = 32

func addHead(heads []int32, i int, all []utterance, u union) []int32 {
	for n, j := range heads {
		if u.of(i) == u.of(int(j)) {
			if len(all[i].words) > len(all[j].words) {
				heads[n] = int32(i) // the fullest form finds the most
			}
			return heads
		}
	}
	if len(heads) >= mostHeads {
		return heads
	}
	return append(heads, int32(i))
}

// candidates gives the quotes that share a shingle, in order.
func candidates(heads map[shingle][]int32, words []uint32) []int {
	var out []int
	for s := range shingles(words) {
		for _, j := range heads[s] {
			out = append(out, int(j))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sameUtterance reports whether two quotes are forms of one utterance: most words of
// the shorter stand in the longer in the same order, those that tell what is said more than
// others, and no two named speakers.
func sameUtterance(p *pile, a, b *utterance, rare rarity) bool {
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
	if (n < 2*leastWords || shared < n) && (a.speaker == nobody || a.speaker != b.speaker) && p.strange(a.text, b.text) {
		return false // what everybody says: “as soon as possible”
	}
	if a.speaker != nobody && b.speaker != nobody && a.speaker != b.speaker {
		return shared == n && n >= 2*leastWords // word for word: a dispute about who said it
	}
	if shared == n {
		return true
	}
	least := leastTold
	if a.speaker == nobody || b.speaker == nobody {
		least = leastBare
	}
	return shared >= leastWords && float64(shared) >= leastShared*float64(n) &&
		float64(rare.common(short.words, long.words)) >= least*float64(rare.of(short.words))
}
