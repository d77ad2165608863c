package view

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/message"
)

// Texts is the screen of all texts, those of one family together.
type Texts struct {
	Total    int         `json:"total"`    // texts of the choice
	Families int         `json:"families"` // independent texts of it
	Offset   int         `json:"offset"`   // of the first group shown
	Groups   []TextGroup `json:"groups"`
	Facets   []Facet     `json:"facets"`
	Choice   Choice      `json:"choice"`
	Prev     string      `json:"prev,omitempty"`
	Next     string      `json:"next,omitempty"`
}

// TextGroup is a family, or one text that has none.
type TextGroup struct {
	Family stemma.ID `json:"family,omitempty"` // "" for a text without copies
	Note   string    `json:"note,omitempty"`   // what is to be known about the family as a whole
	Texts  []TextRow `json:"texts"`            // the first of the family first
	More   int       `json:"more,omitempty"`   // texts of it that a list leaves out; its own screen has all
}

// TextRow is one text, and what it is to the first of its family.
type TextRow struct {
	TextRef
	Words       int      `json:"words"` // its own
	First       bool     `json:"first,omitempty"`
	Relation    string   `json:"relation,omitempty"`   // in words: “an edited reprint of”
	RelatedTo   *TextRef `json:"related_to,omitempty"` // the text it was made from
	Certainty   string   `json:"certainty,omitempty"`
	Why         []string `json:"why,omitempty"`
	CompareHref string   `json:"compare_href,omitempty"`
}

const (
	textsPage = 50 // how many groups one page of the list holds
	listed    = 20 // how many texts of one family a list shows: a family may be most of the pile
)

// Texts lists the texts of a choice by family, in the order in which the families' first texts
// appeared; its fields are “outlet”, “credit”, “lang”, “copies”, those of a period, in which a
// text appeared, and “after”, the ID of a page after which a text's page came into the pile. Of a
// family those that are chosen are shown. A page of the list begins with a family.
func (l *Library) Texts(ctx context.Context, c Choice) (*Texts, error) {
	s := l.shelf()
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, fmt.Errorf("texts: %w", err)
	}
	list, err := s.textList(ctx)
	if err != nil {
		return nil, fmt.Errorf("texts: %w", err)
	}
	if _, err := c.period(); err != nil {
		return nil, err
	}
	chosen, counts, err := s.textsOf(ctx, list, c)
	if err != nil {
		return nil, fmt.Errorf("texts: %w", err)
	}
	total, page := list.families(chosen, max(c.Offset, 0), textsPage)
	v := &Texts{Total: len(chosen), Families: total, Offset: min(max(c.Offset, 0), total), Choice: c, Facets: l.textFacets(c, counts, len(chosen))}
	for _, rows := range page {
		var ids []stemma.ID
		for _, row := range rows {
			ids = append(ids, list.ids[row])
		}
		shown, err := s.someOf(ctx, k, k.groups[list.groups[rows[0]]], ids)
		if err != nil {
			return nil, fmt.Errorf("texts: %w", err)
		}
		v.Groups = append(v.Groups, shown)
	}
	v.Prev, v.Next = turns("/texts", c, v.Offset, textsPage, total)
	return v, nil
}

// someOf words the first texts of one family, as many as a list shows.
func (s *shelf) someOf(ctx context.Context, k *kinship, f stemma.Family, ids []stemma.ID) (TextGroup, error) {
	n := min(len(ids), listed)
	g, err := s.textGroup(ctx, k, f, ids[:n])
	g.More = len(ids) - n
	return g, err
}

// textGroup words texts of one family.
func (s *shelf) textGroup(ctx context.Context, k *kinship, f stemma.Family, ids []stemma.ID) (TextGroup, error) {
	g := TextGroup{Family: f.ID, Note: familyNote(s.words, f)}
	for _, id := range ids {
		row, err := s.textRow(ctx, k, f, id)
		if err != nil {
			return g, err
		}
		g.Texts = append(g.Texts, row)
	}
	return g, nil
}

// familyNote says what cannot be told of a family, and which copies must have existed.
func familyNote(b *message.Book, f stemma.Family) string {
	note := ""
	if f.ID != "" && f.First == "" {
		note = b.Say("family.no-first")
	}
	if len(f.Lost) > 0 {
		note = strings.TrimSpace(note + " " + b.Say("family.lost", "copies", strings.Join(f.Lost, ", ")))
	}
	return note
}

// textRow words one text of a family.
func (s *shelf) textRow(ctx context.Context, k *kinship, f stemma.Family, id stemma.ID) (TextRow, error) {
	a, words, err := s.lengthOf(ctx, k, id)
	if err != nil {
		return TextRow{}, err
	}
	ref, err := s.textRef(ctx, a)
	if err != nil {
		return TextRow{}, err
	}
	row := TextRow{TextRef: ref, Words: words, First: f.ID != "" && id == f.First}
	edge, ok := k.parent(f, id)
	if !ok || row.First {
		return row, nil
	}
	from, ok := k.articles[edge.From]
	if !ok {
		return row, nil
	}
	to, err := s.textRef(ctx, from)
	if err != nil {
		return TextRow{}, err
	}
	row.Relation, row.RelatedTo = relationTo(s.words, edge.Relation), &to
	row.Certainty, row.Why = edge.Certainty, s.words.Reasons(edge.Why)
	row.CompareHref = CopyHref(edge.From, id)
	return row, nil
}

// relationTo words what a text is to another one that is named next.
func relationTo(b *message.Book, relation string) string {
	return b.Term("relation-to", relation)
}

// words counts the words of a text: runs of letters, digits and what joins them.
func words(text string) int {
	n, inside := 0, false
	for _, r := range text {
		is := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\'' || r == '’' || r == '-'
		if is && !inside {
			n++
		}
		inside = is
	}
	return n
}
