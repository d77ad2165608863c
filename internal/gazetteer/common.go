package gazetteer

import (
	_ "embed"
	"strings"
)

//go:embed common.txt
var commonFile string

// Common says whether the name is also an ordinary English or Spanish word or a very
// common first or last name, so that a text needs to say more before it is taken for a
// place: “Nice”, “Reading”, “Jordan”. Names are compared folded; but two or three letters all
// in capitals are an abbreviation and no word (“US”, not “us”).
func (t *Table) Common(name string) bool {
	key := Fold(name)
	return t.common[key] && (len(key) > 3 || hasSmall(name))
}

// parseCommon reads common.txt: a name a line, # begins a comment.
func parseCommon(text string) map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(text) {
		name, _, _ := strings.Cut(line, "#")
		if key := Fold(name); key != "" {
			m[key] = true
		}
	}
	return m
}
