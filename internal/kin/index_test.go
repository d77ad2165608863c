package kin

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"stemma"
)

// shelf keeps an index in memory.
type shelf struct {
	blocks   map[[2]int][]byte
	articles []stemma.Article
}

func (s *shelf) Blocks(segment int, blocks []int, do func(int, []byte) error) error {
	for _, n := range blocks {
		b, ok := s.blocks[[2]int{segment, n}]
		if !ok {
			return fs.ErrNotExist
		}
		if err := do(n, b); err != nil {
			return err
		}
	}
	return nil
}

func (s *shelf) Article(n int) (stemma.Article, error) { return s.articles[n], nil }

func (s *shelf) keep(segment Segment, blocks [][]byte) {
	for i, b := range blocks {
		s.blocks[[2]int{segment.Number, i}] = b
	}
}

// An index that is sealed, merged and opened again, at any time, finds what one that is
// all in memory finds.
func TestSealedIndexFindsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		articles := pile(t)
		kept := &shelf{blocks: map[[2]int][]byte{}}
		inMemory, sealed := NewIndex(nil, nil), NewIndex(nil, kept)
		var segments []Segment
		number := 0
		for i := range articles {
			want, _ := inMemory.Add(&articles[i])
			kept.articles = append(kept.articles, articles[i])
			got, err := sealed.Add(&articles[i])
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("text %d meets %v, %v, want %v", i, got, err, want)
			}
			if rapid.Bool().Draw(t, "seal") {
				number++
				s, blocks := sealed.Seal(number)
				kept.keep(s, blocks)
				segments = append(segments, s)
				if len(segments) > 1 && rapid.Bool().Draw(t, "merge") {
					number++
					var blocks [][]byte
					s := Merged(number, segments)
					err := Merge(s, segments, kept, func(b []byte) error {
						blocks = append(blocks, append([]byte(nil), b...))
						return nil
					})
					if err != nil {
						t.Fatal(err)
					}
					kept.keep(s, blocks)
					segments = []Segment{s}
				}
				sealed = NewIndex(segments, kept)
			}
		}
		for i := range articles {
			want, _ := inMemory.Find(&articles[i])
			got, err := sealed.Find(&articles[i])
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("text %d: found %v, %v, want %v", i, got, err, want)
			}
		}
	})
}

// The promise: a run of sixteen words that an earlier text has is found, wherever it stands
// and whatever copies of copies, with edits close by, were added before.
func TestEveryRunIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := words(1, 120)
		x := NewIndex(nil, nil)
		var bodies [][]string
		for i := range rapid.IntRange(1, 12).Draw(t, "texts") {
			body := append([]string{}, base...)
			if i > 0 {
				body = append([]string{}, bodies[rapid.IntRange(0, i-1).Draw(t, "from")]...)
			}
			for e := range rapid.IntRange(0, 4).Draw(t, "edits") {
				at := rapid.IntRange(0, len(body)-1).Draw(t, "place")
				body = append(body[:at:at], append(words(1000+10*i+e, 1), body[at+rapid.IntRange(0, 1).Draw(t, "cut"):]...)...)
			}
			bodies = append(bodies, body)
			if _, err := x.Add(&stemma.Article{ID: stemma.ID(fmt.Sprint(i)), Text: sentence(body)}); err != nil {
				t.Fatal(err)
			}
		}
		from := bodies[rapid.IntRange(0, len(bodies)-1).Draw(t, "source")]
		at := rapid.IntRange(0, len(from)-minRun).Draw(t, "at")
		asked := append(append(words(50000, 30), from[at:at+minRun]...), words(60000, 30)...)
		a := stemma.Article{ID: "asked", Text: sentence(asked)}
		found, err := x.Find(&a)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			for _, p := range f.Passages {
				if p.A.Start <= len(sentence(asked[:30]))+2 && p.A.End >= len(sentence(asked[:30+minRun]))-2 {
					return
				}
			}
		}
		t.Fatalf("the run at %d of %v is not found: %v", at, from, found)
	})
}

// A damaged block is an error and no answer.
func TestDamagedBlockIsTold(t *testing.T) {
	kept := &shelf{blocks: map[[2]int][]byte{}}
	x := NewIndex(nil, kept)
	a := stemma.Article{ID: "a", Text: sentence(words(1, 100))}
	if _, err := x.Add(&a); err != nil {
		t.Fatal(err)
	}
	s, blocks := x.Seal(1)
	for i := range blocks {
		blocks[i] = append(blocks[i], 0)
	}
	kept.keep(s, blocks)
	kept.articles = []stemma.Article{a}
	if _, err := NewIndex([]Segment{s}, kept).Find(&a); !errors.Is(err, errBlock) {
		t.Errorf("error %v, want %v", err, errBlock)
	}
	delete(kept.blocks, [2]int{1, 0})
	if err := Merge(Merged(2, []Segment{s}), []Segment{s}, kept, func([]byte) error { return nil }); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v, want %v", err, fs.ErrNotExist)
	}
}

// Entries come back from the blocks of segments of every size as they were packed, and are
// found in the block that the fences name.
func TestEntriesAndBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		many := rapid.SampledFrom([]int{0, narrowSeeds}).Draw(t, "entries of a large segment")
		spread := rapid.SampledFrom([]uint32{1, 5, 1 << 10, 1 << 17, 1 << 25}).Draw(t, "spread")
		var all []entry
		first, key := rapid.IntRange(0, 1<<20).Draw(t, "first"), uint32(0)
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		for range rapid.IntRange(0, 4000).Draw(t, "keys") {
			key = min(key+rng.Uint32N(spread)+1, 1<<keyBits-1)
			for range 1 + rng.IntN(3) {
				all = append(all, entry{key, int32(first + rng.IntN(1<<20)), context(rng.Uint32N(1 << 24))})
			}
		}
		slices.SortFunc(all, entry.compare)
		all = fewest(all)
		s := newSegment(1, first, 1<<20, many+len(all))
		kept := &shelf{blocks: map[[2]int][]byte{}}
		var blocks [][]byte
		p := packer{segment: &s, put: func(b []byte) error {
			if blocks = append(blocks, slices.Clone(b)); len(blocks) < s.Blocks && len(b) > blockBytes {
				t.Errorf("a block of %d bytes", len(b))
			}
			return nil
		}}
		if err := errors.Join(p.add(all), p.end()); err != nil || len(blocks) != s.Blocks {
			t.Fatalf("%d blocks instead of %d, %v", len(blocks), s.Blocks, err)
		}
		kept.keep(s, blocks)
		fences, err := s.fences(kept)
		if err != nil {
			t.Fatal(err)
		}
		var got []entry
		for _, b := range blocks[:s.Blocks-1] {
			if got, err = s.entries(b, got); err != nil {
				t.Fatal(err)
			}
		}
		if !slices.Equal(got, all) {
			t.Fatalf("%d entries came back as %d others", len(all), len(got))
		}
		for i, e := range all {
			found := false
			err := s.find(e.key, blocks[fences.block(e.key)], func(o entry) { found = found || o == e })
			if err != nil || !found {
				t.Fatalf("entry %d, %+v, is not found: %v", i, e, err)
			}
		}
	})
}
