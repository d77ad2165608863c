package view

import (
	"cmp"
	"context"
	"slices"

	"stemma/internal/store"
)

// making is a part of the catalogue on its way: it is made of what all texts state, of one text
// after the other in the order of their IDs, so that the texts are read once for all parts, and
// none is held.
type making[T any] struct {
	kinds []string // what is asked for of each text; see [store.Reader.Texts]
	take  func(*store.Text) error
	done  func() T
}

// swept gives a part of the catalogue, made alone where it is not there yet.
func swept[T any](ctx context.Context, s *shelf, k *kept[T], begin func(context.Context) (*making[T], error)) (T, error) {
	return k.get(ctx, s.r, func(ctx context.Context, r store.Reader) (none T, err error) {
		m, err := begin(ctx)
		if err != nil {
			return none, err
		}
		if err := sweep(ctx, r, m.kinds, m.take); err != nil {
			return none, err
		}
		return m.done(), nil
	})
}

// sweep hands every text with its findings, in the order of lists, to all who take it. The texts
// that come next are read meanwhile.
func sweep(ctx context.Context, r store.Reader, kinds []string, take ...func(*store.Text) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	stacks := make(chan stack, 4)
	go func() {
		defer close(stacks)
		readAhead(ctx, r, kinds, stacks)
	}()
	for s := range stacks {
		for i := range s.texts {
			for _, f := range take {
				if err := f(&s.texts[i]); err != nil {
					return err
				}
			}
		}
		if s.err != nil {
			return s.err
		}
	}
	return ctx.Err()
}

// stack is some texts that were read, and the error that ended it.
type stack struct {
	texts []store.Text
	err   error
}

// stackOf is how many texts are handed over at once.
const stackOf = 256

func readAhead(ctx context.Context, r store.Reader, kinds []string, to chan<- stack) {
	var s stack
	hand := func() bool {
		select {
		case to <- s:
			s = stack{}
			return true
		case <-ctx.Done():
			return false
		}
	}
	for t, err := range r.Texts(ctx, kinds...) {
		if err != nil {
			s.err = err
			break
		}
		inOrderOfLists(&t)
		if s.texts = append(s.texts, t); len(s.texts) == stackOf && !hand() {
			return
		}
	}
	hand()
}

// inOrderOfLists orders findings as the store's lists are.
func inOrderOfLists(t *store.Text) {
	ordered(store.Quotes, &t.Reading.Quotes)
	ordered(store.Figures, &t.Reading.Figures)
	ordered(store.Times, &t.Reading.Times)
	ordered(store.Mentions, &t.Reading.Mentions)
	ordered(store.Events, &t.Reading.Events)
	ordered(store.Victims, &t.Reading.Victims)
}

// ordered leaves the list itself as it is, which the store may keep.
func ordered[T any](k store.Finding[T], list *[]T) {
	if len(*list) > 1 {
		*list = slices.Clone(*list)
		k.Sort(*list, false)
	}
}

// piece is a part of the catalogue that a preparation makes with others in one sweep.
type piece struct {
	release func() // lets those look who wait for it
	begin   func(context.Context) error
	kinds   []string
	take    func(*store.Text) error
	done    func() // keeps it
}

// pieceOf gives the piece for something kept; nil where it need not be made. Where it is claimed,
// others wait for it.
func pieceOf[T any](k *kept[T], claim bool, begin func(context.Context) (*making[T], error)) *piece {
	p := &piece{release: func() {}}
	if _, made := k.peek(); made || claim && !k.claim() {
		return nil
	}
	if claim {
		p.release = k.release
	}
	p.begin = func(ctx context.Context) error {
		m, err := begin(ctx)
		if err != nil {
			return err
		}
		p.kinds, p.take = m.kinds, m.take
		p.done = func() { k.keep(m.done()) }
		return nil
	}
	return p
}

// pieces are all that one sweep makes for a catalogue and that is not made yet.
func (s *shelf) pieces(c *catalogue, claim bool) []*piece {
	all := []*piece{
		pieceOf(&c.figures, claim, s.beginFigures), pieceOf(&c.quotes, claim, s.beginQuotes), pieceOf(&c.acts, claim, s.beginActs),
		pieceOf(&c.victims, claim, s.beginVictims), pieceOf(&c.atlas, claim, s.beginAtlas), pieceOf(&c.deeds, claim, s.beginDeeds), pieceOf(&c.lengths, claim, s.beginLengths),
	}
	for i := range Registers {
		all = append(all, pieceOf(&c.registers[i], claim, func(ctx context.Context) (*making[*register], error) { return s.beginRegister(ctx, i) }))
	}
	for i, kind := range searchKinds {
		all = append(all, pieceOf(&c.sightings[i], claim, func(context.Context) (*making[*sightings], error) { return beginSightings(kind), nil }))
	}
	return slices.DeleteFunc(all, func(p *piece) bool { return p == nil })
}

// sorted gives the places of rows in their order, equal ones as they stand. The rows of a whole
// pile are many and wide: places are moved faster.
func sorted[T any](rows []T, compare func(a, b *T) int) []int32 {
	order := make([]int32, len(rows))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(compare(&rows[a], &rows[b]), cmp.Compare(a, b)) })
	return order
}
