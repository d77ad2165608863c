package viewtest

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

const marchText = `Dockers march on the assembly in Port Ellery

By Mira Tolland

PORT ELLERY, 5 March 2021. Some 4,000 dockers marched on the provincial assembly on Thursday to protest against the closing of the eastern quay. At least 27 people were killed, the health office said on Friday, after soldiers opened fire near the customs house.

Dockers on the steps of the assembly. Photo: Harbour Post

“We came with our children and our lunch boxes, and they met us with rifles,” said Ines Corvane, who leads the dock union. She demanded the resignation of interior minister Tobias Renn. The ministry called the march “an attack on the constitution”.

The assembly will meet on 9 March to vote on the state of emergency. Renn said that he would not step down.`

const editedText = `Dockers march on assembly in Port Ellery

Some 4,000 dockers marched on the provincial assembly on Thursday to protest against the closing of the eastern quay. At least 27 people were killed, the health office said on Friday, after soldiers opened fire near the old customs house.

“We came with our children and our lunch boxes, and they met us with rifles,” said Inés Corvane, who leads the dock union. She demanded the resignation of interior minister Tobias Renn.

The assembly will meet on 9 March to vote on the state of emergency.

This text first appeared in the Harbour Post.`

const courierText = `Thirty-one dead in the harbour, hospital says

DUNMAR, 7 March 2021. By Sunday the general hospital had counted 31 dead after the march of the dockers in Port Ellery. The health office had spoken of 27 two days before. Interior minister Tobias Renn said that nine soldiers had been hurt.

“We came with our children and they met us with rifles,” union leader Ines Corvane told this newspaper.`

const spanishText = `Estibadores marchan en Port Ellery

Unos 4.000 estibadores marcharon el jueves hacia la asamblea provincial. El sindicato denunció que murieron 31 personas y que el ministro Tobias Renn se niega a renunciar.`

const ministryText = `No order to fire, says ministry

The ministry of the interior denied on Monday that soldiers had been ordered to fire. It put the number of dead at 19 and said that only “armed agitators” had been shot.`

const untitledText = `Notes from the quay. The cranes stood still for the third day, and nobody could say who had the keys.`

// Velmora gives a pile of six texts: two of one family, one that shares a
// quotation with them, a Spanish one, and one each without copies; with tolls that
// grow and that contradict each other.
func Velmora() store.Reader { return keep(velmora()) }

func velmora() ([]*draft, []stemma.Problem, []stemma.Copy, []stemma.Family, stemma.Lineup) {
	march := newDraft("2021/harbour-post.txt", "Harbour Post", "Mira Tolland", "2021-03-05", "en", marchText)
	march.page.URL = "https://harbour-post.example/2021/march"
	march.hole("By Mira Tolland", "byline_line")
	march.hole("PORT ELLERY, 5 March 2021.", "dateline")
	march.hole("Dockers on the steps of the assembly. Photo: Harbour Post", "photo_caption")
	edited := newDraft("2021/standard.txt", "Ellery Standard", "", "", "en", editedText)
	edited.article.Reposted = "2021-03-06"
	edited.article.Credit = stemma.Named{Name: "Harbour Post"}
	edited.hole("This text first appeared in the Harbour Post.", "provenance_line")
	courier := newDraft("2021/courier.txt", "Inland Courier", "Pell Ashgrove", "2021-03-07", "en", courierText)
	courier.hole("DUNMAR, 7 March 2021.", "dateline")
	spanish := newDraft("2021/faro.txt", "El Faro de Dunmar", "", "2021-03-08", "es", spanishText)
	ministry := newDraft("2021/bulletin.txt", "Velmora Bulletin", "", "2021-03", "en", ministryText)
	notes := newDraft("notes.txt", "", "", "", "en", untitledText)
	notes.article.Title, notes.article.TitleText = stemma.Span{}, ""

	drafts := []*draft{march, edited, courier, spanish, ministry, notes}
	l := lineUp(drafts)
	copies, families := relate(march, edited, courier)
	return drafts, problems(), copies, families, l
}

// lineUp states what the texts say, alone and together.
func lineUp(d []*draft) stemma.Lineup {
	march, edited, courier, spanish, ministry := d[0], d[1], d[2], d[3], d[4]
	tolls := []stemma.ID{
		march.figure("27", ">=", 27, "deaths", "people", "the health office", "2021-03-05"),
		edited.figure("27", ">=", 27, "deaths", "people", "the health office", "2021-03-05"),
		courier.figure("31", "=", 31, "deaths", "", "the general hospital", "2021-03-07"),
		spanish.figure("31", "=", 31, "deaths", "personas", "El sindicato", ""),
		ministry.figure("19", "=", 19, "deaths", "", "The ministry of the interior", ""),
	}
	crowd := []stemma.ID{
		march.figure("4,000", "~", 4000, "protesters", "dockers", "", ""),
		edited.figure("4,000", "~", 4000, "protesters", "dockers", "", ""),
		spanish.figure("4.000", "~", 4000, "protesters", "estibadores", "", ""),
	}
	long := "“We came with our children and our lunch boxes, and they met us with rifles,”"
	sayings := []stemma.ID{
		march.quote(stemma.DirectQuote, long, "Ines Corvane", "said Ines"),
		edited.quote(stemma.DirectQuote, long, "Inés Corvane", "said Inés"),
		courier.quote(stemma.DirectQuote, "“We came with our children and they met us with rifles,”", "Ines Corvane", "told"),
	}
	march.quote(stemma.PartialQuote, "“an attack on the constitution”", "the ministry", "called")
	march.quote(stemma.IndirectQuote, "he would not step down", "Tobias Renn", "Renn said")
	ministry.quote(stemma.PartialQuote, "“armed agitators”", "the ministry of the interior", "said")
	march.time("on Thursday", "2021-03-04")
	march.time("on Friday", "2021-03-05")
	march.time("9 March", "2021-03-09")
	edited.time("on Thursday", "2021-03-04")
	courier.time("By Sunday", "2021-03-07")
	renn := []stemma.ID{
		march.name("Tobias Renn", stemma.Person, "Tobias Renn", "interior minister"),
		edited.name("Tobias Renn", stemma.Person, "Tobias Renn", "interior minister"),
		courier.name("Tobias Renn", stemma.Person, "Tobias Renn", "interior minister"),
		spanish.name("Tobias Renn", stemma.Person, "Tobias Renn", "ministro"),
	}
	march.name("Ines Corvane", stemma.Person, "Ines Corvane", "")
	march.name("Port Ellery", stemma.Place, "Port Ellery", "")
	march.name("health office", stemma.Organisation, "health office", "")
	marches := []stemma.ID{
		march.event("marched", "PROTEST", "2021-03-04", "dockers"),
		edited.event("marched", "PROTEST", "2021-03-04", "dockers"),
		spanish.event("marcharon", "PROTEST", "2021-03-04", "estibadores"),
	}
	told := sorted([]stemma.ID{march.article.ID, edited.article.ID, courier.article.ID, spanish.article.ID})
	return stemma.Lineup{
		Stories: []stemma.Story{{ID: "o-march", Label: march.article.TitleText, Articles: told, From: "2021-03-05", Until: "2021-03-07",
			Actors: []stemma.ID{"x-renn"}, Tallies: []stemma.ID{"ta-deaths", "ta-crowd"}, Happenings: []stemma.ID{"h-march"},
			Why: []string{"2 counts stated by independent texts", "most of them name Tobias Renn"}, Support: stemma.Support{Texts: 4, Families: 3}}},
		Sayings: []stemma.Saying{{ID: "s-rifles", Label: "We came with our children … they met us with rifles", Members: sorted(sayings),
			Support: stemma.Support{Texts: 3, Families: 2, Sources: []string{"Ines Corvane"}}}},
		Tallies: []stemma.Tally{
			{ID: "ta-deaths", Label: "deaths · Port Ellery · March 2021", Measure: "deaths", Place: "Port Ellery", Members: sorted(tolls),
				Points:  tollPoints(tolls),
				Support: stemma.Support{Texts: 5, Families: 4, Sources: []string{"general hospital", "health office", "ministry of the interior"}}},
			{ID: "ta-crowd", Label: "protesters · Port Ellery · 4 March 2021", Measure: "protesters", Place: "Port Ellery", Members: sorted(crowd),
				Support: stemma.Support{Texts: 3, Families: 2}},
		},
		Happenings: []stemma.Happening{{ID: "h-march", Label: "dockers march on the assembly", Type: "PROTEST", Date: "2021-03-04",
			Place: "Port Ellery", Members: sorted(marches), Support: stemma.Support{Texts: 3, Families: 2}}},
		Actors: []stemma.Actor{{ID: "x-renn", Type: stemma.Person, Name: "Tobias Renn", Forms: map[string]int{"Tobias Renn": 4, "Renn": 1},
			Members: sorted(renn), Support: stemma.Support{Texts: 4, Families: 3}}},
		Clashes: []stemma.Clash{
			{ID: "cl-dead", About: "How many people were killed in Port Ellery", Type: "number", Verdict: "contradiction",
				Why: "19 and 31 are given for the same days and cannot both be right.", Members: sorted([]stemma.ID{tolls[2], tolls[3], tolls[4]}),
				Sides: []stemma.Side{{Value: "19", Members: tolls[4:], Texts: 1, Families: 1}, {Value: "31", Members: sorted(tolls[2:4]), Texts: 2, Families: 2}}},
			{ID: "cl-grow", About: "The toll of Port Ellery on 5 and 7 March", Type: "number", Verdict: "development",
				Why: "The later count is the higher one.", Members: sorted(tolls[:3]),
				Sides: []stemma.Side{{Value: "at least 27", Members: sorted(tolls[:2]), Texts: 2, Families: 1}, {Value: "31", Members: tolls[2:3], Texts: 1, Families: 1}}},
		},
	}
}

func sorted(ids []stemma.ID) []stemma.ID {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return ids
}

// relate states who copied whom.
func relate(march, edited, courier *draft) ([]stemma.Copy, []stemma.Family) {
	why := []string{"the Ellery Standard names the Harbour Post as its source", "“old customs house” adds a word, and nothing is missing that the shorter text has"}
	pair := copyOf(march, edited, stemma.Edited, 0.78, 0.93, []string{
		"Some 4,000 dockers marched on the provincial assembly on Thursday to protest against the closing of the eastern quay. At least 27 people were killed, the health office said on Friday, after soldiers opened fire near the",
		"“We came with our children and our lunch boxes, and they met us with rifles,” said",
		"who leads the dock union. She demanded the resignation of interior minister Tobias Renn.",
		"The assembly will meet on 9 March to vote on the state of emergency.",
	})
	pair.Certainty, pair.Why = "high", why
	pair.Earlier = "a"
	if pair.A != march.article.ID {
		pair.Earlier = "b"
	}
	shared := copyOf(march, courier, stemma.SharedQuote, 0.08, 0.2, []string{"they met us with rifles,”"})
	shared.Certainty = "low"
	family := stemma.Family{
		ID: "fam-march", Articles: sorted([]stemma.ID{march.article.ID, edited.article.ID}), First: march.article.ID,
		Edges: []stemma.Edge{{From: march.article.ID, To: edited.article.ID, Relation: stemma.Edited, Certainty: "high", Why: why}},
	}
	copies := []stemma.Copy{pair, shared}
	slices.SortFunc(copies, func(a, b stemma.Copy) int { return cmp.Compare(a.ID, b.ID) })
	return copies, []stemma.Family{family}
}

// copyOf relates two texts by passages that stand in both.
func copyOf(a, b *draft, relation string, shareA, shareB float64, passages []string) stemma.Copy {
	if b.article.ID < a.article.ID {
		a, b, shareA, shareB = b, a, shareB, shareA
	}
	c := stemma.Copy{A: a.article.ID, B: b.article.ID, Relation: relation, ShareA: shareA, ShareB: shareB}
	c.ID = stemma.NewID("c", string(c.A), string(c.B))
	for _, words := range passages {
		if strings.TrimSpace(words) == "" {
			panic("viewtest: an empty passage")
		}
		c.Passages = append(c.Passages, stemma.Passage{A: a.at(words), B: b.at(words)})
	}
	return c
}

func problems() []stemma.Problem {
	return []stemma.Problem{
		{Source: "velmora/2021/cover.jpg", Step: "intake", Message: "This is a picture, not a text.", Hint: "Save the page as HTML or text and add that."},
		{Source: "velmora/2021/empty.txt", Step: "intake", Message: "The file is empty.", Hint: "Save the page again."},
		{Source: "velmora/2021/lamp.png", Step: stemma.Passed, Message: "Images are not read", Hint: "Nothing needs to be done."},
		{Source: "velmora/2021/quay.png", Step: stemma.Passed, Message: "Images are not read", Hint: "Nothing needs to be done."},
		{Source: "velmora/old/blank.txt", Step: "intake", Message: "The file is empty.", Hint: "Save the page again."},
	}
}

// tollPoints are the steps of the toll: one that a reprint repeats, one that two
// independent texts state, and one that contradicts it.
func tollPoints(tolls []stemma.ID) []stemma.Point {
	number := func(v float64) *float64 { return &v }
	return []stemma.Point{
		{AsOf: "2021-03-05", Stated: true, Op: ">=", Value: number(27), Figures: sorted(tolls[:2]), Families: 1},
		{AsOf: "2021-03-06", Op: "=", Value: number(19), Figures: sorted(tolls[4:]), Families: 1},
		{AsOf: "2021-03-07", Stated: true, Op: "=", Value: number(31), Figures: sorted(tolls[2:4]), Families: 2},
	}
}
