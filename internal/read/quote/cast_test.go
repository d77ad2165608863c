package quote_test

import (
	"strings"

	"stemma"
	"stemma/internal/text"
)

// cast is who appears in the golden texts: an invented country and its people. The
// tests of this package hand them in, so that they do not change with the finder of
// names.
var cast = []stemma.Mention{
	{Name: "Ana Ruiz", Type: stemma.Person, Gender: "f"},
	{Name: "Lucía Mora", Type: stemma.Person, Gender: "f"},
	{Name: "Tomás Vela", Type: stemma.Person, Gender: "m"},
	{Name: "Julio Ferrán", Type: stemma.Person, Gender: "m"},
	{Name: "Inés Roca", Type: stemma.Person, Gender: "f"},
	{Name: "Dora Might", Type: stemma.Person, Gender: "f"},
	{Name: "Harbour Board", Type: stemma.Organisation},
	{Name: "Harbour Review", Type: stemma.Organisation},
	{Name: "Diario del Puerto", Type: stemma.Organisation},
	{Name: "Velmora", Type: stemma.Place},
	{Name: "Sella", Type: stemma.Place},
}

// offices are words before a name that the tests take for its role.
var offices = map[string]bool{"minister": true, "ministro": true, "general": true, "engineer": true, "ingeniera": true}

// castIn gives the mentions of the cast in a text: full names, and surnames of people.
func castIn(d *text.Doc) []stemma.Mention {
	var all []stemma.Mention
	for i := 0; i < len(d.Tokens); i++ {
		for _, c := range cast {
			words := strings.Fields(c.Name)
			n := 0
			for n < len(words) && i+n < len(d.Tokens) && d.Tokens[i+n].Span.Of(d.Text) == words[n] {
				n++
			}
			surname := c.Type == stemma.Person && d.Tokens[i].Span.Of(d.Text) == words[len(words)-1]
			if n < len(words) && !surname {
				continue
			}
			n = max(n, 1)
			m := c
			m.Span = d.Span(i, i+n)
			m.Entity = stemma.NewID("e", c.Name)
			if i > 0 && offices[d.Norm(i-1)] {
				m.Role = stemma.Named{Span: d.Span(i-1, i), Name: d.Norm(i - 1)}
			}
			all = append(all, m)
			i += n - 1
			break
		}
	}
	return all
}
