package when_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/golden/goldentest"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// What a value may look like: EDTF levels 0 and 1 with months, ISO weeks and times of
// day; ISO 8601 durations, with X for a number that nobody knows; the references.
const (
	day      = `(\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)(T([01]\d|2[0-4]):[0-5]\d)?`
	point    = `(` + day + `|(\d{4}|XXXX)-\d\d|\d{4}-W\d\d|\d{4}|\d{3}X|\d\dXX|XXXX)~?`
	interval = point + `/(` + point + `|\.\.)|\.\./` + point
	length   = `P((\d+(\.\d+)?|X)[YMWD])*(T((\d+(\.\d+)?|X)[HMS])+)?|PX(DE|CE|Q|WE|FN|HY)`
	weekly   = `XXXX-WXX-[1-7]`
)

var valid = regexp.MustCompile(`^(` + point + `|` + interval + `|` + length + `|` + weekly + `|PAST_REF|PRESENT_REF|FUTURE_REF)$`)

// check holds a reading to what package when promises.
func check(t *testing.T, a *stemma.Article, times []stemma.Time) {
	t.Helper()
	at := 0
	for _, f := range times {
		if f.Span.Start < at || f.Span.Empty() || f.Span.End > len(a.Text) {
			t.Fatalf("%v overlaps, is empty or lies outside of %q", f.Span, a.Text)
		}
		at = f.Span.End
		if s := f.Span.Of(a.Text); !utf8.ValidString(s) || strings.TrimSpace(s) != s {
			t.Errorf("span %q cuts a rune or takes in space", s)
		}
		if !valid.MatchString(string(f.Value)) || f.Value == "P" {
			t.Errorf("%q: value %q is neither EDTF nor TIMEX3", f.Span.Of(a.Text), f.Value)
		}
		isLength := strings.HasPrefix(string(f.Value), "P") && !strings.Contains(string(f.Value), "_")
		comesBack := strings.HasPrefix(string(f.Value), "XXXX-") && f.Type == stemma.TimeSet // every Saturday, each July
		switch f.Type {
		case stemma.TimeDuration, stemma.TimeSet:
			if !isLength && !comesBack {
				t.Errorf("%q: a %s of %q", f.Span.Of(a.Text), f.Type, f.Value)
			}
		case stemma.TimeDate, stemma.TimeRange:
			if isLength {
				t.Errorf("%q: a %s of %q", f.Span.Of(a.Text), f.Type, f.Value)
			}
		default:
			t.Errorf("type %q", f.Type)
		}
		if f.Rule == "" || f.ID == "" || f.Sentence.Empty() {
			t.Errorf("%q has no rule, ID or sentence", f.Span.Of(a.Text))
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"From 31 June to May 32, 1999 at 25:61", "the last 99999 years", "29.02.2021", "in '98 and '90s", "two hours and 3 minutes ago",
		"last Monday last week", "el 30 de febrero", "siglo IIIIII", "los últimos X días", "until since from 1999 to 1899",
		"a las 24:00", "0/0/0", "the 0th century", "Feb. 29", "the third quarter of the quarter", "9999-12-31", "next year 2199",
	} {
		f.Add(s, "2021-03-24", "en")
		f.Add(s, "", "es")
	}
	f.Fuzz(func(t *testing.T, s, published, code string) {
		p := lang.Load(code)
		if p == nil || !utf8.ValidString(s) {
			return
		}
		a := &stemma.Article{Text: s, Lang: code, Published: stemma.Date(published)}
		check(t, a, when.Find(text.New(a, p)))
	})
}

// TestValuesOfNews holds the readings of evaluation texts to the same promises.
func TestValuesOfNews(t *testing.T) {
	sets := []string{"seeds", "time-timebank", "time-es-timebank", "time-recognizers", "time-es-hourglass"}
	goldentest.Promises(t, shared, sets, find, func(t *testing.T, a *stemma.Article, r *stemma.Reading) { check(t, a, r.Times) })
}
