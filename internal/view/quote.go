package view

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"stemma"
	"stemma/internal/store"
)

// Quotes lists quotations by speaker; forms of one utterance stand together.
type Quotes struct {
	Total    int       `json:"total"` // quotations in the choice
	Speakers []Speaker `json:"speakers"`
	Facets   []Facet   `json:"facets"`
	Choice   Choice    `json:"choice"`
	Prev     string    `json:"prev,omitempty"`
	Next     string    `json:"next,omitempty"`
	shown    int       // quotations of the speaker chosen
}

// Speaker is somebody who is quoted, with what he or she said.
type Speaker struct {
	Name   string  `json:"name"`           // “Speaker unknown” when nobody is named
	Href   string  `json:"href,omitempty"` // the person's own screen
	Quotes int     `json:"quotes"`
	Said   []Words `json:"said"` // by the date of their first text
	// More is how many quotations are not shown here, and MoreHref leads to them.
	More     int    `json:"more,omitempty"`
	MoreHref string `json:"more_href,omitempty"`
}

// Words is one utterance: a quotation that stands alone, or several forms of one.
type Words struct {
	Saying   stemma.ID `json:"saying,omitempty"`
	Type     string    `json:"type"`
	Cite     Cite      `json:"cite"`  // its first form in the pile
	Forms    int       `json:"forms"` // wordings that differ
	Support  string    `json:"support,omitempty"`
	Families int       `json:"families"`
	Texts    int       `json:"texts"`
	Href     string    `json:"href"`
	texts    map[stemma.ID]bool
}

// Quotes lists the quotations of a choice; its fields are “speaker” (“?” for those not named),
// “type”, and “outlet”, “credit”, “lang” and those of a period of the text. Scare marks quote
// nobody and are shown only when asked for.
func (l *Library) Quotes(ctx context.Context, c Choice) (*Quotes, error) {
	s := l.shelf()
	all, err := s.quotes(ctx)
	if err != nil {
		return nil, fmt.Errorf("quotes: %w", err)
	}
	if _, err := c.period(); err != nil {
		return nil, err
	}
	said := all.choose(c)
	v := &Quotes{Choice: c, Total: said.total}
	for i, field := range choices["quotes"] {
		head, word := textFacet(l.words, field)
		switch field {
		case "speaker":
			head = "quotes.speaker"
		case "type":
			head, word = "word.kind", wordedBy(l.words, "quote")
		}
		v.Facets = append(v.Facets, choiceFacet(l.words, head, "/quotes", field, c, said.counts[i], word))
	}
	if err := s.speakers(ctx, v, all, said.order, said.by); err != nil {
		return nil, fmt.Errorf("quotes: %w", err)
	}
	return v, nil
}

const (
	// speakersPage is how many speakers are shown at a time.
	speakersPage = 15
	// speakerUtterances is how many utterances of each of them are shown.
	speakerUtterances = 8
)

// speakers fills in one page: of all speakers the beginning of what each said; of one who
// was chosen a stretch of it.
func (s *shelf) speakers(ctx context.Context, v *Quotes, all *quotes, order []string, by map[string][]int32) (err error) {
	at := v.Choice.Offset
	one := v.Choice.Fields["speaker"] != ""
	if !one {
		if at < 0 || at >= len(order) {
			at = 0
		}
		v.Prev, v.Next = turns("/quotes", v.Choice, at, speakersPage, len(order))
		order = order[at:min(at+speakersPage, len(order))]
	}
	for _, who := range order {
		rows := by[who]
		sp := Speaker{Name: who, Href: all.list[rows[0]].speaker, Quotes: len(rows)}
		if who == nobody {
			sp.Name = s.words.Say("quotes.no-speaker")
		}
		if one {
			if at < 0 || at >= len(rows) {
				at = 0
			}
			end := all.whole(rows, min(at+listPage, len(rows)))
			v.Prev, v.Next = pageHref("/quotes", v.Choice, max(at-listPage, 0), len(rows)), pageHref("/quotes", v.Choice, end, len(rows))
			rows, v.shown = rows[at:end], end-at
		} else if end := all.first(rows, speakerUtterances); end < len(rows) {
			sp.More, sp.MoreHref = len(rows)-end, listHref("/quotes", v.Choice, "speaker", who)
			rows = rows[:end]
		}
		if sp.Said, err = s.utterances(ctx, all, rows); err != nil {
			return err
		}
		v.Speakers = append(v.Speakers, sp)
	}
	return nil
}

// sayingOf gives the saying of each quotation that has one.
func (s *shelf) sayingOf(ctx context.Context) (map[stemma.ID]*stemma.Saying, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return c.sayings.get(ctx, s.r, newSayings)
}

func newSayings(ctx context.Context, r store.Reader) (map[stemma.ID]*stemma.Saying, error) {
	list, err := r.Sayings(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	out := map[stemma.ID]*stemma.Saying{}
	for i := range list {
		for _, m := range list[i].Members {
			out[m] = &list[i]
		}
	}
	return out, nil
}

// Text prints speakers and what they said.
func (v *Quotes) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("Nobody is quoted here.")
		return p.err
	}
	p.line("%s of %s", Count(v.Total, "quotation", "quotations"), Count(len(v.Speakers), "speaker", "speakers"))
	for _, sp := range v.Speakers {
		p.heading(sp.Name)
		for _, x := range sp.Said {
			p.fill("  ", "  ", marked(x.Cite))
			line := "    " + x.Type + ", " + x.Cite.Text.Where()
			if x.Support != "" {
				line += "; " + x.Support
			}
			if x.Forms > 1 {
				line += "; " + Count(x.Forms, "wording", "wordings")
			}
			p.line("%s  %s", line, cmp.Or(x.Saying, x.Cite.Finding))
		}
		if sp.More > 0 {
			p.line("  … and %d more of this speaker.", sp.More)
		}
	}
	switch {
	case v.Next != "" && v.Choice.Fields["speaker"] != "":
		p.more(v.shown, v.Choice.Offset)
	case v.Next != "":
		p.line("")
		p.line("--offset %d shows more speakers.", v.Choice.Offset+len(v.Speakers))
	}
	return p.err
}
