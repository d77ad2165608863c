package view

import (
	"stemma"
)

// PageRecord is the page text of a format whose page text is not the file's own, and
// where the page came from.
type PageRecord struct {
	Kind     string       `json:"kind"`
	ID       stemma.ID    `json:"id"`
	Source   string       `json:"source"`
	Format   string       `json:"format"`
	Encoding string       `json:"encoding"`
	URL      *string      `json:"url"`
	Captured *stemma.Date `json:"captured"`
	SHA256   string       `json:"sha256"`
	Text     *string      `json:"text,omitempty"`
}

// Head implements [Record].
func (r *PageRecord) Head() *RecordHead { return &RecordHead{Kind: r.Kind, ID: r.ID, Source: r.Source} }

// ArticleRecord is one article.
type ArticleRecord struct {
	RecordHead
	Title         *RecordPlace  `json:"title"`
	Byline        []RecordPlace `json:"byline"`
	Outlet        *RecordPlace  `json:"outlet"`
	Credit        *RecordPlace  `json:"credit"`
	Published     *stemma.Date  `json:"published"`
	Reposted      *stemma.Date  `json:"reposted"`
	PublishedFrom *string       `json:"published_from"`
	Lang          string        `json:"lang"`
	URL           *string       `json:"url"`
	Holes         []HoleRecord  `json:"holes"`
	Text          string        `json:"text"`
}

// HoleRecord is text inside an article's range that is not its own.
type HoleRecord struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
	Type  string `json:"type"`
}

// FurnitureRecord is page text that belongs to no article.
type FurnitureRecord struct {
	RecordHead
	Type string `json:"type"`
}

// ProblemRecord is what could not be read, why, and what to do.
type ProblemRecord struct {
	Kind    string    `json:"kind"`
	ID      stemma.ID `json:"id"`
	Source  string    `json:"source"`
	Step    string    `json:"step"`
	Message string    `json:"message"`
	Hint    string    `json:"hint"`
}

// Head implements [Record].
func (r *ProblemRecord) Head() *RecordHead {
	return &RecordHead{Kind: r.Kind, ID: r.ID, Source: r.Source}
}

// SentenceRecord is a sentence, printed only when asked for.
type SentenceRecord struct{ RecordHead }

func (s *scribe) articleRecord() *ArticleRecord {
	a := s.article
	r := &ArticleRecord{
		RecordHead: s.head("article", a.ID, stemma.Span{End: len(a.Text)}, ""),
		Title:      s.place(a.Title), Byline: s.all(a.Byline),
		Outlet: s.onPage(a.Outlet, a.OutletAt), Credit: s.onPage(a.Credit, a.CreditAt),
		Published: orNull(a.Published), Reposted: orNull(a.Reposted), PublishedFrom: orNull(a.PublishedFrom),
		Lang: a.Lang, URL: orNull(a.URL), Holes: []HoleRecord{}, Text: a.Own(),
	}
	if r.Title == nil && a.TitleText != "" {
		r.Title = &RecordPlace{Name: &a.TitleText}
	}
	for _, h := range a.Holes {
		start, end := s.bounds(h.Span)
		r.Holes = append(r.Holes, HoleRecord{start, end, h.Span.Of(a.Text), h.Type})
	}
	return r
}

// onPage gives a name that stands somewhere on the page, not always in the article.
func (s *scribe) onPage(n stemma.Named, at stemma.Span) *RecordPlace {
	if n.Name == "" && at.Empty() {
		return nil
	}
	p := &RecordPlace{Name: orNull(n.Name)}
	if !at.Empty() && at.End <= len(s.points.text) {
		start, end, exact := s.points.at(at.Start), s.points.at(at.End), at.Of(s.points.text)
		p.Start, p.End, p.Exact = &start, &end, &exact
	}
	return p
}

func furnitureRecord(f *stemma.Furniture, source string, p *points) *FurnitureRecord {
	at := f.Span
	return &FurnitureRecord{
		RecordHead: RecordHead{
			Kind: "furniture", ID: stemma.NewID("b", string(f.Page), f.Type, at.Of(p.text), itoa(at.Start)), Source: source,
			Start: p.at(at.Start), End: p.at(at.End), Exact: at.Of(p.text), Rule: f.Rule,
		},
		Type: f.Type,
	}
}
