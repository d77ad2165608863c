package victim_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/golden/goldentest"
	"stemma/internal/read"
	"stemma/lang"
)

// shared is where evaluation texts that the project may not hold lie, if they do.
const shared = "../../../../shared/data"

// reading finds the victims of an article as the program does, with all that they need.
func reading(a *stemma.Article) stemma.Reading { return read.Read(a, gazetteer.Default()) }

func TestGolden(t *testing.T) { goldentest.Run(t, "testdata", reading, "victim") }

// TestExamples checks that every rule finds somebody in its own example.
func TestExamples(t *testing.T) {
	for _, code := range lang.Codes() {
		for _, r := range lang.Load(code).Rules("victim") {
			if len(r.Examples) == 0 {
				t.Errorf("%s has no example", r.ID)
			}
			for _, e := range r.Examples {
				var got []string
				found := reading(&stemma.Article{Text: e, Lang: code, Published: "2022-12-15"})
				for _, v := range found.Victims {
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
		if !slices.Contains(stemma.Harms, v.Harm) || v.Rule == "" || v.ID == "" || !v.Sentence.Holds(v.Span) || v.Name == "" && v.Age == 0 {
			t.Errorf("%q: %+v", v.Span.Of(a.Text), v)
		}
	}
}

func FuzzFind(f *testing.F) {
	goldentest.Fuzz(f, []string{
		"A. K., 17, was killed", "killed killed Marta Oluo, , , was", "a 17-year-old boy of 12 years old, 34,", "M.L. (34) murió (", "the death of of Ana Ruiz's",
	}, reading, check)
}

// TestPromisesOnNews holds the readings of evaluation texts to the same promises.
func TestPromisesOnNews(t *testing.T) {
	goldentest.Promises(t, shared, []string{"seeds", "events-plover", "muc-dev"}, reading, check)
}
