package concord

import (
	"slices"
	"strings"
	"testing"

	"stemma"
)

// TestNumbersOfOneTextAreNoTally: two numbers that stand side by side in a text are two
// counts, and stay so when the text is reprinted.
func TestNumbersOfOneTextAreNoTally(t *testing.T) {
	make := func(id string) *builder {
		return text(draft{id, "2021-03-05", id, "In Velmora 39 died. The war before had killed 200."}).name(stemma.Place, "Velmora", "Velmora").
			figure("39", "deaths", "=", 39, "", "", "").figure("200", "deaths", "=", 200, "", "", "")
	}
	family := []stemma.Family{{ID: "F-1", Articles: []stemma.ID{"a-1", "a-2"}, First: "a-1"}}
	l := Lineup(texts(make("a-1"), make("a-2")), family)
	for _, y := range l.Tallies {
		if len(y.Members) != 2 {
			t.Errorf("one tally of %d figures", len(y.Members))
		}
	}
	if len(l.Tallies) != 2 {
		t.Errorf("%d tallies", len(l.Tallies))
	}
}

// TestTwoCountsOfOneCrowd: where a copy does not tell which Tuesday it was, each of its two
// numbers still goes with its own.
func TestTwoCountsOfOneCrowd(t *testing.T) {
	make := func(id, asOf string) *builder {
		return text(draft{id, "2021-03-09", id, "In Velmora Kelm saw 30,000 march and Orrin 8,000."}).name(stemma.Place, "Velmora", "Velmora").
			figure("30,000", "protesters", "=", 30000, asOf, "", "Velmora").figure("8,000", "protesters", "=", 8000, asOf, "", "Velmora")
	}
	family := []stemma.Family{{ID: "F-1", Articles: []stemma.ID{"a-1", "a-2"}, First: "a-1"}}
	l := Lineup(texts(make("a-1", "2021-03-09"), make("a-2", "XXXX-WXX-2")), family)
	for _, y := range l.Tallies {
		for _, p := range y.Points {
			if *p.Value != *y.Points[0].Value {
				t.Errorf("one tally of two numbers: %+v", y.Points)
			}
		}
	}
	if len(l.Tallies) != 2 || len(l.Clashes) != 0 {
		t.Errorf("%d tallies, %+v", len(l.Tallies), l.Clashes)
	}
}

// TestNothingSaidJoinsLittle: without a place and without any day, two texts that share some
// names do not speak of one toll; with days, or with most names in common, they do.
func TestNothingSaidJoinsLittle(t *testing.T) {
	make := func(id, date, words string, v float64, names ...string) *builder {
		b := text(draft{id, date, id, "Some " + words + " died. " + strings.Join(names, " met ")}).figure(words, "deaths", "=", v, date, "", "")
		for _, n := range names {
			b.name(stemma.Organisation, n, n)
		}
		return b
	}
	for _, c := range []struct {
		day, names string
		want       int
	}{{"", "Kelm Orrin Tavel", 0}, {"2021-03-05", "Kelm Orrin Tavel", 1}, {"", "Kelm Harbour", 1}} {
		l := Lineup(texts(make("a-1", c.day, "27", 27, "Kelm", "Harbour", "Moor"), make("a-2", c.day, "40", 40, strings.Fields(c.names)...)), nil)
		if len(l.Tallies) != c.want {
			t.Errorf("%+v: %d tallies", c, len(l.Tallies))
		}
	}
}

// TestCommonWordsAreNoSaying: words that half of all quotes have tie no two of them
// together; the same number of rare ones do.
func TestCommonWordsAreNoSaying(t *testing.T) {
	say := func(id, words string) *builder {
		return text(draft{id, "2021-03-05", id, "“" + words + "”, dijo."}).quote(words, "")
	}
	others := []*builder{
		say("b-1", "la mayoría de los barcos no sale"), say("b-2", "los vecinos no saben de la ley"), say("b-3", "la ley de los ríos no basta"),
		say("b-4", "no es de los que callan en la mesa"), say("b-5", "los niños de la isla no leen"), say("b-6", "la mayoría de los jueces no firma"),
	}
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"la mayoría de los pozos de la aldea no lo dice", "la mayoría de los ciegos no la lee", 0},
		{"el puente nuevo de Sella caerá otra vez", "el puente nuevo de Sella caerá pronto", 1},
	} {
		l := Lineup(texts(append(others[:len(others):len(others)], say("a-1", c.a), say("a-2", c.b))...), nil)
		if len(l.Sayings) != c.want {
			t.Errorf("%q and %q: %+v", c.a, c.b, l.Sayings)
		}
	}
}

// TestNoBridge: a statement without a day, or of another order, joins no two days of one town.
func TestNoBridge(t *testing.T) {
	make := func(id, published, date, words string, v float64) *builder {
		b := text(draft{id, published, id, "In Sella " + words + " died, says Kelm."}).name(stemma.Place, "Sella", "Sella").
			name(stemma.Organisation, "Kelm", "Kelm").figure(words, "deaths", "=", v, "", "", "Sella")
		b.reading.Figures[0].Date = stemma.Date(date)
		return b
	}
	monday, friday := make("a-1", "2021-03-02", "2021-03-01", "12", 12), make("a-2", "2021-03-06", "2021-03-05", "14", 14)
	if l := Lineup(texts(monday, friday, make("a-3", "", "", "13", 13)), nil); len(l.Tallies) != 1 || len(l.Tallies[0].Members) != 2 {
		t.Errorf("an undated count joins two days: %+v", l.Tallies)
	}
	if l := Lineup(texts(monday, make("a-3", "", "", "1300", 1300)), nil); len(l.Tallies) != 0 {
		t.Errorf("a hundred times as many without a day are one count: %+v", l.Tallies)
	}
}

// TestIncidents: two tolls of a country, published weeks apart, neither of which says “so
// far”, are two incidents; counts that run on are one.
func TestIncidents(t *testing.T) {
	make := func(id, published, asOf string, v float64, words string) *builder {
		return text(draft{id, published, id, "In Velmora " + words + " died, says Kelm."}).name(stemma.Place, "Velmora", "Velmora").
			name(stemma.Organisation, "Kelm", "Kelm").figure(words, "deaths", "=", v, asOf, "", "")
	}
	for _, c := range []struct {
		a, b string // as of when
		want int
	}{{"", "", 0}, {"2021-03-02", "2021-04-30", 1}} {
		if l := Lineup(texts(make("a-1", "2021-03-02", c.a, 12, "12"), make("a-2", "2021-05-01", c.b, 14, "14")), nil); len(l.Tallies) != c.want {
			t.Errorf("%+v: %+v", c, l.Tallies)
		}
	}
}

// TestMinistryTurned: a ministry is one source, however its name is turned; another body of the
// same words is another.
func TestMinistryTurned(t *testing.T) {
	for _, c := range []struct {
		a, b string
		one  bool
	}{
		{"Health Ministry", "Ministry of Health", true},
		{"Department of the Interior", "Interior Department", true},
		{"Ministry of Health", "Ministry of Defence", false},
		{"Health Office", "Office of Health", false},
	} {
		make := func(id, source string) *builder {
			return text(draft{id, "2021-03-09", id, source + " said 30 died in Velmora."}).name(stemma.Organisation, source, source).
				name(stemma.Place, "Velmora", "Velmora").figure("30", "deaths", "=", 30, "2021-03-09", source, "Velmora")
		}
		l := Lineup(texts(make("a-1", c.a), make("a-2", c.b)), nil)
		if len(l.Tallies) != 1 {
			t.Fatalf("%d tallies", len(l.Tallies))
		}
		if got := l.Tallies[0].Support.Sources; (len(got) == 1) != c.one {
			t.Errorf("%s, %s: sources %v", c.a, c.b, got)
		}
		if len(l.Clashes) != 0 {
			t.Errorf("%s, %s: %+v", c.a, c.b, l.Clashes)
		}
	}
}

// TestFormulaIsNoSaying: a phrase in marks that everybody uses is no saying of two texts that
// have nothing else in common, and one of two on one matter.
func TestFormulaIsNoSaying(t *testing.T) {
	say := func(id, about string) *builder {
		return text(draft{id, "2021-03-05", id, about + " came “in through the cellar”, a letter says."}).quote("in through the cellar", "").
			name(stemma.Organisation, about, about)
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"Otter Club", "Coal Board", 0}, {"Otter Club", "Otter Club", 1}} {
		if l := Lineup(texts(say("a-1", c.a), say("a-2", c.b)), nil); len(l.Sayings) != c.want {
			t.Errorf("%s and %s: %+v", c.a, c.b, l.Sayings)
		}
	}
}

// TestMoreThanIsNoClash: “more than 50” and 50 are one count told twice.
func TestMoreThanIsNoClash(t *testing.T) {
	hurt := func(id, op string, v float64) *builder {
		return text(draft{id, "2021-03-05", id, "In Velmora some were hurt."}).name(stemma.Place, "Velmora", "Velmora").
			figure("some", "injured", op, v, "2021-03-04", "", "")
	}
	for _, c := range []struct {
		v    float64
		want int
	}{{50, 0}, {48, 1}} {
		l := Lineup(texts(hurt("a-1", ">", 50), hurt("a-2", "=", c.v)), nil)
		if len(l.Tallies) != 1 || len(l.Clashes) != c.want {
			t.Errorf("more than 50 and %v: %d tallies, %+v", c.v, len(l.Tallies), l.Clashes)
		}
	}
}

// TestTwoSpellingsSideBySide: where one text writes a name in two ways, the clash shows that text.
func TestTwoSpellingsSideBySide(t *testing.T) {
	one := text(draft{"a-2", "2021-03-05", "A", "Velmóra is wet."}).name(stemma.Place, "Velmóra", "Velmora")
	both := text(draft{"a-1", "2021-03-05", "B", "Velmora dries up. In Velmóra they pray."}).name(stemma.Place, "Velmora", "Velmora").name(stemma.Place, "Velmóra", "Velmora")
	other := text(draft{"a-3", "2021-03-05", "C", "Velmora votes."}).name(stemma.Place, "Velmora", "Velmora")
	l := Lineup(texts(one, both, other), nil)
	if len(l.Clashes) != 1 || l.Clashes[0].Sides[0].Texts+l.Clashes[0].Sides[1].Texts != 4 {
		t.Fatalf("%+v", l.Clashes)
	}
	for _, m := range both.reading.Mentions {
		if !slices.Contains(l.Clashes[0].Members, m.ID) {
			t.Errorf("%s is not shown: %v", m.ID, l.Clashes[0].Members)
		}
	}
}
