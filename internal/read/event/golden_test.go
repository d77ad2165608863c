package event_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/golden/goldentest"
	"stemma/lang"
)

func TestGolden(t *testing.T) { goldentest.Run(t, "testdata", read, "event") }

// categories are those of PLOVER, and NONE.
const categories = " AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT NONE "

func TestActs(t *testing.T) {
	for _, code := range lang.Codes() {
		acts := lang.Load(code).List("acts")
		if len(acts.Phrases()) == 0 {
			t.Errorf("%s has no acts", code)
		}
		for _, phrase := range acts.Phrases() {
			v, _ := acts.Value(phrase)
			parts := strings.Fields(v)
			if len(parts) < 3 || !strings.Contains(categories, " "+parts[0]+" ") {
				t.Errorf("%s: %s = %s: want a category, a name and a form", code, phrase, v)
			}
		}
	}
}

// check holds a reading to what package event promises.
func check(t *testing.T, a *stemma.Article, r *stemma.Reading) {
	t.Helper()
	at := 0
	for _, e := range r.Events {
		if e.Span.Start < at || e.Span.Empty() || e.Span.End > len(a.Text) || !utf8.ValidString(e.Span.Of(a.Text)) {
			t.Fatalf("trigger %v of %q", e.Span, a.Text)
		}
		at = e.Span.Start
		if len(e.Actors)+len(e.Targets) == 0 && e.Date == "" && e.Place.Name == "" {
			t.Errorf("%q: nobody, nowhere, never", e.Span.Of(a.Text))
		}
		if !strings.Contains(categories, " "+e.Type+" ") || e.Rule == "" || e.ID == "" || !e.Sentence.Holds(e.Span) {
			t.Errorf("%q: type %q, rule %q, sentence %v", e.Span.Of(a.Text), e.Type, e.Rule, e.Sentence)
		}
		for _, n := range append(append([]stemma.Named{e.Place, e.Matter}, e.Actors...), e.Targets...) {
			if !n.Span.Empty() && !e.Sentence.Holds(n.Span) {
				t.Errorf("%q: %v lies outside its sentence", e.Span.Of(a.Text), n)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	goldentest.Fuzz(f, []string{
		"Police arrested by police by police on Friday", "killed killed killed", "who killed", "“ killed", "is are was were be been being killed",
		"The of the killing of of by", "policía que que detuvo", "no no no mató", "el el el", "A, B, C and D and E met F and G on Friday",
	}, read, check)
}

// TestPromisesOnNews holds the readings of evaluation texts to the same promises.
func TestPromisesOnNews(t *testing.T) {
	goldentest.Promises(t, shared, []string{"seeds", "events-plover", "events-es-protest", "events-es-fight"}, read, check)
}
