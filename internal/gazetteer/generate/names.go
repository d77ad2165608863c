package main

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/gazetteer"
)

//go:embed names.txt
var namesFile string

//go:embed generic.txt
var genericFile string

//go:embed marks.txt
var marksFile string

// marks are the letters of marks.txt.
var marks = func() (all string) {
	for line := range lines(marksFile) {
		all += line
	}
	return all
}()

// alternatesFrom is the size from which the alternate names of a town are taken. The
// source has them in all languages and does not say which; the smaller the town, the
// fewer of them can be met in an English or Spanish text.
const alternatesFrom = 20000

// alternates chooses, among the names the source lists, those an English or Spanish text
// may use: letters of these two languages only, capital first, not an airport's code, and
// at least five letters, since a short word in some language is too often a word in
// another (four if the usual name begins with it: “León de los Aldama”).
func alternates(c *place, ascii, listed string, seat bool) []string {
	out := []string{ascii}
	if !seat && c.population < alternatesFrom {
		return out
	}
	for name := range strings.SplitSeq(listed, ",") {
		if usable(name, c.name) && !gazetteer.Default().Common(name) {
			out = append(out, name)
		}
	}
	return out
}

func usable(name, usual string) bool {
	small, count := false, 0
	if strings.HasPrefix(gazetteer.Fold(usual), gazetteer.Fold(name)+" ") {
		count++
	}
	for i, r := range name {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case unicode.IsLetter(r):
			if r > unicode.MaxASCII && !strings.ContainsRune(marks, r) {
				return false
			}
			small = small || unicode.IsLower(r)
			count++
		case !strings.ContainsRune(" '-.", r):
			return false
		}
	}
	return small && count >= 5
}

// addHandWritten adds the names of names.txt and those without generic words, and gives
// divisions and countries their points.
func (p *places) addHandWritten() error {
	var errs []error
	for line := range lines(namesFile) {
		if err := p.addNames(strings.Split(line, "|")); err != nil {
			errs = append(errs, fmt.Errorf("names.txt: %q: %w", line, err))
		}
	}
	for _, pl := range p.list {
		if pl.class == gazetteer.Admin1 || pl.class == gazetteer.Admin2 {
			pl.stripped = append(pl.stripped, stripped(pl)...)
		}
		if pl.class != gazetteer.City {
			pl.lat, pl.lon = middle(pl.towns)
		}
	}
	return errors.Join(errs...)
}

// addNames adds one line: class, country code, name as the sources have it, further names.
// For a country the third field becomes its usual name.
func (p *places) addNames(f []string) error {
	if len(f) < 3 {
		return fmt.Errorf("%d fields, want at least 3", len(f))
	}
	var best *place
	for _, pl := range p.list {
		if string(pl.class) != f[0] || pl.country != f[1] {
			continue
		}
		if pl.class == gazetteer.Country {
			pl.others = append(pl.others, pl.name)
			pl.name, best = f[2], pl
		} else if pl.name == f[2] && (best == nil || pl.population > best.population) {
			best = pl
		}
	}
	if best == nil {
		return fmt.Errorf("no such place")
	}
	// As good as the usual name: “Londres” is London before it is a hamlet.
	best.stripped = append(best.stripped, f[3:]...)
	return nil
}

// stripped returns the name of a division without the word for the kind of division.
func stripped(pl *place) []string {
	for line := range lines(genericFile) {
		f := strings.Split(line, "|")
		if slices.Contains(f[2:], pl.country) {
			continue
		}
		rest, ok := strings.CutSuffix(pl.name, " "+f[1])
		if f[0] == "before" {
			rest, ok = strings.CutPrefix(pl.name, f[1]+" ")
		}
		if first, _ := utf8.DecodeRuneInString(rest); ok && len(rest) >= 3 && unicode.IsUpper(first) {
			return []string{rest}
		}
	}
	return nil
}

// lines yields the entries of a hand-written list.
func lines(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
