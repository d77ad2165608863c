package view

import (
	"slices"
	"testing"

	"stemma"
)

// A search for texts alone lists those that appeared first, whatever their IDs are.
func TestTextsWanted(t *testing.T) {
	articles := []stemma.Article{
		{ID: "a-1", Published: "2022-05-03", Lang: "en", Outlet: stemma.Named{Name: "Osse Radio"}},
		{ID: "a-2", Published: "2022-05-01", Lang: "en", Outlet: stemma.Named{Name: "The Sarn Mail"}},
		{ID: "a-3", Published: "2022-05-02", Lang: "es", Outlet: stemma.Named{Name: "Radio Osse"}},
		{ID: "a-4", Reposted: "2022-04-30", Lang: "en-GB", Byline: []stemma.Named{{Name: "Ilsa Brandoy"}}, Credit: stemma.Named{Name: "Osse Radio"}},
	}
	for _, c := range []struct {
		filters []condition
		want    []stemma.ID
	}{
		{[]condition{{Filter{"lang", "en", false}, false}}, []stemma.ID{"a-4", "a-2", "a-1"}},
		{[]condition{{Filter{"lang", "en", false}, true}}, []stemma.ID{"a-3"}},
		{[]condition{{Filter{"outlet", "osse", false}, false}, {Filter{"lang", "English", false}, false}}, []stemma.ID{"a-4", "a-1"}},
		{[]condition{{Filter{"outlet", "osse radio", true}, false}}, []stemma.ID{"a-1"}},
		{[]condition{{Filter{"byline", "brandoy", false}, false}}, []stemma.ID{"a-4"}},
		{[]condition{{Filter{"date", "2022-05", false}, false}}, []stemma.ID{"a-2", "a-3", "a-1"}},
		{[]condition{{Filter{"family", "a-3", false}, false}}, []stemma.ID{"a-3"}},
	} {
		s := &searcher{kin: &kinship{order: inTime(articles)}, plan: plan{filters: c.filters}}
		got, asked, err := s.textsWanted()
		if err != nil || !asked || !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, %v, %v, want %v", c.filters, got, asked, err, c.want)
		}
	}
}
