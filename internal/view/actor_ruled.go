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
	bearers := map[string]int{}
	for _, row := range all.list {
		bearers[strings.ToLower(row.Name)]++
	}
	words := nameParts(v.NameRow)
	for _, row := range all.list {
		if row.Type == v.Type && row.ID != v.ID && len(v.Like) < mostLike && slices.ContainsFunc(nameParts(row), func(w string) bool { return slices.Contains(words, w) }) {
			if like := row.Name; bearers[strings.ToLower(like)] == 1 {
				v.Like = append(v.Like, like)
			} else {
				v.Like = append(v.Like, string(row.ID))
			}
		}
	}
	return nil
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
