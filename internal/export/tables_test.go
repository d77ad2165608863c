package export_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// rowsOf reads a table as maps by column.
func rowsOf(t *testing.T, table []byte) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil || len(all) == 0 {
		t.Fatal(len(all), err)
	}
	var out []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = cells[i]
		}
		out = append(out, row)
	}
	return out
}

// A bound is no best estimate: what a text gives as “at least 27” has a least number only,
// and the number of sources counts families.
func TestUCDP(t *testing.T) {
	rows := rowsOf(t, written(t, "ucdp", view.Part{}))
	if len(rows) != 5 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, r := range rows {
		if r["relid"] != "ta-deaths" || len(r["sha256"]) != 64 || r["text_id"] == "" || r["start"] == "" || r["exact"] == "" {
			t.Errorf("a row without its tally or source: %v", r)
		}
		switch r["exact"] {
		case "27":
			if r["low"] != "27" || r["best"] != "" || r["high"] != "" || r["number_of_sources"] != "1" || r["source_original"] != "the health office" {
				t.Errorf("at least 27: %v", r)
			}
		case "31":
			if r["low"] != "31" || r["best"] != "31" || r["high"] != "31" {
				t.Errorf("31: %v", r)
			}
		}
	}
}

// An event that three texts tell is one row, with all outlets and no fatalities.
func TestACLED(t *testing.T) {
	rows := rowsOf(t, written(t, "acled", view.Part{}))
	if len(rows) != 1 {
		t.Fatalf("%d rows", len(rows))
	}
	r := rows[0]
	if r["event_date"] != "2021-03-04" || r["time_precision"] != "1" || r["fatalities"] != "" || r["actor1"] != "dockers" || strings.Count(r["source"], ";") != 2 || len(r["sha256"]) != 64 {
		t.Errorf("%v", r)
	}
}

// Entities of FollowTheMoney have only properties that their schema has (schemata of
// alephdata/followthemoney, MIT), and point to entities that are there.
func TestFtM(t *testing.T) {
	thing := "name summary description country alias sourceUrl publisher keywords address proof notes retrievedAt "
	allowed := map[string]string{
		"Article": thing + "title author fileName language date publishedAt", "Event": thing + "startDate endDate date recordId location involved organizer important",
		"Note": thing + "entity", "Person": thing + "position", "Organization": thing, "Address": thing + "full latitude longitude",
	}
	ids, pointed := map[string]bool{}, map[string]bool{}
	for line := range bytes.Lines(written(t, "ftm", view.Part{})) {
		var e struct {
			ID, Schema string
			Properties map[string][]string
		}
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatal(err)
		}
		ids[e.ID] = true
		if e.Properties["name"] == nil {
			t.Errorf("no name, which every schema requires: %s", line)
		}
		for name, values := range e.Properties {
			if !strings.Contains(" "+allowed[e.Schema]+" ", " "+name+" ") {
				t.Errorf("%s has no property %s", e.Schema, name)
			}
			if name == "proof" || name == "entity" || name == "involved" {
				for _, v := range values {
					pointed[v] = true
				}
			}
		}
	}
	for id := range pointed {
		if !ids[id] {
			t.Errorf("nothing has the ID %s", id)
		}
	}
	if want := recordsOf(t, "article", "quote", "figure", "victim", "event", "entity"); len(ids) != want {
		t.Errorf("%d entities, want %d", len(ids), want)
	}
}

// From the apparatus each witness can be read again word for word.
func TestTEI(t *testing.T) {
	lib := view.New(viewtest.Velmora())
	lib.Diff = viewtest.Diff
	out := writtenBy(t, lib, "tei", view.Part{})
	witnesses, places := readAgain(t, out)
	if places == 0 || len(witnesses) != 3+2 {
		t.Errorf("%d places differ, of %d witnesses\n%s", places, len(witnesses), out)
	}
	err := lib.RecordsOf(t.Context(), view.Part{Groups: []stemma.ID{"s-rifles"}}, []string{"quote"}, func(r any) error {
		q := r.(*view.QuoteRecord)
		if got := witnesses[string(q.ID)]; got != q.Exact { // the quotations of the example have no content apart
			t.Errorf("%s reads\n%q, not\n%q", q.ID, got, q.Exact)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	err = lib.RecordsOf(t.Context(), view.Part{Groups: []stemma.ID{"fam-march"}}, []string{"article"}, func(r any) error {
		a := r.(*view.ArticleRecord)
		if got, want := witnesses[string(a.ID)], strings.Join(strings.Fields(a.Text), " "); got != want {
			t.Errorf("%s reads\n%q, not\n%q", a.ID, got, want)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// readAgain puts the text of each witness together from an apparatus, and counts its places.
func readAgain(t *testing.T, doc []byte) (witnesses map[string]string, places int) {
	t.Helper()
	witnesses = map[string]string{}
	within, of := "", "" // in the collation of this kind; in the reading of these
	open := false
	for d := xml.NewDecoder(bytes.NewReader(doc)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return witnesses, places
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "witness":
				witnesses[x.Attr[0].Value] = ""
			case "div":
				within = map[string]string{"saying": "q-", "family": "a-"}[x.Attr[0].Value]
			case "ab":
				open = true
			case "app":
				places++
			case "rdg":
				of = x.Attr[0].Value + " "
			}
		case xml.EndElement:
			open = open && x.Name.Local != "ab"
			if x.Name.Local == "rdg" {
				of = ""
			}
		case xml.CharData:
			for id := range witnesses {
				if open && strings.HasPrefix(id, within) && (of == "" || strings.Contains(of, "#"+id+" ")) {
					witnesses[id] += string(x)
				}
			}
		}
	}
}

// The package describes its tables as they are: size, hash, columns; and every statement's
// text is in the table of texts.
func TestPackage(t *testing.T) {
	packed := written(t, "datapackage", view.Part{})
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	var about struct {
		Profile, Name string
		Resources     []struct {
			Name, Path, Hash string
			Bytes            int
			Schema           struct {
				Fields  []struct{ Name, Type string }
				Primary string `json:"primaryKey"`
			}
		}
	}
	if err := json.Unmarshal(files["datapackage.json"], &about); err != nil {
		t.Fatal(err)
	}
	texts := map[string]bool{}
	for _, r := range rowsOf(t, files["texts.csv"]) {
		texts[r["id"]] = true
	}
	for _, r := range about.Resources {
		sum := sha256.Sum256(files[r.Path])
		if r.Bytes != len(files[r.Path]) || r.Hash != "sha256:"+hex.EncodeToString(sum[:]) || r.Schema.Primary != "id" {
			t.Errorf("%s is not as described", r.Path)
		}
		head, _, _ := strings.Cut(string(files[r.Path]), "\r\n")
		var names []string
		for _, f := range r.Schema.Fields {
			names = append(names, f.Name)
		}
		if strings.Join(names, ",") != head {
			t.Errorf("%s has columns %s, described as %v", r.Path, head, names)
		}
		for _, row := range rowsOf(t, files[r.Path]) {
			if r.Name != "texts" && !texts[row["article"]] {
				t.Errorf("%s: no text %s", r.Name, row["article"])
			}
		}
	}
	if len(about.Resources) != 7 || about.Profile != "tabular-data-package" {
		t.Errorf("%d tables, profile %s", len(about.Resources), about.Profile)
	}
}
