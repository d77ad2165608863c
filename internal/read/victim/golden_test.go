package victim_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/golden/goldentest"
	"stemma/internal/read/event"
	"stemma/internal/read/name"
	"stemma/internal/read/place"
	"stemma/internal/read/victim"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// shared is where evaluation texts that the project may not hold lie, if they do.
const shared = "../../../../shared/data"

// read finds the victims of an article, with its names, times and events.
func read(a *stemma.Article) stemma.Reading {
	d := text.New(a, lang.Load(a.Lang))
	r := stemma.Reading{Times: when.Find(d), Mentions: name.Find(d, place.Find(d, gazetteer.Default()))}
	r.Events = event.Find(d, r.Mentions, r.Times)
	r.Victims = victim.Find(d, r.Mentions, r.Times, r.Events)
	return r
}

func TestGolden(t *testing.T) { goldentest.Run(t, "testdata", read, "victim") }

// TestExamples checks that every rule finds somebody in its own example.
func TestExamples(t *testing.T) {
	for _, code := range lang.Codes() {
		for _, r := range lang.Load(code).Rules("victim") {
			if len(r.Examples) == 0 {
				t.Errorf("%s has no example", r.ID)
			}
			for _, e := range r.Examples {
				var got []string
				reading := read(&stemma.Article{Text: e, Lang: code, Published: "2022-12-15"})
				for _, v := range reading.Victims {
					got = append(got, v.Rule+" "+v.Harm+" "+v.Span.Of(e))
				}
				if s := strings.Join(got, ", "); !strings.Contains(s, r.ID+" ") {
					t.Errorf("%s: %q: found %q", r.ID, e, s)
				}
			}
		}
	}
}

// check holds a reading to what package victim promises.
func check(t *testing.T, a *stemma.Article, r *stemma.Reading) {
	t.Helper()
	at := 0
	for _, v := range r.Victims {
		if v.Span.Start < at || v.Span.Empty() || v.Span.End > len(a.Text) || !utf8.ValidString(v.Span.Of(a.Text)) {
			t.Fatalf("victim %v of %q", v.Span, a.Text)
		}
		at = v.Span.Start
		if v.Harm == "" || v.Rule == "" || v.ID == "" || !v.Sentence.Holds(v.Span) || v.Name == "" && v.Age == 0 {
			t.Errorf("%q: %+v", v.Span.Of(a.Text), v)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"A. K., 17, was killed", "killed killed Marta Oluo, , , was", "a 17-year-old boy of 12 years old, 34,", "M.L. (34) murió (", "the death of of Ana Ruiz's",
	} {
		f.Add(s, "en")
		f.Add(s, "es")
	}
	f.Fuzz(func(t *testing.T, s, code string) {
		if lang.Load(code) == nil || !utf8.ValidString(s) {
			return
		}
		a := &stemma.Article{Text: s, Lang: code, Published: "2021-03-24"}
		r := read(a)
		check(t, a, &r)
	})
}

// TestPromisesOnNews holds the readings of evaluation texts to the same promises.
func TestPromisesOnNews(t *testing.T) {
	for _, set := range []string{"seeds", "events-plover", "muc-dev"} {
		t.Run(set, func(t *testing.T) {
			for _, a := range goldentest.Set(t, shared, set) {
				r := read(&a)
				check(t, &a, &r)
			}
		})
	}
}
