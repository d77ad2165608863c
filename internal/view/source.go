package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// Sources gives every page the name that lists and exports show for it: the path
// below what was added (with “#member” for a record in a container), or a JSONL
// record's id. Pages whose names are equal get the name of what was added in front,
// and if that does not tell them apart, “~” and the beginning of their hash behind.
//
// Names are the same in whatever order the pages were added: of several places with
// the same bytes, the one with the smallest path counts.
func Sources(pages []stemma.Page, places []store.Place) map[stemma.ID]string {
	first := firstPlaces(pages, places)
	level := map[stemma.ID]int{}
	names := map[stemma.ID]string{}
	todo := pages
	for len(todo) > 0 {
		for _, p := range todo {
			names[p.ID] = sourceName(p, first[p.ID], level[p.ID])
		}
		holders := map[string]int{}
		for _, p := range pages {
			holders[names[p.ID]]++
		}
		todo = nil
		for _, p := range pages {
			if holders[names[p.ID]] > 1 && level[p.ID] < lastLevel {
				level[p.ID]++
				todo = append(todo, p)
			}
		}
	}
	return names
}

// Sources gives the names of all pages of the pile; see [Sources].
func (l *Library) Sources(ctx context.Context) (map[stemma.ID]string, error) {
	return sources(ctx, l.r)
}

func sources(ctx context.Context, r store.Reader) (map[stemma.ID]string, error) {
	pages, err := r.Pages(ctx)
	if err != nil {
		return nil, fmt.Errorf("names of pages: %w", err)
	}
	places, err := r.Places(ctx)
	if err != nil {
		return nil, fmt.Errorf("places of pages: %w", err)
	}
	return Sources(pages, places), nil
}

// firstPlaces gives the smallest place of each page.
func firstPlaces(pages []stemma.Page, places []store.Place) map[stemma.ID]store.Place {
	first := make(map[stemma.ID]store.Place, len(pages))
	for _, p := range pages {
		first[p.ID] = store.Place{Page: p.ID, Root: p.Root, Path: p.Path}
	}
	for _, at := range places {
		was, known := first[at.Page]
		if known && comparePlaces(at, was) < 0 {
			first[at.Page] = at
		}
	}
	return first
}

func comparePlaces(a, b store.Place) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Root, b.Root))
}

// lastLevel is the level of naming at which no two pages can be equal any more.
const lastLevel = 4

// sourceName names a page the more exactly the higher the level.
func sourceName(p stemma.Page, at store.Place, level int) string {
	name := at.Path
	if p.Member != "" {
		name += "#" + p.Member
		if p.Format == "jsonl" && level == 0 {
			name = p.Member
		}
	}
	if level >= 2 && at.Root != "" {
		name = at.Root + "/" + name
	}
	switch level {
	case 3:
		name += "~" + p.SHA256[:min(8, len(p.SHA256))]
	case lastLevel:
		name += "~" + string(p.ID)
	}
	return name
}

// sortedKeys gives the keys of a map in order, for output that never varies.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// FamilyOfEach gives the family of each text of the pile; the text's own ID where it has
// no copies.
func (l *Library) FamilyOfEach(ctx context.Context) (map[stemma.ID]stemma.ID, error) {
	texts, err := l.r.Articles(ctx)
	if err != nil {
		return nil, err
	}
	families, err := l.r.Families(ctx)
	if err != nil {
		return nil, err
	}
	out := make(map[stemma.ID]stemma.ID, len(texts))
	for i := range texts {
		out[texts[i].ID] = texts[i].ID
	}
	for i := range families {
		for _, id := range families[i].Articles {
			out[id] = families[i].ID
		}
	}
	return out, nil
}

// Places gives where the places of the pile are, by the ID of their entity; those that the
// gazetteer does not know are not in it.
func (l *Library) Places(ctx context.Context) (map[stemma.ID]stemma.Geo, error) {
	actors, err := l.r.Actors(ctx, queryAll)
	out := map[stemma.ID]stemma.Geo{}
	for i := range actors {
		if actors[i].Geo != nil {
			out[actors[i].ID] = *actors[i].Geo
		}
	}
	return out, err
}
