package storetest

import (
	"bytes"
	"context"
	"slices"
	"sync"
	"time"

	"stemma"
	"stemma/internal/store"
)

func testEmpty(x *suite) {
	has, err := x.s.Has(x.ctx, []stemma.ID{"p-0000000000000000"})
	same(x, "has", has, err, map[stemma.ID]bool{})
	pages, err := x.s.Pages(x.ctx)
	same(x, "pages", pages, err, nil)
	quotes, err := x.s.Quotes(x.ctx, store.Query{})
	same(x, "quotes", quotes, err, nil)
	actors, err := x.s.Actors(x.ctx, store.Query{Article: "a-1", Offset: 3, Limit: 4})
	same(x, "actors", actors, err, nil)
	hits, err := x.s.Search(x.ctx, store.Search{Match: "harbour"})
	same(x, "hits", hits, err, store.Hits{})
	counts, err := x.s.Counts(x.ctx)
	same(x, "counts", counts, err, store.Counts{})
	x.ok(x.s.Put(x.ctx, nil, nil, nil))
	x.ok(x.s.PutLineup(x.ctx, nil, nil, store.Whole(stemma.Lineup{})))
}

// rich is an entry with something in every field that a pile keeps.
func rich() store.Entry {
	e := Entries(1, 7)[0]
	zero, two := 0.0, 2.5
	p, a, r := &e.Page, &e.Articles[0], &e.Readings[0]
	p.Member, p.URL, p.Captured = "rec-1", "https://courier.example/a?b=c", "2031-05-07"
	p.Blocks = []stemma.Block{{Span: stemma.Span{Start: 0, End: 4}, Tag: "h1", Main: true, Unit: 2}, {Tag: "nav", Link: true}}
	p.Meta = stemma.Meta{Title: "Ferry tariff", Byline: "M. Ellery", Published: "2031-05"}
	p.Given = &stemma.Meta{Lang: "es", Outlet: "Correo de Quarn"}
	p.Problems = []stemma.Problem{{Page: p.ID, Source: "texts/x", Step: "intake", Message: "two bytes are no UTF-8", Hint: "nothing"}}
	a.Part, a.Credit, a.OutletAt, a.CreditAt = 3, stemma.Named{Name: "Lowmarsh Wire", Entity: "x"}, stemma.Span{Start: 1, End: 2}, stemma.Span{Start: 4, End: 9}
	a.Reposted, a.URL = "2031-05-08", "https://courier.example/ñandú"
	a.Problems = []stemma.Problem{{Page: p.ID, Source: "texts/x", Step: "clip", Message: "no date"}}
	r.Victims = []stemma.Victim{{ID: "v-1", Evidence: stemma.Evidence{Article: a.ID, Span: stemma.Span{Start: 1, End: 3}, Rule: "v"}, Name: "T. R.", Age: 17, Harm: "injured", Place: stemma.Named{Name: "Port Quarn"}}}
	r.Problems = []stemma.Problem{{Page: p.ID, Source: "texts/x", Step: "read", Message: "a very long sentence"}}
	r.Figures[0].Value, r.Figures[0].Min, r.Figures[0].Max = nil, &zero, &two
	r.Mentions[0].Former, r.Mentions[0].Age = true, -1
	r.Quotes[0].Translated, r.Quotes[0].RelayedBy.Name = true, "the Wire"
	r.Events[0].Scope, r.Events[0].Matter.Name = []stemma.Named{{Name: "Lowmarsh"}}, "the tariff"
	return e
}

func testRoundTrip(x *suite) {
	e := rich()
	x.put(e)
	x.reopen()
	page, err := x.s.Page(x.ctx, e.Page.ID)
	same(x, "page", page, err, e.Page)
	article, err := x.s.Article(x.ctx, e.Articles[0].ID)
	same(x, "article", article, err, e.Articles[0])
	reading, err := x.s.Reading(x.ctx, e.Articles[0].ID)
	same(x, "reading", reading, err, e.Readings[0])
	original, err := x.s.Original(x.ctx, e.Page.SHA256)
	same(x, "original", original, err, e.Body)
	slimPage, slimArticle := e.Page, e.Articles[0]
	slimPage.Text, slimPage.Blocks, slimArticle.Text = "", nil, ""
	pages, err := x.s.Pages(x.ctx)
	same(x, "pages", pages, err, []stemma.Page{slimPage})
	articles, err := x.s.Articles(x.ctx)
	same(x, "articles", articles, err, []stemma.Article{slimArticle})
}

// A page that is there is left as it is.
func testPutAgain(x *suite) {
	e := rich()
	x.put(e, e)
	changed := e
	changed.Page.URL, changed.Articles, changed.Readings = "https://elsewhere.example", nil, nil
	x.put(changed)
	page, err := x.s.Page(x.ctx, e.Page.ID)
	same(x, "page", page, err, e.Page)
	counts, err := x.s.Counts(x.ctx)
	same(x, "articles", counts.Articles, err, 1)
	has, err := x.s.Has(x.ctx, []stemma.ID{"p-none", e.Page.ID, e.Page.ID})
	same(x, "has", has, err, map[stemma.ID]bool{e.Page.ID: true})
	hits, err := x.s.Search(x.ctx, store.Search{Match: "the"})
	same(x, "hits", hits.Total, err, len(hits.Hits))
	unique := slices.CompactFunc(slices.Clone(hits.Hits), func(a, b store.Hit) bool { return a == b })
	same(x, "sentences found once", len(unique), nil, len(hits.Hits))
}

// Pages are known in the order in which they came; one that is put again came before.
func testArrived(x *suite) {
	none, err := x.s.Arrived(x.ctx, "")
	same(x, "of an empty pile", none, err, nil)
	late, early, again := Text("b.txt", "The ferry was late."), Text("c.txt", "The tariff fell."), Text("a.txt", "The quay stood.")
	x.put(early)
	x.put(late, early)
	x.reopen()
	x.put(again)
	all, err := x.s.Arrived(x.ctx, "")
	same(x, "all", all, err, []stemma.ID{early.Page.ID, late.Page.ID, again.Page.ID})
	some, err := x.s.Arrived(x.ctx, late.Page.ID)
	same(x, "after the second", some, err, []stemma.ID{again.Page.ID})
	none, err = x.s.Arrived(x.ctx, again.Page.ID)
	same(x, "after the last", none, err, nil)
	_, err = x.s.Arrived(x.ctx, "p-none")
	x.fails(err, stemma.ErrNotFound, "after a page that is not there")
}

func testPlaces(x *suite) {
	e := Text("one.txt", "The tariff fell.")
	moved := e
	moved.Page.Root = "copy"
	x.put(e)
	x.put(moved)
	further := []store.Place{{Page: e.Page.ID, Root: "pile", Path: "again.txt"}, {Page: e.Page.ID, Root: "pile", Path: "one.txt"}}
	x.ok(x.s.Put(x.ctx, nil, further, nil))
	x.ok(x.s.Put(x.ctx, nil, further, nil))
	x.reopen()
	places, err := x.s.Places(x.ctx)
	same(x, "places", places, err, []store.Place{
		{Page: e.Page.ID, Root: "copy", Path: "one.txt"}, {Page: e.Page.ID, Root: "pile", Path: "again.txt"}, {Page: e.Page.ID, Root: "pile", Path: "one.txt"},
	})
	page, err := x.s.Page(x.ctx, e.Page.ID)
	same(x, "the page keeps its first place", page.Root, err, "pile")
}

// One bad entry, and nothing of the batch is kept.
func testBatchIsWhole(x *suite) {
	good := Text("good.txt", "The ferry sailed.")
	x.put(Text("before.txt", "The ferry waited."))
	for what, spoil := range map[string]func(*store.Entry){
		"a body of other bytes":  func(e *store.Entry) { e.Body = []byte("other") },
		"no reading":             func(e *store.Entry) { e.Readings = nil },
		"another article's":      func(e *store.Entry) { e.Readings = []stemma.Reading{{Article: "a-other"}} },
		"a text not on the page": func(e *store.Entry) { e.Articles[0].Text += "!" },
		"a place off the page":   func(e *store.Entry) { e.Articles[0].Start = -1 },
		"an article known already": func(e *store.Entry) {
			e.Articles[0].ID, e.Readings[0].Article = good.Articles[0].ID, good.Articles[0].ID
		},
		"no page ID": func(e *store.Entry) { e.Page.ID, e.Articles[0].Page = "", "" },
	} {
		bad := Text("bad.txt", "The ferry sank.")
		spoil(&bad)
		problem := stemma.Problem{Source: "bad.txt", Message: "broken"}
		err := x.s.Put(x.ctx, []store.Entry{good, bad}, nil, []stemma.Problem{problem})
		x.fails(err, stemma.ErrInvalid, what)
	}
	unknown := []store.Place{{Page: "p-unknown", Root: "pile", Path: "x"}}
	x.fails(x.s.Put(x.ctx, []store.Entry{good}, unknown, nil), stemma.ErrNotFound, "a place of an unknown page")
	x.reopen()
	counts, err := x.s.Counts(x.ctx)
	same(x, "counts", counts, err, store.Counts{Pages: 1, Articles: 1, Words: 3, Sentences: 1})
	hits, err := x.s.Search(x.ctx, store.Search{Match: "sailed"})
	same(x, "hits", hits, err, store.Hits{})
	x.put(good)
	_, err = x.s.Page(x.ctx, good.Page.ID)
	x.ok(err)
}

// Records of one file share its bytes.
func testSharedBody(x *suite) {
	body := []byte(`{"text":"The dam held."}` + "\n" + `{"text":"The dam broke."}` + "\n")
	first, second := Text("r1", "The dam held."), Text("r2", "The dam broke.")
	sum := sumOf(body)
	first.Page.SHA256, second.Page.SHA256 = sum, sum
	first.Body, second.Body = body, nil
	x.put(first, second)
	x.reopen()
	got, err := x.s.Original(x.ctx, sum)
	same(x, "original", got, err, body)
	empty := store.Entry{Page: stemma.Page{ID: "p-empty", SHA256: sumOf(nil), Path: "empty.txt"}, Body: []byte{}}
	x.put(empty)
	got, err = x.s.Original(x.ctx, sumOf(nil))
	if err != nil || !bytes.Equal(got, nil) {
		x.Errorf("an empty file: %q, %v", got, err)
	}
}

// File names and messages may hold anything, and so may texts.
func testOddBytes(x *suite) {
	e := Text("d\xff/\u0301'\"%é\x00.txt", "A bell\x00 rang\ufffd.", "\x00", "Zur Brücke\u200b!")
	e.Readings[0].Quotes = []stemma.Quote{{ID: "q\x00'", Evidence: stemma.Evidence{Article: e.Articles[0].ID, Rule: "r\xff"}, Type: "\x00"}}
	problem := stemma.Problem{Source: "\xff\x00a", Step: "x", Message: "'; DROP TABLE page; --\x00"}
	x.ok(x.s.Put(x.ctx, []store.Entry{e}, nil, []stemma.Problem{problem, problem}))
	x.reopen()
	page, err := x.s.Page(x.ctx, e.Page.ID)
	same(x, "page", page, err, e.Page)
	places, err := x.s.Places(x.ctx)
	same(x, "places", places, err, []store.Place{{Page: e.Page.ID, Root: "pile", Path: e.Page.Path}})
	problems, err := x.s.Problems(x.ctx)
	same(x, "problems", problems, err, []stemma.Problem{problem})
	quotes, err := x.s.Quotes(x.ctx, store.Query{})
	same(x, "quotes", quotes, err, e.Readings[0].Quotes)
	for _, match := range []string{"rang", "brucke", "bell\x00", "\xffrang"} {
		hits, err := x.s.Search(x.ctx, store.Search{Match: match})
		same(x, "hits for "+match, len(hits.Hits), err, 1)
	}
}

func testLists(x *suite) {
	entries := Entries(20, 3)
	x.put(entries[10:]...)
	x.put(entries[:10]...)
	var pageIDs, articleIDs []stemma.ID
	for _, e := range entries {
		pageIDs = append(pageIDs, e.Page.ID)
		articleIDs = append(articleIDs, e.Articles[0].ID)
	}
	pages, err := x.s.Pages(x.ctx)
	same(x, "all pages", ids(pages, pageID), err, sorted(pageIDs))
	articles, err := x.s.Articles(x.ctx)
	same(x, "all articles", ids(articles, articleID), err, sorted(articleIDs))
	pages, err = x.s.Pages(x.ctx, pageIDs[5], "p-none", pageIDs[2], pageIDs[5])
	same(x, "some pages", ids(pages, pageID), err, sorted([]stemma.ID{pageIDs[5], pageIDs[2]}))
	articles, err = x.s.Articles(x.ctx, articleIDs[7], articleIDs[1], "a-none")
	same(x, "some articles", ids(articles, articleID), err, sorted([]stemma.ID{articleIDs[7], articleIDs[1]}))
}

func testFurniture(x *suite) {
	e := Text("f.txt", "The market opened.")
	at := func(start int) stemma.Furniture {
		return stemma.Furniture{Page: e.Page.ID, Span: stemma.Span{Start: start, End: start + 2}, Type: "navigation", Rule: "clip.links"}
	}
	e.Furniture = []stemma.Furniture{at(9), at(0), at(4)}
	x.put(e)
	x.reopen()
	got, err := x.s.Furniture(x.ctx, e.Page.ID)
	same(x, "furniture", got, err, []stemma.Furniture{at(0), at(4), at(9)})
	got, err = x.s.Furniture(x.ctx, "p-none")
	same(x, "furniture of nothing", got, err, nil)
}

func testProblems(x *suite) {
	b := stemma.Problem{Source: "b.txt", Step: "intake", Message: "it is empty", Hint: "look at it"}
	a := stemma.Problem{Source: "a.txt", Step: "read", Message: "too long"}
	carried := Text("c.txt", "The lamp went out.")
	carried.Page.Problems = []stemma.Problem{{Step: "intake", Message: "odd bytes"}}
	carried.Readings[0].Problems = []stemma.Problem{{Page: carried.Page.ID, Source: "c.txt", Step: "read", Message: "a long word"}}
	x.ok(x.s.Put(x.ctx, nil, nil, []stemma.Problem{b, a, b}))
	carried.Articles[0].Problems = []stemma.Problem{{Step: "clip", Message: "no date"}}
	noDate := stemma.Problem{Source: "c.txt", Step: "clip", Message: "no date", Hint: "give one"} // told without the page
	x.ok(x.s.Put(x.ctx, []store.Entry{carried}, nil, []stemma.Problem{b, carried.Readings[0].Problems[0], noDate}))
	x.put(carried)
	x.reopen()
	odd := stemma.Problem{Page: carried.Page.ID, Source: "c.txt", Step: "intake", Message: "odd bytes"}
	got, err := x.s.Problems(x.ctx)
	same(x, "problems", got, err, []stemma.Problem{a, b, noDate, odd, carried.Readings[0].Problems[0]})
}

func testRulings(x *suite) {
	at := time.Date(2031, 5, 6, 7, 8, 9, 123456789, time.FixedZone("", 3600))
	first := stemma.Ruling{ID: "r-2", By: "Ana", Why: "a namesake", At: at, Verdict: stemma.Mended, Kind: "name",
		Before: []stemma.Detail{{Name: "name", Value: "Torrin"}}, After: []stemma.Detail{{Name: "name", Value: "Ilva “Tor” Torrin"}, {Name: "role"}},
		Anchor: stemma.Anchor{Page: "p-1", Exact: "Torrin", Prefix: "Ilva ", Suffix: " said", Start: 4, End: 10},
		Other:  stemma.Anchor{Page: "p-2", Exact: "Brenn", Prefix: "Osk ", Suffix: " fled", Start: 7, End: 12}}
	second := stemma.Ruling{ID: "r-1", By: "Bo", At: at.Add(-time.Hour), Verdict: stemma.TakenBack, Answers: "r-2"}
	x.ok(x.s.Rule(x.ctx, first))
	x.ok(x.s.Rule(x.ctx, second))
	x.ok(x.s.Rule(x.ctx, first)) // the same again changes nothing
	changed := first
	changed.Verdict = "accept"
	x.fails(x.s.Rule(x.ctx, changed), stemma.ErrConflict, "a changed ruling")
	x.fails(x.s.Rule(x.ctx, stemma.Ruling{}), stemma.ErrInvalid, "a ruling without an ID")
	x.ok(x.s.PutLineup(x.ctx, nil, nil, store.Whole(stemma.Lineup{})))
	x.ok(x.s.Mark(x.ctx, "1"))
	note := stemma.Ruling{ID: "r-3", By: "Bo", Why: "ask again", At: at, Verdict: stemma.Noted, Anchor: first.Anchor}
	back := stemma.Ruling{ID: "r-4", By: "Bo", At: at, Verdict: stemma.TakenBack, Answers: "r-3"}
	x.ok(x.s.Rule(x.ctx, note))
	x.ok(x.s.Rule(x.ctx, back))
	is, err := x.s.LinedUp(x.ctx, "1")
	same(x, "lined up after a note", is, err, true)
	again := stemma.Ruling{ID: "r-5", By: "Bo", At: at, Verdict: stemma.TakenBack, Answers: "r-1"}
	x.ok(x.s.Rule(x.ctx, again))
	is, err = x.s.LinedUp(x.ctx, "1")
	same(x, "lined up after a ruling", is, err, false)
	x.reopen()
	got, err := x.s.Rulings(x.ctx)
	same(x, "rulings in the order made", got, err, []stemma.Ruling{first, second, note, back, again})
}

func testSearchEntries(x *suite) {
	at := time.Date(2031, 5, 6, 7, 8, 9, 123456789, time.FixedZone("", 3600))
	kept := stemma.SearchEntry{ID: "s-2", Act: stemma.SearchKept, Name: "the dam", Query: `dam "warn*"`, Independent: true, By: "Ana", At: at, Pages: []stemma.ID{"p-1", "p-2"}}
	seen := stemma.SearchEntry{ID: "s-1", Act: stemma.SearchSeen, By: "Bo", At: at.Add(-time.Hour), Answers: "s-2"}
	x.ok(x.s.PutLineup(x.ctx, nil, nil, store.Whole(stemma.Lineup{})))
	x.ok(x.s.Mark(x.ctx, "1"))
	before, err := x.s.State(x.ctx)
	x.ok(err)
	x.ok(x.s.KeepSearch(x.ctx, kept))
	x.ok(x.s.KeepSearch(x.ctx, seen))
	x.ok(x.s.KeepSearch(x.ctx, kept)) // the same again changes nothing
	changed := kept
	changed.Pages = kept.Pages[:1]
	x.fails(x.s.KeepSearch(x.ctx, changed), stemma.ErrConflict, "a changed entry")
	x.fails(x.s.KeepSearch(x.ctx, stemma.SearchEntry{}), stemma.ErrInvalid, "an entry without an ID")
	if after, err := x.s.State(x.ctx); err != nil || after == before {
		x.Errorf("the state is %q as before, %v", after, err)
	}
	if done, err := x.s.LinedUp(x.ctx, "1"); err != nil || !done {
		x.Errorf("lined up: %v, %v", done, err)
	}
	x.reopen()
	got, err := x.s.SearchEntries(x.ctx)
	same(x, "entries in the order made", got, err, []stemma.SearchEntry{kept, seen})
}

func testNotFound(x *suite) {
	x.put(Text("one.txt", "The bridge stood."))
	_, err := x.s.Page(x.ctx, "p-none")
	x.fails(err, stemma.ErrNotFound, "page")
	_, err = x.s.Article(x.ctx, "a-none")
	x.fails(err, stemma.ErrNotFound, "article")
	_, err = x.s.Reading(x.ctx, "a-none")
	x.fails(err, stemma.ErrNotFound, "reading")
	_, err = x.s.Original(x.ctx, sumOf([]byte("none")))
	x.fails(err, stemma.ErrNotFound, "original")
	_, err = x.s.Original(x.ctx, "no sum at all")
	x.fails(err, stemma.ErrNotFound, "original by nonsense")
	copies, err := x.s.Copies(x.ctx, "a-none")
	same(x, "copies", copies, err, nil)
	tallies, err := x.s.Tallies(x.ctx, store.Query{IDs: []stemma.ID{"none"}})
	same(x, "tallies", tallies, err, nil)
}

func testCancelled(x *suite) {
	ctx, cancel := context.WithCancel(x.ctx)
	cancel()
	x.fails(x.s.Put(ctx, Entries(1, 1), nil, nil), context.Canceled, "put")
	_, err := x.s.Pages(ctx)
	x.fails(err, context.Canceled, "pages")
	x.put(Entries(1, 1)...)
}

// Readers see whole batches only, and texts as they are.
func testReaders(x *suite) {
	const batches, size = 20, 5
	entries := Entries(batches*size, 11)
	var wait sync.WaitGroup
	done := make(chan struct{})
	for range 4 {
		wait.Go(func() {
			for ended := false; !ended; {
				select {
				case <-done:
					ended = true // once more, and the last batch must be seen
				default:
				}
				counts, err := x.s.Counts(x.ctx)
				if err != nil || counts.Pages%size != 0 || counts.Articles != counts.Pages || ended && counts.Pages != batches*size {
					x.Errorf("counts %+v, %v", counts, err)
					return
				}
				if _, err := x.s.Search(x.ctx, store.Search{Match: "tariff OR curfew", Limit: 5}); err != nil {
					x.Error(err)
					return
				}
				figures, err := x.s.Figures(x.ctx, store.Query{Limit: 7})
				if err != nil || len(figures) == 0 && counts.Pages > 0 {
					x.Errorf("%d figures, %v", len(figures), err)
					return
				}
			}
		})
	}
	for i := range batches {
		if err := x.s.Put(x.ctx, entries[i*size:(i+1)*size], nil, nil); err != nil {
			x.Error(err)
		}
	}
	close(done)
	wait.Wait()
}
