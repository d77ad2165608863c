package view_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// TestListsAreTheChoices: each list is narrowed down by just the fields that [view.Lists] names:
// a value that nothing has leaves no row, and what its screen offers to narrow it by is one of them.
func TestListsAreTheChoices(t *testing.T) {
	ctx, lib := t.Context(), view.New(viewtest.Velmora())
	asked := map[string]func(view.Choice) (int, []view.Facet, error){
		"texts": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Texts(ctx, c)
			return v.Total, v.Facets, err
		},
		"stories": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Stories(ctx, c)
			return v.Total, v.Facets, err
		},
		"quotes": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Quotes(ctx, c)
			return v.Total, v.Facets, err
		},
		"figures": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Figures(ctx, c)
			return v.Total, v.Facets, err
		},
		"victims": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Victims(ctx, c)
			return v.Total, v.Facets, err
		},
		"names": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Names(ctx, c)
			return v.Total, v.Facets, err
		},
		"events": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Timeline(ctx, c)
			return v.Total, v.Facets, err
		},
		"clashes": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Clashes(ctx, c)
			return v.Total, v.Facets, err
		},
		"rulings": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Rulings(ctx, c)
			return v.Total, v.Facets, err
		},
		"votes": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Votes(ctx, c)
			return v.Total, v.Facets, err
		},
		"polls": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Polls(ctx, c)
			return v.Total, v.Facets, err
		},
		"measures": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.LegalMeasures(ctx, c)
			return v.Total, v.Facets, err
		},
		"demands": func(c view.Choice) (int, []view.Facet, error) {
			v, err := lib.Demands(ctx, c)
			return v.Total, v.Facets, err
		},
	}
	for _, l := range view.Lists {
		show := asked[l.Name]
		if show == nil {
			if l.Name != "times" { // which no screen narrows down
				t.Errorf("the test does not know the list of %s", l.Name)
			}
			continue
		}
		_, facets, err := show(view.Choice{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range facets {
			for _, value := range f.Values {
				for field := range hrefFields(t, value.Href) {
					if !slices.Contains(l.Fields, field) {
						t.Errorf("the screen of %s offers to narrow it by %s, an export cannot", l.Name, field)
					}
				}
			}
		}
		for _, field := range l.Fields {
			value := "what nobody has"
			if field == "from" || field == "until" {
				continue // days; tested with periods
			}
			if n, _, err := show(view.Choice{Fields: map[string]string{field: value}}); err != nil || n != 0 {
				t.Errorf("the screen of %s is not narrowed by %s: %d rows, %v", l.Name, field, n, err)
			}
		}
	}
}

// hrefFields gives what an address narrows a list down by.
func hrefFields(t *testing.T, href string) url.Values {
	t.Helper()
	u, err := url.Parse(href)
	if err != nil || strings.HasPrefix(href, "/search") {
		return nil
	}
	return u.Query()
}
