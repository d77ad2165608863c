package mem

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// Texts implements [store.Reader].
func (s *Store) Texts(ctx context.Context, kinds ...string) iter.Seq2[store.Text, error] {
	return func(yield func(store.Text, error) bool) {
		s.mu.RLock()
		ids := slices.Sorted(maps.Keys(s.articles))
		s.mu.RUnlock()
		for _, id := range ids {
			t, err := s.text(ctx, id, kinds)
			if !yield(t, err) || err != nil {
				return
			}
		}
	}
}

// text gives an article and what it states of some kinds.
func (s *Store) text(ctx context.Context, id stemma.ID, kinds []string) (store.Text, error) {
	a, err := s.Article(ctx, id)
	if err != nil {
		return store.Text{}, err
	}
	whole, err := s.Reading(ctx, id)
	if !slices.Contains(kinds, store.Wording) {
		a.Text = ""
	}
	return store.Text{Article: a, Reading: store.Of(&whole, kinds...)}, err
}

// Arrived implements [store.Reader].
func (s *Store) Arrived(ctx context.Context, after stemma.ID) ([]stemma.ID, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if after == "" {
		return slices.Clone(s.arrived), ctx.Err()
	}
	n := slices.Index(s.arrived, after)
	if n < 0 {
		return nil, fmt.Errorf("page %q: %w", after, stemma.ErrNotFound)
	}
	return append([]stemma.ID(nil), s.arrived[n+1:]...), ctx.Err()
}

// Quotes implements [store.Reader].
func (s *Store) Quotes(ctx context.Context, q store.Query) ([]stemma.Quote, error) {
	return findings(ctx, s, store.Quotes, q)
}

// Figures implements [store.Reader].
func (s *Store) Figures(ctx context.Context, q store.Query) ([]stemma.Figure, error) {
	return findings(ctx, s, store.Figures, q)
}

// Times implements [store.Reader].
func (s *Store) Times(ctx context.Context, q store.Query) ([]stemma.Time, error) {
	return findings(ctx, s, store.Times, q)
}

// Mentions implements [store.Reader].
func (s *Store) Mentions(ctx context.Context, q store.Query) ([]stemma.Mention, error) {
	return findings(ctx, s, store.Mentions, q)
}

// Events implements [store.Reader].
func (s *Store) Events(ctx context.Context, q store.Query) ([]stemma.Event, error) {
	return findings(ctx, s, store.Events, q)
}

// Victims implements [store.Reader].
func (s *Store) Victims(ctx context.Context, q store.Query) ([]stemma.Victim, error) {
	return findings(ctx, s, store.Victims, q)
}

func findings[T any](ctx context.Context, s *Store, k store.Finding[T], q store.Query) ([]T, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	wanted := set(q.IDs)
	var list []T
	for id, r := range s.readings {
		if q.Article != "" && q.Article != id {
			continue
		}
		for _, f := range *k.In(&r) {
			if wanted == nil || wanted[k.ID(&f)] {
				list = append(list, f)
			}
		}
	}
	k.Sort(list, q.IDs != nil)
	return store.Window(list, q.Offset, q.Limit), ctx.Err()
}

// set gives the IDs as a set; nil, which means all, for nil.
func set(ids []stemma.ID) map[stemma.ID]bool {
	if ids == nil {
		return nil
	}
	m := make(map[stemma.ID]bool, len(ids))
	for _, id := range ids {
		m[id] = true
	}
	return m
}

// Copies implements [store.Reader].
func (s *Store) Copies(ctx context.Context, article stemma.ID) ([]stemma.Copy, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var list []stemma.Copy
	for _, c := range s.copies {
		if article == "" || c.A == article || c.B == article {
			list = append(list, c)
		}
	}
	sortByID(list, func(c *stemma.Copy) stemma.ID { return c.ID })
	return list, ctx.Err()
}

// Families implements [store.Reader].
func (s *Store) Families(ctx context.Context) ([]stemma.Family, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	list := slices.Clone(s.families)
	sortByID(list, func(f *stemma.Family) stemma.ID { return f.ID })
	return list, ctx.Err()
}

func sortByID[T any](list []T, id func(*T) stemma.ID) {
	slices.SortFunc(list, func(a, b T) int { return strings.Compare(string(id(&a)), string(id(&b))) })
}

// Sayings implements [store.Reader].
func (s *Store) Sayings(ctx context.Context, q store.Query) ([]stemma.Saying, error) {
	return groups(ctx, s, store.Sayings, q)
}

// Tallies implements [store.Reader].
func (s *Store) Tallies(ctx context.Context, q store.Query) ([]stemma.Tally, error) {
	return groups(ctx, s, store.Tallies, q)
}

// Happenings implements [store.Reader].
func (s *Store) Happenings(ctx context.Context, q store.Query) ([]stemma.Happening, error) {
	return groups(ctx, s, store.Happenings, q)
}

// Actors implements [store.Reader].
func (s *Store) Actors(ctx context.Context, q store.Query) ([]stemma.Actor, error) {
	return groups(ctx, s, store.Actors, q)
}

// Clashes implements [store.Reader].
func (s *Store) Clashes(ctx context.Context, q store.Query) ([]stemma.Clash, error) {
	return groups(ctx, s, store.Clashes, q)
}

// Stories implements [store.Reader].
func (s *Store) Stories(ctx context.Context, q store.Query) ([]stemma.Story, error) {
	return groups(ctx, s, store.Stories, q)
}

func groups[T any](ctx context.Context, s *Store, k store.Group[T], q store.Query) ([]T, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	wanted := set(q.IDs)
	var here map[stemma.ID]bool // q.Article and its findings
	if q.Article != "" {
		r := s.readings[q.Article]
		here = map[stemma.ID]bool{q.Article: true}
		gather(here, store.Quotes, &r)
		gather(here, store.Figures, &r)
		gather(here, store.Times, &r)
		gather(here, store.Mentions, &r)
		gather(here, store.Events, &r)
		gather(here, store.Victims, &r)
	}
	var list []T
	for _, g := range *k.In(&s.lineup) {
		inArticle := here == nil || slices.ContainsFunc(k.Members(&g), func(m stemma.ID) bool { return here[m] })
		if inArticle && (wanted == nil || wanted[k.ID(&g)]) {
			list = append(list, g)
		}
	}
	sortByID(list, k.ID)
	return store.Window(list, q.Offset, q.Limit), ctx.Err()
}

func gather[T any](into map[stemma.ID]bool, k store.Finding[T], r *stemma.Reading) {
	for i := range *k.In(r) {
		into[k.ID(&(*k.In(r))[i])] = true
	}
}

// Problems implements [store.Reader].
func (s *Store) Problems(ctx context.Context) ([]stemma.Problem, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.SortedFunc(maps.Keys(s.problems), store.CompareProblems), ctx.Err()
}

// Counts implements [store.Reader].
func (s *Store) Counts(ctx context.Context) (store.Counts, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	c := store.Counts{
		Pages: len(s.pages), Articles: len(s.articles), Copies: len(s.copies), Families: len(s.families),
		Sayings: len(s.lineup.Sayings), Tallies: len(s.lineup.Tallies), Happenings: len(s.lineup.Happenings),
		Actors: len(s.lineup.Actors), Clashes: len(s.lineup.Clashes), Stories: len(s.lineup.Stories),
		Problems: len(s.problems), Rulings: len(s.rulings),
	}
	for id, r := range s.readings {
		a := s.articles[id]
		c.Words += store.Words(a.Own())
		c.Sentences += len(r.Sentences)
		c.Quotes += len(r.Quotes)
		c.Figures += len(r.Figures)
		c.Times += len(r.Times)
		c.Mentions += len(r.Mentions)
		c.Events += len(r.Events)
		c.Victims += len(r.Victims)
	}
	return c, ctx.Err()
}
