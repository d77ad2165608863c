package figure

import "stemma/internal/text"

// dateline reports whether tokens first to end stand in the line that says where and when
// a report was sent: “PORT ELLIN, 4 March (Wire) — …”.
func (f *finder) dateline(first, end int) bool {
	i := f.d.SentenceOf(first)
	s := f.d.Sentences[i]
	if s.Title || f.d.Paragraphs[s.Paragraph].First != i || end-s.First > longestDateline {
		return false
	}
	for k := s.First; k < s.End && k < s.First+longestDateline; k++ {
		switch t := &f.d.Tokens[k]; {
		case t.Norm == "—" || t.Norm == "--" || t.Norm == "-" && !t.Glued:
			return end <= k
		case t.Norm == ":":
			return end <= k && f.d.Tokens[s.First].Case == text.Upper
		case t.Kind == text.Word && t.Case == text.Lower && !f.is(k, "stop") && !f.is(k, "of"):
			return false
		}
	}
	return false
}

// longestDateline is how many tokens the line at the head of a report has at most.
const longestDateline = 16
