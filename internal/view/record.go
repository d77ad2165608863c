package view

import (
	"strings"
	"unicode/utf8"

	"stemma"
)

// A record is one line of the export contract, schema 1. Field order is the order of
// printing; nil pointers print as null, which means “none” or “unknown”.

// RecordPlace is a range of the page text in code points, half-open, and what stands
// there; or, without a range, something known from context by its name.
type RecordPlace struct {
	Start  *int          `json:"start,omitempty"`
	End    *int          `json:"end,omitempty"`
	Exact  *string       `json:"exact,omitempty"`
	Name   *string       `json:"name,omitempty"`
	Entity *stemma.ID    `json:"entity,omitempty"`
	Pieces []RecordPlace `json:"pieces,omitempty"`
}

// RecordSpan is a range without its words.
type RecordSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// RecordHead is what every finding has.
type RecordHead struct {
	Kind    string     `json:"kind"`
	ID      stemma.ID  `json:"id"`
	Article *stemma.ID `json:"article"`
	Source  string     `json:"source"`
	Start   int        `json:"start"`
	End     int        `json:"end"`
	Exact   string     `json:"exact"`
	Rule    string     `json:"rule,omitempty"`
	In      string     `json:"in,omitempty"`
}

// Head implements [Record].
func (h *RecordHead) Head() *RecordHead { return h }

// Record is any line of an export that has a place in a source.
type Record interface {
	// Head gives what all of them have; of one that is no finding, its kind, ID and source.
	Head() *RecordHead
}

// points counts code points in a page's text: how many stand before a byte. A count is
// kept for every stride bytes, so that a look-up is short and the table small.
type points struct {
	text   string
	counts []int32
}

const stride = 128

func newPoints(text string) *points {
	p := &points{text: text, counts: make([]int32, 0, len(text)/stride+1)}
	n := int32(0)
	for at := 0; at < len(text); at += stride {
		p.counts = append(p.counts, n)
		for i := at; i < min(at+stride, len(text)); i++ {
			if utf8.RuneStart(text[i]) {
				n++
			}
		}
	}
	p.counts = append(p.counts, n)
	return p
}

// at gives the number of code points before byte b of the text.
func (p *points) at(b int) int {
	if b >= len(p.text) {
		return int(p.counts[len(p.counts)-1])
	}
	n := int(p.counts[b/stride])
	for i := b - b%stride; i < b; i++ {
		if utf8.RuneStart(p.text[i]) {
			n++
		}
	}
	return n
}

// scribe turns one article's spans into places over its page's text.
type scribe struct {
	points   *points
	source   string
	article  *stemma.Article
	reading  *stemma.Reading
	entities map[stemma.ID]stemma.ID // Mention.Entity → actor
}

// bounds gives a span of the article's text in code points of the page's.
func (s *scribe) bounds(at stemma.Span) (start, end int) {
	return s.points.at(at.Start + s.article.Start), s.points.at(at.End + s.article.Start)
}

func (s *scribe) head(kind string, id stemma.ID, at stemma.Span, rule string) RecordHead {
	h := RecordHead{Kind: kind, ID: id, Article: &s.article.ID, Source: s.source, Exact: at.Of(s.article.Text), Rule: rule}
	h.Start, h.End = s.bounds(at)
	if kind != "article" && s.article.InHole(at) {
		h.In = "hole"
	}
	return h
}

// place gives a range, nil for an empty span.
func (s *scribe) place(at stemma.Span) *RecordPlace {
	if at.Empty() {
		return nil
	}
	start, end := s.bounds(at)
	exact := at.Of(s.article.Text)
	return &RecordPlace{Start: &start, End: &end, Exact: &exact}
}

// named gives who or what a finding points to, nil when it points to nothing.
func (s *scribe) named(n stemma.Named) *RecordPlace {
	p := s.place(n.Span)
	if p == nil {
		if n.Name == "" {
			return nil
		}
		p = &RecordPlace{}
	}
	if n.Name != "" {
		p.Name = &n.Name
	}
	if actor, ok := s.entities[n.Entity]; ok && n.Entity != "" {
		p.Entity = &actor
	}
	return p
}

// words gives what a finding points to by its name alone, or by the words that stand
// there.
func (s *scribe) words(n stemma.Named) *string {
	if n.Name == "" {
		n.Name = n.Span.Of(s.article.Text)
	}
	return orNull(strings.Join(strings.Fields(n.Name), " "))
}

func (s *scribe) all(ns []stemma.Named) []RecordPlace {
	out := []RecordPlace{}
	for _, n := range ns {
		if p := s.named(n); p != nil {
			out = append(out, *p)
		}
	}
	return out
}

// sentence gives the sentence of a finding; when the finding knows none, the one of
// the reading that holds it.
func (s *scribe) sentence(own, at stemma.Span) *RecordPlace {
	if own.Empty() {
		if i := s.reading.SentenceAt(at.Start); i >= 0 {
			own = s.reading.Sentences[i]
		}
	}
	return s.place(own)
}

// text gives a pointer to s, nil for "".
func orNull[T ~string](v T) *T {
	if v == "" {
		return nil
	}
	return &v
}

func ageOrNull(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}
