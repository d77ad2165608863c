// Package gold_test checks the hand-made truth of this folder: that every annotated
// text parses, every anchor leads to one place, and the articles of the example pile
// stand in their pages.
// It does not run Stemma on it; that is the bench's work.
package gold_test

import (
	"encoding/json"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/demo"
	"stemma/internal/golden"
)

var (
	quoteTypes = []string{"direct", "partial", "block", "indirect", "scare"}
	nameTypes  = []string{"person", "organisation", "place"}
	eventTypes = []string{
		"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE",
		"REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE",
	}
	attributes = map[string][]string{
		"quote":  {"speaker", "cue", "optional"},
		"figure": {"unit", "of", "place", "date", "as-of", "said-by", "part-of", "status", "also", "optional"},
		"time":   {"also", "optional"},
		"name":   {"name", "optional"},
		"event":  {"date", "status", "actor", "target", "place", "type-any", "optional"},
		"victim": {"name", "age", "date", "place", "by", "circumstance", "also", "optional"},
	}
	amount = regexp.MustCompile(`^((=|>=|>|<=|<|~)\d+(\.\d+)?|\d+\.\.\d+|vague:\d+\.\.(\d+)?)$`)
	value  = regexp.MustCompile(`^(([0-9X]{4}(-[0-9X]{2}){0,2}|\.\.)?(T\d{2}:\d{2})?/?)+$|^\d{4}.*/\.\.$|^\.\./.+$|^P(T?[0-9X]+[A-Z])+$|^(PAST|PRESENT|FUTURE)_REF$`)
)

func TestGold(t *testing.T) {
	files, err := filepath.Glob("*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no gold: %v", err)
	}
	for _, name := range files {
		t.Run(filepath.ToSlash(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			c, err := golden.Parse(data)
			if err != nil {
				t.Fatal(err)
			}
			if c.Section != "gold" {
				t.Fatalf("section is %q, want gold", c.Section)
			}
			checkPage(t, c, filepath.Base(filepath.Dir(name)))
			for i := range c.Want {
				checkFinding(t, c, &c.Want[i])
			}
			checkMarks(t, c)
			checkParts(t, c)
		})
	}
}

// checkFinding looks at one line of truth and its attributes.
func checkFinding(t *testing.T, c *golden.Case, f *golden.Finding) {
	text := c.Article.Text
	if _, err := golden.Resolve(text, f.Anchor); err != nil {
		t.Errorf("%s: %v", f.Kind, err)
	}
	if want := map[string]int{"quote": 1, "figure": 2, "time": 1, "name": 1, "event": 1, "victim": 1}[f.Kind]; len(f.Fields) != want {
		t.Fatalf("%s %v: want %d fields (0: unknown kind)", f.Kind, f.Fields, want)
	}
	first, ok := f.Fields[0], false
	switch f.Kind {
	case "quote":
		ok = slices.Contains(quoteTypes, first)
	case "figure":
		ok = slices.Contains(stemma.Measures, first) && amount.MatchString(f.Fields[1])
	case "time":
		ok = value.MatchString(first)
	case "name":
		ok = slices.Contains(nameTypes, first)
	case "victim":
		ok = slices.Contains(stemma.Harms, first)
	case "event":
		ok = slices.Contains(eventTypes, first)
	}
	if !ok {
		t.Errorf("%s %v %q: not a value of the contract", f.Kind, f.Fields, f.Anchor)
	}
	for _, a := range f.Attrs {
		if !slices.Contains(attributes[f.Kind], a.Key) {
			t.Errorf("%s %q: attribute %q is not known", f.Kind, f.Anchor, a.Key)
		}
	}
	for _, key := range []string{"cue", "part-of"} { // words of the text itself
		if words := f.Attr(key); !strings.Contains(text, words) {
			t.Errorf("%s %q: %s %q does not stand in the text", f.Kind, f.Anchor, key, words)
		}
	}
	if words := strings.Fields(f.Attr("speaker")); len(words) > 0 && !strings.Contains(text, words[len(words)-1]) {
		t.Errorf("quote %q: the speaker %q does not stand in the text", f.Anchor, f.Attr("speaker"))
	}
}

// checkMarks sees to it that no quotation mark was overlooked.
func checkMarks(t *testing.T, c *golden.Case) {
	text := c.Article.Text
	marked := make([]bool, len(text))
	for _, f := range c.Want {
		if f.Kind != "quote" || f.Fields[0] == "indirect" {
			continue
		}
		s, err := golden.Resolve(text, f.Anchor)
		if err != nil {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			marked[i] = true
		}
	}
	for i, r := range text {
		if strings.ContainsRune(`“”«»"`, r) && !marked[i] {
			t.Errorf("the mark in %q lies in no quotation", text[i:min(len(text), i+40)])
		}
	}
}

// checkParts sees to it that parts of a total of deaths add up to it.
func checkParts(t *testing.T, c *golden.Case) {
	sums := map[string]int{}
	for _, f := range c.Want {
		if total := f.Attr("part-of"); total != "" && f.Fields[0] == "deaths" {
			n, _ := strconv.Atoi(strings.TrimPrefix(f.Fields[1], "="))
			sums[total] += n
		}
	}
	for total, sum := range sums {
		if strconv.Itoa(sum) != total {
			t.Errorf("the parts of %s add up to %d", total, sum)
		}
	}
}

// checkPage sees to it that title and paragraphs stand in the page, in this order;
// white space apart. Only the texts of set demo stand in a page, and all of them do.
func checkPage(t *testing.T, c *golden.Case, set string) {
	_, after, ok := strings.Cut(c.Note, "# Page: demo/pile/")
	name, _, _ := strings.Cut(after, "\n")
	if !ok {
		if set == "demo" {
			t.Fatal("the note does not say which page the article stands in")
		}
		return
	}
	page := dense(pageText(t, name))
	for _, par := range strings.Split(c.Article.Text, "\n\n") {
		_, rest, found := strings.Cut(page, dense(par))
		if !found {
			t.Errorf("%s does not hold, after what stood before it: %q", name, par)
			continue
		}
		page = rest
	}
}

var hidden = regexp.MustCompile(`(?s)<script.*?</script>|<style.*?</style>|<head>.*?</head>|<[^>]*>`)

func pageText(t *testing.T, name string) string {
	data, err := fs.ReadFile(demo.Pile(), name)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case strings.HasSuffix(name, ".html"):
		return html.UnescapeString(hidden.ReplaceAllString(string(data), " "))
	case strings.HasSuffix(name, ".jsonl"):
		var b strings.Builder
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			var record struct{ Title, Text string }
			if err := json.Unmarshal([]byte(line), &record); err != nil {
				t.Fatal(err)
			}
			b.WriteString(record.Title + "\n" + record.Text + "\n")
		}
		return b.String()
	case !utf8.Valid(data): // Windows-1252; the page keeps to what it shares with Latin-1
		runes := make([]rune, len(data))
		for i, c := range data {
			runes[i] = rune(c)
		}
		return string(runes)
	}
	return string(data)
}

func dense(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
