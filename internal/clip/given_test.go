package clip_test

import (
	"strings"
	"testing"

	"stemma"
)

// TestGiven: a record of a JSON Lines file is one article, whole; what it states is
// taken as it stands, what it does not state is worked out from its first lines.
func TestGiven(t *testing.T) {
	text := "Ferry sails again from Tarn\nBy Ilse Marden\n\nTARN, 3 March 2021 (Velmora Wire) - The ferry sailed on Wednesday.\n\nAnother Headline / By Otto Brandt\n\nIt is not cut off.\n"
	for name, tt := range map[string]struct {
		given stemma.Meta
		want  stemma.Meta
		from  string
	}{
		"nothing stated": {stemma.Meta{}, stemma.Meta{Title: "Ferry sails again from Tarn", Byline: "Ilse Marden", Lang: "en", Published: "2021-03-03"}, "dateline"},
		"all stated": {stemma.Meta{Title: "T", Byline: "A B; C D", Outlet: "Post", Lang: "es", Published: "2020", URL: "u"},
			stemma.Meta{Title: "T", Byline: "A B; C D", Outlet: "Post", Lang: "es", Published: "2020", URL: "u"}, "given"},
	} {
		p := stemma.Page{ID: "p", Format: "jsonl", Member: "r1", Text: text, Given: &tt.given}
		as, fs, ps := cutter().Articles(p)
		if len(as) != 1 || len(fs) > 0 || len(ps) > 0 {
			t.Fatalf("%s: %d articles, furniture %v, problems %v", name, len(as), fs, ps)
		}
		check(t, p, as, fs)
		a := as[0]
		if a.Text != text || a.Start != 0 || len(a.Holes) > 0 {
			t.Errorf("%s: not the whole text: %+v", name, a)
		}
		byline := ""
		for i, n := range a.Byline {
			if i > 0 {
				byline += "; "
			}
			byline += n.Name
		}
		got := stemma.Meta{Title: a.TitleText, Byline: byline, Outlet: a.Outlet.Name, URL: a.URL, Lang: a.Lang, Published: a.Published}
		if got != tt.want || a.PublishedFrom != tt.from {
			t.Errorf("%s: got %+v from %q, want %+v from %q", name, got, a.PublishedFrom, tt.want, tt.from)
		}
	}
}

// TestGivenCredit: a line at a record's foot says which outlet the text comes from; one that
// names the record's own outlet says nothing.
func TestGivenCredit(t *testing.T) {
	body := "The ferry sailed on Wednesday after a week in the harbour of Tarn, and nobody was on board but the crew.\n\nIt was raining.\n\n"
	for text, want := range map[string]string{
		body + "Originally published by the Sella Courier.\n": "Sella Courier",
		body + "Originally published by the Tarn Post.\n":     "",
		body: "",
	} {
		p := stemma.Page{ID: "p", Format: "jsonl", Member: "r1", Text: text, Given: &stemma.Meta{Title: "T", Outlet: "Tarn Post", Lang: "en"}}
		as, _, _ := cutter().Articles(p)
		if got := strings.TrimPrefix(as[0].Credit.Name, "the "); got != want {
			t.Errorf("%q: credit %q, want %q", text, got, want)
		}
		if want != "" && as[0].Credit.Span.Of(text) != as[0].Credit.Name {
			t.Errorf("%q: the credit's place says %q", text, as[0].Credit.Span.Of(text))
		}
	}
}
