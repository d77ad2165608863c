package clip

import (
	"testing"

	"stemma"
	"stemma/lang"
)

// TestDates reads dates as they stand beside bylines. The order of day and month is
// known only where the form or the page shows it.
func TestDates(t *testing.T) {
	c := New(lang.Load("en"), lang.Load("es"))
	for _, tt := range []struct {
		line  string
		order byte
		want  stemma.Date
	}{
		{"May 26, 2023", 0, "2023-05-26"},
		{"MARCH 10, 2023", 0, "2023-03-10"},
		{"26 May 2023", 0, "2023-05-26"},
		{"the 26th of May, 2023", 0, "2023-05-26"},
		{"10:19pm, Jan 28th '23", 0, "2023-01-28"},
		{"Sept. 4, 1999", 0, "1999-09-04"},
		{"29.12.2022", 0, "2022-12-29"},
		{"02.03.2022", 0, "2022-03-02"},
		{"01.24.23", 0, "2023-01-24"},
		{"2023-05-26", 0, "2023-05-26"},
		{"2023-05-26T08:00", 0, "2023-05-26"},
		{"2023/05/26", 0, "2023-05-26"},
		{"18/06/2023", 0, "2023-06-18"},
		{"06/18/2023", 0, "2023-06-18"},
		{"03/04/2023", 0, "2023"},
		{"03/04/2023", 'd', "2023-04-03"},
		{"03/04/2023", 'm', "2023-03-04"},
		{"04/04/2023", 0, "2023-04-04"},
		{"March 2022", 0, "2022-03"},
		{"26 de mayo de 2023", 0, "2023-05-26"},
		{"mayo 26, 2023", 0, "2023-05-26"},
		{"lunes 3 de abril del 2023", 0, "2023-04-03"},
		{"1º de mayo de 2023", 0, "2023-05-01"},
		{"le 7 février 2020", 0, "2020-02-07"},
		{"1er mai 2020", 0, "2020-05-01"},
		{"Dienstag, 6. März 2014", 0, "2014-03-06"},
		{"8 września 2021", 0, "2021-09-08"},
		{"4 de março de 2021", 0, "2021-03-04"},
		{"Mars 2020", 0, ""},
		{"31.02.2022", 0, ""},
		{"10.11.12.13", 0, ""},
		{"May 3", 0, ""},
		{"version 1.2.3", 0, ""},
		{"in 2023", 0, ""},
	} {
		var got stemma.Date
		if ds := c.datesIn(tt.line, wordsOf(tt.line, 20)); len(ds) > 0 {
			got = ds[0].date(tt.order)
		}
		if got != tt.want {
			t.Errorf("%q in order %q: got %q, want %q", tt.line, tt.order, got, tt.want)
		}
	}
}

// TestDatelineDates: a telex writes the year with two digits, right before its dash.
func TestDatelineDates(t *testing.T) {
	c := New(lang.Load("en"), lang.Load("es"))
	for line, want := range map[string]stemma.Date{
		"SELLA, 3 JAN 90 -- ": "1990-01-03", "PORT ILO, 26 dic 07 (Agencia Sella) - ": "2007-12-26", "SELLA, May 3, 2021 — ": "2021-05-03",
		"SELLA, 3 JAN 10:30 -- ": "", "SELLA, 3 JAN 90 PEOPLE -- ": "", "SELLA, 31 FEB 90 -- ": "",
	} {
		var got stemma.Date
		if ds := c.datelineDates(line); len(ds) > 0 {
			got = ds[0].date(0)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func TestURLDate(t *testing.T) {
	for url, want := range map[string]stemma.Date{
		"https://tribune.example/2022/03/06/herring/":   "2022-03-06",
		"https://tribune.example/news/2022-03-06-a.htm": "2022-03-06",
		"https://tribune.example/2022/13/06/herring/":   "",
		"https://tribune.example/1234/56/":              "",
		"https://tribune.example/id/20220306":           "",
		"":                                              "",
	} {
		if got := urlDate(url); got != want {
			t.Errorf("%s: got %q, want %q", url, got, want)
		}
	}
}
