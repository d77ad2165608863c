package view

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma"
)

// Polls lists opinion polls, a row for each as independent texts report it.
type Polls struct {
	Listing
	Rows []PollRow `json:"rows"`
}

// PollRow is one poll with its answers. What no text says is “”.
type PollRow struct {
	Matter
	By      string       `json:"by,omitempty"` // who asked
	Of      string       `json:"of,omitempty"` // who was asked
	Place   string       `json:"place,omitempty"`
	When    string       `json:"when,omitempty"`
	Answers []PollAnswer `json:"answers"`
}

// PollAnswer is one share of those who were asked.
type PollAnswer struct {
	Share  string  `json:"share"`           // “at least 71 %”
	Part   float64 `json:"part"`            // of a hundred, for a picture; the middle of a range
	Answer string  `json:"answer"`          // “approve”, “disapprove”, or “other answer”
	Words  string  `json:"words,omitempty"` // another answer in the words of its text; “” where there are none
	About  string  `json:"about,omitempty"` // whom or what it is about
	Href   string  `json:"href"`            // its sentence
	text   stemma.ID
}

// Polls lists the polls of a choice, by day; its fields are those of the register and of a
// period. A poll's day is the stated one, else the day on which its first text appeared.
func (l *Library) Polls(ctx context.Context, c Choice) (*Polls, error) {
	s, v := l.shelf(), &Polls{}
	rows, err := s.listed(ctx, "polls", c, &v.Listing)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		t, err := s.figureTellings(ctx, row)
		if err != nil {
			return nil, fmt.Errorf("polls: %w", err)
		}
		v.Rows = append(v.Rows, PollRow{
			Matter: t.Matter, By: t.words(sourceOf), Of: t.words(func(f *stemma.Figure) stemma.Named { return f.Of }),
			Place: t.words(placeOf), When: t.when(), Answers: t.answers(),
		})
	}
	return v, nil
}

// answers gives the answers, each once.
func (t *figureTellings) answers() []PollAnswer {
	var out []PollAnswer
	for i := range t.figures {
		f := &t.figures[i]
		a := PollAnswer{
			Share: t.book.OfMeasure(f.Measure, t.book.Bound(f.Op, f.Value, f.Min, f.Max)), Part: middle(f), Answer: t.book.Term("answer", strings.TrimPrefix(f.Measure, "poll_")),
			Words: t.inWords(i), About: wordsOf(f.About, t.texts[f.Article]), Href: SentenceHref(f.Article, f.ID, f.Sentence.Start), text: f.Article,
		}
		if fold(a.About) == fold(wordsOf(f.SaidBy, t.texts[f.Article])) { // “in the latest survey by” is no matter
			a.About = ""
		}
		known := slices.IndexFunc(out, func(o PollAnswer) bool {
			return o.Share == a.Share && o.Answer == a.Answer && (o.Words == a.Words || o.text != a.text) && (o.About == a.About || o.About == "" || a.About == "")
		})
		if known < 0 {
			out = append(out, a)
		}
	}
	return out
}

// inWords gives the words of an answer that is neither approval nor disapproval.
func (t *figureTellings) inWords(i int) string {
	f := &t.figures[i]
	if f.Measure != "poll_share" {
		return ""
	}
	var others []stemma.Span
	for j := range t.figures {
		if o := &t.figures[j]; j != i && o.Article == f.Article {
			others = append(others, o.Span)
		}
	}
	return answerWords(f, t.texts[f.Article], others)
}

// middle gives the number of a figure; of a range the middle.
func middle(f *stemma.Figure) float64 {
	switch {
	case f.Value != nil:
		return *f.Value
	case f.Min != nil && f.Max != nil:
		return (*f.Min + *f.Max) / 2
	case f.Min != nil:
		return *f.Min
	case f.Max != nil:
		return *f.Max
	}
	return 0
}

// told gives an answer as its text tells it, else by its kind.
func (a PollAnswer) told() string {
	if a.Words != "" {
		return "“" + a.Words + "”"
	}
	return a.Answer
}

// Text prints the polls, with what no text says as “not stated”.
func (v *Polls) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("No polls are reported here.")
		return p.err
	}
	p.line("%s:", Count(v.Total, "poll", "polls"))
	for _, r := range v.Rows {
		var answers []string
		for _, a := range r.Answers {
			answers = append(answers, a.Share+" "+a.told()+before(", of ", a.About))
		}
		r.print(p, strings.Join(answers, "; "), "asked by: "+stated(r.By), "of: "+stated(r.Of), "where: "+stated(r.Place), "when: "+stated(r.When))
	}
	if v.Next != "" {
		p.more(len(v.Rows), v.Choice.Offset)
	}
	return p.err
}
