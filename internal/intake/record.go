package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"stemma"
)

// maxBadLines is how many bad lines of one file are told of one by one.
const maxBadLines = 20

// records reads a JSON Lines file: a page for every line.
func (f *opened) records(it *item) bool {
	from, err := it.reader()
	if err != nil {
		return f.trouble(it, &trouble{"the file cannot be read: " + reason(err), "Check the file and its permissions, then add it again."})
	}
	defer from.Close()
	l := &lines{opened: f, it: it, seen: map[string]bool{}}
	return l.read(bufio.NewReaderSize(from, 1<<16))
}

// lines is the reading of one JSON Lines file.
type lines struct {
	*opened
	it    *item
	seen  map[string]bool
	good  int
	bad   int
	other int // records of an export that are no articles
}

func (l *lines) read(r *bufio.Reader) bool {
	for n := 1; ; n++ {
		line, tooLong, err := nextLine(r, MaxRecord)
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\uFEFF"))
		}
		goOn := true
		switch line = bytes.TrimSpace(line); {
		case err != nil && err != io.EOF: // the line is cut off
		case tooLong:
			goOn = l.badLine(n, fmt.Sprintf("is over %d MB", MaxRecord>>20))
		case len(line) > 0:
			goOn = l.line(n, line)
		}
		if !goOn {
			return false
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			if !l.trouble(l.it, &trouble{fmt.Sprintf("reading stops at line %d: %s", n, reason(err)), "The file is damaged; what stands before that line was read."}) {
				return false
			}
			break
		}
	}
	return l.end()
}

// end tells at the file's end what was not told line by line.
func (l *lines) end() bool {
	if l.other > 0 {
		l.passed["records of an export that are no articles"] += l.other
	}
	if l.bad > maxBadLines {
		return l.trouble(l.it, &trouble{fmt.Sprintf("%d more lines could not be read", l.bad-maxBadLines), "See the lines named before."})
	}
	if l.good == 0 && l.bad == 0 {
		return l.trouble(l.it, &trouble{"the file holds no records", "Put one JSON object on each line."})
	}
	return true
}

func (l *lines) badLine(n int, why string) bool {
	l.bad++
	if l.bad > maxBadLines {
		return true
	}
	return l.trouble(l.it, &trouble{fmt.Sprintf("line %d %s", n, why), "Each line must be a JSON object with “id” and “text”; the other lines were read."})
}

func (l *lines) line(n int, raw []byte) bool {
	rec, err := parseRecord(raw)
	if err != nil {
		return l.badLine(n, err.Error())
	}
	if rec.other {
		l.other++
		return true
	}
	if l.seen[rec.id] {
		return l.badLine(n, fmt.Sprintf("has the id “%s”, which an earlier line has too", rec.id))
	}
	l.seen[rec.id] = true
	if t := tooMuch(rec.text, true); t != nil {
		return l.badLine(n, "cannot be an article: "+t.message)
	}
	p := stemma.Page{Encoding: "utf-8", URL: rec.meta.URL, Text: rec.text, Given: &rec.meta}
	var notes []note
	if !utf8.Valid(raw) {
		notes = append(notes, note{fmt.Sprintf("line %d is not valid UTF-8; broken bytes show as “\uFFFD”", n), "Write the file as UTF-8."})
	}
	for _, text := range rec.notes {
		notes = append(notes, note{fmt.Sprintf("line %d: %s", n, text), "Correct the field, or leave it out."})
	}
	l.good++
	in := l.it.within(rec.id, nil)
	in.kind = kindRecords
	return l.page(in, p, notes)
}

// nextLine gives the next line without its end. A line over max is read to its end,
// thrown away and reported as too long. The error is io.EOF with the last line.
func nextLine(r *bufio.Reader, max int) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > max {
			line, tooLong = nil, true
		}
		if !tooLong {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

// record is one line's article.
type record struct {
	id, text string
	meta     stemma.Meta
	notes    []string
	other    bool // a record of an export that is no article
}

// exported are the kinds of records that “stemma export” prints, besides articles.
var exported = map[string]bool{
	"stemma": true, "page": true, "furniture": true, "problem": true, "sentence": true, "copy": true, "family": true, "story": true,
	"quote": true, "figure": true, "victim": true, "time": true, "name": true, "event": true, "entity": true,
	"saying": true, "tally": true, "happening": true, "clash": true, "fact": true,
}

// words accepts a string, a number, a place of an export (its name, else its words) or
// a list of those: what people write into “id” and “byline”.
type words string

// place is how an export gives titles and people.
type place struct {
	Name  *string `json:"name"`
	Exact *string `json:"exact"`
}

func (p place) words() words {
	switch {
	case p.Name != nil:
		return words(*p.Name)
	case p.Exact != nil:
		return words(*p.Exact)
	}
	return ""
}

func (w *words) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) == nil {
		*w = words(s)
		return nil
	}
	var n json.Number
	if json.Unmarshal(b, &n) == nil {
		*w = words(n)
		return nil
	}
	var p place
	if json.Unmarshal(b, &p) == nil {
		*w = p.words()
		return nil
	}
	var list []words
	if len(b) > 0 && b[0] == '[' && bytes.Contains(b[1:], []byte("[")) {
		return errors.New("lists in lists")
	}
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	for i, one := range list {
		if i > 0 {
			*w += "; "
		}
		*w += one
	}
	return nil
}

func parseRecord(raw []byte) (record, error) {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(raw, &fields); err != nil {
		return record{}, errors.New("is no JSON object: " + err.Error())
	}
	var rec record
	get := func(names ...string) string {
		for _, n := range names {
			var w words
			if v, ok := fields[n]; !ok || string(v) == "null" {
				continue
			} else if err := json.Unmarshal(v, &w); err != nil {
				rec.notes = append(rec.notes, fmt.Sprintf("the field “%s” is neither a string nor a list of strings; it was left out", n))
			} else if w != "" {
				return string(w)
			}
		}
		return ""
	}
	if kind := get("kind"); exported[kind] {
		rec.other = true
		return rec, nil
	}
	rec.notes = nil
	rec.id, rec.text = get("id"), get("text")
	switch {
	case rec.id == "":
		return rec, errors.New("has no “id”")
	case rec.text == "":
		return rec, errors.New("has no “text”")
	}
	rec.meta = stemma.Meta{Title: get("title"), Byline: get("byline"), Outlet: get("outlet", "series"),
		URL: get("url"), Lang: get("lang")}
	if given := get("published", "date"); given != "" {
		d := stemma.Date(strings.Replace(strings.TrimSpace(given), " ", "T", 1))
		if _, _, ok := d.Bounds(); ok {
			rec.meta.Published = d
		} else {
			rec.notes = append(rec.notes, fmt.Sprintf("“%s” is no date in the form 2021-03-04; it was left out", given))
		}
	}
	return rec, nil
}
