package view

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/message"
)

// notesPerBlock is how many margin notes stand beside one paragraph; further ones
// are counted.
const notesPerBlock = 4

// blocks cuts an article into paragraphs, these into sentences, these by marks.
func blocks(book *message.Book, a *stemma.Article, r *stemma.Reading, marks []Mark, notes []Note, selected stemma.ID) []Block {
	slices.SortFunc(marks, compareMarks)
	var list []Block
	for _, at := range Paragraphs(a.Text) {
		b := Block{Kind: "text"}
		if !a.Title.Empty() && at.Meets(a.Title) {
			b.Kind = "title"
		}
		for _, h := range a.Holes {
			if h.Span.Holds(trimmed(a.Text, at)) {
				b.Kind, b.Hole = "hole", holeWords(book, h.Type)
			}
		}
		within := during(marks, at)
		for _, piece := range pieces(at, r.Sentences) {
			b.Sentences = append(b.Sentences, MarkedSentence{
				Anchor: Anchor(piece.Start), Segments: Split(a.Text, piece, within, selected),
			})
		}
		b.Notes, b.MoreNotes = notesFor(at, notes)
		list = append(list, b)
	}
	return list
}

// during gives the marks that meet a span. Marks come ordered by start.
func during(marks []Mark, at stemma.Span) []Mark {
	var list []Mark
	for _, m := range marks {
		if m.Span.Start >= at.End {
			break
		}
		if m.Span.Meets(at) {
			list = append(list, m)
		}
	}
	return list
}

// notesFor gives the notes that begin in a paragraph, one a text, or that reach into
// it from the paragraph before.
func notesFor(at stemma.Span, notes []Note) (shown []Note, more int) {
	seen := map[stemma.ID]bool{}
	for _, n := range notes {
		if n.Span.Start < at.Start || n.Span.Start >= at.End || seen[n.Text.ID] {
			continue
		}
		seen[n.Text.ID] = true
		if len(shown) == notesPerBlock {
			more++
			continue
		}
		shown = append(shown, n)
	}
	return shown, more
}

// pieces cuts a paragraph where sentences begin; the pieces in order give it again.
func pieces(at stemma.Span, sentences []stemma.Span) []stemma.Span {
	var list []stemma.Span
	start := at.Start
	i, _ := slices.BinarySearchFunc(sentences, at.Start+1, func(s stemma.Span, n int) int { return s.Start - n })
	for ; i < len(sentences) && sentences[i].Start < at.End; i++ {
		if sentences[i].Start == start {
			continue
		}
		list = append(list, stemma.Span{Start: start, End: sentences[i].Start})
		start = sentences[i].Start
	}
	return append(list, stemma.Span{Start: start, End: at.End})
}

// Paragraphs cuts a text into the paragraphs that a screen shows one below the
// other: at blank lines, or, in a text without blank lines, at every line end. White
// space between them is left out; that inside is kept.
func Paragraphs(text string) []stemma.Span {
	var list, lines []stemma.Span
	blank, gap := false, false // a blank line was between words, or may turn out to be
	at := stemma.Span{}
	flush := func() {
		if !at.Empty() {
			list = append(list, at)
		}
		at = stemma.Span{}
	}
	for start := 0; start < len(text); {
		line := stemma.Span{Start: start, End: len(text)}
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			line.End = start + i + 1
		}
		start = line.End
		words := trimmed(text, line)
		if words.Empty() {
			gap = len(lines) > 0
			flush()
			continue
		}
		blank = blank || gap
		lines = append(lines, words)
		at = at.Join(words)
	}
	flush()
	if !blank {
		return lines
	}
	return list
}

// trimmed gives the span without white space at its ends.
func trimmed(text string, at stemma.Span) stemma.Span {
	s := at.Of(text)
	left := len(s) - len(strings.TrimLeft(s, " \t\r\n\v\f"))
	at.Start += left
	at.End = at.Start + len(strings.TrimSpace(s))
	if at.End < at.Start {
		at.End = at.Start
	}
	return at
}
