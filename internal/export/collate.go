package export

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// form is the words of one witness.
type form struct {
	witness stemma.ID
	words   string
}

// apparatus collates forms against the first of them, as the content of an element.
func (s *Source) apparatus(forms []form) string {
	base := forms[0].words
	edits := make([][]view.Edit, len(forms))
	var changed []stemma.Span // of the base, where some witness differs
	for i, f := range forms {
		edits[i] = s.diff(base, f.words)
		for _, e := range edits[i] {
			if !e.Same {
				changed = append(changed, e.A)
			}
		}
	}
	var out strings.Builder
	at := 0
	for _, c := range joinTouching(changed) {
		escape(&out, base[at:c.Start])
		readings(&out, forms, edits, c)
		at = c.End
	}
	escape(&out, base[at:])
	return out.String()
}

// escape writes words as the text of an element.
func escape(w *strings.Builder, words string) { _ = xml.EscapeText(w, []byte(words)) } // a Builder takes all

// diff aligns two texts word by word; without a way to do so all of them differs.
func (s *Source) diff(a, b string) []view.Edit {
	if a == b {
		return []view.Edit{{A: stemma.Span{End: len(a)}, B: stemma.Span{End: len(b)}, Same: true}}
	}
	if s.Lib.Diff == nil {
		return []view.Edit{{A: stemma.Span{End: len(a)}, B: stemma.Span{End: len(b)}}}
	}
	return s.Lib.Diff(a, b)
}

// joinTouching puts stretches that overlap or touch together, in order.
func joinTouching(spans []stemma.Span) []stemma.Span {
	slices.SortFunc(spans, func(a, b stemma.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var out []stemma.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// readings writes what the witnesses have in a stretch of the base, equal ones together.
func readings(w *strings.Builder, forms []form, edits [][]view.Edit, c stemma.Span) {
	var order []string
	who := map[string]string{}
	for i, f := range forms {
		words := readingAt(f.words, edits[i], c)
		if _, ok := who[words]; !ok {
			order = append(order, words)
		}
		who[words] = joined(" ", who[words], "#"+string(f.witness))
	}
	w.WriteString("<app>")
	for _, words := range order {
		w.WriteString(`<rdg wit="`)
		escape(w, who[words])
		w.WriteString(`">`)
		escape(w, words)
		w.WriteString("</rdg>")
	}
	w.WriteString("</app>")
}

// readingAt gives what stands in a text where the base has c. No edit crosses an end of c:
// it is made of whole edits, and of stretches that are the same.
func readingAt(text string, edits []view.Edit, c stemma.Span) string {
	start, end := -1, -1
	for _, e := range edits {
		inside := e.A.Start >= c.Start && e.A.End <= c.End
		switch {
		case e.Same && e.A.Start < c.End && e.A.End > c.Start: // the part of it that is in c
			from, to := max(e.A.Start, c.Start), min(e.A.End, c.End)
			from, to = e.B.Start+from-e.A.Start, e.B.Start+to-e.A.Start
			if start < 0 {
				start = from
			}
			end = to
		case !e.Same && inside:
			if start < 0 {
				start = e.B.Start
			}
			end = e.B.End
		}
	}
	if start < 0 {
		return ""
	}
	return text[start:end]
}
