package export_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"stemma/internal/view"
)

// The references are as many as the texts, with authors, outlets and days where these are
// known, and nothing where not.
func TestCSL(t *testing.T) {
	var list []struct {
		ID, Type, Title, URL, Note string
		Container                  string `json:"container-title"`
		Author                     []struct{ Literal string }
		Issued                     struct {
			Parts [][]int `json:"date-parts"`
		}
	}
	if err := json.Unmarshal(written(t, "csl", view.Part{}), &list); err != nil {
		t.Fatal(err)
	}
	days := map[string][]int{}
	for _, x := range list {
		if x.Type != "article-newspaper" || !strings.Contains(x.Note, "SHA-256 ") || !strings.Contains(x.Note, x.ID) {
			t.Errorf("%+v", x)
		}
		if len(x.Issued.Parts) > 0 {
			days[x.Container] = x.Issued.Parts[0]
		}
	}
	if len(list) != 6 || !slices.Equal(days["Harbour Post"], []int{2021, 3, 5}) || !slices.Equal(days["Velmora Bulletin"], []int{2021, 3}) || days["Ellery Standard"] != nil {
		t.Errorf("%d texts, days %v", len(list), days)
	}
}

// An entry of BibTeX ends where its braces are closed, whatever stands in it.
func TestBibTeX(t *testing.T) {
	out := string(written(t, "bibtex", view.Part{List: "texts", Query: "outlet:harbour"}))
	for _, line := range []string{"@article{a-", "  title = {{Dockers march on the assembly in Port Ellery}},", "  author = {{Mira Tolland}},", "  date = {2021-03-05},", "  year = {2021},"} {
		if !strings.Contains(out, line) {
			t.Errorf("%q is missing in\n%s", line, out)
		}
	}
	for _, pile := range []string{out, string(written(t, "bibtex", view.Part{}))} {
		depth := 0
		for i, r := range pile {
			if escaped := i > 0 && pile[i-1] == '\\'; escaped {
				continue
			}
			switch r {
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth < 0 {
				t.Fatal("a brace is closed that was not opened")
			}
		}
		if depth != 0 {
			t.Errorf("%d braces are open", depth)
		}
	}
}

// Every reference of RIS begins with its type and ends with ER, a tag a line.
func TestRIS(t *testing.T) {
	out := string(written(t, "ris", view.Part{}))
	entries := strings.Split(strings.TrimSuffix(out, "ER  - \r\n\r\n"), "ER  - \r\n\r\n")
	if len(entries) != 6 {
		t.Fatalf("%d entries", len(entries))
	}
	for _, e := range entries {
		if !strings.HasPrefix(e, "TY  - NEWS\r\nID  - a-") || !strings.Contains(e, "\r\nN1  - text a-") {
			t.Errorf("%q", e)
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(e, "\r\n"), "\r\n") {
			if len(line) < 7 || line[2:6] != "  - " || strings.ContainsAny(line, "\r\n") {
				t.Errorf("no tag: %q", line)
			}
		}
	}
	if strings.Count(out, "DA  - 2021/03/05") != 1 {
		t.Error("the day of the Harbour Post")
	}
}
