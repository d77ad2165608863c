package export_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"stemma/internal/export"
	"stemma/internal/message"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// dossier makes the folder of a dossier.
func dossier(t *testing.T, part view.Part) fstest.MapFS {
	t.Helper()
	return dossierOf(t, &export.Source{Lib: view.New(viewtest.Velmora()), Part: part, Version: "v", Rules: "r"}, "The march")
}

func dossierOf(t *testing.T, src *export.Source, title string) fstest.MapFS {
	t.Helper()
	files, err := src.Dossier(t.Context(), title)
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for name, body := range files {
		folder[name] = &fstest.MapFile{Data: body}
	}
	return folder
}

func check(t *testing.T, folder fs.FS) export.Checked {
	t.Helper()
	c, err := export.CheckDossier(folder)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A dossier is found as it was made; every reference of its page leads to something on it,
// and it loads nothing.
func TestDossier(t *testing.T) {
	folder := dossier(t, view.Part{})
	c := check(t, folder)
	if len(c.Faults) > 0 || c.Files != 2 || c.Notes == 0 || len(c.Texts) == 0 {
		t.Errorf("%+v", c)
	}
	page := string(folder["index.html"].Data)
	for _, want := range []string{"The march", "contradicted", "<svg", "dockers march on the assembly", "We came with our children", "the general hospital"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	ids, refs := map[string]bool{}, map[string]bool{}
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		for _, a := range z.Token().Attr {
			switch {
			case a.Key == "id":
				if ids[a.Val] && a.Val != "open" { // the gradient of every picture
					t.Errorf("two things have the ID %s", a.Val)
				}
				ids[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				refs[a.Val[1:]] = true
			case a.Key == "src", a.Key == "href" && !strings.HasPrefix(a.Val, "https://harbour-post.example/"):
				t.Errorf("the page leads to %s", a.Val)
			}
		}
	}
	for r := range refs {
		if !ids[r] {
			t.Errorf("#%s leads nowhere", r)
		}
	}
}

// TestSpanishDossier: around the words of its texts, a dossier in Spanish says nothing in
// another language, and it is checked as any.
func TestSpanishDossier(t *testing.T) {
	pile, known := viewtest.Wordless()
	said := viewtest.Spanish(false)
	for _, w := range viewtest.Words("Stemma Unicode sha CARPETA statements") {
		known[w] = true
	}
	for _, part := range []view.Part{{}, {List: "figures", Fields: map[string]string{"measure": "deaths", "from": "2021-03-01"}}, {Query: "dhnl"}} {
		folder := dossierOf(t, &export.Source{Lib: view.New(pile), Part: part, Version: "1", Rules: "1", Words: message.In("es")}, "")
		if c := check(t, folder); len(c.Faults) > 0 || c.Notes == 0 || c.Language != "es" {
			t.Errorf("%+v", c)
		}
		hidden := ""
		for z := html.NewTokenizer(bytes.NewReader(folder["index.html"].Data)); ; {
			kind := z.Next()
			if kind == html.ErrorToken {
				break
			}
			token := z.Token()
			switch {
			case kind == html.StartTagToken && (token.Data == "style" || token.Data == "code"):
				hidden = token.Data
			case kind == html.EndTagToken && token.Data == hidden:
				hidden = ""
			case kind == html.TextToken && hidden == "":
				for _, w := range viewtest.Words(token.Data) {
					if !said[w] && !known[w] {
						t.Errorf("%+v: %q in %q", part, w, token.Data)
					}
				}
			}
		}
	}
}

// Of a choice comes what is lined up with it, too: who picks one source's number gets those
// who contradict it.
func TestDossierKeepsDissent(t *testing.T) {
	folder := dossier(t, view.Part{List: "figures", Fields: map[string]string{"said_by": "the general hospital"}})
	page := string(folder["index.html"].Data)
	if !strings.Contains(page, "said by the general hospital") && !strings.Contains(page, ">the general hospital<") {
		t.Error("what was chosen is not there")
	}
	if !strings.Contains(page, "The ministry of the interior") {
		t.Error("the number that contradicts it was left behind")
	}
	if strings.Contains(page, "We came with our children and our lunch boxes, and they met us with rifles,”</mark>") {
		t.Error("a quotation that nobody chose is there")
	}
}

// Whatever is changed in a dossier is found, even if its list of hashes is made anew.
func TestDossierChanged(t *testing.T) {
	anew := func(folder fstest.MapFS) {
		var sums strings.Builder
		for _, name := range []string{"index.html", "statements.jsonl"} {
			fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(folder[name].Data), name)
		}
		folder["SHA256SUMS"].Data = []byte(sums.String())
	}
	swap := func(folder fstest.MapFS, name, from, to string) {
		if !bytes.Contains(folder[name].Data, []byte(from)) {
			t.Fatalf("%s does not hold %q", name, from)
		}
		folder[name].Data = bytes.Replace(folder[name].Data, []byte(from), []byte(to), 1)
	}
	for _, c := range []struct {
		name string
		do   func(fstest.MapFS)
		want string
	}{
		{"a word of the page", func(f fstest.MapFS) { swap(f, "index.html", "<mark>27</mark>", "<mark>270</mark>") }, "index.html was changed"},
		{"a word and the hashes", func(f fstest.MapFS) { swap(f, "index.html", "<mark>27</mark>", "<mark>270</mark>"); anew(f) }, "gives other words"},
		{"a statement and the hashes", func(f fstest.MapFS) { swap(f, "statements.jsonl", `"exact":"27"`, `"exact":"270"`); anew(f) }, "does not stand in text"},
		{"a hash in a note", func(f fstest.MapFS) { swap(f, "index.html", `data-sha256="`, `data-sha256="0`); anew(f) }, "another hash"},
		{"a place in a note", func(f fstest.MapFS) { swap(f, "index.html", `data-start="`, `data-start="1`); anew(f) }, "another place"},
		{"a file more", func(f fstest.MapFS) { f["more.html"] = &fstest.MapFile{} }, "more.html is not in SHA256SUMS"},
		{"a file less", func(f fstest.MapFS) { delete(f, "index.html"); f["index.html"] = &fstest.MapFile{} }, "index.html was changed"},
	} {
		folder := dossier(t, view.Part{})
		c.do(folder)
		if got := check(t, folder); !strings.Contains(strings.Join(got.Faults, "\n"), c.want) {
			t.Errorf("%s: %q, want %q", c.name, got.Faults, c.want)
		}
	}
	if _, err := export.CheckDossier(fstest.MapFS{"x": {}}); err == nil {
		t.Error("a folder that is none of a dossier passes")
	}
}

// FuzzCheckDossier: whatever a folder holds, a check ends and says something.
func FuzzCheckDossier(f *testing.F) {
	f.Add("<li data-statement=x><mark>", `{"kind":"figure","id":"x","start":-1,"end":9}`, "zz  index.html")
	f.Fuzz(func(t *testing.T, page, records, sums string) {
		_, _ = export.CheckDossier(fstest.MapFS{"index.html": {Data: []byte(page)}, "statements.jsonl": {Data: []byte(records)}, "SHA256SUMS": {Data: []byte(sums)}})
	})
}

// A page of a hostile pile holds none of its markup.
func TestHostileDossier(t *testing.T) {
	src := &export.Source{Lib: view.New(viewtest.Hostile()), Version: "v"}
	files, err := src.Dossier(t.Context(), `<script>alert(0)</script>`)
	if err != nil {
		t.Fatal(err)
	}
	for z := html.NewTokenizer(bytes.NewReader(files["index.html"])); z.Next() != html.ErrorToken; {
		token := z.Token()
		if token.Data == "script" || token.Data == "img" || token.Data == "svg/onload=alert(4)" {
			t.Errorf("the page has an element of a text: %s", token)
		}
		for _, a := range token.Attr {
			if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.TrimSpace(a.Val), "javascript:") {
				t.Errorf("the page has an attribute of a text: %s", token)
			}
		}
	}
}
