package store

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"stemma"
)

// TotalCap is the number at which [Hits.Total] stops counting: a Total of TotalCap
// means “that many or more”. Counting on would cost more than the answer is worth.
const TotalCap = 10_000

// Check tells whether the entry hangs together: every article has its reading, its
// text is the page's text at its place, and the body is what its SHA-256 says. The
// error wraps [stemma.ErrInvalid]. Every keeper calls it before keeping anything.
func (e *Entry) Check() error {
	switch {
	case e.Page.ID == "":
		return fmt.Errorf("a page without an ID: %w", stemma.ErrInvalid)
	case len(e.Readings) != len(e.Articles):
		return fmt.Errorf("page %s: %d articles with %d readings: %w",
			e.Page.ID, len(e.Articles), len(e.Readings), stemma.ErrInvalid)
	}
	if e.Body != nil {
		sum := sha256.Sum256(e.Body)
		if got := hex.EncodeToString(sum[:]); got != e.Page.SHA256 {
			return fmt.Errorf("page %s: the body's SHA-256 is %s, not %q: %w",
				e.Page.ID, got, e.Page.SHA256, stemma.ErrInvalid)
		}
	}
	for i := range e.Articles {
		a := &e.Articles[i]
		place := stemma.Span{Start: a.Start, End: a.Start + len(a.Text)}
		switch {
		case a.ID == "" || a.Page != e.Page.ID:
			return fmt.Errorf("page %s: article %d (%q of page %q) is not its own: %w",
				e.Page.ID, i, a.ID, a.Page, stemma.ErrInvalid)
		case place.Of(e.Page.Text) != a.Text:
			return fmt.Errorf("article %s: its text is not the page's text at %d: %w",
				a.ID, a.Start, stemma.ErrInvalid)
		case e.Readings[i].Article != a.ID:
			return fmt.Errorf("article %s: its reading is of %q: %w",
				a.ID, e.Readings[i].Article, stemma.ErrInvalid)
		}
	}
	return nil
}

// Problems gives the problems told to Put, and those that the entries' pages,
// articles and readings carry and that were not told. The page and path of a
// carried problem are filled in when it does not say them.
func Problems(entries []Entry, told []stemma.Problem) []stemma.Problem {
	type trouble struct{ where, step, message string } // a page's ID or, without one, the source
	known := make(map[trouble]bool, len(told))
	for _, p := range told {
		known[trouble{cmp.Or(string(p.Page), p.Source), p.Step, p.Message}] = true
	}
	all := slices.Clone(told)
	for i := range entries {
		e := &entries[i]
		carry := func(problems []stemma.Problem) {
			for _, p := range problems {
				if p.Page == "" {
					p.Page = e.Page.ID
				}
				if p.Source == "" {
					p.Source = e.Page.Path
				}
				if !known[trouble{string(p.Page), p.Step, p.Message}] && !known[trouble{p.Source, p.Step, p.Message}] {
					all = append(all, p)
				}
			}
		}
		carry(e.Page.Problems)
		for j := range e.Articles {
			carry(e.Articles[j].Problems)
			carry(e.Readings[j].Problems)
		}
	}
	return all
}

// CompareProblems orders problems by source, step, message, page, hint.
func CompareProblems(a, b stemma.Problem) int {
	for _, c := range [...]int{
		strings.Compare(a.Source, b.Source), strings.Compare(a.Step, b.Step),
		strings.Compare(a.Message, b.Message), strings.Compare(string(a.Page), string(b.Page)),
		strings.Compare(a.Hint, b.Hint),
	} {
		if c != 0 {
			return c
		}
	}
	return 0
}

// Words counts the words of a text for [Counts]: runs without white space that hold
// a letter or a digit.
func Words(text string) int {
	n, counted := 0, false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			counted = false
		case !counted && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			n, counted = n+1, true
		}
	}
	return n
}

// Window cuts one page out of a list, as Offset and Limit of a query say.
func Window[T any](list []T, offset, limit int) []T {
	list = list[min(max(offset, 0), len(list)):]
	if limit > 0 && limit < len(list) {
		list = list[:limit]
	}
	return list
}
