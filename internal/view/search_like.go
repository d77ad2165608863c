package view

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
	"strings"

	"stemma/internal/store"
)

// vocabulary holds the words of the full-text index, so that those that are spelt like
// another one are found without reading the index: one string, and 16 bytes a word.
type vocabulary struct {
	text      string
	ends      []uint32 // in text
	sentences []int32
	letters   []uint64 // which letters a word has; see lettersOf
}

// LikeWord is a word of the pile that is spelt like the one asked for.
type LikeWord struct {
	Word      string `json:"word"` // without accents, in lower case
	Sentences int    `json:"sentences"`
	Edits     int    `json:"edits"` // letters put in, left out, changed, or two that changed places
}

// vocabulary gives the words of the pile.
func (s *shelf) vocabulary(ctx context.Context) (*vocabulary, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return c.words.get(ctx, s.r, func(ctx context.Context, r store.Reader) (*vocabulary, error) {
		words, err := r.Words(ctx)
		return newVocabulary(words), err
	})
}

func newVocabulary(words []store.Word) *vocabulary {
	v := &vocabulary{ends: make([]uint32, 0, len(words)), sentences: make([]int32, 0, len(words)), letters: make([]uint64, 0, len(words))}
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Text)
		v.ends = append(v.ends, uint32(b.Len()))
		v.sentences, v.letters = append(v.sentences, int32(w.Sentences)), append(v.letters, lettersOf(w.Text))
	}
	v.text = b.String()
	return v
}

// like gives the words that at most so many edits lead to, those of fewest edits first, then
// those of most sentences; at most so many words, and how many more there are.
func (v *vocabulary) like(word string, edits, most int) (list []LikeWord, more int) {
	asked, letters, start := []rune(word), lettersOf(word), uint32(0)
	var d distances
	for i, end := range v.ends {
		w := v.text[start:end]
		start = end
		if max(len(w)-len(word), len(word)-len(w)) > utf8Most*edits || apart(letters, v.letters[i]) > 2*edits {
			continue
		}
		if n := d.between(asked, w, edits); n <= edits {
			list = append(list, LikeWord{w, int(v.sentences[i]), n})
		}
	}
	slices.SortFunc(list, func(a, b LikeWord) int {
		return cmp.Or(cmp.Compare(a.Edits, b.Edits), cmp.Compare(b.Sentences, a.Sentences), cmp.Compare(a.Word, b.Word))
	})
	kept := head(list, most)
	return slices.Clone(kept), len(list) - len(kept)
}

// utf8Most is how many bytes one letter more can make.
const utf8Most = 4

// lettersOf gives a bit for each letter of a word; letters outside a–z and 0–9 share the rest.
func lettersOf(word string) uint64 {
	var set uint64
	for _, r := range word {
		switch {
		case r >= 'a' && r <= 'z':
			set |= 1 << (r - 'a')
		case r >= '0' && r <= '9':
			set |= 1 << (26 + r - '0')
		default:
			set |= 1 << (36 + uint32(r)%28)
		}
	}
	return set
}

// apart counts the letters that one of two words lacks: an edit makes at most two of them.
func apart(a, b uint64) int { return bits.OnesCount64(a ^ b) }

// distances counts the edits between words: Damerau's and Levenshtein's, in the form that
// changes no letter twice (“optimal string alignment”).
type distances struct {
	word             []rune
	before, row, now []int
}

// between gives the edits from one word to another, or a number above most.
func (d *distances) between(a []rune, b string, most int) int {
	d.word = d.word[:0]
	for _, r := range b {
		d.word = append(d.word, r)
	}
	if max(len(a)-len(d.word), len(d.word)-len(a)) > most {
		return most + 1
	}
	d.before, d.row, d.now = slices.Grow(d.before[:0], len(a)+1)[:len(a)+1], slices.Grow(d.row[:0], len(a)+1)[:len(a)+1], slices.Grow(d.now[:0], len(a)+1)[:len(a)+1]
	for i := range d.row {
		d.row[i] = i
	}
	for j, r := range d.word {
		d.now[0] = j + 1
		least := j + 1
		for i := range a {
			differs := 1
			if a[i] == r {
				differs = 0
			}
			n := min(d.row[i]+differs, d.row[i+1]+1, d.now[i]+1)
			if i > 0 && j > 0 && a[i] == d.word[j-1] && a[i-1] == r {
				n = min(n, d.before[i-1]+1)
			}
			d.now[i+1] = n
			least = min(least, n)
		}
		if least > most {
			return most + 1
		}
		d.before, d.row, d.now = d.row, d.now, d.before
	}
	return d.row[len(a)]
}
