package clip_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"stemma"
	"stemma/internal/clip"
	"stemma/internal/clip/html"
	"stemma/lang"
)

var update = flag.Bool("update", false, "rewrite the “want” sections in testdata")

func cutter() *clip.Cutter {
	var packs []*lang.Pack
	for _, code := range lang.Codes() {
		packs = append(packs, lang.Load(code))
	}
	return clip.New(packs...)
}

// TestPages cuts the pages in testdata. Each file holds a page (page.txt, page.html, or
// letter.txt, which Ana Roe sent on 20 March 2022) and what is wanted of it: every article with
// all that is said of it, its first and last words, its holes, and all furniture.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	c := cutter()
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p, want := page(t, a)
			articles, furniture, problems := c.Articles(p)
			check(t, p, articles, furniture)
			got := report(p, articles, furniture, problems)
			if got == string(want.Data) {
				return
			}
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("got:\n%s\nwant:\n%s", got, want.Data)
		})
	}
}

// page makes the page of a case, and gives the section that says what is wanted.
func page(t *testing.T, a *txtar.Archive) (stemma.Page, *txtar.File) {
	t.Helper()
	p := stemma.Page{ID: "p-test"}
	var want *txtar.File
	for i := range a.Files {
		switch f := &a.Files[i]; f.Name {
		case "page.txt":
			p.Path, p.Format, p.Text = f.Name, "txt", string(f.Data)
		case "letter.txt":
			p.Path, p.Format, p.Text, p.Meta.Published, p.Meta.Byline = f.Name, "eml", string(f.Data), "2022-03-20", "Ana Roe"
		case "page.html":
			c := html.Read(string(f.Data))
			p.Path, p.Format, p.Text, p.Blocks, p.Meta = f.Name, "html", c.Text, c.Blocks, c.Meta
		case "want":
			want = f
		default:
			t.Fatalf("unknown section %q", f.Name)
		}
	}
	if want == nil || p.Path == "" {
		t.Fatal("a case needs page.txt or page.html, and want")
	}
	return p, want
}

// report writes what was found in the form of the “want” sections.
func report(p stemma.Page, articles []stemma.Article, furniture []stemma.Furniture, problems []stemma.Problem) string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "\t%-9s %s\n", key, value)
		}
	}
	for _, a := range articles {
		fmt.Fprintf(&b, "article %s\n", orUnknown(a.TitleText))
		var names []string
		for _, n := range a.Byline {
			names = append(names, n.Name)
		}
		line("byline", strings.Join(names, "; "))
		line("outlet", a.Outlet.Name)
		line("credit", a.Credit.Name)
		if a.Published != "" {
			line("published", string(a.Published)+" from "+a.PublishedFrom)
		}
		line("reposted", string(a.Reposted))
		line("lang", a.Lang)
		line("first", head(a.Text))
		line("last", tail(a.Text))
		for _, h := range a.Holes {
			line("hole", h.Type+" "+head(h.Span.Of(a.Text)))
		}
	}
	for _, f := range furniture {
		fmt.Fprintf(&b, "furniture %s %s\n", f.Type, head(f.Span.Of(p.Text)))
	}
	for _, pr := range problems {
		fmt.Fprintf(&b, "problem %s\n", pr.Message)
	}
	return b.String()
}

func orUnknown(s string) string {
	if s == "" {
		return "(unknown)"
	}
	return s
}

func head(s string) string {
	w := strings.Fields(s)
	if len(w) > 8 {
		return "“" + strings.Join(w[:8], " ") + " …”"
	}
	return "“" + strings.Join(w, " ") + "”"
}

func tail(s string) string {
	w := strings.Fields(s)
	return "“… " + strings.Join(w[max(0, len(w)-6):], " ") + "”"
}
