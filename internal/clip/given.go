package clip

import (
	"strings"

	"stemma"
)

// given makes the article of a JSON Lines record: the whole text, with what the
// record states. What it does not state is worked out where that is safe.
func (c *Cutter) given(p stemma.Page) stemma.Article {
	g := p.Given
	a := stemma.Article{Page: p.ID, Text: p.Text, TitleText: g.Title, URL: g.URL, Lang: g.Lang,
		Outlet: stemma.Named{Name: g.Outlet}, Published: g.Published}
	a.ID = articleID(p.ID, 0, len(p.Text))
	for _, name := range strings.Split(g.Byline, ";") {
		if name = strings.TrimSpace(name); name != "" {
			a.Byline = append(a.Byline, stemma.Named{Name: name})
		}
	}
	if g.Title != "" && strings.HasPrefix(p.Text, g.Title) {
		a.Title = stemma.Span{End: len(g.Title)}
	}
	if a.TitleText == "" || a.Published == "" || len(a.Byline) == 0 {
		c.workOut(&a, p)
	}
	c.creditGiven(&a)
	switch {
	case g.Published != "":
		a.PublishedFrom = "given"
	case a.Published == "":
		if d := urlDate(g.URL); d != "" {
			a.Published, a.PublishedFrom = d, "url"
		}
	}
	if a.Lang == "" {
		a.Lang = c.language(p.Text)
	}
	return a
}

// atTop is the number of lines at a record's top that may be headline, byline, date.
const atTop = 4

// workOut fills in what a record does not state and its first lines do: a headline, a
// byline, a date.
func (c *Cutter) workOut(a *stemma.Article, p stemma.Page) {
	top := p.Text[:min(len(p.Text), 4<<10)]
	for len(top) > 0 && len(top) < len(p.Text) && p.Text[len(top)]&0xC0 == 0x80 {
		top = top[:len(top)-1]
	}
	l := c.layout(stemma.Page{Text: top})
	for i := 0; i < len(l.ps) && i < atTop; i++ {
		q := &l.ps[i]
		if q.kind == kTitle && i == 0 && a.TitleText == "" && i+1 < len(l.ps) && (l.ps[1].gap > 0 || l.anchor(0) > 0) {
			a.Title = stemma.Span{Start: q.span.Start, End: q.span.End}
			a.TitleText = strings.Join(strings.Fields(q.text), " ")
		}
		if n := l.inlineDateline(q); n > 0 || q.kind == kProse {
			if a.Published == "" {
				if ds := l.datelineDates(q.text[:n]); len(ds) > 0 {
					a.Published, a.PublishedFrom = ds[0].date(l.order), "dateline"
				}
			}
			break
		}
		if q.info == nil || q.kind == kCaption || q.kind == kCredit {
			continue
		}
		if len(q.info.dates) > 0 && a.Published == "" {
			a.Published, a.PublishedFrom = q.info.dates[0].date(l.order), "text"
		}
		for _, n := range q.info.authors {
			if name := spelled(n.of(q.text)); q.kind == kInfo && !hasAuthor(a.Byline, name) && p.Given.Byline == "" {
				a.Byline = append(a.Byline, stemma.Named{Name: name, Span: stemma.Span{Start: q.span.Start + n.start, End: q.span.Start + n.end}})
			}
		}
	}
}

// footSize is how many bytes of a record's end may tell where its text comes from.
const footSize = 1 << 10

// creditGiven fills in the outlet that a line at a record's foot says the text comes from:
// “Originally published by the Sella Courier.”
func (c *Cutter) creditGiven(a *stemma.Article) {
	from := 0
	if len(a.Text) > footSize {
		line := strings.IndexByte(a.Text[len(a.Text)-footSize:], '\n')
		if line < 0 {
			return
		}
		from = len(a.Text) - footSize + line + 1
	}
	l := c.layout(stemma.Page{Text: a.Text[from:]})
	for i := range l.ps {
		q := &l.ps[i]
		if q.kind != kProvenance || q.info == nil || q.info.outlet.end == 0 || i == 0 && from == 0 {
			continue
		}
		n := q.info.outlet
		name := strings.Join(strings.Fields(n.of(q.text)), " ")
		if letterForm(name) == letterForm(a.Outlet.Name) {
			continue
		}
		at := from + q.span.Start + n.start
		a.Credit = stemma.Named{Name: name, Span: stemma.Span{Start: at, End: at + n.end - n.start}}
		a.CreditAt = a.Credit.Span
		return
	}
}
