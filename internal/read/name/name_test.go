package name_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/read/name"
	"stemma/internal/read/place"
	"stemma/internal/text"
	"stemma/lang"
)

func read(t *testing.T, code, s string) []stemma.Mention {
	t.Helper()
	d := text.New(&stemma.Article{ID: "a", Text: s}, lang.Load(code))
	return name.Find(d, place.Find(d, atlas(t)))
}

// TestBeside: what stands beside a person's name.
func TestBeside(t *testing.T) {
	for _, c := range []struct {
		lang, text, name string
		want             stemma.Mention
	}{
		{"en", "The strike ended, said health minister Ana Duarte.", "Ana Duarte", stemma.Mention{Role: stemma.Named{Name: "health minister"}, Gender: "f"}},
		{"en", "Mr. Orr Hale, head of the Port Authority, left.", "Orr Hale", stemma.Mention{Role: stemma.Named{Name: "head of the Port Authority"}, Gender: "m"}},
		{"en", "Former President Tomas Ruiz spoke.", "Tomas Ruiz", stemma.Mention{Role: stemma.Named{Name: "President"}, Gender: "m", Former: true}},
		{"en", "Ana Ruiz, 26, was detained.", "Ana Ruiz", stemma.Mention{Age: 26, Gender: "f"}},
		{"en", "They found 26-year-old Ana Ruiz.", "Ana Ruiz", stemma.Mention{Age: 26, Gender: "f"}},
		{"en", "Lena Orr (31) came.", "Lena Orr", stemma.Mention{Age: 31, Gender: "f"}},
		{"en", "Oona Brandt, 5,000 of whose books were sold, left.", "Oona Brandt", stemma.Mention{}},
		{"en", "Marcos Hale, who had been named minister, left.", "Marcos Hale", stemma.Mention{Gender: "m"}},
		{"en", "The bridge was closed by its director, Orrin Tavel, on Monday.", "Orrin Tavel", stemma.Mention{Role: stemma.Named{Name: "director"}}},
		{"en", "They met the head of the authority, Peter Hale, on Monday.", "Peter Hale", stemma.Mention{Role: stemma.Named{Name: "head of the authority"}, Gender: "m"}},
		{"en", "It was written by Naomi Orr, then the deputy minister of Velmora.", "Naomi Orr", stemma.Mention{Role: stemma.Named{Name: "deputy minister of Velmora"}, Gender: "f", Former: true}},
		{"es", "Asistieron el ministro, Juan Ortega, y el jefe de la policía, Tomás Ruiz.", "Juan Ortega", stemma.Mention{Role: stemma.Named{Name: "ministro"}, Gender: "m"}},
		{"es", "Lo dijo la ministra de Salud, Marta Ríos.", "Marta Ríos", stemma.Mention{Role: stemma.Named{Name: "ministra de Salud"}, Gender: "f"}},
		{"es", "El ex presidente Tomás Ruiz calló.", "Tomás Ruiz", stemma.Mention{Role: stemma.Named{Name: "presidente"}, Gender: "m", Former: true}},
		{"es", "Marta Ríos, de 34 años, vive allí.", "Marta Ríos", stemma.Mention{Age: 34, Gender: "f"}},
		{"es", "Juan Ortega, secretario general del sindicato, renunció.", "Juan Ortega", stemma.Mention{Role: stemma.Named{Name: "secretario general del sindicato"}, Gender: "m"}},
	} {
		var got *stemma.Mention
		for _, m := range read(t, c.lang, c.text) {
			if m.Name == c.name {
				got = &m
			}
		}
		if got == nil {
			t.Errorf("%s: %q is not found", c.text, c.name)
			continue
		}
		if got.Role.Name != c.want.Role.Name || got.Age != c.want.Age || got.Gender != c.want.Gender && c.want.Gender != "" || got.Former != c.want.Former {
			t.Errorf("%s: role %q, age %d, gender %q, former %v", c.text, got.Role.Name, got.Age, got.Gender, got.Former)
		}
		if got.Role.Name != "" && got.Role.Span.Of(c.text) != got.Role.Name {
			t.Errorf("%s: the role's place says %q", c.text, got.Role.Span.Of(c.text))
		}
	}
}

// TestThings: a law, a prize or a contest is no name, and no part of it is one; a person
// or a body behind it is.
func TestThings(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "She won the Ana Duarte Award and met Leo Marsh MP.", "Leo Marsh"},
		{"en", "They quoted Tory MP Leo Marsh and Rosa III at Tory Questions.", "Leo Marsh|Rosa III"},
		{"es", "Aprobaron ayer el Plan Director de Puertos de Madrid.", ""},
		{"es", "Ganó el Premio Rosa de Plata Ana Duarte.", "Ana Duarte"},
		{"es", "La Feria del Ganado de Cartagena y el Ministerio de Salud callan.", "Ministerio de Salud"},
		{"es", "El plan de Bogotá no gusta.", "Bogotá"},
	} {
		var got []string
		for _, m := range read(t, c.lang, c.text) {
			got = append(got, m.Span.Of(c.text))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got %q, want %q", c.text, s, c.want)
		}
	}
}

// TestWhoIsWho: which mentions are one entity.
func TestWhoIsWho(t *testing.T) {
	for _, c := range []struct {
		text, a, b string
		same       bool
	}{
		{"Ana Duarte came. Gen. Duarte left.", "Ana Duarte", "Duarte", true},
		{"Ana M. Duarte came. Ana Duarte left.", "Ana M. Duarte", "Ana Duarte", true},
		{"Ana Duarte came. Luis Duarte left.", "Ana Duarte", "Luis Duarte", false},
		{"Mr. Duarte came. Ana Duarte left.", "Duarte", "Ana Duarte", false},
		{"José García came. Jose Garcia left.", "José García", "Jose Garcia", true},
		{"The Kelmora Port Authority (KPA) met. KPA members left.", "Kelmora Port Authority", "KPA", true},
		{"The Ministry of Health said no. The Health Ministry said yes.", "Ministry of Health", "Health Ministry", true},
		{"The Harbour Committee met the Health Committee.", "Harbour Committee", "Health Committee", false},
	} {
		ids := map[string]stemma.ID{}
		for _, m := range read(t, "en", c.text) {
			ids[m.Span.Of(c.text)] = m.Entity
		}
		if ids[c.a] == "" || ids[c.b] == "" {
			t.Errorf("%s: found only %v", c.text, ids)
		} else if (ids[c.a] == ids[c.b]) != c.same {
			t.Errorf("%s: %q and %q: same = %v", c.text, c.a, c.b, !c.same)
		}
	}
}

// TestRoleBeside: the role that stands beside a person's name, whole, and nothing that only looks
// like one.
func TestRoleBeside(t *testing.T) {
	for _, c := range []struct{ lang, text, name, want string }{
		{"en", "“It will rise,” said Luis Orr, chief market analyst at Kelmora Bank.", "Luis Orr", "chief market analyst at Kelmora Bank"},
		{"en", "Rosa Dell, deputy editor of the magazine, agreed.", "Rosa Dell", "deputy editor of the magazine"},
		{"en", "After a pass by Ana Duarte, the winger planted the ball wide.", "Ana Duarte", ""},
		{"en", "The jury has novelist Oona Brandt, director Sir Tomas Rell and others.", "Oona Brandt", "novelist"},
		{"en", "She drew with Jack Prado, while champion Uma Renn won.", "Jack Prado", ""},
		{"en", "It is based on a tale by Jack Prado, A Small Queen.", "Jack Prado", ""},
		{"en", "The head of the Harbour Safety Board (HSB), Dora Bell, said no.", "Dora Bell", "head of the Harbour Safety Board"},
		{"en", "Crown Prince Aldo was there.", "Aldo", "Crown Prince"},
		{"es", "La presidenta de la Junta del Puerto (JP), Rosa Prado, habló.", "Rosa Prado", "presidenta de la Junta del Puerto"},
	} {
		found := false
		for _, m := range read(t, c.lang, c.text) {
			if m.Span.Of(c.text) != c.name {
				continue
			}
			if found = true; m.Role.Name != c.want {
				t.Errorf("%s: got %q, want %q", c.text, m.Role.Name, c.want)
			}
		}
		if !found {
			t.Errorf("%s: %s is not found", c.text, c.name)
		}
	}
}
