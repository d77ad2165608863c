package pipeline

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// compare gives the copies and families of the pile. Texts that hang together, over however
// many passages, are a cluster; of clusters without a new text what the store holds still
// stands, and their texts are not read.
func compare(ctx context.Context, to store.Store, list []stemma.ID, foreign bool, way *course) ([]stemma.Copy, []stemma.Family, error) {
	covered, version, err := to.Covered(ctx)
	if err != nil {
		return nil, nil, err
	}
	if !sameSteps(version) {
		if err := to.DropSeeds(ctx); err != nil {
			return nil, nil, err
		}
	}
	texts, err := place(ctx, to, list, way)
	if err != nil {
		return nil, nil, err
	}
	if version != Version() {
		covered = 0
	}
	rulings, about, err := ruled(ctx, to)
	if err != nil {
		return nil, nil, err
	}
	all, fresh := clusters(texts, foreign, covered, about)
	var copies []stemma.Copy
	var families []stemma.Family
	if covered > 0 {
		if copies, families, err = standing(ctx, to, fresh); err != nil {
			return nil, nil, err
		}
	}
	judged := 0
	for _, ids := range all {
		judged += len(ids)
	}
	way.begin("comparing", judged)
	for _, ids := range all {
		c, f, err := rulings.Judge(counted(way, articles(ctx, to, ids)))
		if err != nil {
			return nil, nil, err
		}
		copies, families = append(copies, c...), append(families, f...)
	}
	slices.SortFunc(copies, func(a, b stemma.Copy) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	slices.SortFunc(families, func(a, b stemma.Family) int { return cmp.Compare(a.Articles[0], b.Articles[0]) })
	return copies, families, nil
}

// articles reads some texts, one after the other: a cluster may be most of the pile.
func articles(ctx context.Context, from store.Reader, ids []stemma.ID) iter.Seq2[*stemma.Article, error] {
	return func(yield func(*stemma.Article, error) bool) {
		for _, id := range ids {
			a, err := from.Article(ctx, id)
			a.Problems = nil // kin does not ask for them
			if err == nil {
				err = ctx.Err()
			}
			if !yield(&a, err) || err != nil {
				return
			}
		}
	}
}

// clusters gives the clusters of two texts and more that must be compared, and all texts
// in them: those with a text beyond the first that are covered, or one that a ruling is
// about. Where translations may be found, between texts that share no words, all texts are
// one cluster.
func clusters(texts []store.Seeded, foreign bool, covered int, about map[stemma.ID]bool) ([][]stemma.ID, map[stemma.ID]bool) {
	top := tops(texts)
	if foreign {
		clear(top)
	}
	touched, size := make([]bool, len(texts)), make([]int32, len(texts))
	for i, t := range texts {
		size[top[i]]++
		if i >= covered || about[t.Article] {
			touched[top[i]] = true
		}
	}
	fresh := make(map[stemma.ID]bool)
	at := make(map[int32]int) // cluster → its place
	var out [][]stemma.ID
	for i, t := range texts {
		k := top[i]
		if !touched[k] {
			continue
		}
		if covered > 0 {
			fresh[t.Article] = true
		}
		if size[k] < 2 {
			continue
		}
		if k == int32(i) {
			at[k] = len(out)
			out = append(out, make([]stemma.ID, 0, size[k]))
		}
		out[at[k]] = append(out[at[k]], t.Article)
	}
	return out, fresh
}

// tops gives the first text of each text's cluster: of those that hang together, over
// however many.
func tops(texts []store.Seeded) []int32 {
	top := make([]int32, len(texts))
	find := func(i int32) int32 {
		for top[i] != i {
			top[i] = top[top[i]]
			i = top[i]
		}
		return i
	}
	for i, t := range texts {
		top[i] = int32(i)
		for _, m := range t.Meets {
			a, b := find(int32(i)), find(int32(m))
			top[max(a, b)] = min(a, b)
		}
	}
	for i := range top {
		top[i] = find(int32(i))
	}
	return top
}

// standing gives the copies and families that the store holds of texts that are not fresh.
func standing(ctx context.Context, from store.Reader, fresh map[stemma.ID]bool) (copies []stemma.Copy, families []stemma.Family, err error) {
	all, err := from.Copies(ctx, "")
	if err != nil {
		return nil, nil, err
	}
	for _, c := range all {
		if !fresh[c.A] && !fresh[c.B] {
			copies = append(copies, c)
		}
	}
	known, err := from.Families(ctx)
	for _, f := range known {
		if !fresh[f.Articles[0]] {
			families = append(families, f)
		}
	}
	return copies, families, err
}
