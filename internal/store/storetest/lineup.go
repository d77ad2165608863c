package storetest

import (
	"slices"

	"stemma"
	"stemma/internal/store"
)

// sampleLineup makes something of each kind over the first three entries.
func sampleLineup(e []store.Entry) ([]stemma.Copy, []stemma.Family, stemma.Lineup) {
	a := []stemma.ID{e[0].Articles[0].ID, e[1].Articles[0].ID, e[2].Articles[0].ID}
	slices.Sort(a)
	one, zero := 1.5, 0.0
	copies := []stemma.Copy{
		{ID: "c-2", A: a[0], B: a[1], Relation: stemma.Edited, Passages: []stemma.Passage{{A: stemma.Span{Start: 1, End: 9}, B: stemma.Span{Start: 0, End: 8}}}, ShareA: 0.75, ShareB: 1, Earlier: "a", Certainty: "high", Why: []string{"it has a credit line"}},
		{ID: "c-1", A: a[1], B: a[2], Relation: stemma.SharedWords},
	}
	families := []stemma.Family{{ID: "fam-1", Articles: a, First: a[0], Edges: []stemma.Edge{{From: a[0], To: a[1], Relation: stemma.Edited, Why: []string{"shorter"}}}, Lost: []string{"Lowmarsh Wire"}}}
	quotes := []stemma.ID{e[0].Readings[0].Quotes[0].ID, e[1].Readings[0].Quotes[1].ID}
	figures := []stemma.ID{e[1].Readings[0].Figures[0].ID, e[2].Readings[0].Figures[0].ID}
	support := stemma.Support{Texts: 2, Families: 1, Sources: []string{"Ministry of Waters"}, Outlets: []string{"The Quarn Courier"}}
	return copies, families, stemma.Lineup{
		Sayings: []stemma.Saying{{ID: "s-2", Label: "“We will wait”", Members: quotes, Support: support}, {ID: "s-1", Label: "none"}},
		Tallies: []stemma.Tally{{ID: "t-1", Label: "detained", Measure: "detained", Of: "residents", Members: figures, Support: support,
			Points: []stemma.Point{{AsOf: "2031-05-04", Op: ">=", Value: &one, Min: &zero, Figures: figures, Families: 1}}}},
		Happenings: []stemma.Happening{{ID: "h-1", Type: "PROTEST", Date: "2031-05-04", Members: []stemma.ID{e[2].Readings[0].Events[0].ID}}},
		Actors: []stemma.Actor{{ID: "x-1", Type: stemma.Person, Name: "Ilva Torrin", Forms: map[string]int{"Torrin": 4, "Ilva Torrin": 1},
			Roles:   []stemma.Role{{Name: "Prime Minister", From: "2030", How: "held", At: stemma.Evidence{Article: a[0], Span: stemma.Span{Start: 3, End: 4}, Rule: "r"}}},
			Geo:     &stemma.Geo{},
			Members: []stemma.ID{e[0].Readings[0].Mentions[0].ID}, Support: support}},
		Clashes: []stemma.Clash{{ID: "k-1", About: "how many", Type: "number", Verdict: "development", Members: figures,
			Sides: []stemma.Side{{Value: "12", Members: figures[:1], Texts: 1, Families: 1}, {Value: "13", Members: figures[1:]}}}},
		Stories: []stemma.Story{{ID: "o-1", Label: "The waters of Quarn", Articles: a[:2], From: "2031-05-04", Until: "2031-05-06",
			Actors: []stemma.ID{"x-1"}, Tallies: []stemma.ID{"t-1"}, Happenings: []stemma.ID{"h-1"}, Why: []string{"one event"}, Support: support}},
	}
}

func testLineup(x *suite) {
	entries := Entries(3, 2)
	x.put(entries...)
	copies, families, l := sampleLineup(entries)
	x.ok(x.s.PutLineup(x.ctx, copies, families, store.Whole(l)))
	x.reopen()
	gotCopies, err := x.s.Copies(x.ctx, "")
	same(x, "copies", gotCopies, err, []stemma.Copy{copies[1], copies[0]})
	gotCopies, err = x.s.Copies(x.ctx, copies[0].A)
	same(x, "copies of the first", gotCopies, err, copies[:1])
	gotCopies, err = x.s.Copies(x.ctx, copies[0].B)
	same(x, "copies of the second", gotCopies, err, []stemma.Copy{copies[1], copies[0]})
	gotFamilies, err := x.s.Families(x.ctx)
	same(x, "families", gotFamilies, err, families)
	sayings, err := x.s.Sayings(x.ctx, store.Query{})
	same(x, "sayings", sayings, err, []stemma.Saying{l.Sayings[1], l.Sayings[0]})
	tallies, err := x.s.Tallies(x.ctx, store.Query{})
	same(x, "tallies", tallies, err, l.Tallies)
	happenings, err := x.s.Happenings(x.ctx, store.Query{})
	same(x, "happenings", happenings, err, l.Happenings)
	actors, err := x.s.Actors(x.ctx, store.Query{})
	same(x, "actors", actors, err, l.Actors)
	clashes, err := x.s.Clashes(x.ctx, store.Query{})
	same(x, "clashes", clashes, err, l.Clashes)
	stories, err := x.s.Stories(x.ctx, store.Query{})
	same(x, "stories", stories, err, l.Stories)
}

func testLineupReplaced(x *suite) {
	entries := Entries(3, 2)
	x.put(entries...)
	copies, families, l := sampleLineup(entries)
	x.ok(x.s.PutLineup(x.ctx, copies, families, store.Whole(l)))
	l.Sayings = append(l.Sayings, l.Sayings[0])
	x.fails(x.s.PutLineup(x.ctx, nil, nil, store.Whole(l)), stemma.ErrInvalid, "two groups of one ID")
	x.fails(x.s.PutLineup(x.ctx, make([]stemma.Copy, 1), nil, store.Whole(stemma.Lineup{})), stemma.ErrInvalid, "a copy without an ID")
	got, err := x.s.Copies(x.ctx, "")
	same(x, "a lineup that was refused replaces nothing: copies", len(got), err, 2)
	x.ok(x.s.PutLineup(x.ctx, nil, nil, store.Whole(stemma.Lineup{Sayings: l.Sayings[1:2]})))
	counts, err := x.s.Counts(x.ctx)
	counts.Words, counts.Sentences = 0, 0
	counts.Quotes, counts.Figures, counts.Times, counts.Mentions, counts.Events, counts.Victims = 0, 0, 0, 0, 0, 0
	same(x, "after the next lineup", counts, err, store.Counts{Pages: 3, Articles: 3, Sayings: 1})
	tallies, err := x.s.Tallies(x.ctx, store.Query{Article: entries[1].Articles[0].ID})
	same(x, "tallies", tallies, err, nil)
}

func testGroups(x *suite) {
	entries := Entries(3, 4)
	x.put(entries...)
	_, _, l := sampleLineup(entries)
	extra := stemma.Tally{ID: "t-0", Members: []stemma.ID{entries[0].Readings[0].Figures[0].ID, entries[1].Readings[0].Figures[1].ID, entries[1].Readings[0].Figures[2].ID}}
	l.Tallies = append(l.Tallies, extra)
	x.ok(x.s.PutLineup(x.ctx, nil, nil, store.Whole(l)))
	tally := func(q store.Query) []stemma.ID {
		x.Helper()
		list, err := x.s.Tallies(x.ctx, q)
		x.ok(err)
		return ids(list, store.Tallies.ID)
	}
	article := func(i int) stemma.ID { return entries[i].Articles[0].ID }
	same(x, "all", tally(store.Query{}), nil, []stemma.ID{"t-0", "t-1"})
	same(x, "with a member in the first", tally(store.Query{Article: article(0)}), nil, []stemma.ID{"t-0"})
	same(x, "with a member in the second", tally(store.Query{Article: article(1)}), nil, []stemma.ID{"t-0", "t-1"})
	same(x, "with a member in the third", tally(store.Query{Article: article(2)}), nil, []stemma.ID{"t-1"})
	same(x, "in no article", tally(store.Query{Article: "a-none"}), nil, nil)
	same(x, "by ID", tally(store.Query{IDs: []stemma.ID{"t-1", "none"}}), nil, []stemma.ID{"t-1"})
	same(x, "by ID and article", tally(store.Query{IDs: []stemma.ID{"t-1"}, Article: article(0)}), nil, nil)
	same(x, "by no ID", tally(store.Query{IDs: []stemma.ID{}}), nil, nil)
	same(x, "the second of them", tally(store.Query{Offset: 1, Limit: 5}), nil, []stemma.ID{"t-1"})
	same(x, "the first of them", tally(store.Query{Limit: 1}), nil, []stemma.ID{"t-0"})
	sayings, err := x.s.Sayings(x.ctx, store.Query{Article: article(0)})
	same(x, "sayings in the first", ids(sayings, store.Sayings.ID), err, []stemma.ID{"s-2"})
	actors, err := x.s.Actors(x.ctx, store.Query{Article: article(0)})
	same(x, "actors in the first", ids(actors, store.Actors.ID), err, []stemma.ID{"x-1"})
	for _, a := range l.Stories[0].Articles {
		stories, err := x.s.Stories(x.ctx, store.Query{Article: a})
		same(x, "stories that a text of it is in", ids(stories, store.Stories.ID), err, []stemma.ID{"o-1"})
	}
	stories, err := x.s.Stories(x.ctx, store.Query{Article: "a-none"})
	same(x, "stories that no text is in", ids(stories, store.Stories.ID), err, nil)
}

func testLinedUp(x *suite) {
	linedUp := func(version string, want bool, when string) {
		x.Helper()
		got, err := x.s.LinedUp(x.ctx, version)
		same(x, "lined up by "+version+" "+when, got, err, want)
	}
	entries := Entries(2, 8)
	linedUp("v1", false, "at first")
	x.put(entries[0])
	x.ok(x.s.Mark(x.ctx, "v1"))
	linedUp("v1", false, "when only marked")
	x.ok(x.s.PutLineup(x.ctx, nil, nil, store.Whole(stemma.Lineup{})))
	linedUp("v1", false, "before this lineup is marked")
	x.ok(x.s.Mark(x.ctx, "v1"))
	x.reopen()
	linedUp("v1", true, "after the lineup")
	linedUp("v2", false, "after another version's lineup")
	x.put(entries[0])
	x.ok(x.s.Put(x.ctx, nil, nil, []stemma.Problem{{Source: "s", Message: "m"}}))
	linedUp("v1", true, "when nothing new was put")
	x.put(entries[1])
	x.reopen()
	linedUp("v1", false, "after a new page")
	x.ok(x.s.PutLineup(x.ctx, nil, nil, store.Whole(stemma.Lineup{})))
	linedUp("v1", false, "after a lineup nobody has marked")
	x.ok(x.s.Mark(x.ctx, "v2"))
	linedUp("v2", true, "after the second lineup")
}

// Every write that keeps something gives the pile another name; reading does not, nor does
// opening it again.
func testState(x *suite) {
	seen := map[string]bool{}
	another := func(after string) {
		x.Helper()
		name, err := x.s.State(x.ctx)
		if err != nil || seen[name] {
			x.Errorf("after %s the pile is called %q as before, %v", after, name, err)
		}
		seen[name] = true
	}
	another("making it")
	entries := Entries(3, 2)
	x.put(entries...)
	another("putting texts")
	copies, families, l := sampleLineup(entries)
	x.ok(x.s.PutLineup(x.ctx, copies, families, store.Whole(l)))
	another("lining up")
	x.ok(x.s.Mark(x.ctx, "2"))
	another("marking")
	x.ok(x.s.Rule(x.ctx, stemma.Ruling{ID: "r-1", By: "Ida", Verdict: "note"}))
	another("a ruling")
	before, err := x.s.State(x.ctx)
	x.ok(err)
	_, err = x.s.Articles(x.ctx)
	x.ok(err)
	x.reopen()
	after, err := x.s.State(x.ctx)
	same(x, "after reading and opening again", after, err, before)
}

// The ground changes with pages, the lineup, groups of actors and rulings about names and texts, and
// with nothing else.
func testGround(x *suite) {
	before, err := x.s.Ground(x.ctx)
	x.ok(err)
	step := func(what string, changes bool) {
		x.Helper()
		now, err := x.s.Ground(x.ctx)
		if err != nil || (now != before) != changes {
			x.Errorf("after %s the ground is %q, before %q, %v", what, now, before, err)
		}
		before = now
	}
	entries := Entries(3, 2)
	x.put(entries...)
	step("putting texts", true)
	copies, families, l := sampleLineup(entries)
	x.ok(x.s.PutLineup(x.ctx, copies, families, store.Whole(l)))
	step("lining up", true)
	x.ok(x.s.Mark(x.ctx, "2"))
	step("marking", false)
	x.ok(x.s.Rule(x.ctx, stemma.Ruling{ID: "r-1", By: "Ida", Verdict: stemma.Rejected, Kind: "figure"}))
	step("a ruling about a figure", false)
	x.ok(x.s.Rule(x.ctx, stemma.Ruling{ID: "r-2", By: "Ida", Verdict: stemma.Rejected, Kind: "name"}))
	step("a ruling about a name", true)
	x.ok(x.s.Rule(x.ctx, stemma.Ruling{ID: "r-3", By: "Ida", Verdict: stemma.CameFirst}))
	step("a ruling about a text", true)
	groups := func(kinds ...string) func(func(stemma.Lineup) error) ([]string, error) {
		return func(func(stemma.Lineup) error) ([]string, error) { return kinds, nil }
	}
	x.ok(x.s.PutGroups(x.ctx, groups(store.Tallies.Kind)))
	step("groups of counts", false)
	x.ok(x.s.PutGroups(x.ctx, groups(store.Actors.Kind)))
	step("groups of actors", true)
	x.reopen()
	step("opening it again", false)
}

func testGroupsOfSomeKinds(x *suite) {
	entries := Entries(3, 2)
	x.put(entries...)
	copies, families, l := sampleLineup(entries)
	wording := stemma.Clash{ID: "k-2", Type: "wording", Members: l.Sayings[0].Members}
	l.Clashes = append(l.Clashes, wording)
	x.ok(x.s.PutLineup(x.ctx, copies, families, store.Whole(l)))
	x.ok(x.s.Mark(x.ctx, "v1"))
	tally := l.Tallies[0]
	tally.Label, tally.Members = "detained again", tally.Members[1:]
	more := stemma.Tally{ID: "t-2", Members: l.Tallies[0].Members[:1]}
	some := func(put func(stemma.Lineup) error) ([]string, error) {
		err := put(stemma.Lineup{Tallies: []stemma.Tally{tally}})
		if err == nil {
			err = put(stemma.Lineup{Tallies: []stemma.Tally{more}})
		}
		return []string{store.Tallies.Kind, store.Stories.Kind}, err
	}
	x.ok(x.s.PutGroups(x.ctx, some))
	x.reopen()
	tallies, err := x.s.Tallies(x.ctx, store.Query{})
	same(x, "tallies", tallies, err, []stemma.Tally{tally, more})
	tallies, err = x.s.Tallies(x.ctx, store.Query{Article: entries[1].Articles[0].ID})
	same(x, "tallies of a text that was in the other one", tallies, err, []stemma.Tally{more})
	stories, err := x.s.Stories(x.ctx, store.Query{})
	same(x, "stories, of which none was put", stories, err, nil)
	clashes, err := x.s.Clashes(x.ctx, store.Query{})
	same(x, "clashes of what was left", clashes, err, []stemma.Clash{wording})
	sayings, err := x.s.Sayings(x.ctx, store.Query{})
	same(x, "sayings, which were left", len(sayings), err, 2)
	got, err := x.s.Copies(x.ctx, "")
	same(x, "copies, which were left", len(got), err, 2)
	linedUp, err := x.s.LinedUp(x.ctx, "v1")
	same(x, "lined up before it is marked", linedUp, err, false)
	twice := func(put func(stemma.Lineup) error) ([]string, error) {
		return []string{store.Tallies.Kind}, put(stemma.Lineup{Tallies: []stemma.Tally{more, more}})
	}
	x.fails(x.s.PutGroups(x.ctx, twice), stemma.ErrInvalid, "two groups of one ID")
	tallies, err = x.s.Tallies(x.ctx, store.Query{})
	same(x, "what was refused replaces nothing", tallies, err, []stemma.Tally{tally, more})
}

func testMemos(x *suite) {
	entries := Entries(2, 8)
	memos := func(when string, want ...store.Memo) {
		x.Helper()
		got, err := x.s.Memos(x.ctx)
		same(x, "memos "+when, got, err, want)
	}
	memos("at first")
	x.put(entries[0])
	x.ok(x.s.PutLineup(x.ctx, nil, nil, store.Whole(stemma.Lineup{})))
	one, two := store.Memo{Name: "one", Body: []byte("1")}, store.Memo{Name: "two", Body: []byte("2")}
	x.ok(x.s.Mark(x.ctx, "v1", two, one))
	x.reopen()
	memos("by name", one, two)
	x.ok(x.s.PutGroups(x.ctx, func(func(stemma.Lineup) error) ([]string, error) { return nil, nil }))
	one.Body = []byte("another")
	x.ok(x.s.Mark(x.ctx, "v1", one))
	x.put(entries[0])
	memos("the last of each name", one, two)
	x.put(entries[1])
	memos("after a new page")
	x.ok(x.s.Mark(x.ctx, "v1", one))
	x.ok(x.s.PutLineup(x.ctx, nil, nil, store.Whole(stemma.Lineup{})))
	memos("after another lineup")
}
