// Package viewtest holds canned piles for the tests of views and screens: invented
// articles about Velmora, a country that does not exist, with readings, copies and
// groups written by hand.
//
// It takes nothing and gives a [store.Reader] that is the same in every run. It
// promises nothing about what the finders find: no finder is run. It is for tests
// and for looking at screens only.
package viewtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/store/mem"
)

// Empty gives a pile that nothing was added to.
func Empty() store.Reader { return mem.New() }

// draft is a page with one article and its reading in the making.
type draft struct {
	page    stemma.Page
	article stemma.Article
	reading stemma.Reading
}

// newDraft begins a page whose whole text is one article; its first line is the
// title.
func newDraft(path, outlet, byline string, published stemma.Date, lang, text string) *draft {
	sum := sha256.Sum256([]byte(text))
	d := &draft{}
	d.page = stemma.Page{
		SHA256: hex.EncodeToString(sum[:]), Root: "velmora", Path: path, Format: "txt", Encoding: "utf-8", Text: text,
	}
	d.page.ID = stemma.NewID("p", d.page.SHA256)
	title, _, _ := strings.Cut(text, "\n")
	d.article = stemma.Article{
		ID: stemma.NewID("a", path), Page: d.page.ID, Text: text, Lang: lang, Published: published,
		Title: stemma.Span{End: len(title)}, TitleText: title,
	}
	if published != "" {
		d.article.PublishedFrom = "dateline"
	}
	if outlet != "" {
		d.article.Outlet = stemma.Named{Name: outlet}
	}
	if byline != "" {
		d.article.Byline = []stemma.Named{{Name: byline}}
	}
	d.reading = stemma.Reading{Article: d.article.ID, Sentences: sentences(text)}
	return d
}

// sentences cuts a text at line ends and after full stops, as far as these texts
// need it.
func sentences(text string) []stemma.Span {
	var list []stemma.Span
	start := 0
	end := func(at int) {
		s := text[start:at]
		left := len(s) - len(strings.TrimLeft(s, " \n"))
		if words := strings.TrimSpace(s); words != "" {
			list = append(list, stemma.Span{Start: start + left, End: start + left + len(words)})
		}
		start = at
	}
	for i := range len(text) {
		switch {
		case text[i] == '\n':
			end(i)
		case text[i] == ' ' && (strings.HasSuffix(text[:i], ".") || strings.HasSuffix(text[:i], ".”")):
			end(i)
		}
	}
	end(len(text))
	return list
}

// at gives the place of words in the text. The words must be there.
func (d *draft) at(words string) stemma.Span {
	i := strings.Index(d.article.Text, words)
	if i < 0 {
		panic("viewtest: no such words: " + words)
	}
	return stemma.Span{Start: i, End: i + len(words)}
}

func (d *draft) evidence(words, rule string) (stemma.Evidence, stemma.Span) {
	at := d.at(words)
	var sentence stemma.Span
	if i := d.reading.SentenceAt(at.Start); i >= 0 {
		sentence = d.reading.Sentences[i]
	}
	return stemma.Evidence{Article: d.article.ID, Span: at, Rule: rule}, sentence
}

func (d *draft) quote(kind, words, speaker, cue string) stemma.ID {
	ev, sentence := d.evidence(words, "quote.en."+kind)
	q := stemma.Quote{Evidence: ev, Type: kind, Sentence: sentence, Speaker: stemma.Named{Name: speaker}}
	q.ID = stemma.FindingID("quote", d.article.ID, ev.Span)
	if cue != "" {
		q.Cue = d.at(cue)
	}
	d.reading.Quotes = append(d.reading.Quotes, q)
	return q.ID
}

func (d *draft) figure(words, op string, value float64, measure, of, saidBy string, asOf stemma.Date) stemma.ID {
	ev, sentence := d.evidence(words, "figure.en.be-killed")
	f := stemma.Figure{
		Evidence: ev, Op: op, Value: &value, Measure: measure, Of: stemma.Named{Name: of},
		SaidBy: stemma.Named{Name: saidBy}, AsOf: asOf, Sentence: sentence, Status: "happened",
		Place: stemma.Named{Name: "Port Ellery"},
	}
	f.ID = stemma.FindingID("figure", d.article.ID, ev.Span)
	d.reading.Figures = append(d.reading.Figures, f)
	return f.ID
}

func (d *draft) time(words string, value stemma.Date) stemma.ID {
	ev, sentence := d.evidence(words, "time.en.day")
	t := stemma.Time{Evidence: ev, Type: stemma.TimeDate, Value: value, Anchor: "published", Sentence: sentence}
	t.ID = stemma.FindingID("time", d.article.ID, ev.Span)
	d.reading.Times = append(d.reading.Times, t)
	return t.ID
}

func (d *draft) name(words, kind, full, role string) stemma.ID {
	ev, _ := d.evidence(words, "name.en.title")
	m := stemma.Mention{Evidence: ev, Type: kind, Name: full, Role: stemma.Named{Name: role}}
	m.ID = stemma.FindingID("name", d.article.ID, ev.Span)
	d.reading.Mentions = append(d.reading.Mentions, m)
	return m.ID
}

func (d *draft) event(words, kind string, date stemma.Date, actor string) stemma.ID {
	ev, sentence := d.evidence(words, "event.en.march")
	e := stemma.Event{
		Evidence: ev, Type: kind, Status: "happened", Date: date, Sentence: sentence,
		Actors: []stemma.Named{{Name: actor}}, Place: stemma.Named{Name: "Port Ellery"},
	}
	e.ID = stemma.FindingID("event", d.article.ID, ev.Span)
	d.reading.Events = append(d.reading.Events, e)
	return e.ID
}

func (d *draft) hole(words, kind string) {
	d.article.Holes = append(d.article.Holes, stemma.Hole{Span: d.at(words), Type: kind})
}

// keep puts drafts and what they say together into a pile.
func keep(drafts []*draft, problems []stemma.Problem, copies []stemma.Copy, families []stemma.Family, l stemma.Lineup) store.Reader {
	ctx := context.Background()
	s := mem.New()
	var entries []store.Entry
	for _, d := range drafts {
		entries = append(entries, store.Entry{
			Page: d.page, Body: []byte(d.page.Text),
			Articles: []stemma.Article{d.article}, Readings: []stemma.Reading{d.reading},
		})
	}
	if err := s.Put(ctx, entries, nil, problems); err != nil {
		panic("viewtest: " + err.Error())
	}
	if err := s.PutLineup(ctx, copies, families, store.Whole(l)); err != nil {
		panic("viewtest: " + err.Error())
	}
	return s
}
