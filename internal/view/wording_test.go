package view

import (
	"strings"
	"testing"

	"stemma"
)

func TestDateWords(t *testing.T) {
	for d, want := range map[stemma.Date]string{
		"":                       "unknown",
		"2021":                   "2021",
		"2021-03":                "March 2021",
		"2021-03-04":             "4 March 2021",
		"2021-03-04T22:00":       "4 March 2021, 22:00",
		"1989-11-03T08:15:27.42": "3 November 1989, 08:15",
		"2021~":                  "about 2021",
		"199X":                   "the 1990s",
		"19XX":                   "the 1900s",
		"XXXX-04-23":             "23 April, year unknown",
		"XXXX-04":                "April, year unknown",
		"2021-03-04~":            "about 4 March 2021",
		"XXXX-WXX-3":             "a Wednesday, which one is unknown",
		"2021-22":                "summer 2021",
		"2021-W07":               "week 7 of 2021",
		"2021-03-04/..":          "since 4 March 2021",
		"../2021-03-04":          "until 4 March 2021",
		"../..":                  "unknown",
		"2021-03-04/2021-03-06":  "4 to 6 March 2021",
		"2021-03-30/2021-04-02":  "30 March to 2 April 2021",
		"2020-12-30/2021-01-02":  "30 December 2020 to 2 January 2021",
		"2020/2021":              "2020 to 2021",
		"P3D":                    "3 days",
		"P1Y2M":                  "1 year 2 months",
		"PT1H30M":                "1 hour 30 minutes",
		"PXX":                    "PXX",
		"PAST_REF":               "some time in the past",
		"<b>":                    "<b>",
	} {
		if got := DateWords(d); got != want {
			t.Errorf("%q is worded %q, want %q", d, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for f, want := range map[float64]string{0: "0", 999: "999", 1000: "1,000", 1234567.5: "1,234,567.5", -4000: "−4,000", 0.25: "0.25", 1e21: "1,000,000,000,000,000,000,000"} {
		if got := Number(f); got != want {
			t.Errorf("%v is worded %q, want %q", f, got, want)
		}
	}
	for share, want := range map[float64]string{0: "0 %", 0.001: "under 1 %", 0.5: "50 %", 0.999: "over 99 %", 1: "100 %"} {
		if got := Percent(share); got != want {
			t.Errorf("%v is worded %q, want %q", share, got, want)
		}
	}
}

func TestBound(t *testing.T) {
	n := func(f float64) *float64 { return &f }
	for _, c := range []struct {
		op              string
		value, min, max *float64
		want            string
	}{
		{"=", n(27), nil, nil, "27"},
		{">=", n(27), nil, nil, "at least 27"},
		{">", n(27), nil, nil, "more than 27"},
		{"<=", n(27), nil, nil, "at most 27"},
		{"<", n(27), nil, nil, "fewer than 27"},
		{"~", n(4000), nil, nil, "about 4,000"},
		{"range", nil, n(20), n(30), "20 to 30"},
		{"vague", nil, n(24), nil, "at least 24"},
		{"vague", nil, nil, nil, "an unstated number"},
	} {
		if got := Bound(c.op, c.value, c.min, c.max); got != c.want {
			t.Errorf("%s: %q, want %q", c.op, got, c.want)
		}
	}
}

func TestWebAddress(t *testing.T) {
	for s, want := range map[string]string{
		"https://a.example/x": "https://a.example/x", " http://a.example ": "http://a.example",
		"javascript:alert(1)": "", "data:text/html,x": "", "/etc/passwd": "", "": "", "https:": "", "file:///x": "",
	} {
		if got := webAddress(s); got != want {
			t.Errorf("%q is linked as %q, want %q", s, got, want)
		}
	}
}

// What a figure counts is told in as few words as say it.
func TestWhatIsCounted(t *testing.T) {
	for _, c := range []struct {
		row  FigureRow
		want string
	}{
		{FigureRow{measure: "deaths", Counted: "deaths", Of: "police"}, "deaths, police"},
		{FigureRow{measure: "people", Counted: "people", Of: "People"}, "people"},
		{FigureRow{measure: "people", Counted: "people", Of: "passengers"}, "passengers"},
		{FigureRow{measure: "count", Counted: "count", Of: "boats"}, "boats, count"},
		{FigureRow{measure: "duration", Counted: "duration", Unit: "months", Of: "months"}, "duration"},
	} {
		if got := strings.Join(c.row.What(), ", "); got != c.want {
			t.Errorf("%+v counts %q, want %q", c.row, got, c.want)
		}
	}
}

// A count that is of no listed kind is told with the text's own words for it, a pronoun apart.
func TestFigureIn(t *testing.T) {
	six := 6.0
	for text, want := range map[string]string{"6 rowing boats": "6 rowing boats", "6 they": "6 count"} {
		f := stemma.Figure{Measure: "count", Value: &six, Op: "=", Of: stemma.Named{Span: stemma.Span{Start: 2, End: len(text)}}}
		if got := figureIn(english, f, text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
