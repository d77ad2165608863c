package export

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// row is one record with a place in a text, and all that any format says of that place:
// by its quote and the words around it, and by its position, it is found again
// (TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model).
type row struct {
	*view.RecordHead
	record         view.Record
	sentence       string // "" where the record has none
	prefix, suffix string
	text           *text
}

// text is what formats say of the text that a row stands in.
type text struct {
	ID                    stemma.ID
	Family                stemma.ID // of its copies; its own ID where it has none
	Title, Outlet, Credit string
	Byline                []string
	Published, Reposted   stemma.Date
	Lang, URL             string
	Source, SHA256        string // the page's name, and the hash of the file that it came in
	Captured              stemma.Date
}

// around is how many characters of the article prefix and suffix hold.
const around = 32

// reader puts the records of one source together when all are there: the page's comes
// behind some of its statements.
type reader struct {
	kinds    []string
	yield    func(*row) error
	families map[stemma.ID]stemma.ID
	source   string
	page     *view.PageRecord
	articles map[stemma.ID]*view.ArticleRecord
	texts    map[stemma.ID]*text
	waiting  []view.Record
}

// rows hands the rows of the kinds to yield, in the order of the contract.
func (s *Source) rows(ctx context.Context, kinds []string, yield func(*row) error) error {
	return s.walk(ctx, kinds, yield, nil)
}

// walk does so too, and then hands the groups of the kinds, which have no place of their
// own, to group.
func (s *Source) walk(ctx context.Context, kinds []string, yield func(*row) error, group func(any) error) error {
	families, err := s.Lib.FamilyOfEach(ctx)
	if err != nil {
		return err
	}
	r := &reader{kinds: kinds, yield: yield, families: families}
	ended := false
	err = s.Lib.RecordsOf(ctx, s.Part, append([]string{"page", "article"}, kinds...), func(record any) error {
		if placed, ok := record.(view.Record); ok {
			return r.take(placed)
		}
		if !ended { // groups come behind all sources
			ended = true
			if err := r.flush(); err != nil {
				return err
			}
		}
		return group(record)
	})
	if err != nil {
		return err
	}
	return r.flush()
}

func (r *reader) take(record view.Record) error {
	if source := record.Head().Source; source != r.source || r.articles == nil {
		if err := r.flush(); err != nil {
			return err
		}
		r.source, r.page, r.articles, r.texts = source, nil, map[stemma.ID]*view.ArticleRecord{}, map[stemma.ID]*text{}
	}
	switch record := record.(type) {
	case *view.PageRecord:
		r.page = record
		return nil
	case *view.ArticleRecord:
		r.articles[record.ID] = record
	}
	if slices.Contains(r.kinds, record.Head().Kind) {
		r.waiting = append(r.waiting, record)
	}
	return nil
}

// flush hands on the rows of a source.
func (r *reader) flush() error {
	for _, record := range r.waiting {
		if err := r.yield(r.row(record)); err != nil {
			return err
		}
	}
	r.waiting = r.waiting[:0]
	return nil
}

func (r *reader) row(record view.Record) *row {
	head := record.Head()
	id := head.ID
	if head.Article != nil {
		id = *head.Article
	}
	a := r.articles[id]
	if a == nil {
		a = new(view.ArticleRecord)
	}
	if r.texts[id] == nil {
		r.texts[id] = r.describe(id, a)
	}
	out := &row{RecordHead: head, record: record, text: r.texts[id], sentence: sentenceOf(record)}
	if head.Kind != "article" {
		out.prefix, out.suffix = aroundIn(a, head.Start, head.End)
	}
	return out
}

// describe gives what is known of a text.
func (r *reader) describe(id stemma.ID, a *view.ArticleRecord) *text {
	t := &text{
		ID: id, Family: r.families[id], Title: worded(a.Title), Outlet: worded(a.Outlet), Credit: worded(a.Credit),
		Published: value(a.Published), Reposted: value(a.Reposted), Lang: a.Lang, URL: value(a.URL), Source: r.source,
	}
	for i := range a.Byline {
		t.Byline = append(t.Byline, worded(&a.Byline[i]))
	}
	if r.page != nil {
		t.URL = cmp.Or(t.URL, value(r.page.URL))
		t.SHA256, t.Captured = r.page.SHA256, value(r.page.Captured)
	}
	return t
}

// aroundIn gives the characters of an article before and behind a range of the page.
func aroundIn(a *view.ArticleRecord, start, end int) (before, behind string) {
	words := []rune(a.Exact)
	start, end = start-a.Start, end-a.Start
	if start < 0 || end > len(words) || start > end {
		return "", ""
	}
	return string(words[max(0, start-around):start]), string(words[end:min(len(words), end+around)])
}

// sentencePlace gives where the sentence of a statement stands; nil where it knows none.
func sentencePlace(record view.Record) *view.RecordPlace {
	switch r := record.(type) {
	case *view.QuoteRecord:
		return r.Sentence
	case *view.FigureRecord:
		return r.Sentence
	case *view.VictimRecord:
		return r.Sentence
	case *view.TimeRecord:
		return r.Sentence
	case *view.EventRecord:
		return r.Sentence
	}
	return nil
}

// sentenceOf gives the sentence that a statement stands in.
func sentenceOf(record view.Record) string {
	at := sentencePlace(record)
	if at == nil {
		return ""
	}
	return value(at.Exact)
}

// worded gives a place's name, else its words, on one line; "" for none.
func worded(p *view.RecordPlace) string {
	if p == nil {
		return ""
	}
	words := value(p.Name)
	if words == "" {
		words = value(p.Exact)
	}
	return strings.Join(strings.Fields(words), " ")
}

// value gives what a pointer points to; the zero value for nil.
func value[T any](p *T) T {
	if p == nil {
		var none T
		return none
	}
	return *p
}
