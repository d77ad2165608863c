package message

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stemma"
)

// values gives the names of the values in a message's forms, and its marks, each once.
func values(forms []string) []string {
	var names []string
	for _, form := range forms {
		each(form, func(c rune) {
			if strings.ContainsRune("`*[]", c) {
				names = append(names, string(c))
			}
		}, func(name string) { names = append(names, name) })
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// TestComplete: every language has the same messages, with the same values and marks, and
// forms for one and for other numbers where English has them.
func TestComplete(t *testing.T) {
	english := In("en").words
	for _, lang := range Languages() {
		b := In(lang)
		if b.Lang() != lang {
			t.Fatalf("no messages in %s", lang)
		}
		for id, forms := range english {
			if b.words[id] == nil {
				t.Errorf("%s.txt: %s is missing", lang, id)
				continue
			}
			if got, want := fmt.Sprint(values(b.words[id])), fmt.Sprint(values(forms)); got != want {
				t.Errorf("%s.txt: %s has the values and marks %s, in English %s", lang, id, got, want)
			}
			if len(b.words[id]) != len(forms) {
				t.Errorf("%s.txt: %s has %d forms, in English %d", lang, id, len(b.words[id]), len(forms))
			}
		}
		for id := range b.words {
			if english[id] == nil {
				t.Errorf("%s.txt: %s is not in en.txt", lang, id)
			}
		}
	}
}

// TestForm: lines are sorted by ID, so that two people add to a file in two places; forms
// for numbers stand only where the number does.
func TestForm(t *testing.T) {
	for _, lang := range Languages() {
		data, err := files.ReadFile(lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), "# Source: ") {
			t.Errorf("%s.txt does not say at its head whose it is", lang)
		}
		before := ""
		for _, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			id, words, _ := strings.Cut(line, " = ")
			if id <= before {
				t.Errorf("%s.txt: %s must not stand behind %s", lang, id, before)
			}
			before = id
			if strings.Contains(words, " | ") && !strings.Contains(words, "{n}") {
				t.Errorf("%s.txt: %s has two forms and no {n} to choose by", lang, id)
			}
			if words != strings.TrimSpace(words) || strings.Contains(words, "  ") {
				t.Errorf("%s.txt: %s has needless blanks", lang, id)
			}
		}
	}
}

func TestSay(t *testing.T) {
	b := &Book{"es", map[string][]string{
		"x.n": {"{n} texto", "{n} textos"}, "x.rich": {"`a<b` y *{who}* en [la lista]"}, "x.two": {"{a}{b}, {"},
		"number.thousands": {"."}, "number.decimals": {","}, "term.measure.in_hospital": {"en el hospital"},
	}}
	for _, c := range []struct{ got, want string }{
		{b.Say("x.n", "n", 1), "1 texto"},
		{b.Say("x.n", "n", 0), "0 textos"},
		{b.Say("x.n", "n", 1234567), "1.234.567 textos"},
		{b.Say("x.n", "n", "{who}"), "{who} textos"}, // what is put in is not read
		{b.Say("x.two", "a", 0.5, "b", nil), "0,5, {"},
		{b.Say("x.none"), "x.none"},
		{b.Number(-12345.25), "−12.345,25"},
		{b.Number(200.0 / 3), "66,7"},
		{b.Number(29 - 1e-9), "29"},
		{b.Term("measure", "in_hospital"), "en el hospital"},
		{b.Term("measure", "not_there"), "not there"},
		{string(b.Rich("x.rich", "who", "<i>*x*</i>", "href", "/a?b=1&c=2")), `<code>a&lt;b</code> y <b>&lt;i&gt;*x*&lt;/i&gt;</b> en <a href="/a?b=1&amp;c=2">la lista</a>`},
		{string(b.Rich("x.rich", "who", HTML("<i>x</i>"), "href", "javascript:alert(1)")), `<code>a&lt;b</code> y <b><i>x</i></b> en <a href="#">la lista</a>`},
	} {
		if c.got != c.want {
			t.Errorf("%q, not %q", c.got, c.want)
		}
	}
	if In("xx") != In("en") {
		t.Error("where there is no language, it is English")
	}
}

// What a tally is of is kept in English, and worded for the reader.
func TestTally(t *testing.T) {
	for label, want := range map[string][2]string{
		"deaths · Oro · from 2022-03-01": {"deaths · Oro · since 1 March 2022", "muertes · Oro · desde el 1 de marzo de 2022"},
		"in hospital · Tal":              {"in hospital · Tal", In("es").Measure("in_hospital") + " · Tal"},
		"troops":                         {"troops", In("es").Measure("troops")},
	} {
		for i, lang := range Languages() {
			if got := In(lang).Tally(label); got != want[i] {
				t.Errorf("%s is worded as %q, not %q", label, got, want[i])
			}
		}
	}
}

// TestReason: reasons are kept in English and worded by the messages that have their words.
func TestReason(t *testing.T) {
	b := In("es")
	for said, want := range map[string]string{
		"the earlier text is the fuller one":                                      "el texto anterior es más completo",
		"against it: the later text is the fuller one":                            "en contra: el texto posterior es más completo",
		"published 2022-03-04, the later text 2022-03-05T18:00":                   "publicado el 4 de marzo de 2022; el texto posterior, el 5 de marzo de 2022, 18:00",
		"19 percent of the later text stand in it and in no other of its sources": "el 19 por ciento del texto posterior está en él y en ninguna otra de sus fuentes",
		"19, 31 and 46 are given for different days; the count has moved on":      "se dan 19, 31 y 46 para días distintos; el recuento ha avanzado",
		"a person said so: seen in print":                                         "a person said so: seen in print",
		"":                                                                        "",
	} {
		if got := b.Reason(said); got != want {
			t.Errorf("%q is worded %q, not %q", said, got, want)
		}
	}
	for said, want := range map[string]string{
		"the earlier text is the fuller one":                                       "the earlier text is the fuller one",
		"published 2022-03-04, the later text 2022-03-05T18:00":                    "published 4 March 2022, the later text 5 March 2022, 18:00",
		"about 2500 and 3000 are given for different days; the count has moved on": "about 2,500 and 3,000 are given for different days; the count has moved on",
		"a person said so: seen in print":                                          "a person said so: seen in print",
	} {
		if got := In("en").Reason(said); got != want {
			t.Errorf("in English %q is worded %q, not %q", said, got, want)
		}
	}
}

func TestParse(t *testing.T) {
	for _, bad := range []string{"a", "a = ", "a = b\na = c", "a = b | c | d"} {
		if got, err := parse(bad); err == nil {
			t.Errorf("%q gives %v", bad, got)
		}
	}
}

// FuzzRich: nothing that is put into a message becomes markup.
func FuzzRich(f *testing.F) {
	f.Add("<script>", "//elsewhere.example")
	f.Add(`"><b>`, "/x\"onclick=")
	b := &Book{"en", map[string][]string{"x": {"*{a}* [x]"}}}
	f.Fuzz(func(t *testing.T, a, href string) {
		got := string(b.Rich("x", "a", a, "href", href))
		if strings.Count(got, "<") != 4 || strings.Count(got, ">") != 4 || strings.Count(got, `"`) != 2 {
			t.Errorf("%q and %q give %s", a, href, got)
		}
	})
}

func TestCounted(t *testing.T) {
	one, three := 1.0, 3.0
	for _, c := range []struct {
		lang  string
		value *float64
		op    string
		want  string
	}{{"en", &one, "=", "1 death"}, {"en", &three, "=", "3 deaths"}, {"en", &one, ">=", "at least 1 death"}, {"es", &one, "=", "1 muerte"}} {
		got := In(c.lang).Figure(stemma.Figure{Measure: "deaths", Value: c.value, Op: c.op})
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
}

// A share is told with its sign, and money with its currency and no word more.
func TestFigureOfMeasure(t *testing.T) {
	n := 31.0
	for _, c := range []struct{ measure, unit, want string }{
		{"share", "", "31 %"}, {"poll_disapprove", "", "31 % desaprobación en sondeo"}, {"money", "EUR", "31 EUR"}, {"money", "", "31 dinero"}, {"deaths", "", "31 muertes"},
	} {
		if got := In("es").Figure(stemma.Figure{Measure: c.measure, Unit: c.unit, Value: &n, Op: "="}); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// A day that is not quite certain, or of no known year, is told as the language has it.
func TestUncertainDates(t *testing.T) {
	for d, want := range map[stemma.Date]string{
		"2021-03-04~": "hacia el 4 de marzo de 2021", "2021~": "hacia 2021", "XXXX-01-19": "19 de enero, año desconocido", "XXXX-01": "enero, año desconocido",
	} {
		if got := In("es").Date(d); got != want {
			t.Errorf("%s is %q, want %q", d, got, want)
		}
	}
}

func TestValues(t *testing.T) {
	values := Values("measure")
	if !slices.IsSorted(values) || !slices.Contains(values, "in_hospital") || slices.Contains(values, "coerce") {
		t.Errorf("%q", values)
	}
}

// TestAttested: voices are told where they are fewer than the independent texts.
func TestAttested(t *testing.T) {
	for _, c := range []struct {
		voices int
		want   string
	}{{0, "3 independent texts of 5"}, {3, "3 independent texts of 5"}, {2, "3 independent texts of 5, by 2 voices"}, {1, "3 independent texts of 5, by one voice"}} {
		if got := In("en").Attested(5, 3, c.voices); got != c.want {
			t.Errorf("%d voices: %q, want %q", c.voices, got, c.want)
		}
	}
}
