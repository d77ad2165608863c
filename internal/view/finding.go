package view

import (
	"cmp"
	"context"
	"strings"
	"unicode/utf8"

	"stemma"
	"stemma/internal/message"
)

// noCategory is the type of an event for which PLOVER has no category: an accident, an
// appointment, a vote.
const noCategory = "NONE"

// eventKind words what sort of event it is: its category, or its mode where there is
// none.
func eventKind(category, mode string) string {
	if category == noCategory {
		return cmp.Or(strings.ToLower(mode), "other")
	}
	return strings.ToLower(category)
}

// marksOf gives the marks of all that an article states.
func marksOf(b *message.Book, text string, r *stemma.Reading) []Mark {
	var marks []Mark
	for _, q := range r.Quotes {
		marks = append(marks, quoteMarks(b, text, q)...)
	}
	for _, f := range r.Figures {
		marks = append(marks, Mark{ID: f.ID, Kind: KindFigure, Span: f.Span, Label: figureIn(b, f, text)})
	}
	for _, t := range r.Times {
		marks = append(marks, Mark{ID: t.ID, Kind: KindTime, Span: t.Span, Label: b.Date(t.Value)})
	}
	for _, m := range r.Mentions {
		marks = append(marks, Mark{ID: m.ID, Kind: KindName, Span: m.Span, Label: b.Name(m)})
	}
	for _, e := range r.Events {
		marks = append(marks, Mark{ID: e.ID, Kind: KindEvent, Span: e.Span, Label: eventLabel(b, e)})
	}
	for _, v := range r.Victims {
		marks = append(marks, Mark{ID: v.ID, Kind: KindVictim, Span: v.Span, Label: b.Victim(v)})
	}
	return marks
}

// quoteMarks gives the marks of a quotation: one, or one for each piece where its cue
// interrupts it, so that the writer's words between them are not set apart as quoted.
func quoteMarks(b *message.Book, text string, q stemma.Quote) []Mark {
	if len(q.Pieces) < 2 {
		return []Mark{{ID: q.ID, Kind: KindQuote, Span: q.Span, Label: b.Quote(q)}}
	}
	var marks []Mark
	for i, at := range q.Pieces {
		if r, n := utf8.DecodeLastRuneInString(text[:at.Start]); strings.ContainsRune(quotationMarks, r) && at.Start-n >= q.Span.Start {
			at.Start -= n
		}
		if r, n := utf8.DecodeRuneInString(text[at.End:]); strings.ContainsRune(quotationMarks, r) && at.End+n <= q.Span.End {
			at.End += n
		}
		if i == 0 {
			at.Start = min(at.Start, q.Span.Start)
		}
		marks = append(marks, Mark{ID: q.ID, Kind: KindQuote, Span: at, Label: b.Quote(q)})
	}
	return marks
}

// quotationMarks are those that belong to the words inside them.
const quotationMarks = `"'“”„«»‘’‹›`

// KindOf tells a finding's kind from its ID; "" for what is no finding's ID.
func KindOf(id stemma.ID) string {
	letter, _, _ := strings.Cut(string(id), "-")
	switch letter {
	case "q":
		return KindQuote
	case "f":
		return KindFigure
	case "t":
		return KindTime
	case "n":
		return KindName
	case "e":
		return KindEvent
	case "v":
		return KindVictim
	}
	return ""
}

// Cites gives the sentences of findings of any kinds, by the date of their texts.
// IDs that are no longer in the pile are left out.
func (l *Library) Cites(ctx context.Context, ids []stemma.ID) ([]Cite, error) {
	return l.shelf().cites(ctx, ids)
}
