package stemma

// Span is a range of an article's text: half-open, in bytes of [Article.Text],
// always on rune borders. The zero Span is empty and means “nowhere”.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Of gives the words of text in the span; "" when the span does not lie in it.
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End > len(text) || s.End < s.Start {
		return ""
	}
	return text[s.Start:s.End]
}

// Holds reports whether t lies wholly within s.
func (s Span) Holds(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Meets reports whether s and t share at least one byte.
func (s Span) Meets(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Join gives the smallest span that holds both; an empty one adds nothing.
func (s Span) Join(t Span) Span {
	if s.Empty() {
		return t
	}
	if t.Empty() {
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// Shift moves the span by n bytes.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// Less orders spans by start, then end.
func (s Span) Less(t Span) bool {
	if s.Start != t.Start {
		return s.Start < t.Start
	}
	return s.End < t.End
}

// Evidence says where a finding stands and why it was found.
type Evidence struct {
	Article ID     // the article whose text the span counts in
	Span    Span   // what is marked on screen
	Rule    string // the rule's ID, such as “figure.en.be-killed”
}

// Named is someone or something that a finding points to. With a Span it stands in
// the text there; with an empty Span it is known only from context (“she”, “the
// capital”), and Name says what it is. Name may be "" where the text gives no name
// (“an official”). Entity is the [Mention.Entity] it belongs to, or "".
type Named struct {
	Span   Span
	Name   string
	Entity ID
}
