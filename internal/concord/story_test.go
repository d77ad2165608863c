package concord

import (
	"slices"
	"strings"
	"testing"

	"stemma"
)

// quay is a small pile: a strike told by three papers, one of them a reprint, the same
// strike in Spanish, and two other matters of the same town.
func quay() ([]Text, []stemma.Family) {
	about := func(id, published, words string, people ...string) *builder {
		b := text(draft{id, published, "Paper " + id, words}).name(stemma.Place, "Tarnow", "Tarnow")
		for _, p := range people {
			b.name(stemma.Person, p, p)
		}
		return b
	}
	first := "Crane drivers strike at the coal quay. The crane drivers of Tarnow laid down work over wages, said Ilva Brandt of the union. Oskar Denn called it blackmail."
	all := []*builder{
		about("a-1", "2031-05-04", first, "Ilva Brandt", "Oskar Denn"),
		about("a-2", "2031-05-05", first, "Ilva Brandt", "Oskar Denn"),
		about("a-3", "2031-05-06", "Coal quay at a standstill. Since Monday the crane drivers strike for wages in Tarnow. Oskar Denn, the owner, will not talk to Ilva Brandt.", "Ilva Brandt", "Oskar Denn"),
		about("a-4", "2031-05-06", "Los gruistas paran el muelle. En Tarnow 300 gruistas siguen en huelga, afirma Ilva Brandt. Oskar Denn no cede.", "Ilva Brandt", "Oskar Denn"),
		about("a-5", "2031-05-06", "Museum of clocks opens. The museum in Tarnow shows four hundred clocks, says Rosa Kettler.", "Rosa Kettler"),
		about("a-6", "2031-05-07", "Bridge closed for repairs. The iron bridge of Tarnow is shut until autumn, the engineer Jan Wolle told the council.", "Jan Wolle"),
		about("a-7", "2033-02-01", "Crane drivers strike at the coal quay. The crane drivers of Tarnow laid down work over pensions, said Ilva Brandt. Oskar Denn kept silent.", "Ilva Brandt", "Oskar Denn"),
	}
	all[3].article.Lang = "es"
	return texts(all...), []stemma.Family{{ID: "F-1", Articles: []stemma.ID{"a-1", "a-2"}, First: "a-1"}}
}

func storyOf(l stemma.Lineup, article stemma.ID) []stemma.ID {
	for _, s := range l.Stories {
		if slices.Contains(s.Articles, article) {
			return s.Articles
		}
	}
	return nil
}

func TestStoryIsOneMatter(t *testing.T) {
	all, families := quay()
	l := Lineup(all, families)
	if got := storyOf(l, "a-1"); !slices.Equal(got, []stemma.ID{"a-1", "a-2", "a-3", "a-4"}) {
		t.Fatalf("the strike is told in %v", got)
	}
	for _, other := range []stemma.ID{"a-5", "a-6", "a-7"} {
		if got := storyOf(l, other); got != nil {
			t.Errorf("%s is in the story of %v: of one town, or two years apart, is not of one matter", other, got)
		}
	}
	s := l.Stories[0]
	if s.Support.Texts != 4 || s.Support.Families != 3 {
		t.Errorf("%d texts of %d families, want 4 of 3: a reprint is no witness", s.Support.Texts, s.Support.Families)
	}
	if s.From != "2031-05-04" || s.Until != "2031-05-06" || !strings.Contains(strings.Join(s.Why, "; "), "Ilva Brandt") {
		t.Errorf("%+v", s)
	}
}

func TestStoryOfCopiesIsOneWitness(t *testing.T) {
	all, families := quay()
	l := Lineup(all[:2], families)
	if len(l.Stories) != 1 || l.Stories[0].Support.Families != 1 || !slices.Equal(l.Stories[0].Why, []string{"they are copies of one text"}) {
		t.Errorf("%+v", l.Stories)
	}
}

// TestStoryChangesItsPeople: a long matter is told by others each time; what its texts say
// again and again, or put above themselves, still is one.
func TestStoryChangesItsPeople(t *testing.T) {
	lichen := text(draft{"b-1", "2031-06-01", "Paper", "Grey lichen eats the organ pipes. The tuner of Tarnow found lichen in forty pipes."}).name(stemma.Place, "Tarnow", "Tarnow")
	cure := text(draft{"b-2", "2031-06-03", "Paper", "Ilva Brandt has a cure for organ pipes that are grey with lichen: vinegar."}).name(stemma.Person, "Ilva Brandt", "Ilva Brandt")
	headline := text(draft{"b-3", "2031-06-04", "Paper", "Rosa Kettler offers a reward of two hundred crowns for a remedy that works."}).name(stemma.Person, "Rosa Kettler", "Rosa Kettler")
	headline.article.TitleText = "Lichen in the organ pipes"
	bread := text(draft{"b-4", "2031-06-04", "Paper", "Bakers raise the price of rye bread. Ilva Brandt of Tarnow calls it theft."}).name(stemma.Person, "Ilva Brandt", "Ilva Brandt").name(stemma.Place, "Tarnow", "Tarnow")
	l := Lineup(texts(lichen, cure, headline, bread), nil)
	if got := storyOf(l, "b-1"); !slices.Equal(got, []stemma.ID{"b-1", "b-2", "b-3"}) {
		t.Errorf("the lichen is told in %v", got)
	}
	if got := storyOf(l, "b-4"); got != nil {
		t.Errorf("bread is in the story of %v: whom both name makes no story", got)
	}
}

// TestWordsAgainAndAgain: words of the lead tell, and further down those that come again.
func TestWordsAgainAndAgain(t *testing.T) {
	far := strings.Repeat("The council sat. ", 60)
	a := text(draft{"c-1", "", "Paper", far + "Herring boats. More herring boats, and herring."})
	l := leads{numbers: map[string]uint32{}, count: map[string]uint8{}}
	var w witness
	l.tell(&w, &a.article)
	for word, want := range map[string]uint8{"council": 60, "herring": 3} {
		k := slices.Index(w.words, int32(l.numbers[word]))
		if _, known := l.numbers[word]; !known || k < 0 || w.times[k] != want {
			t.Errorf("%s is not there %d times: %v %v", word, want, l.numbers, w.times)
		}
	}
	if _, known := l.numbers["boats"]; known {
		t.Error("a word far down, twice, does not say what a text is about")
	}
}

func TestStoriesInAnyOrder(t *testing.T) {
	all, families := quay()
	want := Lineup(all, families)
	for n := range all {
		turned := slices.Concat(all[n:], all[:n])
		if got := Lineup(turned, families); !equal(want, got) {
			t.Fatalf("turned by %d:\n%+v\n%+v", n, want.Stories, got.Stories)
		}
	}
}

func TestByAverageKeepsChainsApart(t *testing.T) {
	near := func(a, b int32, x float64) link { return link{a, b, x} }
	chain := []link{near(0, 1, .9), near(1, 2, .5), near(2, 3, .9)}
	if got, _ := byAverage(4, [][]link{slices.Clone(chain)}, .4); len(got) != 2 || len(got[0]) != 2 {
		t.Errorf("a single link makes a chain: %v", got)
	}
	slices.Reverse(chain)
	if got, _ := byAverage(4, [][]link{append(chain, near(0, 2, .6), near(0, 3, .5), near(1, 3, .5))}, .4); len(got) != 1 {
		t.Errorf("all are near each other: %v", got)
	}
}
