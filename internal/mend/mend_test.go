package mend_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stemma"
	"stemma/internal/mend"
)

const body = "Boats lost off Tarn\n\nTARN — Some 40 boats were lost, Mara Quell, the harbour master, said on Friday. “We will count\nagain,” she said.\nTwo score and five were taken from the water at Low Tarn.\n"

// quay is a text with a figure that was read wrongly, and a name.
func quay() mend.Text {
	a := &stemma.Article{ID: "a-1", Page: "p-1", Text: body}
	forty := 40.0
	r := stemma.Reading{Article: a.ID}
	for at := 0; at < len(body); {
		end := at + strings.Index(body[at:], ".\n") + 2
		if end < at+2 {
			end = len(body)
		}
		r.Sentences = append(r.Sentences, stemma.Span{Start: at, End: end})
		at = end
	}
	r.Figures = []stemma.Figure{{ID: "f-1", Evidence: evidence("40", "figure.en.lost"), Value: &forty, Op: "~", Measure: "deaths", Status: "happened", Sentence: r.Sentences[0]}}
	r.Mentions = []stemma.Mention{{ID: "n-1", Evidence: evidence("Mara Quell", "name.en"), Type: stemma.Person, Name: "Mara Quell", Entity: "n-1"}}
	return mend.Text{Article: a, Page: body, Reading: r}
}

func evidence(words, rule string) stemma.Evidence {
	return stemma.Evidence{Article: "a-1", Span: span(words), Rule: rule}
}

func span(words string) stemma.Span {
	at := strings.Index(body, words)
	return stemma.Span{Start: at, End: at + len(words)}
}

func ruling(id, verdict, kind, words string, say ...string) stemma.Ruling {
	r := stemma.Ruling{ID: stemma.ID(id), Verdict: verdict, Kind: kind, Anchor: stemma.AnchorIn(&stemma.Article{Page: "p-1", Text: body}, body, span(words))}
	for i := 0; i+1 < len(say); i += 2 {
		r.After = append(r.After, stemma.Detail{Name: say[i], Value: say[i+1]})
	}
	return r
}

func TestMended(t *testing.T) {
	text := quay()
	moved := ruling("r-2", stemma.Mended, "figure", "40", "number", "40-45", "said_by", "mara quell", "place", "Low Tarn", "as_of", "2021-03-05")
	moved.Other = ruling("", "", "", "Some 40 boats").Anchor
	out := mend.Apply(text, []stemma.Ruling{
		ruling("r-1", stemma.Rejected, "figure", "40"), ruling("r-x", stemma.Noted, "figure", "40"),
		ruling("r-0", stemma.Mended, "figure", "40", "measure", "count", "of", "boats", "nonsense", "x"), moved,
	})
	f := out.Reading.Figures[0]
	if f.ID != "f-1" || f.Rule != mend.MendedRule || f.Span.Of(body) != "Some 40 boats" || f.Value != nil || *f.Min != 40 || *f.Max != 45 || f.Op != "range" || f.Measure != "count" || f.AsOf != "2021-03-05" {
		t.Errorf("mended: %+v", f)
	}
	if f.SaidBy != (stemma.Named{Span: span("Mara Quell"), Name: "Mara Quell", Entity: "n-1"}) || f.Place != (stemma.Named{Span: span("Low Tarn"), Name: "Low Tarn"}) || f.Of.Span.Of(body) != "boats" {
		t.Errorf("said by %+v, at %+v, of %+v", f.SaidBy, f.Place, f.Of)
	}
	if len(out.Rejected) > 0 {
		t.Error("what is mended after it was rejected counts no more")
	}
	if diff := cmp.Diff(quay(), text); diff != "" {
		t.Errorf("what was handed in was changed:\n%s", diff)
	}
}

func TestMade(t *testing.T) {
	out := mend.Apply(quay(), []stemma.Ruling{
		ruling("r-1", stemma.Made, "figure", "Two score and five", "number", "45", "measure", "people", "place", "Low Tarn"),
		ruling("r-2", stemma.Made, "quote", "We will count\nagain,", "speaker", "Mara Quell"),
		ruling("r-3", stemma.Made, "name", "Low Tarn", "type", "place"),
		ruling("r-4", stemma.Rejected, "name", "Low Tarn"),
		{ID: "r-5", Verdict: stemma.Made, Kind: "figure", Anchor: stemma.Anchor{Page: "p-1", Exact: "forty-four"}},
	})
	f := out.Reading.Figures[1]
	if f.Span.Of(body) != "Two score and five" || *f.Value != 45 || f.Measure != "people" || f.Rule != mend.MadeRule || f.Sentence.Empty() || out.Found["r-1"] != f.ID {
		t.Errorf("figure %+v", f)
	}
	q := out.Reading.Quotes[0]
	if q.Span.Of(body) != "“We will count\nagain,”" || q.Content.Of(body) != "We will count\nagain," || q.Type != stemma.DirectQuote || q.Speaker.Entity != "n-1" {
		t.Errorf("quotation %+v", q)
	}
	n := out.Reading.Mentions[1]
	if n.Name != "Low Tarn" || n.Type != stemma.Place || !out.Rejected[n.ID] {
		t.Errorf("name %+v, rejected %v", n, out.Rejected)
	}
	if _, found := out.Found["r-5"]; found {
		t.Error("words that do not stand in the text are found")
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		kind, field, value string
		ok                 bool
	}{
		{"figure", "number", "27", true}, {"figure", "number", ">=27", true}, {"figure", "number", "> 27", true}, {"figure", "number", "20-30", true},
		{"figure", "number", "-2.5", true}, {"figure", "number", "vague 24", true}, {"figure", "number", "1,200", false}, {"figure", "number", "30-20", false},
		{"figure", "number", "", false}, {"figure", "number", "Inf", false}, {"figure", "number", ">20-30", false}, {"figure", "number", "-", false},
		{"figure", "measure", "deaths", true}, {"figure", "measure", "the dead", false}, {"figure", "as_of", "2021-03-04/..", true}, {"figure", "as_of", "Friday", false},
		{"figure", "as_of", "", true}, {"event", "type", "PROTEST", true}, {"event", "type", "riot", false}, {"quote", "translated", "yes", true}, {"quote", "translated", "1", false},
		{"time", "value", "P3D", true}, {"time", "value", "P1Y6M", true}, {"time", "value", "PT2.5H", true}, {"time", "value", "PXD", true},
		{"time", "value", "soon", false}, {"time", "value", "Pier 3", false}, {"time", "value", "P3", false}, {"time", "value", "P", false}, {"time", "value", "P3DT", false},
		{"figure", "words", "40 boats", false}, {"victim", "age", "34", true}, {"victim", "age", "340", false}, {"name", "name", " ", false},
		{"quote", "number", "3", false}, {"sermon", "text", "x", false},
	} {
		err := mend.Check(c.kind, []stemma.Detail{{Name: c.field, Value: c.value}}, false)
		if (err == nil) != c.ok || err != nil && !errors.Is(err, stemma.ErrInvalid) {
			t.Errorf("%s %s %q: %v", c.kind, c.field, c.value, err)
		}
	}
	if mend.Check("figure", nil, true) == nil || mend.Check("quote", nil, true) != nil {
		t.Error("a figure needs its number, a quotation nothing")
	}
}

// What a finding says can be said of it, and changes nothing.
func TestDetailsAreTaken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Custom(func(t *rapid.T) string {
			v := rapid.SampledFrom([]string{"0", "7", "1200", "2.5", "-3"}).Draw(t, "number")
			return rapid.SampledFrom([]string{"", ">", ">=", "<", "<=", "~", "vague "}).Draw(t, "sign") + v
		})
		value := rapid.OneOf(number, rapid.Just("20-30"), rapid.Just("vague 20-30")).Draw(t, "value")
		out := mend.Apply(quay(), []stemma.Ruling{ruling("r-1", stemma.Mended, "figure", "40", "number", value)})
		details := mend.Details(&out.Reading, "figure", "f-1")
		if got := stemma.Value(details, "number"); got != value {
			t.Fatalf("%q is told as %q", value, got)
		}
		if err := mend.Check("figure", details, true); err != nil {
			t.Fatal(err)
		}
	})
}

func TestFind(t *testing.T) {
	for words, want := range map[string]string{
		`"We will count again,"`: "“We will count\nagain,”", "Two  score": "Two score", "none of it": "", " ": "", "Tarn.": "Tarn.",
	} {
		at, ok := mend.Find(body, stemma.Span{End: len(body)}, words)
		if ok != (want != "") || at.Of(body) != want {
			t.Errorf("%q stands at %q, %v", words, at.Of(body), ok)
		}
	}
}
