package figure

import (
	"stemma"
	"stemma/internal/text"
)

// abouts finds what votes and polls are about.
func (f *finder) abouts() {
	for i, c := range f.counts {
		switch ballot[c.measure] {
		case "vote":
			c.about = f.matter(f.d.Sentences[c.sentence])
		case "poll":
			c.about = f.judged(c)
		default:
			continue
		}
		if i > 0 && c.about == (stemma.Named{}) && c.group > 0 && f.counts[i-1].group == c.group && f.counts[i-1].sentence == c.sentence {
			c.about = f.counts[i-1].about
		}
	}
}

// matter finds what a sentence votes on, where it has a number: “resolution 12”.
func (f *finder) matter(s text.Sentence) stemma.Named {
	for i := s.First; i+1 < s.End; i++ {
		if f.d.Tokens[i+1].Kind == text.Number && !f.d.Tokens[i+1].Glued && f.d.Has(f.k.numbered, i) {
			return stemma.Named{Span: f.d.Span(i, i+2)}
		}
	}
	return stemma.Named{}
}

// judged finds the person or body that an answer of a poll is about: the first one
// named behind the number and before the next, else the last one before it in the
// sentence.
func (f *finder) judged(c *count) stemma.Named {
	var before, after *stemma.Mention
	names := f.in(f.around(c))
	next := f.nextCount(c)
	for i := range names {
		m := &names[i]
		if m.Type == stemma.Place || m.Span == c.saidBy.Span || m.Name == c.saidBy.Name || m.Span.End <= c.span.Start && f.tookIt(m) {
			continue
		}
		switch {
		case m.Span.Start < c.span.Start:
			before = m
		case after == nil && (next == nil || m.Span.Start < next.span.Start):
			after = m
		}
	}
	office := f.officeBehind(c, next)
	switch {
	case c.measure != "poll_share" && !office.Span.Empty() && (after == nil || office.Span.Start < after.Span.Start):
		return office
	case after != nil && c.measure != "poll_share":
		return named(after)
	case before != nil && c.measure != "poll_share":
		return named(before)
	}
	return stemma.Named{}
}

// officeBehind gives the office that stands between an answer of a poll and the next, with
// no name: “71 percent disapprove of the president”.
func (f *finder) officeBehind(c, next *count) stemma.Named {
	end := min(c.end+8, f.d.Sentences[c.sentence].End)
	if next != nil {
		end = min(end, next.first)
	}
	for i := c.end; i < end; i++ {
		if n, v := f.d.Longest(f.k.titles, i, end); n > 0 && holds(v, "office") && f.nameAt(i+n) == nil && f.nameAt(i) == nil {
			span := f.d.Span(i, i+n)
			return stemma.Named{Span: span, Name: span.Of(f.d.Text)}
		}
	}
	return stemma.Named{}
}

// tookIt reports whether a name stands behind a word for a poll, as who took it or for
// whom: “a poll by Arlen for the Courier”.
func (f *finder) tookIt(m *stemma.Mention) bool {
	first, _ := f.d.Range(m.Span)
	for i := first - 1; i >= 0 && i >= first-6; i-- {
		if f.k.pollster(f.d.Norm(i)) {
			return true
		}
		if f.d.Tokens[i].Kind == text.Punct {
			return false
		}
	}
	return false
}

// nextCount gives the next figure of the sentence, nil when there is none.
func (f *finder) nextCount(c *count) *count {
	if rest := f.countsIn(c.end, f.d.Sentences[c.sentence].End); len(rest) > 0 {
		return rest[0]
	}
	return nil
}
