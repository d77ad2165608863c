package kin

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"stemma"
)

var update = flag.Bool("update", false, "rewrite the wanted copies and families")

// Each file of testdata holds articles and all copies and families that must be
// found among them, however the articles are ordered.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var articles []stemma.Article
			for i := range ar.Files[:len(ar.Files)-1] {
				articles = append(articles, article(t, ar.Files[i].Name, string(ar.Files[i].Data)))
			}
			want := &ar.Files[len(ar.Files)-1]
			got := told(articles)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != string(want.Data) {
				t.Errorf("got:\n%swant:\n%s", got, want.Data)
			}
			for i := range articles { // every rotation gives the same
				if turned := told(append(append([]stemma.Article{}, articles[i:]...), articles[:i]...)); turned != got {
					t.Errorf("with %s first:\n%s", articles[i].ID, turned)
				}
			}
		})
	}
}

// article reads an article of a golden file: fields, an empty line, paragraphs.
func article(t *testing.T, name, data string) stemma.Article {
	t.Helper()
	head, body, _ := strings.Cut(data, "\n\n")
	a := stemma.Article{ID: stemma.ID(name), Page: stemma.ID(name)}
	var holes []string
	for _, line := range strings.Split(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "title":
			a.TitleText = value
		case "outlet":
			a.Outlet.Name = value
		case "credit":
			a.Credit.Name = value
		case "published":
			a.Published = stemma.Date(value)
		case "reposted":
			a.Reposted = stemma.Date(value)
		case "lang":
			a.Lang = value
		case "url":
			a.URL = value
		case "hole":
			holes = append(holes, value)
		default:
			t.Fatalf("%s: no field %q", name, key)
		}
	}
	a.Title = stemma.Span{End: len(a.TitleText)}
	a.Text = a.TitleText + "\n\n" + strings.TrimSpace(body)
	for _, h := range holes {
		i := strings.Index(a.Text, h)
		if i < 0 {
			t.Fatalf("%s: no hole %q", name, h)
		}
		a.Holes = append(a.Holes, stemma.Hole{Span: stemma.Span{Start: i, End: i + len(h)}})
	}
	return a
}

// told puts copies and families in words.
func told(articles []stemma.Article) string {
	text := make(map[stemma.ID]string)
	for _, a := range articles {
		text[a.ID] = a.Text
	}
	copies, families := Families(articles)
	var b strings.Builder
	for _, c := range copies {
		fmt.Fprintf(&b, "copy %s %s  %s  %.0f%% %.0f%%", c.A, c.B, c.Relation, 100*c.ShareA, 100*c.ShareB)
		if c.Earlier != "" {
			fmt.Fprintf(&b, "  earlier %s, %s", map[string]stemma.ID{"a": c.A, "b": c.B}[c.Earlier], c.Certainty)
		}
		b.WriteByte('\n')
		for _, p := range c.Passages {
			fmt.Fprintf(&b, "\t%q\n", ends(p.A.Of(text[c.A])))
			if x, y := ends(p.A.Of(text[c.A])), ends(p.B.Of(text[c.B])); x != y {
				fmt.Fprintf(&b, "\t%q in %s\n", y, c.B)
			}
		}
		for _, w := range c.Why {
			fmt.Fprintf(&b, "\twhy %s\n", w)
		}
	}
	for _, f := range families {
		fmt.Fprintf(&b, "family %v", f.Articles)
		if f.First != "" {
			fmt.Fprintf(&b, "  first %s", f.First)
		}
		b.WriteByte('\n')
		for _, e := range f.Edges {
			fmt.Fprintf(&b, "\t%s → %s  %s, %s\n", e.From, e.To, e.Relation, e.Certainty)
		}
		for _, s := range f.Further {
			fmt.Fprintf(&b, "\t%s ⇢ %s  %s\n", s.From, s.To, s.Certainty)
			for _, part := range s.Parts {
				fmt.Fprintf(&b, "\t\t%q\n", ends(part.Of(text[s.To])))
			}
			for _, w := range s.Why {
				fmt.Fprintf(&b, "\t\twhy %s\n", w)
			}
		}
	}
	return b.String()
}

// ends gives the first and last words of a passage.
func ends(s string) string {
	f := strings.Fields(s)
	if len(f) <= 8 {
		return strings.Join(f, " ")
	}
	return strings.Join(f[:4], " ") + " … " + strings.Join(f[len(f)-4:], " ")
}
