package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"stemma"
)

// Family is the screen of one family of copies: its tree, its versions, what was ruled.
type Family struct {
	ID       stemma.ID      `json:"id,omitempty"` // "" for a text without copies
	Title    string         `json:"title"`
	Members  []FamilyMember `json:"members"` // the first, then what was made from it, branch by branch
	Note     string         `json:"note,omitempty"`
	Lost     []string       `json:"lost,omitempty"` // copies that must have existed
	Versions []FamilyMember `json:"versions,omitempty"`
	Rulings  []RulingRow    `json:"rulings,omitempty"`
	Texts    int            `json:"texts"` // of the family, shown or folded
	Part     FamilyPart     `json:"-"`     // what is shown of it
}

// FamilyMember is one text in the tree.
type FamilyMember struct {
	TextRow
	Depth  int `json:"depth"`  // edges from the root
	Parent int `json:"parent"` // index in Members; -1 for the root
	// Also are texts of other families that parts of this one are in: it was put together.
	Also []AlsoFrom `json:"also,omitempty"`
	// Sources are further texts that it was put together from, with the parts that each gave.
	Sources []FurtherSource `json:"sources,omitempty"`
	Fold    *Fold           `json:"fold,omitempty"` // it is no text, but stands for texts that are not shown
}

// FurtherSource is a text from which a text of a family has parts, beside what it was made of.
type FurtherSource struct {
	Text        TextRef  `json:"text"`
	Certainty   string   `json:"certainty"`
	Why         []string `json:"why,omitempty"`
	Parts       []string `json:"parts"` // the words, shortened
	CompareHref string   `json:"compare_href"`
}

// AlsoFrom is a text of another family that a text has a part in common with.
type AlsoFrom struct {
	Text        TextRef `json:"text"`
	Share       string  `json:"share"` // of the member's words
	CompareHref string  `json:"compare_href"`
}

// alsoShare is the least part of a text's words, or of the other's, that is told of; alsoMost
// how many texts.
const (
	alsoShare = 0.2
	alsoMost  = 5
	partRoom  = 160 // characters of a part that are shown
)

// Family shows the family that a text belongs to.
func (l *Library) Family(ctx context.Context, article stemma.ID) (*Family, error) {
	s := l.shelf()
	k, f, err := s.familyOf(ctx, article)
	if err != nil {
		return nil, fmt.Errorf("family: %w", err)
	}
	group, err := s.textGroup(ctx, k, f, k.inOrder(f))
	if err != nil {
		return nil, fmt.Errorf("family: %w", err)
	}
	v := &Family{ID: f.ID, Note: group.Note, Lost: f.Lost, Members: branches(k, f, group.Texts), Texts: len(group.Texts)}
	v.Title = v.Members[0].Title
	for i := range v.Members {
		if err = s.furtherOf(ctx, k, f, &v.Members[i]); err != nil {
			return nil, fmt.Errorf("family: %w", err)
		}
	}
	v.Versions = versions(k, v.Members)
	if v.Rulings, err = s.rulings(ctx, f.Articles); err != nil {
		return nil, fmt.Errorf("family: %w", err)
	}
	return v, nil
}

// familyOf gives the family of a text; there may be no such text ([stemma.ErrNotFound]).
func (s *shelf) familyOf(ctx context.Context, article stemma.ID) (*kinship, stemma.Family, error) {
	k, err := s.kinship(ctx)
	if err == nil && k.articles[article] == nil {
		err = fmt.Errorf("text %s: %w", article, stemma.ErrNotFound)
	}
	if err != nil {
		return nil, stemma.Family{}, err
	}
	return k, k.family(article), nil
}

// branches puts the texts of a family in the order of its tree: each behind what it was
// made from, brothers by date.
func branches(k *kinship, f stemma.Family, rows []TextRow) []FamilyMember {
	children := make(map[stemma.ID][]TextRow)
	var roots []TextRow
	for _, r := range rows {
		if edge, ok := k.parent(f, r.ID); ok && k.articles[edge.From] != nil {
			children[edge.From] = append(children[edge.From], r)
		} else {
			roots = append(roots, r)
		}
	}
	var out []FamilyMember
	var walk func(rows []TextRow, parent, depth int)
	walk = func(rows []TextRow, parent, depth int) {
		slices.SortStableFunc(rows, func(a, b TextRow) int { return k.compare(a.ID, b.ID) })
		for _, r := range rows {
			out = append(out, FamilyMember{TextRow: r, Depth: depth, Parent: parent})
			walk(children[r.ID], len(out)-1, depth+1)
		}
	}
	walk(roots, -1, 0)
	return out
}

// versions gives the texts that were saved from one address, by when they were saved or
// published, if there are two and more.
func versions(k *kinship, members []FamilyMember) []FamilyMember {
	byURL := make(map[string][]FamilyMember)
	for _, m := range members {
		if u := k.articles[m.ID].URL; u != "" {
			byURL[u] = append(byURL[u], m)
		}
	}
	var out []FamilyMember
	for _, u := range sortedKeys(byURL) {
		if list := byURL[u]; len(list) > 1 {
			slices.SortStableFunc(list, func(a, b FamilyMember) int { return k.compare(a.ID, b.ID) })
			for i := range list {
				list[i].CompareHref = ""
				if i > 0 {
					list[i].CompareHref = CopyHref(list[i-1].ID, list[i].ID)
				}
			}
			out = append(out, list...)
		}
	}
	return out
}

// FamilyHref is the address of the family that an article belongs to.
func FamilyHref(article stemma.ID) string { return GroupHref("family", article) }

// furtherOf adds the further sources of a member, and texts of other families that it shares
// a part with and that are none.
func (s *shelf) furtherOf(ctx context.Context, k *kinship, f stemma.Family, m *FamilyMember) error {
	family := make(map[stemma.ID]bool)
	for _, source := range f.Further {
		if source.To != m.ID || k.articles[source.From] == nil {
			continue
		}
		family[k.witness(source.From)] = true
		more := FurtherSource{Certainty: source.Certainty, Why: s.words.Reasons(source.Why), CompareHref: CopyHref(source.From, source.To)}
		var err error
		if more.Text, err = s.textRef(ctx, k.articles[source.From]); err != nil {
			return err
		}
		a, err := s.article(ctx, m.ID)
		if err != nil {
			return err
		}
		for _, part := range source.Parts {
			if part.Start >= 0 && part.Start <= part.End && part.End <= len(a.Text) {
				more.Parts = append(more.Parts, short(part.Of(a.Text), partRoom))
			}
		}
		m.Sources = append(m.Sources, more)
	}
	also, err := s.also(ctx, k, f, m.ID, family)
	m.Also = also
	return err
}

// also gives the texts of other families that a text shares a good part with, of each family
// the one that it shares most with; those that are told elsewhere are left out.
func (s *shelf) also(ctx context.Context, k *kinship, f stemma.Family, id stemma.ID, but map[stemma.ID]bool) ([]AlsoFrom, error) {
	copies, err := s.r.Copies(ctx, id)
	if err != nil {
		return nil, err
	}
	best := make(map[stemma.ID]stemma.Copy)
	for _, c := range copies {
		if c.B == id {
			c = turned(c)
		}
		other := k.family(c.B)
		key := cmp.Or(other.ID, c.B)
		told := c.Relation == stemma.Excerpt || c.Relation == stemma.SharedWords
		if told && !but[key] && (f.ID == "" || other.ID != f.ID) && max(c.ShareA, c.ShareB) >= alsoShare && c.ShareA > best[key].ShareA {
			best[key] = c
		}
	}
	var out []AlsoFrom
	for _, key := range head(sortedKeys(best), alsoMost) {
		c := best[key]
		a, err := s.article(ctx, c.B)
		if err != nil {
			return nil, err
		}
		ref, err := s.textRef(ctx, a)
		if err != nil {
			return nil, err
		}
		out = append(out, AlsoFrom{Text: ref, Share: s.words.Percent(c.ShareA), CompareHref: CopyHref(id, c.B)})
	}
	return out, nil
}
