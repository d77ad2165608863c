package quote_test

import (
	"strings"

	"stemma"
	"stemma/internal/text"
)

// capitalised takes runs of capitalised words for persons, with the fullest form in
// the text as the name: a stand-in for the finder of names.
func capitalised(d *text.Doc) []stemma.Mention {
	var all []stemma.Mention
	first := d.Pack.List("firstnames")
	words := d.Pack.List("words")
	clause := d.Pack.List("clause")
	full := map[string]string{}
	for _, s := range d.Sentences {
		if s.Hole {
			continue
		}
		for i := s.First; i < s.End; i++ {
			capital := func(j int) bool {
				t := d.Tokens[j]
				return t.Kind == text.Word && (t.Case == text.Title || t.Case == text.Upper || t.Case == text.Mixed) && t.Norm != "'s" && !clause.Has(t.Norm)
			}
			if !capital(i) || i == s.First && words.Has(d.Tokens[i].Norm) && !first.Has(d.Tokens[i].Norm) {
				continue
			}
			end := i + 1
			for end < s.End && capital(end) {
				end++
			}
			for end-i > 1 && isTitle(d.Tokens[i].Norm, d) {
				i++
			}
			m := stemma.Mention{Evidence: stemma.Evidence{Span: d.Span(i, end)}, Type: stemma.Person, Name: d.Words(i, end)}
			if v, ok := first.Value(d.Tokens[i].Norm); ok && !strings.Contains(v, "mf") {
				m.Gender = v[:1]
			} else if !ok && end-i > 1 {
				m.Type = stemma.Organisation
			}
			if end-i > 1 && full[d.Tokens[end-1].Norm] == "" {
				full[d.Tokens[end-1].Norm] = m.Name + "|" + m.Gender + "|" + m.Type
			}
			if f := strings.Split(full[d.Tokens[i].Norm], "|"); end-i == 1 && len(f) == 3 {
				m.Name, m.Gender, m.Type = f[0], f[1], f[2]
			}
			all = append(all, m)
			i = end - 1
		}
	}
	return all
}

func isTitle(w string, d *text.Doc) bool {
	v, _ := d.Pack.List("abbreviations").Value(w)
	return v == "title" || strings.Contains(" president minister former lawyer analyst secretary senator governor general commander chief ambassador judge prime vice deputy spokesman spokeswoman academician anthropologist journalist investigator colombian mexican uruguayan bolivian venezuelan ", " "+w+" ")
}
