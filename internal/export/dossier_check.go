package export

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"stemma"
	"stemma/internal/message"
)

// Checked is what a check of a dossier found. Faults are plain sentences.
type Checked struct {
	Files, Notes, Statements int
	Language                 string        // of the page's own words
	Texts                    []CheckedText // those that its statements stand in, by ID
	Faults                   []string
}

// CheckedText is a text of a dossier, to be compared with that of a pile.
type CheckedText struct {
	ID     stemma.ID
	SHA256 string            // of the file that it came in
	Words  [sha256.Size]byte // the hash of the text from its first word to its last
}

// kept is a record of a dossier, as far as a check needs it.
type keptRecord struct {
	Kind, ID, Article, Source, Exact, SHA256 string
	Start, End                               int
}

// CheckDossier checks the folder of a dossier: that its files are those of its list of
// hashes and no others; that the words of each statement stand at their place in its text;
// and that each note of the page is of a statement, with its words, place and hash. The
// error is for a folder that is none of a dossier.
func CheckDossier(folder fs.FS) (Checked, error) {
	c := &checker{records: map[string]keptRecord{}, pages: map[string]string{}}
	if err := c.files(folder); err != nil {
		return c.Checked, err
	}
	if err := c.statements(folder); err != nil {
		return c.Checked, err
	}
	return c.Checked, c.notes(folder)
}

type checker struct {
	Checked
	records map[string]keptRecord
	pages   map[string]string // source → hash of the file
}

func (c *checker) fault(format string, args ...any) {
	c.Faults = append(c.Faults, fmt.Sprintf(format, args...))
}

// files compares every file with the list of hashes.
func (c *checker) files(folder fs.FS) error {
	sums, err := fs.ReadFile(folder, dossierSums)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no %s: this is no folder of a dossier: %w", dossierSums, stemma.ErrInvalid)
	}
	if err != nil {
		return err
	}
	listed := []string{dossierSums}
	for line := range strings.Lines(string(sums)) {
		want, name, ok := strings.Cut(strings.TrimSpace(line), "  ")
		if !ok || !fs.ValidPath(name) {
			c.fault("%s holds a line that is none: %q", dossierSums, strings.TrimSpace(line))
			continue
		}
		listed = append(listed, name)
		body, err := fs.ReadFile(folder, name)
		switch {
		case err != nil:
			c.fault("%s cannot be read: %v", name, err)
		case fmt.Sprintf("%x", sha256.Sum256(body)) != want:
			c.fault("%s was changed: its SHA-256 is not that of %s", name, dossierSums)
		default:
			c.Files++
		}
	}
	return fs.WalkDir(folder, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !slices.Contains(listed, path) {
			c.fault("%s is not in %s", path, dossierSums)
		}
		return err
	})
}

// statements looks whether each statement stands in its text.
func (c *checker) statements(folder fs.FS) error {
	f, err := folder.Open(dossierRecords)
	if err != nil {
		return fmt.Errorf("the records of the dossier: %w", err)
	}
	defer f.Close()
	texts := map[string]keptRecord{}
	var order []keptRecord
	lines := bufio.NewReaderSize(f, 1<<16)
	for {
		line, err := lines.ReadBytes('\n')
		var r keptRecord
		if len(bytes.TrimSpace(line)) > 0 {
			if err := json.Unmarshal(line, &r); err != nil {
				c.fault("%s holds a line that is no record", dossierRecords)
			}
		}
		switch {
		case r.Kind == "page":
			c.pages[r.Source] = r.SHA256
		case r.Kind == "article":
			texts[r.ID] = r
		case slices.Contains(statements, r.Kind):
			order = append(order, r)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("the records of the dossier: %w", err)
		}
	}
	for _, r := range order {
		c.Statements++
		c.records[r.ID] = r
		a, ok := texts[r.Article]
		words := []rune(a.Exact)
		if start, end := r.Start-a.Start, r.End-a.Start; !ok || start < 0 || end > len(words) || start > end || string(words[start:end]) != r.Exact {
			c.fault("statement %s does not stand in text %s at %d–%d", r.ID, r.Article, r.Start, r.End)
		}
	}
	for id, a := range texts {
		c.Texts = append(c.Texts, CheckedText{stemma.ID(id), c.pages[a.Source], sha256.Sum256([]byte(a.Exact))})
	}
	slices.SortFunc(c.Texts, func(a, b CheckedText) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return nil
}

// notes compares the footnotes of the page with the statements.
func (c *checker) notes(folder fs.FS) error {
	body, err := fs.ReadFile(folder, dossierPage)
	if err != nil {
		return fmt.Errorf("the page of the dossier: %w", err)
	}
	note, marked, words := map[string]string(nil), false, ""
	z := html.NewTokenizer(bytes.NewReader(body))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return fmt.Errorf("the page of the dossier: %w", err)
			}
			return nil
		case html.StartTagToken:
			t := z.Token()
			if t.Data == "html" {
				c.Language = attributesOf(t)["lang"]
				if !slices.Contains(message.Languages(), c.Language) {
					c.fault("the page does not say in which language it is written, or in one in which none is: %q", c.Language)
				}
			}
			if attributes := attributesOf(t); t.Data == "li" && attributes["data-statement"] != "" {
				note, words = attributes, ""
			}
			marked = marked || note != nil && t.Data == "mark"
		case html.TextToken:
			if marked {
				words += z.Token().Data
			}
		case html.EndTagToken:
			if t := z.Token(); t.Data == "mark" && marked {
				c.note(note, words)
				note, marked = nil, false
			}
		}
	}
}

func attributesOf(t html.Token) map[string]string {
	out := map[string]string{}
	for _, a := range t.Attr {
		out[a.Key] = a.Val
	}
	return out
}

// note compares one footnote with its statement.
func (c *checker) note(note map[string]string, words string) {
	c.Notes++
	id := note["data-statement"]
	r, ok := c.records[id]
	switch {
	case !ok:
		c.fault("note %s is of a statement that is not in %s", id, dossierRecords)
	case strings.Join(strings.Fields(words), " ") != strings.Join(strings.Fields(r.Exact), " "):
		c.fault("note %s gives other words than its statement: %q", id, words)
	case note["data-start"] != strconv.Itoa(r.Start) || note["data-end"] != strconv.Itoa(r.End):
		c.fault("note %s gives another place than its statement", id)
	case note["data-sha256"] != c.pages[r.Source]:
		c.fault("note %s gives another hash than its page", id)
	}
}
