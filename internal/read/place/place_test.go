package place

import (
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/text"
	"stemma/lang"
)

func atlas(t testing.TB) *gazetteer.Table {
	t.Helper()
	list, problems := gazetteer.ParseAdditions(`
Velmora|10|20|country|VM
Kelmora|10.5|20.5|city|VM|Coast
Borim|11|21|admin1|VM|Borim
Borim|11.2|21.3|city|VM|Borim
Coast|10.4|20.4|admin1|VM|Coast
Tessel|9|19|admin1|VM|Tessel
Sarn|9.5|19.5|city|VM|Tessel
Sarn|-40|100|city|OR|West
Orrin|-41|101|country|OR
`)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return gazetteer.Default().With(list)
}

func find(t testing.TB, code, s string) (*text.Doc, []stemma.Mention) {
	d := text.New(&stemma.Article{ID: "a", Text: s}, lang.Load(code))
	found := slices.DeleteFunc(Find(d, atlas(t)), func(m stemma.Mention) bool { return strings.HasSuffix(m.Rule, Possible) })
	return d, found
}

// TestNoPoint: a district of which no point is known lies in the middle of its province, and is
// not put where the equator meets the meridian of Greenwich.
func TestNoPoint(t *testing.T) {
	_, found := find(t, "es", "La lluvia cayó en la provincia de Sabaya, en Bolivia.")
	for _, m := range found {
		if g := m.Geo; m.Name == "Sabaya" && (g == nil || g.Precision != "admin1" || g.Admin2 == "" || g.Lat > -18 || g.Lat < -20) {
			t.Errorf("%s is at %+v", m.Name, g)
		}
	}
	if len(found) != 2 {
		t.Errorf("found %v", found)
	}
}

// TestWhich: which of its namesakes a name means, by what stands around it.
func TestWhich(t *testing.T) {
	for _, c := range []struct {
		lang, text, name, precision, country string
	}{
		{"en", "Roads were closed in the southern department of Borim.", "Borim", "admin1", "VM"},
		{"en", "Shops stayed open in the city of Borim.", "Borim", "city", "VM"},
		{"en", "Borim province was calm.", "Borim", "admin1", "VM"},
		{"es", "Hubo marchas en la provincia de Borim.", "Borim", "admin1", "VM"},
		{"es", "Hubo marchas en la ciudad de Borim.", "Borim", "city", "VM"},
		{"en", "They met in Sarn, Orrin, on Monday.", "Sarn", "city", "OR"},
		{"en", "Orrin sent help. In Sarn they were glad.", "Sarn", "city", "OR"},
		{"en", "In Tessel, Kelmora and Sarn, Velmora was on strike.", "Sarn", "city", "VM"},
		{"en", "In Grothby, in Ulmerby and in Skelven they wept. Boats left for Tolmin, near Hethenby.", "Tolmin", "", ""},
		{"en", "Slovenia sent help from Tolmin.", "Tolmin", "city", "SI"},
		{"en", "Rain fell in Sarn, in the Borim and Tessel provinces and in Kelmora.", "Borim", "admin1", "VM"},
		{"en", "Four states, among them Kenya, Chile and Peru, sent help.", "Kenya", "country", "KE"},
		{"en", "A clerk in Sacramento said that Pittsburgh was far from California.", "Pittsburgh", "city", "US"},
		{"es", "Durmieron en la localidad peruana de Grothal.", "Grothal", "", ""},
		{"es", "Cuatro países, entre ellos Kenia, Chile y Perú, enviaron ayuda.", "Kenia", "country", "KE"},
		{"en", "Envoys flew to Washington, and the United States sent tents.", "Washington", "city", "US"},
		{"en", "Ferries stood still in Washington state.", "Washington", "admin1", "US"},
		{"es", "Sudán cerró los mercados, y en Khartoum faltó el pan.", "Khartoum", "city", "SD"},
		{"en", "Canada wants its fish back. Canada sent a clerk to London.", "London", "city", "GB"},
		{"en", "Rain came in through the roof of the White House.", "White House", "city", "US"},
		{"en", "A Fla. clerk found the letter.", "Fla.", "admin1", "US"},
		{"es", "LLUVIA EN TODO EL NORTE Kelmora (AVN)", "Kelmora", "city", "VM"},
		{"es", "Llovió en las provincias de Tessel y Borim.", "Borim", "admin1", "VM"},
		{"es", "El agua bajó por el valle del Grothal.", "valle del Grothal", "", ""},
		{"en", "The water came down the Grothal valley.", "Grothal valley", "", ""},
		{"en", "They fled from Upper Grothal.", "Upper Grothal", "", ""},
		{"en", "He died in the town of Anvers Hill.", "Anvers Hill", "", ""},
		{"en", "He lives in Grimmel, a village 30 miles north of Kelmora.", "Grimmel", "", ""},
		{"en", "They swam in Lake Grimmel.", "Lake Grimmel", "", ""},
		{"en", "Envoys of the Republic of Velmora came.", "Velmora", "country", "VM"},
		{"es", "Llegaron enviados de la República de Velmora.", "República de Velmora", "country", "VM"},
		{"en", "Rain fell on South Africa, above all in the North West.", "North West", "admin1", "ZA"},
	} {
		d, found := find(t, c.lang, c.text)
		ok := false
		for _, m := range found {
			if m.Span.Of(d.Text) != c.name {
				continue
			}
			ok = true
			var precision, country string
			if m.Geo != nil {
				precision, country = m.Geo.Precision, m.Geo.Country
			}
			if precision != c.precision || country != c.country {
				t.Errorf("%s: %s is a %q in %q", c.text, c.name, precision, country)
			}
		}
		if !ok {
			t.Errorf("%s: %s is not found: %+v", c.text, c.name, found)
		}
	}
}

// TestHome: which of its namesakes a name means when only the outlet tells.
func TestHome(t *testing.T) {
	for _, c := range []struct{ url, outlet, lang, text, name, country string }{
		{"", "", "en", "Boats came back to Sarn at noon.", "Sarn", "VM"},
		{"https://news.example.or/boats", "", "en", "Boats came back to Sarn at noon.", "Sarn", "OR"},
		{"https://noticias.example.com.or/", "", "es", "Las lanchas volvieron a Sarn.", "Sarn", "OR"},
		{"https://example.io/boats", "", "en", "Boats came back to Sarn at noon.", "Sarn", "VM"},
		{"", "The Lebanon Courier", "en", "Police in Lebanon shut the road to Nashville.", "Lebanon", "US"},
		{"", "The Courier", "en", "Police in Lebanon shut the road to Tyre.", "Lebanon", "LB"},
		{"https://www.elheraldodecordoba.com/", "", "es", "En Córdoba llovió. El gobernador de Veracruz llegó por la tarde.", "Córdoba", "MX"},
		{"", "Noticias de El Salvador", "es", "Un buque de Guantánamo pasó frente a Honduras y a El Salvador.", "El Salvador", "SV"},
		{"", "Noticias de Orrin", "es", "En Orrin llovió más que en Chile.", "Orrin", "OR"},
		{"https://www.lebanonherald.com/", "", "en", "Police in Lebanon said that the road to Nashville was shut.", "Lebanon", "US"},
	} {
		a := &stemma.Article{ID: "a", URL: c.url, Outlet: stemma.Named{Name: c.outlet}, Text: c.text}
		d := text.New(a, lang.Load(c.lang))
		country := "not found"
		for _, m := range Find(d, atlas(t)) {
			if m.Span.Of(d.Text) == c.name && m.Geo != nil {
				country = m.Geo.Country
			}
		}
		if country != c.country {
			t.Errorf("%s %s: %s lies in %q, not in %s", c.url, c.outlet, c.name, country, c.country)
		}
	}
}

// TestNone: capitals that are no places.
func TestNone(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"en", "Mr. Kelmora read to Jack Kelmora."},
		{"en", "Nice people were reading. Most were Velmoran."},
		{"en", "Police said nothing. However, Monday was calm."},
		{"en", "The crowd of many nations sang."},
		{"en", "He wrote a long letter. P. O."},
		{"en", "Prices fell in the South East and the North West."},
		{"en", "The side was O Duarte, D Kelmora, L Borim."},
		{"en", "Most (71%) stayed. They met Ann Lake. Delta Orr watched Channel Five."},
		{"es", "Asimismo, hubo marchas. Nadie habló el Lunes."},
	} {
		if d, found := find(t, c.lang, c.text); len(found) > 0 {
			t.Errorf("%s: %q is taken for a place", c.text, found[0].Span.Of(d.Text))
		}
	}
}

// TestHole: nothing is found in holes.
func TestHole(t *testing.T) {
	a := &stemma.Article{Text: "Photo: Kelmora, Velmora", Holes: []stemma.Hole{{Span: stemma.Span{End: 23}, Type: "photo_caption"}}}
	if found := Find(text.New(a, nil), atlas(t)); len(found) > 0 {
		t.Errorf("found %+v", found)
	}
}

// FuzzFind: places lie on token borders, in order and apart from each other.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"In Sarn, Orrin", "U. S. of A.", "Lake of", "KELMORA, 3", "province of (", "San, San", "Washington, D.C."} {
		f.Add(s, true)
	}
	table := atlas(f)
	f.Fuzz(func(t *testing.T, s string, english bool) {
		code := "es"
		if english {
			code = "en"
		}
		d := text.New(&stemma.Article{Text: s}, lang.Load(code))
		at := 0
		for _, m := range Find(d, table) {
			first, end := d.Range(m.Span)
			if m.Span.Empty() || m.Span.Start < at || d.Span(first, end) != m.Span {
				t.Fatalf("%q: span %v is not on token borders or not in order", s, m.Span)
			}
			at = m.Span.End
		}
	})
}
