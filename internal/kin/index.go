package kin

import (
	"fmt"
	"slices"

	"stemma"
)

// Shelf is where an [Index] keeps what it seals, and has the texts that it was made of.
type Shelf interface {
	// Blocks calls do with each of some blocks of a segment as it was sealed, in whatever
	// order; an empty one may be nil. Numbers are ordered, each once. A block holds until do
	// returns, whose error ends it and is given back.
	Blocks(segment int, blocks []int, do func(block int, body []byte) error) error
	// Article gives the text that has a number in the index.
	Article(number int) (stemma.Article, error)
}

// Index finds the texts that share words with a text, among very many: it holds the seeds
// of all texts that were added, the last of them in memory and the others in sealed
// segments on a [Shelf]. Only what is new in a text is kept of it, so that all copies of a
// text are found at the first of them.
//
// It is not safe for several goroutines at once.
type Index struct {
	segments []Segment // in the order of their texts
	shelf    Shelf
	recent   *recent
	first    int     // the number of the first text in memory
	texts    []*text // those in memory
	lot      lot     // where that is not empty, these are the texts, all of them in memory, and not texts
	added    int     // of texts in memory
	opened   map[int32]*text
	placer   placer
	all      bool           // texts are looked at, too, that share no more than two seeds that fit each other; nothing may be sealed
	fences   map[int]fences // by the number of the segment, of those that were looked into
	wanted   []wanted       // of a segment, ordered; kept for its room, as blocks is
	blocks   []int
	warm     uint64 // see [recent.warm]
}

// maxOpened bounds the texts of the shelf that are kept open.
const maxOpened = 1 << 12

// NewIndex opens an index whose sealed segments are given; without any it is empty. Texts
// that are on no segment must be added again.
func NewIndex(segments []Segment, shelf Shelf) *Index {
	x := &Index{segments: slices.Clone(segments), shelf: shelf, opened: make(map[int32]*text), fences: make(map[int]fences)}
	slices.SortFunc(x.segments, func(a, b Segment) int { return a.First - b.First })
	if n := len(x.segments); n > 0 {
		x.first = x.segments[n-1].First + x.segments[n-1].Texts
	}
	x.recent = newRecent()
	return x
}

// Len is how many texts the index holds: the number that the next one gets.
func (x *Index) Len() int { return x.first + x.added }

// Recent is how many seeds are in memory and not yet sealed.
func (x *Index) Recent() int { return x.recent.seeds }

// Found is what a text shares with one of the index.
type Found struct {
	Number   int              // of that text
	Passages []stemma.Passage // A lies in the text that was asked for
}

// Find gives the texts that share passages with an article, ordered by number: of every
// passage the first text that was added with it, and those that share what is new in a
// later one. An error is one of the shelf.
func (x *Index) Find(a *stemma.Article) ([]Found, error) {
	t := newText(a)
	var found []Found
	err := x.place(t, func(head int32, b block) {
		other, _ := x.text(head) // it was read to find the passage
		p := stemma.Passage{A: t.span(b.x, b.xEnd), B: other.span(b.y, b.yEnd)}
		for i := range found {
			if found[i].Number == int(head) {
				found[i].Passages = append(found[i].Passages, p)
				return
			}
		}
		found = append(found, Found{int(head), []stemma.Passage{p}})
	})
	slices.SortFunc(found, func(a, b Found) int { return a.Number - b.Number })
	for _, f := range found {
		sortPassages(f.Passages)
	}
	return found, err
}

// Add puts an article into the index, as number [Index.Len], and gives the numbers of
// earlier texts with which it hangs together: all those that share a passage with it do,
// over one or several others, in whatever order they were added. After an error it is not
// added.
func (x *Index) Add(a *stemma.Article) ([]int, error) {
	if x.Len() >= maxTexts {
		return nil, fmt.Errorf("the index of seeds holds %d texts and can take no more", x.Len())
	}
	err := x.add(newText(a), func(int32, block) {})
	near := append([]int(nil), x.placer.near...)
	slices.Sort(near)
	return slices.Compact(near), err
}

func (x *Index) add(t *text, share func(head int32, b block)) error {
	if err := x.place(t, share); err != nil {
		return err
	}
	x.post(t)
	if x.added++; x.lot.desk == nil {
		x.texts = append(x.texts, t)
	}
	return nil
}

// text gives a text by its number.
func (x *Index) text(number int32) (*text, error) {
	if k := int(number) - x.first; k >= 0 {
		if x.lot.desk != nil {
			return x.lot.at(k), nil
		}
		return x.texts[k], nil
	}
	if t := x.opened[number]; t != nil {
		return t, nil
	}
	a, err := x.shelf.Article(int(number))
	if err != nil {
		return nil, fmt.Errorf("text %d of the index of seeds: %w", number, err)
	}
	t := newText(&a)
	if len(x.opened) >= maxOpened {
		clear(x.opened)
	}
	x.opened[number] = t
	return t, nil
}

// Seal gives what is in memory as a segment under a new number, with its blocks, for the
// shelf to keep; Sealed must follow when it is kept.
func (x *Index) Seal(number int) (Segment, [][]byte) {
	return x.recent.seal(number, x.first, x.added)
}

// Sealed says which segments the shelf holds now. They must hold the seeds of all texts.
func (x *Index) Sealed(segments []Segment) {
	fresh := NewIndex(segments, x.shelf)
	fresh.opened, fresh.placer = x.opened, x.placer
	for _, s := range segments {
		if f, ok := x.fences[s.Number]; ok {
			fresh.fences[s.Number] = f
		}
	}
	*x = *fresh
}
