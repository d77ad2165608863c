package view

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"stemma"
)

// Find is what a text that need not be in the pile shares with texts of it.
type Find struct {
	Texts []FindText `json:"texts"`
}

// FindText is one of the texts that were asked for.
type FindText struct {
	Title  string       `json:"title"`
	Shared []FindShared `json:"shared,omitempty"`
}

// FindShared is a text of the pile with the passages that it shares.
type FindShared struct {
	Text     TextRef  `json:"text"`
	Family   int      `json:"family"`          // texts in its family
	First    *TextRef `json:"first,omitempty"` // the family's first text, where it is another one
	Href     string   `json:"href"`            // of the family
	Passages []string `json:"passages"`
}

// FoundWith is what was found for a text: for each text of the pile, its passages in both.
type FoundWith struct {
	Article  stemma.ID
	Passages []stemma.Passage
}

// Found words what was found for texts.
func (l *Library) Found(ctx context.Context, asked []stemma.Article, found [][]FoundWith) (*Find, error) {
	s := l.shelf()
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, fmt.Errorf("find: %w", err)
	}
	v := &Find{}
	for i := range asked {
		t := FindText{Title: short(cmp.Or(titleOf(&asked[i]), asked[i].Own()), 70)}
		for _, f := range found[i] {
			a, err := s.article(ctx, f.Article)
			if err != nil {
				return nil, fmt.Errorf("find: %w", err)
			}
			ref, err := s.textRef(ctx, a)
			if err != nil {
				return nil, fmt.Errorf("find: %w", err)
			}
			family := k.family(f.Article)
			shared := FindShared{Text: ref, Family: len(family.Articles), Href: FamilyHref(f.Article)}
			if first := k.articles[family.First]; first != nil && first.ID != f.Article {
				ref, err := s.textRef(ctx, first)
				if err != nil {
					return nil, fmt.Errorf("find: %w", err)
				}
				shared.First = &ref
			}
			for _, p := range f.Passages {
				shared.Passages = append(shared.Passages, short(p.B.Of(a.Text), 200))
			}
			t.Shared = append(t.Shared, shared)
		}
		v.Texts = append(v.Texts, t)
	}
	return v, nil
}

// Text prints what was found.
func (v *Find) Text(w io.Writer) error {
	p := &printer{w: w}
	for i, t := range v.Texts {
		if i > 0 {
			p.line("")
		}
		p.wrap("", t.Title)
		if len(t.Shared) == 0 {
			p.line("   shares no passage with any text of the pile")
		}
		for _, s := range t.Shared {
			p.wrap("   ", s.Text.Title+" ("+s.Text.Where()+"), "+Count(s.Family, "text", "texts")+" in its family")
			p.wrap("      ", s.Text.Source)
			if s.First != nil {
				p.wrap("      first of them: ", s.First.Title+" ("+s.First.Where()+")")
			}
			for _, words := range s.Passages {
				p.wrap("      - ", "“"+words+"”")
			}
		}
	}
	return p.err
}
