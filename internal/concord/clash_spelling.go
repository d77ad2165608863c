package concord

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// written is a name in one way of writing it, in one text.
type written struct {
	id stemma.ID // its first mention there
	telling
}

// spellingClash tells of a name written in ways that differ in a letter or an accent.
// Shorter forms of a name are no other spellings. Each way is shown by one mention, both in
// one text where one has both.
func (c *cast) spellingClash(p *pile, group []int, a *stemma.Actor) []stemma.Clash {
	ways := map[string][]written{}
	for _, i := range group {
		text := int(c.heads[i].text)
		for _, m := range c.of(i) {
			form := spelling(m.form)
			if n := len(ways[form]); form != "" && (n == 0 || ways[form][n-1].text != text) {
				ways[form] = append(ways[form], written{m.id, telling{text, p.familyOf(text)}})
			}
		}
	}
	forms := ordered(setOf(ways))
	var out []stemma.Clash
	for i, f := range forms {
		for _, g := range forms[:i] {
			if !otherSpelling(a.Type, f, g) {
				continue
			}
			x, y := sideBySide(ways[g], ways[f])
			sides := []stemma.Side{side(g, []stemma.ID{x}, tellingsOf(ways[g])), side(f, []stemma.ID{y}, tellingsOf(ways[f]))}
			out = append(out, newClash("spelling", "variant", a.Name, fmt.Sprintf("the same %s is spelt “%s” and “%s”", a.Type, g, f), sides))
		}
	}
	return out
}

// sideBySide gives a mention of each of two ways to write a name: of the first text that has
// both, else the first by ID.
func sideBySide(a, b []written) (stemma.ID, stemma.ID) {
	in := map[int]stemma.ID{}
	for _, w := range b {
		in[w.text] = w.id
	}
	for _, w := range a {
		if id, ok := in[w.text]; ok {
			return w.id, id
		}
	}
	first := func(ws []written) stemma.ID {
		return slices.MinFunc(ws, func(x, y written) int { return cmp.Compare(x.id, y.id) }).id
	}
	return first(a), first(b)
}

func tellingsOf(ws []written) []telling {
	var out []telling
	for _, w := range ws {
		out = append(out, w.telling)
	}
	return out
}

// spelling gives a form with single spaces and straight apostrophes; "" for one in
// capitals only, whose spelling shows no accents.
func spelling(form string) string {
	form = strings.Join(strings.Fields(strings.ReplaceAll(form, "’", "'")), " ")
	if form == strings.ToUpper(form) {
		return ""
	}
	return form
}

// otherSpelling reports whether two forms of a name differ in letters or accents of one
// word, which has at least five letters.
func otherSpelling(kind, f, g string) bool {
	a, b := strings.Fields(f), strings.Fields(g)
	if len(a) != len(b) {
		return false
	}
	differ := 0
	for i := range a {
		switch x, y := strings.Trim(a[i], ".,"), strings.Trim(b[i], ".,"); {
		case strings.EqualFold(x, y):
		case fold(x) == fold(y) && len(x) >= 5:
			differ++
		case kind == stemma.Person && min(len(x), len(y)) >= 6 && distance(fold(x), fold(y), 2) <= 2:
			differ++
		default:
			return false
		}
	}
	return differ == 1
}
