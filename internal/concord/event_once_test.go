package concord

import (
	"testing"

	"stemma"
)

// befell is a text in which an act befalls somebody, with others who are named in it.
func befell(id, date, mode, trigger, whom string, others ...string) *builder {
	b := text(draft{id, "", id, "In Velmora they " + trigger + " " + whom + "."}).name(stemma.Person, whom, whom)
	b.event(trigger, "COERCE", date, others...)
	e := &b.reading.Events[0]
	e.Mode, e.Targets = mode, []stemma.Named{{Name: whom, Entity: stemma.ID(whom)}}
	return b
}

// TestOnceInOneMatter: of one matter somebody is arrested once, whether a text says the day or
// not; but meets people again and again.
func TestOnceInOneMatter(t *testing.T) {
	for _, c := range []struct {
		about string
		all   []*builder
		want  int // families of the first happening; 0 for none
	}{
		{"nobody says when", []*builder{befell("a-1", "", "arrest", "held", "Ana Duarte"), befell("a-2", "", "arrest", "arrested", "Ana Duarte")}, 2},
		{"one says when", []*builder{befell("a-1", "2031-02-03", "arrest", "held", "Ana Duarte"), befell("a-2", "", "arrest", "arrested", "Ana Duarte")}, 2},
		{"two days", []*builder{befell("a-1", "2031-02-03", "arrest", "held", "Ana Duarte"), befell("a-2", "2031-02-09", "arrest", "held", "Ana Duarte")}, 0},
		{"it may be of either day", []*builder{befell("a-1", "2031-02-03", "arrest", "held", "Ana Duarte"), befell("a-2", "2031-02-09", "arrest", "held", "Ana Duarte"), befell("a-3", "", "arrest", "held", "Ana Duarte")}, 0},
		{"two people", []*builder{befell("a-1", "", "arrest", "held", "Ana Duarte"), befell("a-2", "", "arrest", "held", "Leo Marsh")}, 0},
		{"an act that comes again", []*builder{befell("a-1", "", "accuse", "blamed", "Ana Duarte"), befell("a-2", "", "accuse", "blamed", "Ana Duarte")}, 0},
		{"two sorts of charge", []*builder{befell("a-1", "", "charge", "sued", "Ana Duarte"), befell("a-2", "", "charge", "indicted", "Ana Duarte")}, 0},
	} {
		got := 0
		if l := Lineup(texts(c.all...), nil); len(l.Happenings) > 0 {
			got = l.Happenings[0].Support.Families
		}
		if got != c.want {
			t.Errorf("%s: %d, want %d", c.about, got, c.want)
		}
	}
}

// TestOnceWithOthers: who quits two bodies resigns twice.
func TestOnceWithOthers(t *testing.T) {
	quit := func(id, from string) *builder {
		b := text(draft{id, "", id, "Ana Duarte quit the " + from + "."}).name(stemma.Person, "Ana Duarte", "Ana Duarte").name(stemma.Organisation, from, from)
		b.event("quit", "CONCEDE", "", "Ana Duarte")
		b.reading.Events[0].Mode, b.reading.Events[0].Targets = "resign", []stemma.Named{{Name: from, Entity: stemma.ID(from)}}
		return b
	}
	for other, want := range map[string]int{"Tide Party": 1, "Weir Board": 0} {
		if l := Lineup(texts(quit("a-1", "Tide Party"), quit("a-2", other)), nil); len(l.Happenings) != want {
			t.Errorf("Tide Party and %s: %+v", other, l.Happenings)
		}
	}
}
