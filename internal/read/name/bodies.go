package name

import (
	"slices"
	"strings"

	"stemma/internal/gazetteer"
	"stemma/internal/text"
)

// group is one body of the text.
type group struct {
	name  string
	words []string // folded words of the fullest name that carry meaning
}

// bodies groups the mentions of bodies: the same words in any order, an initialism and
// what it stands for, a shorter form and the one fuller form that ends with it.
func (f *finder) bodies() {
	var groups []*group
	of := make([]*group, len(f.all))
	byForm := map[string]*group{}
	for pass := range 2 { // fuller names first
		for i := range f.all {
			c := &f.all[i]
			if c.kind != aBody || of[i] != nil || pass == 0 && c.end == c.first+1 {
				continue
			}
			form := plain(c.form)
			g := byForm[form]
			if g == nil {
				g = f.kin(groups, c)
			}
			if g == nil {
				g = &group{name: f.written(c), words: f.meaning(c)}
				groups = append(groups, g)
			}
			if words := f.meaning(c); len(words) > len(g.words) {
				g.name, g.words = f.written(c), words
			}
			byForm[form], of[i] = g, g
			f.short(c, g, byForm)
		}
	}
	for i := range f.all {
		if of[i] != nil {
			f.all[i].name = of[i].name
			f.all[i].entity = f.id(aBody, of[i].name)
		}
	}
}

// short notes the initialism and the other name of a body.
func (f *finder) short(c *candidate, g *group, byForm map[string]*group) {
	if a := f.acronym(c.first, c.end); a != "" && byForm[a] == nil {
		byForm[a] = g
	}
	if f.d.Norm(c.end) == "(" && f.d.Norm(c.end+2) == ")" && f.d.Tokens[c.end+1].Case != text.Lower {
		if n := plain(f.d.Norm(c.end + 1)); byForm[n] == nil {
			byForm[n] = g
		}
	}
	if f.firmed(c) {
		if n := plain(f.d.Norm(c.first)); byForm[n] == nil {
			byForm[n] = g
		}
	}
	if v := f.k.otherName(c.form); v != "" {
		if key := plain(strings.ToLower(v)); byForm[key] == nil {
			byForm[key] = g
		}
	}
}

// kin finds the body whose name has the same words, or the only one whose fuller name
// holds all of the candidate's words and ends or begins alike.
func (f *finder) kin(groups []*group, c *candidate) *group {
	words := f.meaning(c)
	if v := f.k.otherName(c.form); v != "" {
		for _, g := range groups {
			if plain(strings.ToLower(g.name)) == plain(strings.ToLower(v)) {
				return g
			}
		}
	}
	var found *group
	for _, g := range groups {
		if len(words) == 0 || !subset(words, g.words) && (len(g.words) < 2 || !subset(g.words, words)) {
			continue
		}
		if len(words) == len(g.words) {
			return g
		}
		if len(words) < 2 && !f.facts[c.first].has(aHead|aForward|aPlain) {
			continue
		}
		if found != nil {
			return nil
		}
		found = g
	}
	return found
}

func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// meaning gives the folded words of a body's name without small ones.
func (f *finder) meaning(c *candidate) []string {
	var out []string
	for i := c.first; i < c.end; i++ {
		if t := f.d.Tokens[i]; t.Kind == text.Word && t.Case != text.Lower {
			out = append(out, plain(strings.TrimSuffix(t.Norm, ".")))
		}
	}
	return out
}

// plain takes the marks off Latin letters, so that “Garcia” is “García”.
func plain(s string) string { return gazetteer.Fold(s) }
