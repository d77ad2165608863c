package name

import (
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// FuzzFind: whatever the text and the places, mentions lie on token borders, in order,
// apart from each other, and one entity has one type and one name.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Gen. Ana Duarte, 54, head of the Port Authority of Kelmora, said so.",
		"KELMORA 3 BORIM 2\n\nThe Liberal Party of Velmora – “White Sail” (PLV)",
		"El ministro de Salud, José Luis de la Fuente, y la Dra. Robles",
		"Nuno “Tico” Da Rocha", "ex-President X. & Co", "U. S. A. of", "San", "(((", "A’s", "Mr. ", "de la",
	} {
		f.Add(s, true, 0, 3)
	}
	f.Fuzz(func(t *testing.T, s string, english bool, from, size int) {
		if !utf8.ValidString(s) {
			return
		}
		code := "es"
		if english {
			code = "en"
		}
		title := len(s) / 3
		for title > 0 && !utf8.RuneStart(s[title]) {
			title--
		}
		d := text.New(&stemma.Article{Text: s, Title: stemma.Span{End: title}}, lang.Load(code))
		var places []stemma.Mention
		if from >= 0 && size > 0 && from < len(d.Tokens) && size < len(d.Tokens)-from {
			places = append(places, stemma.Mention{Type: stemma.Place, Evidence: stemma.Evidence{Span: d.Span(from, from+size), Rule: "place.en.known"}})
		}
		check(t, d, Find(d, places))
	})
}

func check(t *testing.T, d *text.Doc, found []stemma.Mention) {
	t.Helper()
	at := 0
	entities := map[stemma.ID]stemma.Mention{}
	for _, m := range found {
		first, end := d.Range(m.Span)
		if m.Span.Empty() || m.Span.Start < at || d.Span(first, end) != m.Span {
			t.Fatalf("%q: span %v is not on token borders or not in order", d.Text, m.Span)
		}
		at = m.Span.End
		if m.Rule == "" || m.ID == "" || m.Entity == "" || m.Name == "" {
			t.Fatalf("%q: %+v lacks a rule, an ID, an entity or a name", d.Text, m)
		}
		if e, ok := entities[m.Entity]; ok && (e.Type != m.Type || e.Name != m.Name) {
			t.Fatalf("%q: one entity, two names: %+v, %+v", d.Text, e, m)
		}
		entities[m.Entity] = m
		if !m.Role.Span.Empty() && m.Role.Span.Of(d.Text) == "" {
			t.Fatalf("%q: the role lies outside the text: %+v", d.Text, m)
		}
	}
}
