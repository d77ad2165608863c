package event

import "stemma/internal/text"

// actMarks hands words for acts to the rules: <@act>, and <@act:part> by form.
type actMarks struct{ *finder }

func (m actMarks) At(name string, i int) (end int, value string, ok bool) {
	if name != "act" {
		return 0, "", false
	}
	if m.d.Tokens[i].Case == text.Title && (m.timeAt(i) || m.lengthAt(i)) {
		return 0, "", false // “in the year to March”
	}
	n, v := m.d.Longest(m.k.acts, i, m.s.End)
	if n == 2 && m.is(i+1, "prep") && m.timeAt(i+2) {
		if w, ok := m.d.Value(m.k.acts, i); ok && m.k.word(w).name == m.k.word(v).name {
			return i + 1, w, true // “marched on Friday”
		}
	}
	return i + n, v, n > 0
}
