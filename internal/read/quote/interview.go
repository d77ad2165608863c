package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/text"
)

// interviews finds paragraphs that open with a speaker's name or initials and a colon,
// when two speakers have several each: questions and answers.
func (f *finder) interviews() {
	type part struct {
		line, colon int
	}
	var turns []part
	count := map[string]int{}
	for li := range f.lines {
		if li > 0 && f.lines[li-1].paragraph == f.lines[li].paragraph || f.lines[li].title {
			continue
		}
		if colon := f.label(&f.lines[li]); colon > 0 && f.prose(colon+1, f.lines[li].end) {
			label := shortLabel(f.d.Words(f.lines[li].first, colon))
			turns = append(turns, part{li, colon})
			count[label]++
		}
	}
	several := 0
	for _, n := range count {
		if n > 1 {
			several++
		}
	}
	if several < 2 || len(count) > (len(turns)+1)/2+1 {
		return // one label that comes again heads a list: “Video: …”
	}
	for _, t := range turns {
		end := f.paragraphEnd(t.line)
		speaker := f.labelled(tokens{f.lines[t.line].first, t.colon})
		f.addBlock(tokens{t.colon + 1, end}, speaker, tokens{}, f.k.id("interview"))
	}
}

// prose reports whether tokens may be what somebody says, and not a number of a table: a
// word in small letters stands in them, or one that ends as a sentence does.
func (f *finder) prose(first, end int) bool {
	for i := first; i < end; i++ {
		t := &f.d.Tokens[i]
		if t.Kind == text.Word && (t.Case == text.Lower || i+1 < end && strings.Contains(".?!", f.d.Tokens[i+1].Norm)) {
			return true
		}
	}
	return false
}

// most tokens of a speaker's label: “Dr. Ana María Ruiz Toledo:”
const longestLabel = 5

// label gives the token of the colon behind a speaker's label that opens the line; 0
// when there is none.
func (f *finder) label(l *line) int {
	for i := l.first; i < l.end && i <= l.first+longestLabel; i++ {
		t := &f.d.Tokens[i]
		if t.Norm == ":" && i > l.first && i+1 < l.end {
			return i
		}
		if t.Kind != text.Word || t.Case == text.Lower || f.in[i] > 0 {
			return 0
		}
	}
	return 0
}

// labelled names the speaker of a label: by a mention in it, or by initials.
func (f *finder) labelled(t tokens) stemma.Named {
	n := f.named(t)
	label := shortLabel(n.Span.Of(f.d.Text))
	if n.Name != "" && (t.end-t.first > 1 || label != strings.ReplaceAll(n.Span.Of(f.d.Text), ".", "")) {
		return n
	}
	for i := range f.names {
		m := &f.names[i]
		if len(label) > 1 && m.Type != stemma.Place && initials(m.Name) == label {
			n.Name, n.Entity = m.Name, m.Entity
			return n
		}
	}
	return n
}

// shortLabel gives the initials that a label is or stands for: “A.R.” and “Ana Ruiz”
// are one speaker. Of one word nothing but itself is known.
func shortLabel(label string) string {
	bare := strings.ReplaceAll(label, ".", "")
	if strings.ToUpper(bare) == bare && utf8.RuneCountInString(bare) <= 4 && !strings.Contains(bare, " ") {
		return bare
	}
	if !strings.Contains(strings.TrimSpace(label), " ") {
		return strings.ToUpper(bare)
	}
	return initials(label)
}

func initials(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(name) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
