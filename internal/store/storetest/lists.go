package storetest

import (
	"crypto/sha256"
	"encoding/hex"

	"stemma"
	"stemma/internal/store"
)

func sumOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// lists gives every kind of finding that a reader lists, as one form.
func findingLists(x *suite) map[string]func(store.Query) ([]any, []stemma.ID, error) {
	return map[string]func(store.Query) ([]any, []stemma.ID, error){
		"quotes": func(q store.Query) ([]any, []stemma.ID, error) {
			l, err := x.s.Quotes(x.ctx, q)
			return anys(l), ids(l, store.Quotes.ID), err
		},
		"figures": func(q store.Query) ([]any, []stemma.ID, error) {
			l, err := x.s.Figures(x.ctx, q)
			return anys(l), ids(l, store.Figures.ID), err
		},
		"times": func(q store.Query) ([]any, []stemma.ID, error) {
			l, err := x.s.Times(x.ctx, q)
			return anys(l), ids(l, store.Times.ID), err
		},
		"mentions": func(q store.Query) ([]any, []stemma.ID, error) {
			l, err := x.s.Mentions(x.ctx, q)
			return anys(l), ids(l, store.Mentions.ID), err
		},
		"events": func(q store.Query) ([]any, []stemma.ID, error) {
			l, err := x.s.Events(x.ctx, q)
			return anys(l), ids(l, store.Events.ID), err
		},
		"victims": func(q store.Query) ([]any, []stemma.ID, error) {
			l, err := x.s.Victims(x.ctx, q)
			return anys(l), ids(l, store.Victims.ID), err
		},
	}
}

func anys[T any](list []T) []any {
	var all []any
	for _, v := range list {
		all = append(all, v)
	}
	return all
}

// wanted gives all findings of a kind in the order of lists.
func wanted[T any](k store.Finding[T], entries []store.Entry) []T {
	var all []T
	for i := range entries {
		for j := range entries[i].Readings {
			all = append(all, *k.In(&entries[i].Readings[j])...)
		}
	}
	k.Sort(all, false)
	return all
}

func testFindings(x *suite) {
	entries := Entries(12, 5)
	x.put(entries[6:]...)
	x.put(entries[:6]...)
	want := map[string][]any{
		"quotes": anys(wanted(store.Quotes, entries)), "figures": anys(wanted(store.Figures, entries)),
		"times": anys(wanted(store.Times, entries)), "mentions": anys(wanted(store.Mentions, entries)),
		"events": anys(wanted(store.Events, entries)), "victims": anys(wanted(store.Victims, entries)),
	}
	for kind, list := range findingLists(x) {
		got, all, err := list(store.Query{})
		same(x, kind, got, err, want[kind])
		if len(all) < 40 {
			x.Fatalf("%s: only %d of them", kind, len(all))
		}
		chosen := []stemma.ID{all[33], all[2], "q-none", all[17], all[2]}
		_, got2, err := list(store.Query{IDs: chosen})
		same(x, kind+" by IDs, in the order of IDs", got2, err, sorted([]stemma.ID{all[33], all[2], all[17]}))
		_, got2, err = list(store.Query{IDs: chosen, Offset: 1, Limit: 1})
		same(x, kind+" by IDs, paged", got2, err, sorted([]stemma.ID{all[33], all[2], all[17]})[1:2])
		_, got2, err = list(store.Query{IDs: all})
		same(x, kind+" by all IDs", got2, err, sorted(all))
		_, got2, err = list(store.Query{IDs: []stemma.ID{}})
		same(x, kind+" by no IDs", got2, err, nil)
	}
	e := &entries[4]
	quotes, err := x.s.Quotes(x.ctx, store.Query{Article: e.Articles[0].ID})
	same(x, "quotes of an article", quotes, err, e.Readings[0].Quotes)
	quotes, err = x.s.Quotes(x.ctx, store.Query{Article: e.Articles[0].ID, IDs: []stemma.ID{entries[5].Readings[0].Quotes[0].ID, e.Readings[0].Quotes[1].ID}})
	same(x, "quotes of an article by ID", quotes, err, e.Readings[0].Quotes[1:2])
	quotes, err = x.s.Quotes(x.ctx, store.Query{Article: "a-none"})
	same(x, "quotes of no article", quotes, err, nil)
}

func testPaging(x *suite) {
	x.put(Entries(9, 6)...)
	for kind, list := range findingLists(x) {
		_, all, err := list(store.Query{})
		x.ok(err)
		var paged []stemma.ID
		for len(paged) < len(all) {
			_, page, err := list(store.Query{Offset: len(paged), Limit: 7})
			if err != nil || len(page) == 0 || len(page) > 7 {
				x.Fatalf("%s from %d: %d of them, %v", kind, len(paged), len(page), err)
			}
			paged = append(paged, page...)
		}
		same(x, kind+" page by page", paged, nil, all)
		_, rest, err := list(store.Query{Offset: len(all) - 3})
		same(x, kind+" from the third last", rest, err, all[len(all)-3:])
		_, none, err := list(store.Query{Offset: len(all)})
		same(x, kind+" past the end", none, err, nil)
	}
}

func testCounts(x *suite) {
	entries := Entries(8, 9)
	want := store.Counts{Pages: 8, Articles: 8, Problems: 1, Rulings: 1, Copies: 1, Families: 1, Sayings: 2, Tallies: 1, Happenings: 1, Actors: 1, Clashes: 1, Stories: 1}
	for _, e := range entries {
		r := e.Readings[0]
		want.Words += store.Words(e.Articles[0].Own())
		want.Sentences += len(r.Sentences)
		want.Quotes += len(r.Quotes)
		want.Figures += len(r.Figures)
		want.Times += len(r.Times)
		want.Mentions += len(r.Mentions)
		want.Events += len(r.Events)
		want.Victims += len(r.Victims)
	}
	x.ok(x.s.Put(x.ctx, entries, nil, []stemma.Problem{{Source: "x", Message: "y"}}))
	x.ok(x.s.Rule(x.ctx, stemma.Ruling{ID: "r-1"}))
	copies, families, lineup := sampleLineup(entries)
	x.ok(x.s.PutLineup(x.ctx, copies[:1], families, store.Whole(lineup)))
	x.reopen()
	got, err := x.s.Counts(x.ctx)
	same(x, "counts", got, err, want)
}
