package view

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/message"
)

// Fact is a statement that one of two texts has and the other has not, or has otherwise.
type Fact struct {
	Kind   string `json:"kind"`             // “figure”, “quotation”, “event”
	Change string `json:"change"`           // “added” (only in B), “dropped” (only in A), “changed”
	What   string `json:"what,omitempty"`   // how it changed: “another number”, “another source” …
	A      string `json:"a,omitempty"`      // in words
	B      string `json:"b,omitempty"`      //
	HrefA  string `json:"href_a,omitempty"` // its sentence
	HrefB  string `json:"href_b,omitempty"`
}

// statement is a finding as far as two texts are compared by it.
type statement struct {
	kind     string
	id       stemma.ID
	span     stemma.Span
	sentence int      // where its sentence begins
	text     string   // in words
	topic    string   // only statements of one topic can be the same, changed
	words    []string // what it says, for likeness, folded
	value    string   // what makes it the same statement
	date     string   // of an event
	details  []detail
}

// detail is something beside the value that may change.
type detail struct{ name, value string }

// factChanges compares what two texts state: what A's statements have become in B. Statements
// that are the same in both are left out.
func factChanges(words *message.Book, a, b *stemma.Reading, textA, textB *stemma.Article) []Fact {
	left, right := statements(words, a, textA.Text), statements(words, b, textB.Text)
	if foreign(textA.Lang, textB.Lang) { // words cannot be compared, but numbers and dates
		left, right = wordless(left), wordless(right)
	}
	takenB := make([]bool, len(right))
	match := make([]int, len(left)) // by statement of A: that of B, by number + 1
	pick := func(fits func(x, y *statement) bool) {
		for i := range left {
			for j := range right {
				if match[i] == 0 && !takenB[j] && left[i].topic == right[j].topic && fits(&left[i], &right[j]) {
					match[i], takenB[j] = j+1, true
				}
			}
		}
	}
	pick(func(x, y *statement) bool { return x.value == y.value && slices.Equal(x.details, y.details) })
	pick(func(x, y *statement) bool { return x.value == y.value })
	pick(func(x, y *statement) bool { return 2*common(x.words, y.words) >= max(len(x.words), len(y.words), 1) })
	pick(func(x, y *statement) bool {
		return 2*common(x.words, y.words) >= max(min(len(x.words), len(y.words)), 1)
	})
	var out []Fact
	for i := range left {
		x := &left[i]
		if match[i] == 0 {
			out = append(out, Fact{Kind: x.kind, Change: "dropped", A: x.text, HrefA: SentenceHref(a.Article, x.id, x.sentence)})
			continue
		}
		y := &right[match[i]-1]
		if what := changed(words, x, y); what != "" {
			out = append(out, Fact{Kind: x.kind, Change: "changed", What: what, A: x.text, B: y.text,
				HrefA: SentenceHref(a.Article, x.id, x.sentence), HrefB: SentenceHref(b.Article, y.id, y.sentence)})
		}
	}
	for j := range right {
		if y := &right[j]; !takenB[j] {
			out = append(out, Fact{Kind: y.kind, Change: "added", B: y.text, HrefB: SentenceHref(b.Article, y.id, y.sentence)})
		}
	}
	return out
}

// foreign reports whether two texts are known to be in different languages.
func foreign(a, b string) bool {
	a, _, _ = strings.Cut(strings.ToLower(a), "-")
	b, _, _ = strings.Cut(strings.ToLower(b), "-")
	return a != b && a != "" && b != "" && a != "und" && b != "und"
}

// wordless gives the figures and events, to be compared by numbers and dates alone.
func wordless(list []statement) []statement {
	list = slices.DeleteFunc(list, func(s statement) bool { return s.kind == "quotation" })
	for i := range list {
		s := &list[i]
		s.words, s.details = nil, nil
		if s.kind == "event" {
			s.value = s.date
		}
	}
	return list
}

// changed says in words how a statement differs from what it was; "" for not at all.
func changed(b *message.Book, x, y *statement) string {
	var what []string
	if x.value != y.value {
		switch {
		case x.kind != "quotation":
			what = append(what, b.Term("another", map[string]string{"figure": "number", "event": "date"}[x.kind]))
		case len(y.words) < len(x.words) && common(x.words, y.words) == len(y.words):
			what = append(what, b.Say("facts.trimmed"))
		case len(y.words) > len(x.words) && common(x.words, y.words) == len(x.words):
			what = append(what, b.Say("facts.longer"))
		default:
			what = append(what, b.Say("facts.reworded"))
		}
	}
	for i, d := range x.details {
		switch e := y.details[i]; {
		case d.value == e.value:
		case e.value == "":
			what = append(what, b.Term("left-out", d.name))
		case d.value == "":
			what = append(what, b.Term("named", d.name))
		default:
			what = append(what, b.Term("another", d.name))
		}
	}
	return strings.Join(what, ", ")
}

// statements gives the figures, quotations and dated events of a text.
func statements(b *message.Book, r *stemma.Reading, text string) []statement {
	var out []statement
	for i := range r.Figures {
		f := &r.Figures[i]
		out = append(out, statement{kind: "figure", id: f.ID, span: f.Span, sentence: f.Sentence.Start, text: figureIn(b, *f, text) + saidBy(b, f.SaidBy),
			topic: "figure " + f.Measure + " " + f.Unit, words: plainWords(f.Of.Name + " " + f.Of.Span.Of(text) + " " + f.Place.Name),
			value: Bound(f.Op, f.Value, f.Min, f.Max), details: []detail{{"source", fold(f.SaidBy.Name)}}})
	}
	for i := range r.Quotes {
		q := &r.Quotes[i]
		if q.Type == stemma.ScareQuote {
			continue
		}
		content := cmp.Or(q.Content.Of(text), q.Span.Of(text))
		out = append(out, statement{kind: "quotation", id: q.ID, span: q.Span, sentence: q.Sentence.Start, text: strings.TrimRight(short(content, 120), ",;.") + saidBy(b, q.Speaker),
			topic: "quotation", words: plainWords(content), value: strings.Join(plainWords(content), " "), details: []detail{{"speaker", fold(q.Speaker.Name)}}})
	}
	for i := range r.Events {
		e := &r.Events[i]
		if e.Date == "" {
			continue
		}
		trigger := e.Span.Of(text)
		out = append(out, statement{kind: "event", id: e.ID, span: e.Span, sentence: e.Sentence.Start, text: short(e.Sentence.Of(text), 120) + " – " + b.Date(e.Date),
			topic: "event " + e.Type, date: string(e.Date), words: plainWords(trigger + " " + e.Place.Name), value: string(e.Date) + " " + fold(trigger), details: []detail{{"place", fold(e.Place.Name)}, {"status", e.Status}}})
	}
	slices.SortStableFunc(out, func(a, b statement) int { return a.span.Start - b.span.Start })
	return out
}

func saidBy(b *message.Book, n stemma.Named) string {
	if n.Name == "" {
		return ""
	}
	return ", " + b.Say("facts.says", "who", n.Name)
}

// plainWords gives the words of a text in small letters.
func plainWords(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// common counts the words that stand in both lists, each as often as in both.
func common(a, b []string) int {
	left := make(map[string]int, len(a))
	for _, w := range a {
		left[w]++
	}
	n := 0
	for _, w := range b {
		if left[w] > 0 {
			left[w]--
			n++
		}
	}
	return n
}

// factChanges compares what two texts state.
func (s *shelf) factChanges(ctx context.Context, a, b *stemma.Article) ([]Fact, error) {
	x, err := s.reading(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	y, err := s.reading(ctx, b.ID)
	if err != nil {
		return nil, err
	}
	return factChanges(s.words, x, y, a, b), nil
}
