package figure

import (
	"fmt"
	"testing"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// finderOf takes a text apart for tests of single steps.
func finderOf(s, code string) *finder {
	d := text.New(&stemma.Article{ID: "a", Text: s, Lang: code}, lang.Load(code))
	return newFinder(d, nil, nil)
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "1,200 men", "1,200=1200"},
		{"en", "3.5 miles", "3.5=3.5"},
		{"en", "1.200 miles", "1.200=1.2"},
		{"es", "1.200 hombres", "1.200=1200"},
		{"es", "3,5 millas", "3,5=3.5"},
		{"es", "1.234.567,8 euros", "1.234.567,8 euros=1.2345678e+06"},
		{"en", "192.168.1.2", ""},
		{"en", "at 0815 on the 21st in the 1990s", ""},
		{"en", "one hundred and five", "one hundred and five=105"},
		{"en", "two thousand three hundred", "two thousand three hundred=2300"},
		{"en", "forty-one", "forty-one=41"},
		{"en", "twenty twenty", "twenty=20 twenty=20"},
		{"en", "2 million 300 thousand", "2 million 300 thousand=2.3e+06"},
		{"en", "$740bn", "$740bn=7.4e+11"},
		{"en", "US$ 3 million", "US$ 3 million=3e+06"},
		{"en", "a hundred", "a hundred=100"},
		{"en", "half a dozen", "half a dozen=6"},
		{"en", "two thirds of them", "two thirds=66.67"},
		{"en", "$5m and £3.4bn, 2m people ran 800m", "$5m=5e+06 £3.4bn=3.4e+09 2m=2e+06 800=800"},
		{"en", "one of three films", "one=1 three=3"},
		{"en", "six of ten", "six of ten=60"},
		{"es", "Q463 millones", "Q463 millones=4.63e+08"},
		{"es", "por medio de un acuerdo", "un=1"},
		{"en", "two out of five", "two out of five=40"},
		{"en", "five-year", "five=5"},
		{"en", "20 to 30", "20 to 30=20..30"},
		{"en", "between ten and twenty", "ten and twenty=10..20"},
		{"en", "dozens", "dozens>=24"},
		{"es", "veintisiete", "veintisiete=27"},
		{"es", "doscientas treinta y dos", "doscientas treinta y dos=232"},
		{"es", "mil quinientos", "mil quinientos=1500"},
		{"es", "3 mil millones", "3 mil millones=3e+09"},
		{"es", "medio millón", "medio millón=500000"},
		{"es", "media docena", "media docena=6"},
		{"es", "dos de cada tres", "dos de cada tres=66.67"},
		{"es", "cientos de miles", "cientos de miles>=200000"},
	} {
		f := finderOf(c.text, c.lang)
		got := ""
		for _, s := range f.d.Sentences {
			for _, n := range f.scan(s.First, s.End) {
				if n.kind == ordinal {
					continue
				}
				if got != "" {
					got += " "
				}
				switch {
				case n.op == "range":
					got += fmt.Sprintf("%s=%v..%v", n.span.Of(c.text), *n.min, *n.max)
				case n.op == "vague":
					got += fmt.Sprintf("%s>=%v", n.span.Of(c.text), *n.min)
				default:
					got += fmt.Sprintf("%s=%v", n.span.Of(c.text), *n.value)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}
