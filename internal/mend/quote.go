package mend

import (
	"errors"
	"strings"
	"unicode/utf8"

	"stemma"
)

var quotes = &kindOf[stemma.Quote]{
	name: "quote",
	in:   func(r *stemma.Reading) *[]stemma.Quote { return &r.Quotes },
	id:   func(q *stemma.Quote) *stemma.ID { return &q.ID },
	at:   func(q *stemma.Quote) *stemma.Evidence { return &q.Evidence },
	has: []field[stemma.Quote]{
		named("speaker", func(q *stemma.Quote) *stemma.Named { return &q.Speaker }),
		oneOf("type", []string{stemma.DirectQuote, stemma.PartialQuote, stemma.BlockQuote, stemma.IndirectQuote, stemma.ScareQuote}, func(q *stemma.Quote) *string { return &q.Type }),
		named("relayed_by", func(q *stemma.Quote) *stemma.Named { return &q.RelayedBy }),
		named("occasion", func(q *stemma.Quote) *stemma.Named { return &q.Occasion }),
		{Field{"translated", []string{"no", "yes"}}, func(q *stemma.Quote) string {
			if q.Translated {
				return "yes"
			}
			return "no"
		}, func(q *stemma.Quote, _ *scene, value string) error {
			if q.Translated = value == "yes"; value != "yes" && value != "no" {
				return errors.New("it is “yes” or “no”")
			}
			return nil
		}},
	},
	placed: quoted,
}

const quotationMarks = `"“”„«»‘’‹›`

// quoted tells the marks of a quotation from its words: those that it begins and ends with,
// else those that stand around it, which it is widened by.
func quoted(q *stemma.Quote, s *scene) {
	at := q.Span
	first, n := utf8.DecodeRuneInString(s.text[at.Start:at.End])
	last, m := utf8.DecodeLastRuneInString(s.text[at.Start:at.End])
	before, b := utf8.DecodeLastRuneInString(s.text[:at.Start])
	behind, e := utf8.DecodeRuneInString(s.text[at.End:])
	inMarks := true
	switch {
	case mark(first) && mark(last) && n+m < at.Len():
		q.Content = stemma.Span{Start: at.Start + n, End: at.End - m}
	case mark(before) && mark(behind):
		q.Content, q.Span = at, stemma.Span{Start: at.Start - b, End: at.End + e}
	default:
		q.Content, inMarks = at, false
	}
	q.Pieces, q.Sentence = nil, s.sentence
	if q.Type == "" { // one that is made
		if q.Type = stemma.IndirectQuote; inMarks {
			q.Type = stemma.DirectQuote
		}
	}
}

func mark(r rune) bool { return strings.ContainsRune(quotationMarks, r) }
