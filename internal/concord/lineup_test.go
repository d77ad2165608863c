package concord

import (
	"cmp"
	"iter"
	"slices"

	"stemma"
	"stemma/internal/borrowed"
)

// Lineup lines up a list of texts and gives all groups, ordered by ID.
func Lineup(texts []Text, families []stemma.Family, people ...Told) stemma.Lineup {
	return lineup(texts, families, nil, people...)
}

func lineup(texts []Text, families []stemma.Family, shared []borrowed.Stretch, people ...Told) stemma.Lineup {
	texts = slices.SortedFunc(slices.Values(texts), func(a, b Text) int { return cmp.Compare(a.Article.ID, b.Article.ID) })
	source := func(...string) iter.Seq2[Text, error] {
		return func(yield func(Text, error) bool) {
			for _, t := range texts {
				if !yield(t, nil) {
					return
				}
			}
		}
	}
	var l stemma.Lineup
	_, err := LineUp(source, families, shared, people, func(part stemma.Lineup) error {
		l.Sayings, l.Tallies, l.Happenings = append(l.Sayings, part.Sayings...), append(l.Tallies, part.Tallies...), append(l.Happenings, part.Happenings...)
		l.Actors, l.Clashes, l.Stories = append(l.Actors, part.Actors...), append(l.Clashes, part.Clashes...), append(l.Stories, part.Stories...)
		return nil
	})
	if err != nil {
		panic(err)
	}
	slices.SortFunc(l.Sayings, func(a, b stemma.Saying) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.Tallies, func(a, b stemma.Tally) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.Happenings, func(a, b stemma.Happening) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.Actors, func(a, b stemma.Actor) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.Clashes, func(a, b stemma.Clash) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.Stories, func(a, b stemma.Story) int { return cmp.Compare(a.ID, b.ID) })
	return l
}
