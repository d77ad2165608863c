package view_test

import (
	"net/url"
	"reflect"
	"strings"
	"testing"

	"stemma/internal/message"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// asked gives the query of a link to a search.
func asked(t *testing.T, href string) string {
	t.Helper()
	u, err := url.Parse(href)
	if err != nil || u.Path != "/search" {
		t.Fatalf("%s is no search: %v", href, err)
	}
	return u.Query().Get("q")
}

// TestFacetsHoldWhatTheySay: who chooses a value finds as many sentences as stand beside it, and
// can take it off again.
func TestFacetsHoldWhatTheySay(t *testing.T) {
	ctx, lib := t.Context(), view.New(viewtest.Velmora())
	fields := map[string]int{}
	for _, q := range []string{"the*", "march OR quay", "type:figure", "speaker:corvane", "measure:deaths", "place:ellery", "e* -outlet:post"} {
		v, err := lib.Search(ctx, view.SearchQuery{Text: q})
		if err != nil || v.Total == 0 {
			t.Fatalf("%s: %d sentences, %v", q, v.Total, err)
		}
		for _, f := range v.Facets {
			for _, value := range append(f.Values, f.Rest...) {
				if value.Href == "" || value.Chosen {
					continue
				}
				query := asked(t, value.Href)
				got, err := lib.Search(ctx, view.SearchQuery{Text: query})
				if err != nil || got.Total != value.Count {
					t.Errorf("%s: %s %s is %d sentences; %s finds %d, %v", q, f.Name, value.Name, value.Count, query, got.Total, err)
				}
				last := got.Narrowed[len(got.Narrowed)-1]
				fields[last.Field]++
				if off := asked(t, last.Href); off != v.Query && !strings.HasPrefix(v.Query, last.Field+":") {
					t.Errorf("%s without %s is %s, not %s", query, last.Name, off, v.Query)
				}
			}
		}
	}
	for _, field := range []string{"outlet", "speaker", "place", "measure", "type", "date", "lang", "family"} {
		if fields[field] == 0 {
			t.Errorf("nothing can be chosen of %s", field)
		}
	}
}

// TestFacetsBeforePreparation: what is counted from the texts found is what is counted from what
// is kept of the whole pile.
func TestFacetsBeforePreparation(t *testing.T) {
	ctx, cold, warm := t.Context(), view.New(viewtest.Velmora()), view.New(viewtest.Velmora())
	if err := warm.Prepare(ctx); err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{"the*", "type:event", "lang:es", "quay", "nothing-of-it"} {
		a, err := cold.Search(ctx, view.SearchQuery{Text: q})
		if err != nil {
			t.Fatal(err)
		}
		b, err := warm.Search(ctx, view.SearchQuery{Text: q})
		if err != nil || !reflect.DeepEqual(a.Facets, b.Facets) {
			t.Errorf("%s: %+v before the pile is prepared, %+v after, %v", q, a.Facets, b.Facets, err)
		}
	}
}

// TestNarrowings: each field of a search is told in words, with the search without it.
func TestNarrowings(t *testing.T) {
	lib := view.New(viewtest.Velmora())
	for _, c := range []struct{ lang, query, want string }{
		{"en", "quay lang:en -outlet:post", "lang: English → quay -outlet:post; without outlet: post → quay lang:en"},
		{"es", "quay lang:en measure:deaths", "idioma: inglés → quay measure:deaths; medida: muertes → quay lang:en"},
		{"en", "type:figure", "type: figure → "},
		{"es", `speaker:="Ines Corvane"`, "hablante: Ines Corvane → "},
	} {
		v, err := lib.In(message.In(c.lang)).Search(t.Context(), view.SearchQuery{Text: c.query})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range v.Narrowed {
			got = append(got, n.Name+" → "+asked(t, n.Href))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %s\nwant %s", c.query, strings.Join(got, "; "), c.want)
		}
	}
}

// TestOperatorsOfAnotherLanguage: whoever has typed a word in capitals that is an operator in
// another language is told how it was read.
func TestOperatorsOfAnotherLanguage(t *testing.T) {
	lib := view.New(viewtest.Velmora())
	for _, c := range []struct {
		lang, query string
		want        bool
	}{
		{"en", "quay O harbour", true}, {"en", "quay OR harbour", false}, {"en", "quay o harbour", false}, {"en", "march NO strike", true},
		{"es", "muelle O puerto", false}, {"es", "muelle OR puerto", false}, {"es", "ministro CERCA/5 dimit*", false}, {"en", "(quay Y march)", true},
	} {
		v, err := lib.In(message.In(c.lang)).Search(t.Context(), view.SearchQuery{Text: c.query})
		if err != nil || v.Foreign != c.want {
			t.Errorf("%s in %s: foreign %v, %v, %s", c.query, c.lang, v.Foreign, err, v.Trouble)
		}
	}
}
