package kin

import "slices"

const (
	// footLines is how many lines at a text's end may tell of its publication, and footWords
	// how many words such a line has at most.
	footLines = 3
	footWords = 25
)

// markFoot marks the lines at the end that tell of the publication and not of its matter, and
// what stands below them: where the text was first, and its outlet's own note, which names the
// outlet. A text that has them is no other text for it. In an article cut from a page they are
// holes; a text that comes alone has them among its words.
func (t *text) markFoot() {
	end := len(t.hash)
	from := end
	for line := 0; line < footLines && end > 0; line++ {
		start := end - 1
		for start > 0 && end-start <= footWords && t.flag[start-1]&endsLine == 0 {
			start--
		}
		if start == 0 || end-start > footWords {
			break
		}
		if t.tellsOfOutlet(start, end) {
			from = start
		}
		end = start
	}
	if 2*from < len(t.hash) {
		return // no foot is longer than what stands on it
	}
	for i := from; i < len(t.hash); i++ {
		t.flag[i] |= isFoot
	}
}

// tellsOfOutlet reports whether the words from start to end hold the text's credit or the name
// of its outlet.
func (t *text) tellsOfOutlet(start, end int) bool {
	if c := t.article.Credit.Span; !c.Empty() && int(t.start[start]) <= c.Start && c.End <= int(t.end[end-1]) {
		return true
	}
	n := len(t.outlet)
	for i := start; n > 0 && i+n <= end; i++ {
		if slices.Equal(t.hash[i:i+n], t.outlet) {
			return true
		}
	}
	return false
}
