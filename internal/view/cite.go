package view

import (
	"cmp"
	"context"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/message"
)

// TextRef names a text in a list or beside a sentence.
type TextRef struct {
	ID        stemma.ID   `json:"id"`
	Title     string      `json:"title"` // [Untitled] when unknown
	Byline    string      `json:"byline,omitempty"`
	Outlet    string      `json:"outlet,omitempty"`
	Credit    string      `json:"credit,omitempty"` // the original outlet of a repost
	Published stemma.Date `json:"published,omitempty"`
	Reposted  stemma.Date `json:"reposted,omitempty"`
	When      string      `json:"when"` // the date in words
	Lang      string      `json:"lang"`
	Source    string      `json:"source"` // the page's name
	Href      string      `json:"href"`
}

// Cite is one sentence of a text with its marks, and where it stands.
type Cite struct {
	Text     TextRef   `json:"text"`
	Finding  stemma.ID `json:"finding,omitempty"`
	Segments []Segment `json:"segments"`
	Href     string    `json:"href"`
}

// Words gives the sentence as plain text on one line.
func (c Cite) Words() string {
	var b strings.Builder
	for _, s := range c.Segments {
		b.WriteString(s.Text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Where says in a line where the sentence stands: “Harbour Post, 4 March 2021”.
func (t TextRef) Where() string {
	return isolated(cmp.Or(t.Outlet, t.Byline, t.Source, "source unknown")) + ", " + t.When
}

// Author gives the byline, unless it only says the outlet's name again.
func (t TextRef) Author() string {
	if strings.EqualFold(t.Byline, t.Outlet) {
		return ""
	}
	return t.Byline
}

// isolated keeps a name that is written from right to left from turning the numbers of the
// date behind it round: “28 December” would stand on either side of it.
func isolated(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool {
		return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana)
	}) {
		return "\u2068" + name + "\u2069"
	}
	return name
}

// textRef names an article.
func (s *shelf) textRef(ctx context.Context, a *stemma.Article) (TextRef, error) {
	source, err := s.source(ctx, a.Page)
	if err != nil {
		return TextRef{}, err
	}
	ref := TextRef{
		ID: a.ID, Title: cmp.Or(titleOf(a), s.words.Say("cite.untitled")),
		Byline: names(a.Byline), Outlet: a.Outlet.Name, Credit: a.Credit.Name,
		Published: a.Published, Reposted: a.Reposted, When: dated(s.words, a),
		Lang: a.Lang, Source: source, Href: TextHref(a.ID, ""),
	}
	return ref, nil
}

// dated words when a text appeared; a repost's own date is told as such.
func dated(b *message.Book, a *stemma.Article) string {
	switch {
	case a.Published != "":
		return b.Day(a.Published)
	case a.Reposted != "":
		return b.Say("cite.reposted", "date", b.OnDay(a.Reposted))
	}
	return b.Say("cite.no-date")
}

// appeared gives the date by which a text is put in order.
func appeared(a *stemma.Article) stemma.Date { return cmp.Or(a.Published, a.Reposted) }

func names(list []stemma.Named) string {
	words := make([]string, 0, len(list))
	for _, n := range list {
		if n.Name != "" {
			words = append(words, n.Name)
		}
	}
	return strings.Join(words, ", ")
}

// cite gives the sentence that a finding begins in, with the finding marked. The
// sentence may be empty: then it is the one that holds the finding.
func (s *shelf) cite(ctx context.Context, id stemma.ID, at stemma.Evidence, sentence stemma.Span, kind, label string) (Cite, error) {
	marks := []Mark{{ID: id, Kind: kind, Span: at.Span, Label: label}}
	if kind == KindQuote {
		var err error
		if marks, err = s.piecesOf(ctx, id, at, marks); err != nil {
			return Cite{}, err
		}
	}
	return s.citeMarked(ctx, id, at, sentence, marks)
}

// citeQuote is cite for a quotation.
func (s *shelf) citeQuote(ctx context.Context, q *stemma.Quote) (Cite, error) {
	a, err := s.article(ctx, q.Article)
	if err != nil {
		return Cite{}, err
	}
	marks := []Mark{{ID: q.ID, Kind: KindQuote, Span: q.Span, Label: s.words.Quote(*q)}}
	if len(q.Pieces) > 1 {
		marks = quoteMarks(s.words, a.Text, *q)
	}
	return s.citeMarked(ctx, q.ID, q.Evidence, q.Sentence, marks)
}

// citeMarked gives the sentence that a finding begins in, with its marks.
func (s *shelf) citeMarked(ctx context.Context, id stemma.ID, at stemma.Evidence, sentence stemma.Span, marks []Mark) (Cite, error) {
	a, err := s.article(ctx, at.Article)
	if err != nil {
		return Cite{}, err
	}
	if sentence.Empty() {
		if sentence, err = s.sentence(ctx, at.Article, at.Span); err != nil {
			return Cite{}, err
		}
	}
	ref, err := s.textRef(ctx, a)
	if err != nil {
		return Cite{}, err
	}
	return Cite{
		Text: ref, Finding: id, Href: SentenceHref(a.ID, id, sentence.Start),
		Segments: Split(a.Text, sentence.Join(at.Span), marks, ""),
	}, nil
}

// piecesOf gives the marks of a quotation that its cue interrupts; those given for others.
func (s *shelf) piecesOf(ctx context.Context, id stemma.ID, at stemma.Evidence, marks []Mark) ([]Mark, error) {
	a, err := s.article(ctx, at.Article)
	if err != nil {
		return nil, err
	}
	r, err := s.reading(ctx, at.Article)
	if err != nil {
		return nil, err
	}
	for _, q := range r.Quotes {
		if q.ID == id && len(q.Pieces) > 1 {
			return quoteMarks(s.words, a.Text, q), nil
		}
	}
	return marks, nil
}

// sentence gives the sentence that holds a span's beginning, or, where no sentence was
// found (in a caption, say), the stretch that the reading view gives an anchor.
func (s *shelf) sentence(ctx context.Context, article stemma.ID, at stemma.Span) (stemma.Span, error) {
	r, err := s.reading(ctx, article)
	if err != nil {
		return stemma.Span{}, err
	}
	if i := r.SentenceAt(at.Start); i >= 0 {
		return r.Sentences[i], nil
	}
	a, err := s.article(ctx, article)
	if err != nil {
		return stemma.Span{}, err
	}
	for _, p := range Paragraphs(a.Text) {
		if at.Start >= p.End {
			continue
		}
		for _, piece := range pieces(p, r.Sentences) {
			if at.Start < piece.End {
				return piece, nil
			}
		}
	}
	return stemma.Span{}, nil
}
