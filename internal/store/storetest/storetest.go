// Package storetest is the suite that every keeper of a pile must pass.
//
// It takes a function that opens an empty pile and one that opens a pile again, and
// checks through the interface alone what package store promises: order, paging,
// batches kept whole or not at all, search, groups, staleness, readers beside a
// writer, rulings that stay, errors. It does not crash processes or damage files:
// that is each driver's own affair.
package storetest

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"stemma"
	"stemma/internal/store"
)

// Run holds a keeper to the suite. Open gives a new, empty pile each time; reopen
// closes a pile and opens it again, and is nil for keepers that forget.
func Run(t *testing.T, open func(t *testing.T) store.Store, reopen func(t *testing.T, s store.Store) store.Store) {
	if reopen == nil {
		reopen = func(_ *testing.T, s store.Store) store.Store { return s }
	}
	for _, c := range []struct {
		name string
		test func(*suite)
	}{
		{"Empty", testEmpty},
		{"RoundTrip", testRoundTrip},
		{"PutAgain", testPutAgain},
		{"Arrived", testArrived},
		{"PlacesOfOnePage", testPlaces},
		{"BatchIsWhole", testBatchIsWhole},
		{"BodyOfAnotherEntry", testSharedBody},
		{"OddBytes", testOddBytes},
		{"BigOriginal", testBigOriginal},
		{"Lists", testLists},
		{"Findings", testFindings},
		{"Paging", testPaging},
		{"Furniture", testFurniture},
		{"Problems", testProblems},
		{"Rulings", testRulings},
		{"SearchEntries", testSearchEntries},
		{"Lineup", testLineup},
		{"LineupInParts", testLineupInParts},
		{"Walk", testWalk},
		{"LineupIsReplaced", testLineupReplaced},
		{"Groups", testGroups},
		{"LinedUp", testLinedUp},
		{"GroupsOfSomeKinds", testGroupsOfSomeKinds},
		{"Memos", testMemos},
		{"State", testState},
		{"Ground", testGround},
		{"Seeds", testSeeds},
		{"Search", testSearch},
		{"SearchPaging", testSearchPaging},
		{"SearchMalformed", testSearchMalformed},
		{"Words", testWords},
		{"Counts", testCounts},
		{"NotFound", testNotFound},
		{"Cancelled", testCancelled},
		{"ReadersBesideWriter", testReaders},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			x := &suite{T: t, ctx: t.Context(), s: s}
			x.reopen = func() { x.s = reopen(t, x.s) }
			defer func() {
				if err := x.s.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
			}()
			c.test(x)
		})
	}
}

// suite is one test with its pile.
type suite struct {
	*testing.T
	ctx    context.Context
	s      store.Store
	reopen func()
}

// put keeps entries, or ends the test.
func (x *suite) put(entries ...store.Entry) {
	x.Helper()
	x.ok(x.s.Put(x.ctx, entries, nil, nil))
}

func (x *suite) ok(err error) {
	x.Helper()
	if err != nil {
		x.Fatal(err)
	}
}

// fails checks that an error wraps the one wanted.
func (x *suite) fails(err, want error, what string) {
	x.Helper()
	if !errors.Is(err, want) {
		x.Errorf("%s: error %v, want one that wraps %q", what, err, want)
	}
}

// same compares what was got with what was wanted; empty lists are equal.
func same[T any](x *suite, what string, got T, err error, want T) {
	x.Helper()
	if err != nil {
		x.Errorf("%s: %v", what, err)
		return
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		x.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// ids gives the IDs of a list.
func ids[T any](list []T, id func(*T) stemma.ID) []stemma.ID {
	var all []stemma.ID
	for i := range list {
		all = append(all, id(&list[i]))
	}
	return all
}

func pageID(p *stemma.Page) stemma.ID       { return p.ID }
func articleID(a *stemma.Article) stemma.ID { return a.ID }

// sorted gives IDs in their order.
func sorted(ids []stemma.ID) []stemma.ID {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return ids
}
