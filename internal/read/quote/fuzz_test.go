package quote_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/read/quote"
	"stemma/internal/text"
	"stemma/lang"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"“The bridge is safe,” Ana Ruiz said. “It will stand.”",
		"Ruiz said: “One.\n\n“Two.\n\nThree.",
		"\"a \"b\" c “d” ”e“ «f» ''g'' ‘h’ 'i",
		"AR: Is it? \nTV: Yes.\nAR: Why?\nTV: “Because.”",
		"He wrote the following message:\n\nOne.\n\nTwo.",
		"—No hay tregua —dijo Ruiz—. Seguiremos.\n—¿Por qué? —preguntó ella.",
		"According to Ruiz, who, he said, said that, as she said, ",
		"He said. She said. He said, adding, saying, telling that",
	} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, spanish bool) {
		s = strings.ToValidUTF8(s, "?")
		code := "en"
		if spanish {
			code = "es"
		}
		d := text.New(&stemma.Article{Text: s}, lang.Load(code))
		last := stemma.Span{}
		for _, q := range quote.Find(d, castIn(d)) {
			if q.Span.Less(last) {
				t.Errorf("%v stands after %v", q.Span, last)
			}
			last = q.Span
			sound(t, s, &q)
		}
	})
}

// sound checks what the package promises of every quotation.
func sound(t *testing.T, s string, q *stemma.Quote) {
	t.Helper()
	for _, span := range []stemma.Span{q.Span, q.Content, q.Speaker.Span, q.Cue, q.Occasion.Span, q.Sentence} {
		if span.Start < 0 || span.End > len(s) || span.Start > span.End || !utf8.ValidString(span.Of(s)) {
			t.Errorf("%+v: %v does not lie in the text on rune borders", q, span)
		}
	}
	if q.Span.Empty() || q.Content.Empty() || !q.Span.Holds(q.Content) || q.Rule == "" || q.ID == "" {
		t.Errorf("%+v: empty, without a rule, or content outside the span", q)
	}
	at := q.Content.Start
	for _, p := range q.Pieces {
		if p.Start < at || p.Empty() || !q.Content.Holds(p) {
			t.Errorf("%+v: piece %v out of order", q, p)
		}
		at = p.End
	}
	if len(q.Pieces) == 1 {
		t.Errorf("%+v: a single piece", q)
	}
	if q.Type == stemma.ScareQuote && q.Speaker != (stemma.Named{}) {
		t.Errorf("%+v: marks that quote nobody have a speaker", q)
	}
}

// Find must not take ever longer for each byte of a long or hostile text.
func TestLongTexts(t *testing.T) {
	for _, unit := range []string{"“", "He said. ", "he said, ", "“A,” he said. ", "\"", "said that ", "AR: x\n", "—x —dijo él— ", "x:\ny\n\n", "according to ", "'a' b, ‘c’ d, ", "\"so-called\" roads and ", "\"Enough\", said he, who said, "} {
		s := "«" + strings.Repeat(unit, 20000)
		d := text.New(&stemma.Article{Text: s}, lang.Load("en"))
		for _, q := range quote.Find(d, castIn(d)) {
			sound(t, s, &q)
		}
	}
}
