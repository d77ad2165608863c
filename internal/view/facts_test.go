package view

import (
	"strings"
	"testing"

	"stemma"
)

// What an editor did to the facts: a toll was raised, its source went, a quotation was cut,
// a date moved, one statement went and one came.
func TestFacts(t *testing.T) {
	n := func(v float64) *float64 { return &v }
	a := &stemma.Article{ID: "a", Lang: "en", Text: "“We had no boats and no warning,” Osk Brenn said. It burned. They fled."}
	b := &stemma.Article{ID: "b", Lang: "en", Text: "“We had no boats,” Osk Brenn said. It burned. They fled."}
	quote := func(x *stemma.Article) stemma.Quote {
		end := strings.Index(x.Text, "”")
		return stemma.Quote{Type: stemma.DirectQuote, Content: stemma.Span{Start: len("“"), End: end}, Speaker: stemma.Named{Name: "Osk Brenn"}}
	}
	event := func(x *stemma.Article, date stemma.Date) stemma.Event {
		at := strings.Index(x.Text, "burned")
		return stemma.Event{Evidence: stemma.Evidence{Span: stemma.Span{Start: at, End: at + 6}}, Type: "ASSAULT", Date: date}
	}
	x := &stemma.Reading{Article: "a", Quotes: []stemma.Quote{quote(a)}, Events: []stemma.Event{event(a, "2031-05-04")}, Figures: []stemma.Figure{
		{Measure: "deaths", Op: "=", Value: n(12), Of: stemma.Named{Name: "fishers"}, SaidBy: stemma.Named{Name: "Ministry of Waters"}},
		{Measure: "missing", Op: "=", Value: n(3)},
		{Measure: "injured", Op: "=", Value: n(7)},
	}}
	y := &stemma.Reading{Article: "b", Quotes: []stemma.Quote{quote(b)}, Events: []stemma.Event{event(b, "2031-05-05")}, Figures: []stemma.Figure{
		{Measure: "deaths", Op: "=", Value: n(14), Of: stemma.Named{Name: "fishers"}},
		{Measure: "injured", Op: "=", Value: n(7)},
		{Measure: "detained", Op: "=", Value: n(2)},
	}}
	var got []string
	for _, f := range factChanges(english, x, y, a, b) {
		got = append(got, f.Change+": "+f.Kind+" "+f.What)
	}
	want := "changed: figure another number, source left out|dropped: figure |changed: quotation trimmed|changed: event another date|added: figure "
	if strings.Join(got, "|") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.ReplaceAll(want, "|", "\n"))
	}
	if same := factChanges(english, x, x, a, a); len(same) > 0 {
		t.Errorf("a text differs from itself in %+v", same)
	}
	b.Lang = "es"
	for _, f := range factChanges(english, x, y, a, b) {
		if f.Kind == "quotation" {
			t.Error("words of two languages are compared")
		}
	}
}
