package kin

import "stemma"

// What is known of a word beside its letters.
const (
	inQuote  uint8 = 1 << iota // it stands in quotation marks
	isNumber                   // it begins with a digit
	isName                     // it begins with a capital
	inTitle                    // it belongs to the headline
	endsLine                   // a line break follows
	endsSaid                   // a full stop, question or exclamation mark follows
	isNote                     // it is site text: see spotNotes
	isFoot                     // it tells of the publication: see markFoot
)

// text is an article as a row of words. Words in holes are left out, but for datelines: where
// an article comes without its page nobody has set them apart, and copies inherit them.
type text struct {
	article    *stemma.Article
	hash       []uint32 // of the folded letters
	start, end []int32  // where the word stands, in bytes of the article's text
	flag       []uint8
	own        int    // words outside the headline
	sum        uint64 // of all words in their order
	style      style
	outlet     []uint32 // the words of its outlet's name
	keys       []uint64 // see allGrams
	kept       []seed   // its seeds, where they are needed again
	asked      bool     // since the desk looked whether it may be closed
}

// style counts what editors change without changing a word.
type style struct {
	curly, straight int // quotation marks and apostrophes
	breaks, blank   int // line breaks; those with an empty line
	words, capitals int // words of two letters and more; those all in capitals
}

// seed is a winnowed run of words: its key, the place of its first word, and what tells
// of the words around it.
type seed struct {
	key     uint64
	pos     int32
	context context
}

// newText cuts an article into words.
func newText(a *stemma.Article) *text {
	n := len(a.Text) / 6
	t := &text{
		article: a,
		hash:    make([]uint32, 0, n), start: make([]int32, 0, n), end: make([]int32, 0, n), flag: make([]uint8, 0, n),
	}
	s := scanner{text: t, src: a.Text}
	at := 0
	for _, h := range a.Holes {
		if h.Span.Start < at || h.Span.End > len(a.Text) || h.Span.Empty() || h.Type == "dateline" {
			continue
		}
		s.scan(at, h.Span.Start)
		s.quote = false
		at = h.Span.End
	}
	s.scan(at, len(a.Text))
	t.finish()
	return t
}

// fit gives back the room for words that a text has not: it was made for its bytes, and a
// text may be one of very many.
func (t *text) fit() {
	n := len(t.hash)
	t.hash, t.flag = append(make([]uint32, 0, n), t.hash...), append(make([]uint8, 0, n), t.flag...)
	t.start, t.end = append(make([]int32, 0, n), t.start...), append(make([]int32, 0, n), t.end...)
}

// finish sums up the words.
func (t *text) finish() {
	title := t.article.Title
	sum := uint64(len(t.hash))
	for i, h := range t.hash {
		sum = mix(sum ^ uint64(h))
		if int(t.start[i]) >= title.Start && int(t.end[i]) <= title.End {
			t.flag[i] |= inTitle
		} else {
			t.own++
		}
	}
	t.sum = sum
	if name := t.article.Outlet.Name; name != "" {
		n := &text{article: t.article}
		(&scanner{text: n, src: name}).scan(0, len(name))
		t.outlet = n.hash
	}
	t.markFoot()
}

// mix spreads the bits of x (the finaliser of splitmix64, Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x += 0x9E3779B97F4A7C15
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// gramBase is the base of the rolling hash over words.
const gramBase = 0xD6E8FEB86659FD93

// gram gives the key of the run of n words from a place on.
func (t *text) gram(from, n int) uint64 {
	var h uint64
	for _, w := range t.hash[from : from+n] {
		h = h*gramBase + uint64(w) + 1
	}
	return mix(h)
}

// grams gives the key of every run of seedWords words; nil for a shorter text.
func (t *text) grams(into []uint64) []uint64 {
	into = into[:0]
	var h, top uint64 = 0, 1
	for range seedWords {
		top *= gramBase
	}
	for i, w := range t.hash {
		h = h*gramBase + uint64(w) + 1
		if i >= seedWords {
			h -= top * (uint64(t.hash[i-seedWords]) + 1)
		}
		if i >= seedWords-1 {
			into = append(into, mix(h))
		}
	}
	return into
}

// allGrams is grams, kept for the next time.
func (t *text) allGrams() []uint64 {
	if t.keys == nil {
		t.keys = t.grams(make([]uint64, 0, len(t.hash)))
	}
	return t.keys
}

// seeds winnows the text's runs of words: of every window of them the one with the
// smallest key is kept (Schleimer, Wilkerson and Aiken 2003), and inside quotation
// marks of every two.
func (t *text) seeds() []seed {
	return t.winnow(&sieve{})
}

// sieve holds what winnowing needs, for use again with the next text.
type sieve struct {
	keys  []uint64
	kept  []bool
	seeds []seed
}

// winnow gives the seeds of a text; they hold until the sieve is used again.
func (t *text) winnow(s *sieve) []seed {
	s.keys = t.grams(s.keys)
	keys := s.keys
	s.kept = append(s.kept[:0], make([]bool, len(keys))...)
	least := -1
	for i := range keys {
		if from := max(0, i-window+1); least < from {
			least = from
			for j := from + 1; j <= i; j++ {
				if keys[j] <= keys[least] {
					least = j
				}
			}
		} else if keys[i] <= keys[least] {
			least = i
		}
		if i >= window-1 || i == len(keys)-1 {
			s.kept[least] = true
		}
		if t.flag[i]&t.flag[i+seedWords-1]&inQuote == 0 || i == 0 || t.flag[i-1]&inQuote == 0 {
			continue
		}
		if keys[i-1] < keys[i] {
			s.kept[i-1] = true
		} else {
			s.kept[i] = true
		}
	}
	s.seeds = s.seeds[:0]
	for i, kept := range s.kept {
		if kept {
			s.seeds = append(s.seeds, seed{keys[i], int32(i), t.around(i)})
		}
	}
	return s.seeds
}
