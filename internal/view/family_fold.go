package view

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"slices"
	"strconv"

	"stemma"
	"stemma/internal/message"
)

// FamilyPart says which part of a large family is shown: what was made of one text, from
// the given one of it on. The zero value is the family from its first text.
type FamilyPart struct {
	Of       stemma.ID
	Relation string // only texts without copies of their own that are this: as in the contract; "" for those with copies, anyRelation for all
	From     int
}

const anyRelation = "any"

// Fold stands for texts of a family that are not shown beside each other.
type Fold struct {
	Texts int    `json:"texts"` // with all that was made of them
	Label string `json:"label"` // “312 edited reprints, of which nothing was made”
	Href  string `json:"href"`  // where they are shown
}

const (
	familyWhole = 200 // texts of a family that is shown without folds
	foldBranch  = 40  // texts with copies of their own that are shown at once
	foldLeaves  = 2   // texts of one kind below one text that are not worth a fold
	foldPage    = 100 // texts of one fold that are shown at once
)

// FamilyPart shows a part of the family that a text belongs to. What is alike is folded
// where the family is large: the time it takes grows with the texts of the family, and of
// what is read of them only with those that are shown.
func (l *Library) FamilyPart(ctx context.Context, article stemma.ID, part FamilyPart) (*Family, error) {
	s := l.shelf()
	k, f, err := s.familyOf(ctx, article)
	if err != nil {
		return nil, fmt.Errorf("family: %w", err)
	}
	if len(f.Articles) <= familyWhole {
		return l.Family(ctx, article)
	}
	w := newFolder(l.words, k, f)
	if part.Of != "" && w.size[part.Of] == 0 {
		return nil, fmt.Errorf("family: text %s: %w", part.Of, stemma.ErrNotFound)
	}
	v := &Family{ID: f.ID, Note: familyNote(l.words, f), Lost: f.Lost, Texts: len(w.size), Part: part}
	for _, row := range w.layout(part) {
		m := FamilyMember{Depth: row.depth, Parent: row.parent, Fold: row.fold}
		if row.fold == nil {
			if m.TextRow, err = s.textRow(ctx, k, f, row.id); err != nil {
				return nil, fmt.Errorf("family: %w", err)
			}
			if err = s.furtherOf(ctx, k, f, &m); err != nil {
				return nil, fmt.Errorf("family: %w", err)
			}
		}
		v.Members = append(v.Members, m)
	}
	v.Title = v.Members[0].Title
	if v.Rulings, err = s.rulings(ctx, f.Articles); err != nil {
		return nil, fmt.Errorf("family: %w", err)
	}
	return v, nil
}

// folder lays a family out in few rows.
type folder struct {
	words    *message.Book
	k        *kinship
	roots    []stemma.ID
	children map[stemma.ID][]stemma.ID
	relation map[stemma.ID]string // to the parent
	size     map[stemma.ID]int    // with all that was made of it
	rows     []foldRow
}

// foldRow is a row of the picture: a text or a fold.
type foldRow struct {
	id            stemma.ID
	parent, depth int
	fold          *Fold
	part          FamilyPart // what the fold stands for
}

func newFolder(b *message.Book, k *kinship, f stemma.Family) *folder {
	w := &folder{words: b, k: k, children: map[stemma.ID][]stemma.ID{}, relation: map[stemma.ID]string{}, size: map[stemma.ID]int{}}
	for _, id := range k.inOrder(f) {
		edge, ok := k.parent(f, id)
		if ok && k.articles[edge.From] != nil {
			w.children[edge.From] = append(w.children[edge.From], id)
			w.relation[id] = edge.Relation
		} else {
			w.roots = append(w.roots, id)
		}
	}
	var measure func(id stemma.ID) int
	measure = func(id stemma.ID) int {
		n := 1
		for _, c := range w.children[id] {
			n += measure(c)
		}
		w.size[id] = n
		return n
	}
	for _, r := range w.roots {
		measure(r)
	}
	return w
}

// layout gives the rows of a part: of the texts with copies of their own the largest, and
// of the others those that stand for few.
func (w *folder) layout(part FamilyPart) []foldRow {
	open := w.largest(part)
	w.rows = nil
	if part.Of == "" {
		for _, r := range w.roots {
			w.text(r, -1, 0, open)
		}
		return w.rows
	}
	w.rows = append(w.rows, foldRow{id: part.Of, parent: -1})
	list := w.kind(part.Of, part.Relation)
	from := min(max(part.From, 0), len(list))
	for _, id := range head(list[from:], foldPage) {
		w.text(id, 0, 1, open)
	}
	if rest := list[min(len(list), from+foldPage):]; len(rest) > 0 {
		next := part
		next.From = from + foldPage
		w.fold(next, rest, 0, 1)
	}
	return w.rows
}

// largest gives the texts with copies of their own whose copies are shown: of those below
// the part the largest. A text is larger than what was made of it, so none is shown without
// its source.
func (w *folder) largest(part FamilyPart) map[stemma.ID]bool {
	from := w.roots
	if part.Of != "" {
		list := w.kind(part.Of, part.Relation)
		at := min(max(part.From, 0), len(list))
		from = head(list[at:], foldPage)
	}
	var all []stemma.ID
	var collect func(ids []stemma.ID)
	collect = func(ids []stemma.ID) {
		for _, id := range ids {
			if w.size[id] > 1 {
				all = append(all, id)
				collect(w.children[id])
			}
		}
	}
	collect(from)
	slices.SortStableFunc(all, func(a, b stemma.ID) int { return cmp.Compare(w.size[b], w.size[a]) })
	open := make(map[stemma.ID]bool)
	for _, id := range head(all, foldBranch) {
		open[id] = true
	}
	return open
}

// kind gives the texts made of one that are of a part's kind; where some have copies of
// their own, the largest first.
func (w *folder) kind(of stemma.ID, relation string) []stemma.ID {
	var out []stemma.ID
	for _, c := range w.children[of] {
		if relation == anyRelation || relation == "" && w.size[c] > 1 || w.size[c] == 1 && w.relation[c] == relation {
			out = append(out, c)
		}
	}
	if relation == "" || relation == anyRelation {
		slices.SortStableFunc(out, func(a, b stemma.ID) int { return cmp.Compare(w.size[b], w.size[a]) })
	}
	return out
}

// text adds the rows of a text and of what was made of it.
func (w *folder) text(id stemma.ID, parent, depth int, open map[stemma.ID]bool) {
	at := len(w.rows)
	w.rows = append(w.rows, foldRow{id: id, parent: parent, depth: depth})
	if !open[id] {
		if w.size[id] > 1 {
			w.fold(FamilyPart{Of: id, Relation: anyRelation}, w.children[id], at, depth+1)
		}
		return
	}
	var closed []stemma.ID
	for _, c := range w.kind(id, "") {
		if open[c] {
			w.text(c, at, depth+1, open)
		} else {
			closed = append(closed, c)
		}
	}
	if len(closed) > 0 {
		w.fold(FamilyPart{Of: id, From: len(w.kind(id, "")) - len(closed)}, closed, at, depth+1)
	}
	relations := make(map[string]bool)
	for _, c := range w.children[id] {
		relations[w.relation[c]] = true
	}
	for _, r := range sortedKeys(relations) {
		leaves := w.kind(id, r)
		if len(leaves) > foldLeaves {
			w.fold(FamilyPart{Of: id, Relation: r}, leaves, at, depth+1)
			continue
		}
		for _, c := range leaves {
			w.text(c, at, depth+1, open)
		}
	}
}

// fold adds a row that stands for texts.
func (w *folder) fold(part FamilyPart, ids []stemma.ID, parent, depth int) {
	n := 0
	for _, id := range ids {
		n += w.size[id]
	}
	label := w.words.Say("family.fold-copies", "texts", w.words.Count("texts", len(ids)), "copies", w.words.Count("copies", n-len(ids)))
	if n == len(ids) && part.Relation == anyRelation {
		label = w.words.Say("family.fold-more", "n", n)
	} else if part.Relation != "" && part.Relation != anyRelation {
		label = w.words.Say("family.fold-each", "n", n, "relation", w.words.Relation(part.Relation))
	}
	w.rows = append(w.rows, foldRow{parent: parent, depth: depth, part: part, fold: &Fold{Texts: n, Label: label, Href: familyPartHref(part)}})
}

// familyPartHref is the address of a part of a family.
func familyPartHref(p FamilyPart) string {
	q := url.Values{"of": {string(p.Of)}}
	if p.Relation != "" {
		q.Set("relation", p.Relation)
	}
	if p.From > 0 {
		q.Set("from", strconv.Itoa(p.From))
	}
	return FamilyHref(p.Of) + "?" + q.Encode()
}
