package view

import (
	"context"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// whom gives an actor by its ID, or whoever a mention names now.
func (s *shelf) whom(ctx context.Context, id stemma.ID) (stemma.Actor, error) {
	if KindOf(id) != KindName {
		return one(ctx, s.r.Actors, "name", id)
	}
	mention, err := one(ctx, s.r.Mentions, "name", id)
	if err != nil {
		return stemma.Actor{}, err
	}
	actors, err := s.r.Actors(ctx, store.Query{Article: mention.Article})
	if err != nil {
		return stemma.Actor{}, err
	}
	for _, a := range actors {
		if slices.Contains(a.Members, id) {
			return a, nil
		}
	}
	return one(ctx, s.r.Actors, "name", id) // which tells that there is none
}

// mostLike bounds the names that are offered as perhaps the same.
const mostLike = 40

// ruledName fills in what people say of who somebody is, and who might be the same.
func (s *shelf) ruledName(ctx context.Context, v *Actor, a stemma.Actor) (err error) {
	v.Rulings, err = s.rulingRows(ctx, func(r *ruled) bool {
		return (r.Verdict == stemma.SameOne || r.Verdict == stemma.Apart || r.Verdict == stemma.Renamed) && r.about(a.Members...)
	})
	if err != nil {
		return err
	}
	for i := range v.Rulings {
		v.Rulings[i].To = GroupHref("name", v.Mention)
	}
	held, err := s.catalogue(ctx)
	if err != nil {
		return err
	}
	all, err := held.actors.get(ctx, s.r, s.newActors)
	if err != nil {
		return err
	}
	names, err := held.nameParts.get(ctx, s.r, func(context.Context, store.Reader) (*namesByPart, error) { return newNamesByPart(all), nil })
	if err != nil {
		return err
	}
	v.Like = names.like(all, v.NameRow)
	return nil
}

// namesByPart finds the names of a pile by their words.
type namesByPart struct {
	rows    map[string][]int32 // by type and word, in the order of the list
	bearers map[string]int     // how many bear a name, in small letters
}

func newNamesByPart(all *actors) *namesByPart {
	n := &namesByPart{rows: map[string][]int32{}, bearers: map[string]int{}}
	for i, row := range all.list {
		n.bearers[strings.ToLower(row.Name)]++
		for _, w := range nameParts(row) {
			key := row.Type + " " + w
			if rows := n.rows[key]; len(rows) == 0 || rows[len(rows)-1] != int32(i) {
				n.rows[key] = append(rows, int32(i))
			}
		}
	}
	return n
}

// like gives those who share a word with a name, the best attested first, as a person would
// name them: by an ID where several bear the name.
func (n *namesByPart) like(all *actors, of NameRow) []string {
	var rows []int32
	for _, w := range nameParts(of) {
		rows = append(rows, head(n.rows[of.Type+" "+w], mostLike+1)...) // one of them may be the name itself
	}
	slices.Sort(rows)
	var out []string
	for _, i := range slices.Compact(rows) {
		row := all.list[i]
		if row.ID == of.ID || len(out) == mostLike {
			continue
		}
		if n.bearers[strings.ToLower(row.Name)] == 1 {
			out = append(out, row.Name)
		} else {
			out = append(out, string(row.ID))
		}
	}
	return out
}

// nameParts gives the words of a name and its forms, in small letters; short ones tell
// nothing.
func nameParts(row NameRow) []string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(row.Name + " " + strings.Join(row.Forms, " "))) {
		if len(w) > 2 {
			out = append(out, w)
		}
	}
	return out
}
