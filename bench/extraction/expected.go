package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// wanted reads the expected text of each page; nil for a page without one. No file gives
// none at all.
func wanted(file string, pages []page) ([]*string, error) {
	if file == "" {
		return nil, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	texts := map[string]*string{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var x struct {
			Source string
			Text   *string
		}
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			return nil, err
		}
		texts[filepath.Base(x.Source)] = x.Text
	}
	want := make([]*string, len(pages))
	for i, p := range pages {
		want[i] = texts[p.name]
	}
	return want, lines.Err()
}

// shared gives the mean precision and recall, over pages, of runs of four words.
func shared(want []*string, got []string) (precision, recall float64) {
	found, asked := 0, 0
	for i, w := range want {
		if w == nil {
			continue
		}
		a, b := runs(*w), runs(got[i])
		both, of, in := 0, 0, 0
		for k, n := range a {
			both += min(n, b[k])
			of += n
		}
		for _, n := range b {
			in += n
		}
		if in > 0 {
			found++
			precision += float64(both) / float64(in)
		}
		if of > 0 {
			asked++
			recall += float64(both) / float64(of)
		}
	}
	return precision / float64(max(found, 1)), recall / float64(max(asked, 1))
}

// runs counts the runs of four words of a text; a shorter text is one run.
func runs(s string) map[string]int {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '_'
	})
	out := map[string]int{}
	if len(words) > 0 && len(words) < 4 {
		out[strings.Join(words, " ")]++
	}
	for i := 0; i+4 <= len(words); i++ {
		out[strings.Join(words[i:i+4], " ")]++
	}
	return out
}
