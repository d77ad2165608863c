package view

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/message"
)

// Texts is the screen of all texts, those of one family together.
type Texts struct {
	Total    int         `json:"total"`    // texts
	Families int         `json:"families"` // independent texts
	Offset   int         `json:"offset"`   // of the first group shown
	Groups   []TextGroup `json:"groups"`
	Prev     string      `json:"prev,omitempty"`
	Next     string      `json:"next,omitempty"`
}

// TextGroup is a family, or one text that has none.
type TextGroup struct {
	Family stemma.ID `json:"family,omitempty"` // "" for a text without copies
	Note   string    `json:"note,omitempty"`   // what is to be known about the family as a whole
	Texts  []TextRow `json:"texts"`            // the first of the family first
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

// textsPage is how many groups one page of the list holds.
const textsPage = 50

// Texts lists the texts by family, from the given group on, in the order in which
// the families' first texts appeared.
func (l *Library) Texts(ctx context.Context, offset int) (*Texts, error) {
	s := l.shelf()
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, fmt.Errorf("texts: %w", err)
	}
	groups := k.groups
	v := &Texts{Total: len(k.articles), Families: len(groups), Offset: min(max(offset, 0), len(groups))}
	for _, g := range head(groups[v.Offset:], textsPage) {
		shown, err := s.textGroup(ctx, k, g)
		if err != nil {
			return nil, fmt.Errorf("texts: %w", err)
		}
		v.Groups = append(v.Groups, shown)
	}
	if v.Offset > 0 {
		v.Prev = textsHref(v.Offset - textsPage)
	}
	if v.Offset+textsPage < len(groups) {
		v.Next = textsHref(v.Offset + textsPage)
	}
	return v, nil
}

func textsHref(offset int) string {
	if offset <= 0 {
		return "/texts"
	}
	return "/texts?" + url.Values{"offset": {strconv.Itoa(offset)}}.Encode()
}

// textGroup words one family.
func (s *shelf) textGroup(ctx context.Context, k *kinship, f stemma.Family) (TextGroup, error) {
	g := TextGroup{Family: f.ID, Note: familyNote(s.words, f)}
	for _, id := range k.inOrder(f) {
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
	a, err := s.article(ctx, id)
	if err != nil {
		return TextRow{}, err
	}
	ref, err := s.textRef(ctx, a)
	if err != nil {
		return TextRow{}, err
	}
	row := TextRow{TextRef: ref, Words: words(a.Own()), First: f.ID != "" && id == f.First}
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
	return len(strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '’' && r != '-'
	}))
}
