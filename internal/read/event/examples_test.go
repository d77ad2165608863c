package event_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/read/event"
	"stemma/internal/read/name"
	"stemma/internal/read/place"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// shared is where evaluation texts that the project may not hold lie, if they do.
const shared = "../../../../shared/data"

// read finds the events of an article, with its names and times.
func read(a *stemma.Article) stemma.Reading {
	d := text.New(a, lang.Load(a.Lang))
	r := stemma.Reading{Times: when.Find(d), Mentions: name.Find(d, place.Find(d, gazetteer.Default()))}
	r.Events = event.Find(d, r.Mentions, r.Times)
	return r
}

// TestExamples checks that every rule finds an act in its own example.
func TestExamples(t *testing.T) {
	for _, code := range lang.Codes() {
		for _, r := range lang.Load(code).Rules("event") {
			if len(r.Examples) == 0 {
				t.Errorf("%s has no example", r.ID)
			}
			for _, e := range r.Examples {
				var got []string
				a := &stemma.Article{Text: e, Lang: code, Published: "2022-12-15"}
				if r.Set["headline"] == "only" {
					a.Title = stemma.Span{End: len(e)}
				}
				for _, f := range read(a).Events {
					got = append(got, f.Rule+" "+f.Span.Of(e))
				}
				s := strings.Join(got, ", ")
				if r.Set["make"] == "none" && s != "" || r.Set["make"] != "none" && !strings.Contains(s, r.ID+" ") {
					t.Errorf("%s: %q: found %q", r.ID, e, s)
				}
			}
		}
	}
}
