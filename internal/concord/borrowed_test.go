package concord

import (
	"slices"
	"testing"

	"stemma"
	"stemma/internal/borrowed"
)

// TestBorrowedWords: a statement in words that two texts share counts once for both, though
// they are no copies; what one of them says beside counts for itself, and a text of one's own
// words is another witness.
func TestBorrowedWords(t *testing.T) {
	make := func(id, words string) *builder {
		return text(draft{id, "2021-03-05", id, words}).name(stemma.Place, "Sella", "Sella").name(stemma.Organisation, "Kelm", "Kelm").
			figure("31", "deaths", "=", 31, "2021-03-04", "", "Sella")
	}
	all := texts(
		make("a-1", "In Sella 31 died, says Kelm, and the bridge is shut until the autumn."),
		make("a-2", "In Sella 31 died, says Kelm, and the bridge is shut until the autumn."),
		make("a-3", "Kelm counts 31 dead at Sella."),
	)
	shared := borrowed.Stretches(nil, []stemma.Copy{{
		A: "a-1", B: "a-2", Relation: stemma.SharedWords, Passages: []stemma.Passage{{A: stemma.Span{End: 60}, B: stemma.Span{End: 60}}},
	}})
	for _, c := range []struct {
		shared   []borrowed.Stretch
		families int
	}{{nil, 3}, {shared, 2}} {
		l := lineup(all, nil, c.shared)
		if len(l.Tallies) != 1 || l.Tallies[0].Support.Families != c.families || l.Tallies[0].Support.Texts != 3 || l.Tallies[0].Points[0].Families != c.families {
			t.Errorf("%d stretches: %+v", len(c.shared), l.Tallies)
		}
	}
}

// TestBorrowedMakesNoStory: that two texts have a count in the same words is no reason of their
// story that independent texts state it.
func TestBorrowedMakesNoStory(t *testing.T) {
	make := func(id, words string) *builder {
		return text(draft{id, "2021-03-05", id, "In Sella 31 died, says Kelm, and the bridge is shut until the autumn. " + words}).
			name(stemma.Place, "Sella", "Sella").name(stemma.Organisation, "Kelm", "Kelm").figure("31", "deaths", "=", 31, "2021-03-04", "", "Sella")
	}
	all := texts(make("a-1", "Divers search on."), make("a-2", "Rain is expected."))
	shared := borrowed.Stretches(nil, []stemma.Copy{{
		A: "a-1", B: "a-2", Relation: stemma.SharedWords, Passages: []stemma.Passage{{A: stemma.Span{End: 60}, B: stemma.Span{End: 60}}},
	}})
	for _, c := range []struct {
		shared []borrowed.Stretch
		counts int
	}{{nil, 1}, {shared, 0}} {
		l := lineup(all, nil, c.shared)
		if len(l.Stories) != 1 || len(l.Stories[0].Tallies) != c.counts || slices.Contains(l.Stories[0].Why, "one count stated by independent texts") != (c.counts == 1) {
			t.Errorf("%d stretches: %+v", len(c.shared), l.Stories)
		}
	}
}

// TestBorrowedIsRemembered: what texts share is part of the memo.
func TestBorrowedIsRemembered(t *testing.T) {
	p := newPile(nil, []borrowed.Stretch{{Article: "a-2", Span: stemma.Span{Start: 3, End: 60}, Of: "a-1"}})
	for _, id := range []stemma.ID{"a-1", "a-2"} {
		p.enter(&stemma.Article{ID: id, Text: "In Sella 31 died."})
		p.texts[len(p.texts)-1].subject.main = nobody
	}
	again := newPile(nil, nil)
	if !again.unpack(p.pack()) {
		t.Fatal("the memo cannot be read")
	}
	for at, want := range map[stemma.Span]int32{{Start: 10, End: 20}: 0, {Start: 80, End: 90}: 1} {
		if p.witness(1, at) != want || again.witness(1, at) != want {
			t.Errorf("%v counts for %d and %d, want %d", at, p.witness(1, at), again.witness(1, at), want)
		}
	}
}
