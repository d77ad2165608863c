package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
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

// records reads a JSON Lines file: a page for every line. The file is read twice,
// first for its hash, which every page's ID needs, then line by line, so that its
// size does not matter; only a body of up to MaxFile is held.
func (w *walk) records(name string, size int64) bool {
	cannot := func(err error) bool {
		return w.problem(name, "the file cannot be read: "+reason(err), "Check the file and its permissions, then add it again.")
	}
	var body []byte
	var source io.Reader
	hash := sha256.New()
	if size <= MaxFile {
		b, err := readAll(w.fsys, name)
		if err != nil {
			return cannot(err)
		}
		hash.Write(b)
		body, source = b, bytes.NewReader(b)
	} else {
		f, err := w.fsys.Open(name)
		if err != nil {
			return cannot(err)
		}
		_, err = io.Copy(hash, f)
		f.Close()
		if err != nil {
			return cannot(err)
		}
		again, err := w.fsys.Open(name)
		if err != nil {
			return cannot(err)
		}
		defer again.Close()
		source = again
	}
	if strings.HasSuffix(strings.ToLower(name), ".gz") {
		unzipped, err := gzip.NewReader(source)
		if err != nil {
			return w.problem(name, "the file is named .gz but is no gzip file", "Rename it, or pack it again.")
		}
		defer unzipped.Close()
		source = unzipped
	}
	l := &lines{walk: w, name: name, sum: hex.EncodeToString(hash.Sum(nil)), body: body, seen: map[string]bool{}}
	return l.read(bufio.NewReaderSize(io.LimitReader(source, MaxStream), 1<<16))
}

// lines is the reading of one JSON Lines file.
type lines struct {
	*walk
	name, sum string
	body      []byte // handed out with the first page
	seen      map[string]bool
	pages     int
	bad       int
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
			if !l.problem(l.name, fmt.Sprintf("reading stops at line %d: %s", n, reason(err)), "The file is damaged; what stands before that line was read.") {
				return false
			}
			break
		}
	}
	return l.rest()
}

// rest tells at the file's end what was not told line by line.
func (l *lines) rest() bool {
	if l.bad > maxBadLines {
		return l.problem(l.name, fmt.Sprintf("%d more lines could not be read", l.bad-maxBadLines), "See the lines named before.")
	}
	if l.pages == 0 && l.bad == 0 {
		return l.problem(l.name, "the file holds no records", "Put one JSON object on each line.")
	}
	return true
}

func (l *lines) badLine(n int, why string) bool {
	l.bad++
	if l.bad > maxBadLines {
		return true
	}
	return l.problem(l.name, fmt.Sprintf("line %d %s", n, why), "Each line must be a JSON object with “id” and “text”; the other lines were read.")
}

func (l *lines) line(n int, raw []byte) bool {
	rec, err := parseRecord(raw)
	if err != nil {
		return l.badLine(n, err.Error())
	}
	if l.seen[rec.id] {
		return l.badLine(n, fmt.Sprintf("has the id “%s”, which an earlier line has too", rec.id))
	}
	l.seen[rec.id] = true
	if t := tooMuch(rec.text, true); t != nil {
		return l.badLine(n, "cannot be an article: "+t.message)
	}
	p := stemma.Page{SHA256: l.sum, Member: rec.id, Format: string(kindRecords), Encoding: "utf-8",
		URL: rec.meta.URL, Text: rec.text, Given: &rec.meta}
	l.place(&p, l.name)
	if !utf8.Valid(raw) {
		addNote(&p, fmt.Sprintf("line %d is not valid UTF-8; broken bytes show as “\uFFFD”", n), "Write the file as UTF-8.")
	}
	for _, note := range rec.notes {
		addNote(&p, fmt.Sprintf("line %d: %s", n, note), "Correct the field, or leave it out.")
	}
	in := Input{Page: p, Body: l.body}
	l.body = nil
	l.pages++
	return l.yield(in, nil)
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
}

// words accepts a string, a number or a list of strings: what people write into
// “id” and “byline”.
type words string

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
	var list []string
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	*w = words(strings.Join(list, "; "))
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
