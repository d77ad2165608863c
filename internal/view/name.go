package view

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// Names lists people, bodies and places across texts.
type Names struct {
	Total  int        `json:"total"` // in the choice
	Groups []NameList `json:"groups"`
	Facets []Facet    `json:"facets"`
	Choice Choice     `json:"choice"`
	Prev   string     `json:"prev,omitempty"`
	Next   string     `json:"next,omitempty"`
}

// NameList is the names of one type.
type NameList struct {
	Type  string    `json:"type"`
	Names []NameRow `json:"names"`
	Total int       `json:"total"`
	Href  string    `json:"href"` // all names of the type
}

// NameRow is one person, body or place.
type NameRow struct {
	ID       stemma.ID `json:"id"`
	Name     string    `json:"name"`
	Type     string    `json:"type"`
	Role     string    `json:"role,omitempty"`  // the latest
	Forms    []string  `json:"forms,omitempty"` // other ways of writing it
	Mentions int       `json:"mentions"`
	Where    string    `json:"where,omitempty"` // a place's division and country
	Support  string    `json:"support"`
	Families int       `json:"families"`
	Texts    int       `json:"texts"`
	Href     string    `json:"href"`
	geo      *stemma.Geo
	role     *stemma.Role
}

// in words a row in a language.
func (n NameRow) in(b *message.Book) NameRow {
	n.Support = b.Standing(n.Texts, n.Families)
	if n.role != nil {
		n.Role = b.Role(*n.role)
	}
	n.Where = geoWords(b, n.geo, n.Name)
	return n
}

// Names lists the actors of a choice, best attested first; its fields are “type”, “name” (words
// that a person types) and those of a period, of which is who is named in a text of it.
func (l *Library) Names(ctx context.Context, c Choice) (*Names, error) {
	s := l.shelf()
	held, err := s.catalogue(ctx)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	all, err := held.actors.get(ctx, s.r, s.newActors)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if _, err := c.period(); err != nil {
		return nil, err
	}
	chosen, types := all.pick(c)
	v := &Names{Choice: c, Total: len(chosen)}
	v.Facets = []Facet{choiceFacet(l.words, "word.type", "/names", "type", c, types, wordedBy(l.words, "name"))}
	shown := chosen
	if c.Fields["type"] != "" {
		v.Prev, v.Next = turns("/names", c, c.Offset, c.rows(), v.Total)
		shown = window(chosen, c)
	}
	for _, row := range shown {
		kind := all.value(0, row)
		if n := len(v.Groups); n == 0 || v.Groups[n-1].Type != kind {
			v.Groups = append(v.Groups, NameList{Type: kind, Total: types[kind], Href: listHref("/names", c, "type", kind)})
		}
		g := &v.Groups[len(v.Groups)-1]
		if len(g.Names) < c.rows() {
			g.Names = append(g.Names, all.list[row].in(l.words))
		}
	}
	return v, nil
}

// actors are the people, bodies and places of a pile by type, the best attested first.
type actors struct {
	ledger // type
	list   []NameRow
	words  []string // by which each is found
}

func (s *shelf) newActors(ctx context.Context, r store.Reader) (*actors, error) {
	all, err := r.Actors(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	who, err := s.people(ctx)
	if err != nil {
		return nil, err
	}
	all = slices.Clone(all) // the store may keep the list
	slices.SortFunc(all, func(a, b stemma.Actor) int {
		return cmp.Or(cmp.Compare(typeOrder(a.Type), typeOrder(b.Type)), cmp.Compare(b.Support.Families, a.Support.Families),
			cmp.Compare(len(b.Members), len(a.Members)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	out := &actors{ledger: *newLedger(choices["names"]...)}
	for i := range all {
		out.add(all[i].Type)
		row := nameRow(all[i])
		out.list, out.words = append(out.list, row), append(out.words, callable(&row))
	}
	out.when = func(row int32, p days) bool {
		return slices.ContainsFunc(who.on[out.list[row].ID], func(on days) bool { return on.meets(p) })
	}
	return out, nil
}

func typeOrder(t string) int {
	return slices.Index([]string{stemma.Person, stemma.Organisation, stemma.Place}, t)
}

func nameRow(a stemma.Actor) NameRow {
	row := NameRow{
		ID: a.ID, Name: a.Name, Type: a.Type, Mentions: len(a.Members),
		Families: a.Support.Families, Texts: a.Support.Texts, Href: GroupHref("name", a.ID), geo: a.Geo,
	}
	if n := len(a.Roles); n > 0 {
		row.role = &a.Roles[n-1]
	}
	for _, form := range sortedKeys(a.Forms) {
		if form != a.Name {
			row.Forms = append(row.Forms, strings.Join(strings.Fields(form), " "))
		}
	}
	return row
}

// geoWords says where a place lies: “Upper Nzoli, Mozambique”.
func geoWords(b *message.Book, g *stemma.Geo, name string) string {
	if g == nil {
		return ""
	}
	var parts []string
	for _, s := range []string{g.Admin2, g.Admin1, b.Country(g.Country)} {
		if s != "" && s != name && !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// Text prints the names.
func (v *Names) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("No names were found.")
		return p.err
	}
	for _, g := range v.Groups {
		p.heading(map[string]string{stemma.Person: "People", stemma.Organisation: "Organisations", stemma.Place: "Places"}[g.Type])
		for _, n := range g.Names {
			p.line("%s%s%s", n.Name, before(", ", n.Role), before(" – ", n.Where))
			p.line("    %s; %s  %s", Count(n.Mentions, "mention", "mentions"), n.Support, n.ID)
			if len(n.Forms) > 0 {
				p.wrap("    also: ", strings.Join(head(n.Forms, 8), "; "))
			}
		}
		if more := g.Total - v.Choice.Offset - len(g.Names); more > 0 {
			p.line("… and %d more: --type %s --offset %d", more, g.Type, v.Choice.Offset+len(g.Names))
		}
	}
	return p.err
}
