package clip_test

import (
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
