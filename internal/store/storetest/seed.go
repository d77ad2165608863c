package storetest

import (
	"errors"

	"stemma"
	"stemma/internal/store"
)

// blocks hands over blocks, as a [store.Seal] does.
func blocks(list ...string) func(func([]byte) error) error {
	return func(put func([]byte) error) error {
		for _, b := range list {
			if err := put([]byte(b)); err != nil {
				return err
			}
		}
		return nil
	}
}

// blocks reads blocks of a segment.
func (x *suite) blocks(segment int, numbers ...int) (map[int]string, error) {
	out := map[int]string{}
	return out, x.s.Blocks(x.ctx, segment, numbers, func(n int, body []byte) error {
		out[n] = string(body)
		return nil
	})
}

func testSeeds(x *suite) {
	entries := Entries(4, 3)
	x.put(entries...)
	article := func(i int) stemma.ID { return entries[i].Articles[0].ID }
	texts := []store.Seeded{{Number: 0, Article: article(2)}, {Number: 1, Article: article(0), Meets: []int{0}}, {Number: 2, Article: article(1), Meets: []int{0, 1}}}
	first := store.Segment{Number: 1, First: 0, Texts: 2, Blocks: 3, Seeds: 9}
	x.ok(x.s.Seal(x.ctx, store.Seal{Texts: texts[:2], Segment: first, Blocks: blocks("one", "", "three")}))
	x.reopen()
	got, err := x.s.Segments(x.ctx)
	same(x, "segments", got, err, []store.Segment{first})

	some, err := x.blocks(1, 0, 1, 2)
	same(x, "blocks", some, err, map[int]string{0: "one", 1: "", 2: "three"})
	some, err = x.blocks(1)
	same(x, "no blocks", len(some), err, 0)
	_, err = x.blocks(1, 0, 3)
	x.fails(err, stemma.ErrNotFound, "blocks beyond the last")
	_, err = x.blocks(9, 0)
	x.fails(err, stemma.ErrNotFound, "blocks of no segment")
	x.fails(x.s.Blocks(x.ctx, 1, []int{0, 2}, func(int, []byte) error { return stemma.ErrConflict }), stemma.ErrConflict, "blocks that cannot be used")

	second := store.Segment{Number: 2, First: 0, Texts: 3, Blocks: 1, Seeds: 12}
	merge := func(put func([]byte) error) error { // it may read what it takes the place of
		old, err := x.blocks(1, 0)
		return errors.Join(err, put([]byte(old[0]+" and more")))
	}
	x.ok(x.s.Seal(x.ctx, store.Seal{Texts: texts[2:], Segment: second, Blocks: merge, Drop: []int{1}}))
	got, err = x.s.Segments(x.ctx)
	same(x, "segments after a merge", got, err, []store.Segment{second})
	some, err = x.blocks(2, 0)
	same(x, "merged block", some, err, map[int]string{0: "one and more"})
	_, err = x.blocks(1, 0)
	x.fails(err, stemma.ErrNotFound, "a block of a dropped segment")
	_, err = x.blocks(2, 1)
	x.fails(err, stemma.ErrNotFound, "a block beyond the last")

	all, err := x.s.Seeded(x.ctx)
	same(x, "texts", all, err, texts)
	all, err = x.s.Seeded(x.ctx, 2, 7, 0)
	same(x, "some texts", all, err, []store.Seeded{texts[0], texts[2]})
	a, err := x.s.SeededArticle(x.ctx, 1)
	same(x, "article by its number", a, err, entries[0].Articles[0])
	_, err = x.s.SeededArticle(x.ctx, 3)
	x.fails(err, stemma.ErrNotFound, "an article without a number")
	testCovered(x)
	testSeedsRefused(x, texts, article(3))
	x.ok(x.s.DropSeeds(x.ctx))
	got, err = x.s.Segments(x.ctx)
	same(x, "segments after dropping", got, err, nil)
	all, err = x.s.Seeded(x.ctx)
	same(x, "texts after dropping", all, err, nil)
}

// testSeedsRefused checks that what does not fit is refused whole.
func testSeedsRefused(x *suite, texts []store.Seeded, fresh stemma.ID) {
	seal := func(number int, t ...store.Seeded) store.Seal {
		return store.Seal{Texts: t, Segment: store.Segment{Number: number, First: 3, Blocks: 1}, Blocks: blocks("b")}
	}
	x.fails(x.s.Seal(x.ctx, seal(3, store.Seeded{Number: 5, Article: fresh})), stemma.ErrInvalid, "a number that is not the next")
	x.fails(x.s.Seal(x.ctx, seal(3, store.Seeded{Number: 3, Article: "a-none"})), stemma.ErrInvalid, "an article that is not there")
	x.fails(x.s.Seal(x.ctx, seal(3, store.Seeded{Number: 3, Article: texts[0].Article})), stemma.ErrConflict, "an article that has a number")
	x.fails(x.s.Seal(x.ctx, seal(2, store.Seeded{Number: 3, Article: fresh})), stemma.ErrConflict, "a segment that is there")
	short := seal(3, store.Seeded{Number: 3, Article: fresh})
	short.Segment.Blocks = 2
	x.fails(x.s.Seal(x.ctx, short), stemma.ErrInvalid, "fewer blocks than said")
	failing := seal(3)
	failing.Blocks = func(func([]byte) error) error { return stemma.ErrConflict }
	x.fails(x.s.Seal(x.ctx, failing), stemma.ErrConflict, "blocks that cannot be made")
	all, err := x.s.Seeded(x.ctx)
	same(x, "texts after refusals", all, err, texts)
}

// testCovered checks what is told of the lineup: it covers the three texts that are there.
func testCovered(x *suite) {
	covered := func(what string, texts int, version string) {
		x.Helper()
		n, v, err := x.s.Covered(x.ctx)
		if n != texts || v != version || err != nil {
			x.Errorf("%s: covered %d, %q, %v, want %d, %q", what, n, v, err, texts, version)
		}
	}
	covered("before a lineup", 0, "")
	x.ok(x.s.PutLineup(x.ctx, nil, nil, store.Whole(stemma.Lineup{})))
	covered("before it is marked", 0, "")
	x.ok(x.s.Mark(x.ctx, "v1"))
	covered("marked", 3, "v1")
	x.put(Entries(1, 8)...)
	covered("with a page that is new", 3, "v1")
}
