package view

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/message"
)

// Note says in the margin that a passage also stands in another text.
type Note struct {
	ID        stemma.ID   `json:"id"`   // ties the note to its marks
	Span      stemma.Span `json:"-"`    // the passage here
	Text      TextRef     `json:"text"` // the other text
	Label     string      `json:"label"`
	Words     int         `json:"words"`     // length of the passage here
	Href      string      `json:"href"`      // the passage in the other text
	CopyHref  string      `json:"copy_href"` // both side by side
	Relation  string      `json:"relation"`
	Direction string      `json:"direction,omitempty"` // “earlier”, “later”; "" when it cannot be told
	Certainty string      `json:"certainty,omitempty"` // of the direction
	Why       string      `json:"why,omitempty"`       // the reasons, in one line
}

// CopyRef is another text that shares wording with this one.
type CopyRef struct {
	Text      TextRef  `json:"text"`
	Relation  string   `json:"relation"`
	Here      string   `json:"here"`  // how much of this text stands there, in words
	There     string   `json:"there"` // how much of the other text stands here
	Passages  int      `json:"passages"`
	Direction string   `json:"direction,omitempty"` // as that of a [Note]
	Certainty string   `json:"certainty,omitempty"` // of the direction
	Why       []string `json:"why,omitempty"`
	Href      string   `json:"href"`
}

// notesPerText bounds the passages of one other text that get a note.
const notesPerText = 200

// marginTexts bounds how many other texts a margin speaks of: those that share most.
const marginTexts = 50

// margin fills in the copies of an article and gives the notes on its passages, in
// the order of the text.
func (s *shelf) margin(ctx context.Context, v *Reading, a *stemma.Article) ([]Note, error) {
	copies, err := s.r.Copies(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	copies = slices.Clone(copies) // the store may keep the list
	for i, c := range copies {
		if c.B == a.ID {
			copies[i] = turned(c)
		}
	}
	slices.SortStableFunc(copies, func(x, y stemma.Copy) int {
		return cmp.Or(cmp.Compare(y.ShareA, x.ShareA), cmp.Compare(x.B, y.B))
	})
	v.MoreCopies = max(len(copies)-marginTexts, 0)
	var notes []Note
	for _, c := range head(copies, marginTexts) {
		ref, list, err := s.notes(ctx, a, c)
		if err != nil {
			return nil, err
		}
		notes = append(notes, list...)
		v.Copies = append(v.Copies, CopyRef{
			Text: ref, Relation: s.words.Relation(c.Relation), Href: CopyHref(c.A, c.B), Passages: len(c.Passages),
			Here: s.words.Percent(c.ShareA), There: s.words.Percent(c.ShareB), Direction: directionWords(s.words, c), Certainty: c.Certainty, Why: s.words.Reasons(c.Why),
		})
	}
	slices.SortStableFunc(notes, func(x, y Note) int {
		return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(y.Span.End, x.Span.End), cmp.Compare(x.ID, y.ID))
	})
	return notes, nil
}

// turned gives a copy with its two texts exchanged.
func turned(c stemma.Copy) stemma.Copy {
	c.A, c.B = c.B, c.A
	c.ShareA, c.ShareB = c.ShareB, c.ShareA
	switch c.Earlier {
	case "a":
		c.Earlier = "b"
	case "b":
		c.Earlier = "a"
	}
	c.Passages = slices.Clone(c.Passages)
	for i, p := range c.Passages {
		c.Passages[i] = stemma.Passage{A: p.B, B: p.A}
	}
	slices.SortFunc(c.Passages, func(p, q stemma.Passage) int {
		return cmp.Or(cmp.Compare(p.A.Start, q.A.Start), cmp.Compare(p.B.Start, q.B.Start), cmp.Compare(p.A.End, q.A.End))
	})
	return c
}

// direction says when the other text of a copy, its B, was written: “earlier”, “later”;
// "" when it cannot be told.
func direction(c stemma.Copy) string {
	switch c.Earlier {
	case "a":
		return "later"
	case "b":
		return "earlier"
	}
	return ""
}

func directionWords(b *message.Book, c stemma.Copy) string {
	if d := direction(c); d != "" {
		return b.Term("direction", d)
	}
	return ""
}

// notes gives the notes for one copy, whose A is this article.
func (s *shelf) notes(ctx context.Context, a *stemma.Article, c stemma.Copy) (TextRef, []Note, error) {
	other, err := s.article(ctx, c.B)
	if err != nil {
		return TextRef{}, nil, err
	}
	ref, err := s.textRef(ctx, other)
	if err != nil {
		return ref, nil, err
	}
	certainty := c.Certainty
	if direction(c) == "" {
		certainty = ""
	}
	var notes []Note
	for i, p := range head(c.Passages, notesPerText) {
		there, err := s.sentence(ctx, c.B, p.B)
		if err != nil {
			return ref, nil, err
		}
		notes = append(notes, Note{
			ID: c.ID + stemma.ID("-"+strconv.Itoa(i)), Certainty: certainty, Why: strings.Join(s.words.Reasons(c.Why), "; "), Span: p.A, Text: ref, Words: words(p.A.Of(a.Text)),
			Label: s.words.Say("reading.also-in", "text", ref.Where()), Relation: s.words.Relation(c.Relation), Direction: directionWords(s.words, c),
			Href: SentenceHref(c.B, "", there.Start), CopyHref: CopyHref(c.A, c.B),
		})
	}
	return ref, notes, nil
}
