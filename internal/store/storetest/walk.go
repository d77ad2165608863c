package storetest

import (
	"errors"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// testWalk looks at all texts one after the other, with what is asked for and no more.
func testWalk(x *suite) {
	entries := Entries(7, 3)
	entries = append(entries, rich())
	x.put(entries...)
	x.reopen()
	want := map[stemma.ID]store.Entry{}
	var order []stemma.ID
	for _, e := range entries {
		want[e.Articles[0].ID] = e
		order = append(order, e.Articles[0].ID)
	}
	slices.Sort(order)
	var got []stemma.ID
	for t, err := range x.s.Texts(x.ctx, store.Quotes.Kind, store.Victims.Kind, store.Wording) {
		x.ok(err)
		e := want[t.Article.ID]
		same(x, "article", t.Article, err, e.Articles[0])
		same(x, "reading", t.Reading, err, stemma.Reading{Article: t.Article.ID, Quotes: e.Readings[0].Quotes, Victims: e.Readings[0].Victims})
		got = append(got, t.Article.ID)
	}
	same(x, "order", got, nil, order)
	for t, err := range x.s.Texts(x.ctx) {
		bare := want[t.Article.ID].Articles[0]
		bare.Text = ""
		same(x, "an article without its text", t.Article, err, bare)
		same(x, "no findings", t.Reading, err, stemma.Reading{Article: t.Article.ID})
		break // and the pile can be written to
	}
	x.put(Entries(1, 4)...)
}

// testLineupInParts puts a lineup part by part, reading meanwhile, and one that breaks off.
func testLineupInParts(x *suite) {
	entries := Entries(3, 3)
	x.put(entries...)
	var all []stemma.Saying
	put := func(fault error) error {
		return x.s.PutLineup(x.ctx, nil, nil, func(put func(stemma.Lineup) error) error {
			for t, err := range x.s.Texts(x.ctx, store.Quotes.Kind) {
				x.ok(err)
				s := stemma.Saying{ID: stemma.NewID("y", string(t.Article.ID)), Members: []stemma.ID{t.Reading.Quotes[0].ID}}
				all = append(all, s)
				if err := put(stemma.Lineup{Sayings: []stemma.Saying{s}}); err != nil {
					return err
				}
			}
			return fault
		})
	}
	x.ok(put(nil))
	slices.SortFunc(all, func(a, b stemma.Saying) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	x.reopen()
	got, err := x.s.Sayings(x.ctx, store.Query{})
	same(x, "sayings", got, err, all)
	one := entries[1].Articles[0].ID
	got, err = x.s.Sayings(x.ctx, store.Query{Article: one})
	same(x, "sayings of an article", ids(got, func(s *stemma.Saying) stemma.ID { return s.ID }), err, []stemma.ID{stemma.NewID("y", string(one))})
	kept := all
	fault := errors.New("no more")
	x.fails(put(fault), fault, "groups that break off")
	got, err = x.s.Sayings(x.ctx, store.Query{})
	same(x, "sayings after that", got, err, kept[:len(kept):len(kept)])
}
