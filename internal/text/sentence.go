package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// longestSentence is how many tokens a sentence has at most. Prose has none of half as many; what
// has is a table or a list without full stops, or was made to keep a reader busy, and a finder
// may look at each token of a sentence from each other one.
const longestSentence = 1000

// sentenceEnd gives the token after the last one of the sentence that begins at
// token first, inside the paragraph that the tokens from first on make. A stretch longer
// than longestSentence is cut behind its last comma or semicolon, or else where it is full.
func sentenceEnd(d *Doc, first int) int {
	if end := label(d, first); end > 0 {
		return end
	}
	pause := 0
	for i := first; i < len(d.Tokens); i++ {
		t := d.Tokens[i]
		if i-first >= longestSentence {
			if pause > first {
				return pause
			}
			return i
		}
		if t.Norm == "," || t.Norm == ";" {
			pause = i + 1
		}
		switch {
		case t.Kind == Punct && (t.Norm == "." || t.Norm == "!" || t.Norm == "?" || t.Norm == "…" || t.Norm == ".."):
			end := closers(d, i+1)
			if bareNote(d, end) {
				return end + 1
			}
			if end >= len(d.Tokens) || breaks(d, i, end) {
				return end
			}
			i = end - 1
		case t.Stop && i+1 < len(d.Tokens) && stopBreaks(d, i, closers(d, i+1)):
			return closers(d, i+1)
		case t.Norm == ";" && i+1 < len(d.Tokens) && starter(d, i+1):
			return i + 1 // a new sentence behind a semicolon, as many Spanish writers do
		case t.Norm == "•" && i > first:
			return i
		case t.Norm == "—" && (brokenOff(d, i) || begunAnew(d, i)):
			return i + 1
		}
	}
	return len(d.Tokens)
}

// closers gives the first token from i on that does not close what was opened before.
func closers(d *Doc, i int) int {
	for i < len(d.Tokens) {
		t := d.Tokens[i]
		s := t.Span.Of(d.Text)
		if n := noteMark(d, i); n > 0 {
			i += n
			continue
		}
		closing := strings.Contains("”»)]’›!?.…", s) && t.Glued
		straight := (s == `"` || s == "'") && t.Glued && (i+1 >= len(d.Tokens) || !d.Tokens[i+1].Glued)
		if !closing && !straight {
			break
		}
		i++
	}
	return i
}

// noteMark gives the number of tokens of a note's number in brackets at token i, “[17]”,
// 0 when there is none: it belongs to the sentence that it stands behind.
func noteMark(d *Doc, i int) int {
	if i+2 < len(d.Tokens) && d.Tokens[i].Norm == "[" && d.Tokens[i+1].Kind == Number && d.Tokens[i+2].Norm == "]" && d.Tokens[i+2].Glued {
		return 3
	}
	return 0
}

// bareNote reports whether token i is a note's number without brackets, as books and
// reports keep it when they become plain text: “… their rights. 4 Even so …”. A sentence
// that begins with a number does not go on with a word that begins sentences.
func bareNote(d *Doc, i int) bool {
	if i+1 >= len(d.Tokens) {
		return false
	}
	t := &d.Tokens[i]
	return t.Kind == Number && !t.Glued && len(t.Norm) <= 2 && starter(d, i+1) && !d.Tokens[i+1].Glued
}

// starter reports whether token i is a capitalised word that mostly begins sentences.
func starter(d *Doc, i int) bool {
	t := &d.Tokens[i]
	return t.Kind == Word && t.Case == Title && t.Has(d.Pack.List("starters"))
}

// breaks reports whether a sentence ends with the sign at stop, when next is the first
// token behind it and its closers.
func breaks(d *Doc, stop, next int) bool {
	sign, t := d.Tokens[stop].Norm, d.Tokens[next]
	r, _ := utf8.DecodeRuneInString(t.Span.Of(d.Text))
	if t.Glued { // a missing space: “employees.The”
		return sign != "…" && next == stop+1 && t.Kind == Word && (t.Case == Title || t.Case == Upper) &&
			stop > 0 && d.Tokens[stop-1].Kind == Word && d.Tokens[stop-1].Case == Lower && d.Tokens[stop-1].Span.Len() > 2
	}
	switch {
	case t.Kind == Word:
		return !unicode.IsLower(r)
	case t.Kind == Number:
		return sign != "…"
	case t.Kind == Mark || strings.ContainsRune("([¿¡", r):
		return opensSentence(d, next) || creditOpens(d, next)
	case t.Norm == "—":
		return next > stop+1 || sign != "…"
	case t.Norm == "…" || t.Norm == ".": // “Was it Thursday? … yes, Thursday”
		return next+1 >= len(d.Tokens) || d.Tokens[next+1].Kind != Word || d.Tokens[next+1].Case != Lower
	}
	return true
}

// opensSentence reports whether the first word behind an opening sign is written as at
// the beginning of a sentence.
func opensSentence(d *Doc, i int) bool {
	for ; i < len(d.Tokens); i++ {
		switch t := d.Tokens[i]; t.Kind {
		case Word:
			r, _ := utf8.DecodeRuneInString(t.Span.Of(d.Text))
			return !unicode.IsLower(r)
		case Number:
			return true
		}
	}
	return true
}

// stopBreaks reports whether a sentence ends with the abbreviation or initial at i,
// when next is the first token behind it and its closers.
func stopBreaks(d *Doc, i, next int) bool {
	if next >= len(d.Tokens) {
		return true
	}
	t, word := d.Tokens[next], d.Tokens[i]
	if t.Kind == Punct && t.Norm != "¿" && t.Norm != "¡" && t.Norm != "(" {
		return false
	}
	value, known := word.Value(d.Pack.List("abbreviations"))
	inner := strings.Count(word.Span.Of(d.Text), ".") > 1
	if word.Case == Title && word.Span.Len() == 2 {
		known = false // “V.” is an initial or a numeral, whatever “v.” stands for
	}
	switch {
	case known && (value == "title" || value == "number"):
		return false
	case known && value == "date":
		return starter(d, next)
	case !known && !inner: // an initial: “W. T. Whitley”, or the last letter of “Article V.”
		return next > i+1 && t.Kind == Word && t.Case == Title || starter(d, next)
	}
	if next > i+1 { // a closing quotation mark stands between
		return opensSentence(d, next)
	}
	return t.Kind == Mark && opensSentence(d, next) && !t.Glued ||
		t.Kind == Word && t.Case != Lower && t.Has(d.Pack.List("starters"))
}

// paragraphs cuts a stretch of text into paragraphs: at blank lines, and at every line
// end unless the text is hard-wrapped, where only an indented line begins a new one.
func paragraphs(text string, in stemma.Span) []stemma.Span {
	var out []stemma.Span
	wrapped := hardWrapped(in.Of(text))
	start := in.Start
	emit := func(end int) {
		if strings.TrimSpace(text[start:end]) != "" {
			out = append(out, stemma.Span{Start: start, End: end})
		}
	}
	for at := in.Start; at < in.End; at++ {
		if text[at] != '\n' && text[at] != '\r' {
			continue
		}
		if wrapped && !newParagraph(text[at+1:in.End]) {
			continue
		}
		emit(at)
		start = at
	}
	emit(in.End)
	return out
}

// newParagraph reports whether the line that follows a line end begins a paragraph in
// hard-wrapped text: it is blank, indented, or a list item.
func newParagraph(rest string) bool {
	line, _, _ := strings.Cut(rest, "\n")
	bare := strings.TrimLeft(line, " \t\u00a0")
	return strings.TrimSpace(bare) == "" || len(line)-len(bare) >= 2 || strings.HasPrefix(bare, "•") ||
		strings.HasPrefix(bare, "- ") || strings.HasPrefix(bare, "* ")
}

// hardWrapped reports whether line ends are only layout: most lines of blocks of
// several lines are 40 to 100 bytes long and end in mid-sentence. The bounds suit the
// 60–80 columns of mail and wire texts; a list of short lines stays a list.
func hardWrapped(text string) bool {
	inner, wrapped := 0, 0
	for len(text) > 0 {
		line, rest, more := strings.Cut(text, "\n")
		text = rest
		after, _, _ := strings.Cut(rest, "\n")
		line = strings.TrimRight(line, " \r\t")
		if !more || line == "" || strings.TrimSpace(after) == "" {
			continue
		}
		inner++
		last := line[len(line)-1]
		if n := len(line); n >= 40 && n <= 100 && last != '.' && last != '!' && last != '?' && last != '"' {
			wrapped++
		}
	}
	return inner >= 3 && wrapped*3 >= inner*2
}
