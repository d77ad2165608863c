package concord

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stemma"
)

// draft is a text for tests: words with marks for what they are.
type draft struct {
	id, published, outlet string
	text                  string
}

// build makes a text; each finding is anchored by its words.
type builder struct {
	article stemma.Article
	reading stemma.Reading
}

func text(d draft) *builder {
	b := &builder{article: stemma.Article{
		ID: stemma.ID(d.id), Lang: "en", Text: d.text, Published: stemma.Date(d.published), Outlet: stemma.Named{Name: d.outlet},
	}}
	b.reading.Article = b.article.ID
	for start := 0; start < len(d.text); {
		end := strings.IndexByte(d.text[start:], '.')
		if end < 0 {
			end = len(d.text) - start - 1
		}
		b.reading.Sentences = append(b.reading.Sentences, stemma.Span{Start: start, End: start + end + 1})
		start += end + 1
	}
	return b
}

func (b *builder) at(words string) stemma.Span {
	i := strings.Index(b.article.Text, words)
	if i < 0 {
		panic(words + " does not stand in " + b.article.Text)
	}
	return stemma.Span{Start: i, End: i + len(words)}
}

func (b *builder) evidence(words string) stemma.Evidence {
	return stemma.Evidence{Article: b.article.ID, Span: b.at(words), Rule: "test"}
}

// name adds a mention; its entity is its full name.
func (b *builder) name(kind, words, full string) *builder {
	e := b.evidence(words)
	b.reading.Mentions = append(b.reading.Mentions, stemma.Mention{
		ID: stemma.FindingID("name", b.article.ID, e.Span), Evidence: e, Type: kind, Name: full, Entity: stemma.ID(full),
	})
	return b
}

func (b *builder) quote(words, speaker string) *builder {
	e := b.evidence(words)
	b.reading.Quotes = append(b.reading.Quotes, stemma.Quote{
		ID: stemma.FindingID("quote", b.article.ID, e.Span), Evidence: e, Type: stemma.DirectQuote, Content: e.Span,
		Speaker: stemma.Named{Name: speaker, Entity: stemma.ID(speaker)},
	})
	return b
}

func (b *builder) figure(words, measure, op string, v float64, asOf, by, place string) *builder {
	e := b.evidence(words)
	f := stemma.Figure{
		ID: stemma.FindingID("figure", b.article.ID, e.Span), Evidence: e, Measure: measure, Op: op, Value: &v, AsOf: stemma.Date(asOf),
		SaidBy: stemma.Named{Name: by, Entity: stemma.ID(by)}, Status: "happened",
	}
	if place != "" {
		f.Place = stemma.Named{Name: place, Entity: stemma.ID(place)}
	}
	b.reading.Figures = append(b.reading.Figures, f)
	return b
}

func (b *builder) event(words, kind, date string, who ...string) *builder {
	e := b.evidence(words)
	x := stemma.Event{ID: stemma.FindingID("event", b.article.ID, e.Span), Evidence: e, Type: kind, Date: stemma.Date(date), Status: "happened"}
	for _, w := range who {
		x.Actors = append(x.Actors, stemma.Named{Name: w, Entity: stemma.ID(w)})
	}
	b.reading.Events = append(b.reading.Events, x)
	return b
}

func texts(bs ...*builder) []Text {
	var out []Text
	for _, b := range bs {
		out = append(out, Text{&b.article, &b.reading})
	}
	return out
}

// storm is three reports: the second reprints the first, the third is its own.
func storm() ([]Text, []stemma.Family) {
	report := "In Velmora 27 people died, the Flood Office said. “The river took the road,” said Ana Duarte. Ana Duarte met Leo Marsh."
	whole := func(id, outlet string) *builder {
		return text(draft{id, "2021-03-05", outlet, report}).
			name(stemma.Place, "Velmora", "Velmora").name(stemma.Person, "Ana Duarte", "Ana Duarte").name(stemma.Person, "Leo Marsh", "Leo Marsh").
			figure("27", "deaths", "=", 27, "2021-03-04", "Flood Office", "").quote("The river took the road", "Ana Duarte").
			event("met", "CONSULT", "2021-03-02", "Ana Duarte", "Leo Marsh")
	}
	own := text(draft{"a-3", "2021-03-06", "Shore Post", "The Red Cross counts 31 dead in Velmora. “The river took the whole road,” Ana Duarte said. Ana Duarte and Leo Marsh spoke."}).
		name(stemma.Place, "Velmora", "Velmora").name(stemma.Person, "Ana Duarte", "Ana Duarte").name(stemma.Person, "Leo Marsh", "Leo Marsh").
		figure("31", "deaths", "=", 31, "2021-03-04", "Red Cross", "").quote("The river took the whole road", "Ana Duarte").
		event("spoke", "CONSULT", "2021-03-09", "Ana Duarte", "Leo Marsh")
	family := stemma.Family{ID: "F-1", Articles: []stemma.ID{"a-1", "a-2"}, First: "a-1"}
	return texts(whole("a-1", "Port Post"), whole("a-2", "Hill Post"), own), []stemma.Family{family}
}

func TestReprintIsNoSecondSource(t *testing.T) {
	all, families := storm()
	l := Lineup(all, families)
	if len(l.Tallies) != 1 || len(l.Sayings) != 1 {
		t.Fatalf("%d tallies, %d sayings: %+v", len(l.Tallies), len(l.Sayings), l)
	}
	for name, s := range map[string]stemma.Support{"tally": l.Tallies[0].Support, "saying": l.Sayings[0].Support} {
		if s.Texts != 3 || s.Families != 2 {
			t.Errorf("%s: %d texts of %d families, want 3 of 2", name, s.Texts, s.Families)
		}
	}
	if got := l.Tallies[0].Support.Sources; !slices.Equal(got, []string{"Flood Office", "Red Cross"}) {
		t.Errorf("sources %v", got)
	}
	without := Lineup(all[1:], nil)
	if without.Tallies[0].Support.Families != l.Tallies[0].Support.Families {
		t.Error("taking the reprint away changes how many independent texts there are")
	}
}

func TestClashes(t *testing.T) {
	all, families := storm()
	var got []string
	for _, c := range Lineup(all, families).Clashes {
		got = append(got, c.Type+" "+c.Verdict)
		if c.Why == "" || len(c.Sides) < 2 || len(c.Members) < 2 {
			t.Errorf("%+v", c)
		}
	}
	slices.Sort(got)
	want := []string{"date contradiction", "number contradiction", "wording variant"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestDevelopmentIsNoContradiction(t *testing.T) {
	make := func(id, date, words string, v float64, asOf string) *builder {
		return text(draft{id, date, id, "Velmora says " + words + " died."}).name(stemma.Place, "Velmora", "Velmora").figure(words, "deaths", "=", v, asOf, "", "")
	}
	l := Lineup(texts(make("a-1", "2021-03-05", "27", 27, "2021-03-05"), make("a-2", "2021-03-08", "40", 40, "2021-03-08")), nil)
	if len(l.Clashes) != 1 || l.Clashes[0].Verdict != "development" {
		t.Errorf("%+v", l.Clashes)
	}
	l = Lineup(texts(make("a-1", "2021-03-05", "27", 27, "2021-03-05"), make("a-2", "2021-03-05", "27", 27, "2021-03-05")), nil)
	if len(l.Clashes) != 0 {
		t.Errorf("equal counts clash: %+v", l.Clashes)
	}
}

func TestNarrowerPlaceIsAnotherCount(t *testing.T) {
	country := text(draft{"a-1", "2021-03-05", "One", "In Velmora 84 died."}).name(stemma.Place, "Velmora", "Velmora").figure("84", "deaths", "=", 84, "2021-03-04", "", "")
	town := text(draft{"a-2", "2021-03-05", "Two", "In Sella 58 died, in all of Velmora more. Velmora mourns."}).
		name(stemma.Place, "Sella", "Sella").name(stemma.Place, "Velmora", "Velmora").name(stemma.Place, "Velmora mourns"[:7], "Velmora").
		figure("58", "deaths", "=", 58, "2021-03-04", "", "Sella")
	if l := Lineup(texts(country, town), nil); len(l.Tallies) != 0 || len(l.Clashes) != 0 {
		t.Errorf("town and country are one count: %+v %+v", l.Tallies, l.Clashes)
	}
}

func TestSurnameJoinsNobody(t *testing.T) {
	one := text(draft{"a-1", "2021-03-05", "One", "Ana Duarte spoke."}).name(stemma.Person, "Ana Duarte", "Ana Duarte")
	two := text(draft{"a-2", "2021-03-05", "Two", "Duarte spoke."}).name(stemma.Person, "Duarte", "Duarte")
	three := text(draft{"a-3", "2021-03-05", "Three", "Ana M. Duarte spoke, Anna Duarte too."}).
		name(stemma.Person, "Ana M. Duarte", "Ana M. Duarte").name(stemma.Person, "Anna Duarte", "Anna Duarte")
	l := Lineup(texts(one, two, three), nil)
	if len(l.Actors) != 3 {
		t.Errorf("%d actors, want Ana Duarte, Duarte, Anna Duarte: %+v", len(l.Actors), l.Actors)
	}
}

func TestOrderChangesNothing(t *testing.T) {
	all, families := storm()
	want := Lineup(all, families)
	slices.Reverse(all)
	got := Lineup(all, families)
	if len(want.Clashes) == 0 || !equal(want, got) {
		t.Errorf("the order of texts shows:\n%+v\n%+v", want, got)
	}
}

func TestOtherPeopleAreNoContradiction(t *testing.T) {
	of := func(id, words, who string, v float64) *builder {
		b := text(draft{id, "2021-03-05", id, "In Velmora " + words + " " + who + " died."}).name(stemma.Place, "Velmora", "Velmora").
			figure(words, "deaths", "=", v, "2021-03-04", "", "")
		b.reading.Figures[0].Of = stemma.Named{Span: b.at(who), Name: who}
		return b
	}
	l := Lineup(texts(of("a-1", "12", "protesters", 12), of("a-2", "3", "police officers", 3)), nil)
	for _, c := range l.Clashes {
		if c.Verdict == "contradiction" {
			t.Errorf("%+v", c)
		}
	}
	l = Lineup(texts(of("a-1", "12", "protesters", 12), of("a-2", "13", "protesters", 13)), nil)
	if len(l.Clashes) != 1 || l.Clashes[0].Verdict != "contradiction" {
		t.Errorf("%+v", l.Clashes)
	}
}

func TestPartIsNoRivalOfItsTotal(t *testing.T) {
	parts := text(draft{"a-1", "2021-03-05", "One", "In Velmora 27 died, 19 of them farmers."}).name(stemma.Place, "Velmora", "Velmora").
		figure("27", "deaths", "=", 27, "2021-03-04", "", "").figure("19", "deaths", "=", 19, "2021-03-04", "", "")
	parts.reading.Figures[1].PartOf = parts.reading.Figures[0].ID
	whole := text(draft{"a-2", "2021-03-05", "Two", "Velmora counts 27 dead."}).name(stemma.Place, "Velmora", "Velmora").
		figure("27", "deaths", "=", 27, "2021-03-04", "", "")
	l := Lineup(texts(parts, whole), nil)
	if len(l.Clashes) != 0 || len(l.Tallies) != 1 || len(l.Tallies[0].Members) != 2 {
		t.Errorf("%+v %+v", l.Tallies, l.Clashes)
	}
}

func TestRemarksOnOneMatterAreNoSaying(t *testing.T) {
	say := func(id, words string) *builder {
		return text(draft{id, "2021-03-05", id, "“" + words + "” Ana Duarte said."}).name(stemma.Person, "Ana Duarte", "Ana Duarte").quote(words, "Ana Duarte")
	}
	l := Lineup(texts(
		say("a-1", "We will not want the country to wait for a decision of this kind"),
		say("a-2", "We will not go to the country for power but for a decision we want to make"),
	), nil)
	if len(l.Sayings) != 0 {
		t.Errorf("%+v", l.Sayings)
	}
}

func TestPointSaysWhetherItsDayIsStated(t *testing.T) {
	one := text(draft{"a-1", "2021-03-05", "One", "In Velmora 27 died."}).name(stemma.Place, "Velmora", "Velmora").figure("27", "deaths", "=", 27, "2021-03-04", "", "")
	two := text(draft{"a-2", "2021-03-08", "Two", "Velmora counts 31 dead."}).name(stemma.Place, "Velmora", "Velmora").figure("31", "deaths", "=", 31, "", "", "")
	l := Lineup(texts(one, two), nil)
	if len(l.Tallies) != 1 || len(l.Tallies[0].Points) != 2 {
		t.Fatalf("%+v", l.Tallies)
	}
	if p := l.Tallies[0].Points; !p[0].Stated || p[0].AsOf != "2021-03-04" || p[1].Stated || p[1].AsOf != "2021-03-08" {
		t.Errorf("%+v", p)
	}
}

// TestOneWordIsOneVoice: two papers that give a toll on the word of one source are two texts
// and one voice; a third that names nobody is a voice of its own.
func TestOneWordIsOneVoice(t *testing.T) {
	dead := func(id, source string) *builder {
		return text(draft{id, "2021-03-05", id, "In Velmora 27 people died."}).name(stemma.Place, "Velmora", "Velmora").
			figure("27", "deaths", "=", 27, "2021-03-04", source, "")
	}
	for _, c := range []struct {
		sources []string
		want    int
	}{
		{[]string{"Flood Office", "Flood Office"}, 1},
		{[]string{"Ministry of Health", "Health Ministry", ""}, 2},
		{[]string{"", ""}, 2},
		{[]string{"Flood Office", "Red Cross"}, 2},
	} {
		var all []*builder
		for i, s := range c.sources {
			all = append(all, dead(fmt.Sprintf("a-%d", i), s))
		}
		l := Lineup(texts(all...), nil)
		if len(l.Tallies) != 1 || l.Tallies[0].Support.Families != len(c.sources) || l.Tallies[0].Support.Voices != c.want {
			t.Errorf("on the word of %q: %+v, want %d voices", c.sources, l.Tallies, c.want)
		}
	}
}
