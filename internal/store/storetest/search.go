package storetest

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

func searchPile() []store.Entry {
	return []store.Entry{
		Text("s1.txt",
			"The council of Port Quarn rejected the ferry tariff.",
			"Señora Ibáñez said: “No one was asked.”",
			"Ferries sailed again on Monday."),
		Text("s2.txt",
			"The ferry tariff fell by 70.5 percent, the council said.",
			"A council of elders met in Lowmarsh.",
			"EE.UU. y la señora Ibanez guardaron silencio."),
		Text("s3.txt",
			"Nothing sailed in Lowmarsh.",
			"NOT a ferry AND no tariff OR fee."),
	}
}

func testSearch(x *suite) {
	entries := searchPile()
	x.put(entries...)
	x.reopen()
	for _, c := range []struct {
		match string
		want  string // the numbers of texts and their sentences, from 1
	}{
		{"tariff", "1.1 2.1 3.2"},
		{"TARIFF", "1.1 2.1 3.2"},
		{"ferry tariff", "1.1 2.1 3.2"},
		{`"ferry tariff"`, "1.1 2.1"},
		{`“ferry tariff”`, "1.1 2.1"},
		{`"tariff ferry"`, ""},
		{"council AND lowmarsh", "2.2"},
		{"council lowmarsh", "2.2"},
		{"elders OR monday", "1.3 2.2"},
		{"council NOT tariff", "2.2"},
		{"council NOT lowmarsh NOT quarn", "2.1"},
		{"sailed OR council AND elders", "1.3 2.2 3.1"},
		{"(sailed OR council) AND lowmarsh", "2.2 3.1"},
		{"ferr*", "1.1 1.3 2.1 3.2"},
		{"ferry*", "1.1 2.1 3.2"},
		{`"ferry tar" *`, "1.1 2.1"},
		{`"ferry tar"*`, "1.1 2.1"},
		{"ibáñez", "1.2 2.3"},
		{"IBANEZ", "1.2 2.3"},
		{"iba\u0301n\u0303ez", "1.2 2.3"},
		{"señora", "1.2 2.3"},
		{"EE.UU.", "2.3"},
		{"70.5", "2.1"},
		{"\"70.5 percent\"", "2.1"},
		{"NEAR(council tariff, 7)", "1.1 2.1"},
		{"NEAR(council tariff, 6)", "1.1 2.1"},
		{"NEAR(council tariff, 5)", ""},
		{"NEAR(ferry council, 5)", "1.1"},
		{"NEAR(ferry council, 4)", ""},
		{"NEAR(ferry tariff, 0)", "1.1 2.1"},
		{"NEAR(tariff council, 2)", ""},
		{`NEAR("port quarn" tariff)`, "1.1"},
		{"NEAR(council tariff) AND quarn", "1.1"},
		{"near", ""},
		{"– tariff …", "1.1 2.1 3.2"},
		{"port:quarn", "1.1"},
		{"words", ""},
		{"ferry - tariff", "1.1 2.1 3.2"},
		{"^council", "1.1 2.1 2.2"},
		{"'sailed'", "1.3 3.1"},
		{"no", "1.2 3.2"},
		{`"not a ferry"`, "3.2"},
		{"asked nobody", ""},
	} {
		hits, err := x.s.Search(x.ctx, store.Search{Match: c.match})
		same(x, "search for "+c.match, hits, err, hitsOf(entries, c.want))
	}
}

// hitsOf gives hits for “text.sentence” numbers, in the order of article IDs.
func hitsOf(entries []store.Entry, list string) store.Hits {
	var h store.Hits
	for _, place := range strings.Fields(list) {
		text, sentence := place[0]-'1', place[2]-'1'
		h.Hits = append(h.Hits, store.Hit{Article: entries[text].Articles[0].ID, Sentence: entries[text].Readings[0].Sentences[sentence]})
	}
	slices.SortStableFunc(h.Hits, func(a, b store.Hit) int { return strings.Compare(string(a.Article), string(b.Article)) })
	h.Total = len(h.Hits)
	return h
}

func testSearchPaging(x *suite) {
	entries := Entries(60, 13)
	x.put(entries[30:]...)
	x.put(entries[:30]...)
	all, err := x.s.Search(x.ctx, store.Search{Match: "tariff"})
	if err != nil || all.Total < 100 || all.Total != len(all.Hits) {
		x.Fatalf("%d of %d hits, %v", len(all.Hits), all.Total, err)
	}
	if !slices.IsSortedFunc(all.Hits, func(a, b store.Hit) int {
		if c := strings.Compare(string(a.Article), string(b.Article)); c != 0 {
			return c
		}
		return a.Sentence.Start - b.Sentence.Start
	}) {
		x.Error("hits are not ordered by article ID and place")
	}
	page, err := x.s.Search(x.ctx, store.Search{Match: "tariff", Offset: 30, Limit: 20})
	same(x, "hits 30 to 50", page, err, store.Hits{Hits: all.Hits[30:50], Total: all.Total})
	page, err = x.s.Search(x.ctx, store.Search{Match: "tariff", Offset: all.Total + 1, Limit: 20})
	same(x, "hits past the end", page, err, store.Hits{Total: all.Total})

	few := []stemma.ID{all.Hits[80].Article, all.Hits[5].Article, "a-none"}
	var want []store.Hit
	for _, h := range all.Hits {
		if slices.Contains(few, h.Article) {
			want = append(want, h)
		}
	}
	got, err := x.s.Search(x.ctx, store.Search{Match: "tariff", Articles: few})
	same(x, "hits in two articles", got, err, store.Hits{Hits: want, Total: len(want)})
	got, err = x.s.Search(x.ctx, store.Search{Match: "tariff", Articles: []stemma.ID{}})
	same(x, "hits in no articles", got, err, store.Hits{})
}

func testSearchMalformed(x *suite) {
	x.put(searchPile()...)
	for _, match := range []string{
		"", " ", "…", `"ferry`, "“ferry", "ferry AND", "OR ferry", "NOT ferry", "AND", "(ferry", "ferry)", "()",
		"ferry AND OR tariff", "NEAR(", "NEAR(ferry", "NEAR(ferry tariff, x)", "NEAR(ferry, 5, 6)", "NEAR(, 5)", "*", "* ferry",
		`"" *`, "NEAR((ferry) tariff)", "(((ferry) AND) tariff)", strings.Repeat("(", 500) + "ferry" + strings.Repeat(")", 500),
		strings.Repeat("ferry ", 500), strings.Repeat("x", 5000), "… NOT ferry", "NEAR(a OR b)",
	} {
		_, err := x.s.Search(x.ctx, store.Search{Match: match})
		x.fails(err, stemma.ErrInvalid, "search for "+match)
	}
}

func testWords(x *suite) {
	none, err := x.s.Words(x.ctx)
	same(x, "words of an empty pile", none, err, nil)
	x.put(Text("s1.txt", "Señora Ibáñez saw a ferry."), Text("s2.txt", "FERRY, ferry and Ibanez: 70.5."))
	x.reopen()
	got, err := x.s.Words(x.ctx)
	same(x, "words", got, err, []store.Word{
		{Text: "5", Sentences: 1}, {Text: "70", Sentences: 1}, {Text: "a", Sentences: 1}, {Text: "and", Sentences: 1}, {Text: "ferry", Sentences: 2},
		{Text: "ibanez", Sentences: 2}, {Text: "saw", Sentences: 1}, {Text: "senora", Sentences: 1},
	})
}
