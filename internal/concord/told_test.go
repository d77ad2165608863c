package concord

import (
	"slices"
	"testing"

	"stemma"
)

// What people say of names goes before what the names say, the later before the earlier, in
// whatever order the texts come.
func TestTold(t *testing.T) {
	texts := func() (out []Text) {
		for _, d := range []draft{
			{"a-1", "2031-05-03", "Tal Wire", "Ana Ruiz spoke."}, {"a-2", "2031-05-09", "Sund Gazette", "Ana Ruiz fled."}, {"a-3", "2031-05-12", "Tal Wire", "Anita Ruiz wept."},
		} {
			name := "Ana Ruiz"
			if d.id == "a-3" {
				name = "Anita Ruiz"
			}
			b := text(d).name(stemma.Person, name, name)
			out = append(out, Text{&b.article, &b.reading})
		}
		return out
	}
	of := func(i int) stemma.ID { return texts()[i].Reading.Mentions[0].ID }
	for _, c := range []struct {
		name string
		told []Told
		want []string // name and mentions of each actor, by name
	}{
		{"nothing", nil, []string{"Ana Ruiz 2", "Anita Ruiz 1"}},
		{"the same", []Told{{Mention: of(2), Same: of(0)}}, []string{"Ana Ruiz 3"}},
		{"somebody else", []Told{{Mention: of(1), Apart: true}}, []string{"Ana Ruiz 1", "Ana Ruiz 1", "Anita Ruiz 1"}},
		{"another one of them", []Told{{Mention: of(1), Apart: true, Same: of(2)}}, []string{"Ana Ruiz 1", "Ana Ruiz 2"}},
		{"the later overrules", []Told{{Mention: of(1), Same: of(2)}, {Mention: of(1), Apart: true}}, []string{"Ana Ruiz 1", "Ana Ruiz 1", "Anita Ruiz 1"}},
		{"and again", []Told{{Mention: of(1), Apart: true}, {Mention: of(1), Same: of(0)}}, []string{"Ana Ruiz 2", "Anita Ruiz 1"}},
		{"another name", []Told{{Mention: of(0), Name: "A. R."}, {Mention: of(1), Name: "Ana Ruiz the Elder"}}, []string{"Ana Ruiz the Elder 2", "Anita Ruiz 1"}},
		{"of nobody there", []Told{{Mention: "n-none", Same: of(0)}, {Mention: of(0), Same: "n-none"}}, []string{"Ana Ruiz 2", "Anita Ruiz 1"}},
	} {
		for _, turned := range []bool{false, true} {
			list := texts()
			if turned {
				slices.Reverse(list)
			}
			var got []string
			ids := map[stemma.ID]bool{}
			for _, a := range Lineup(list, nil, c.told...).Actors {
				got, ids[a.ID] = append(got, a.Name+" "+string(rune('0'+len(a.Members)))), true
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) || len(ids) != len(got) {
				t.Errorf("%s: %q with %d IDs, want %q", c.name, got, len(ids), c.want)
			}
		}
	}
}
