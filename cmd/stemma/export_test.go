package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/htmlindex"
)

// record is a line of an export, as far as its place goes.
type record struct {
	Kind, ID, Source, Exact string
	Start, End              *int
	Text, Encoding, Format  string
}

// places EXPORT FOLDER checks that every place in an export, however deep in a record,
// holds the words that it says: the characters from start to end of the page's text are
// exact. The page's text is that of the page record, or of the file in FOLDER.
func places(ts *testscript.TestScript, neg bool, args []string) {
	data := ts.ReadFile(args[0])
	texts := pageTexts(ts, data, ts.MkAbs(args[1]))
	checked, before := 0, record{}
	lines := bufio.NewScanner(strings.NewReader(data))
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var r record
		var whole any
		ts.Check(json.Unmarshal(lines.Bytes(), &r))
		ts.Check(json.Unmarshal(lines.Bytes(), &whole))
		if r.Source == "" || r.Start == nil {
			continue
		}
		if inOrder(before, r) > 0 {
			ts.Fatalf("%s %s stands behind %s %s", r.Kind, r.ID, before.Kind, before.ID)
		}
		before = r
		checked += checkPlaces(ts, r, whole, texts[r.Source])
	}
	ts.Check(lines.Err())
	if checked == 0 {
		ts.Fatalf("no place was found in %s", args[0])
	}
	ts.Logf("%d places checked", checked)
}

func inOrder(a, b record) int {
	if a.Start == nil {
		return -1
	}
	return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(*a.Start, *b.Start), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
}

// checkPlaces looks at all objects with start, end and exact in a value, and gives their number.
func checkPlaces(ts *testscript.TestScript, r record, value any, page []rune) int {
	n := 0
	switch v := value.(type) {
	case []any:
		for _, x := range v {
			n += checkPlaces(ts, r, x, page)
		}
	case map[string]any:
		start, ok1 := v["start"].(float64)
		end, ok2 := v["end"].(float64)
		exact, ok3 := v["exact"].(string)
		if ok1 && ok2 && ok3 {
			n++
			if start < 0 || end < start || int(end) > len(page) || string(page[int(start):int(end)]) != exact {
				ts.Fatalf("%s %s of %s: %q does not stand at %v to %v", r.Kind, r.ID, r.Source, exact, start, end)
			}
		}
		for _, x := range v {
			n += checkPlaces(ts, r, x, page)
		}
	}
	return n
}

// pageTexts gives the text of every page of an export, as the contract says where it is.
func pageTexts(ts *testscript.TestScript, export, folder string) map[string][]rune {
	texts := map[string][]rune{}
	feeds, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	ts.Check(err)
	for _, feed := range feeds {
		for line := range strings.Lines(ts.ReadFile(feed)) {
			var r record
			ts.Check(json.Unmarshal([]byte(line), &r))
			texts[r.ID] = []rune(r.Text)
		}
	}
	for line := range strings.Lines(export) {
		var r record
		if ts.Check(json.Unmarshal([]byte(line), &r)); r.Kind != "page" {
			continue
		}
		switch r.Format {
		case "html":
			texts[r.Source] = []rune(r.Text)
		case "txt":
			body, err := os.ReadFile(filepath.Join(folder, r.Source))
			ts.Check(err)
			code, err := htmlindex.Get(r.Encoding)
			ts.Check(err)
			text, err := code.NewDecoder().Bytes(body)
			ts.Check(err)
			texts[r.Source] = bytes.Runes(text)
		}
	}
	return texts
}
