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
		if f.d.Tokens[i+1].Kind == text.Number && !f.d.Tokens[i+1].Glued && f.k.numbered.Has(f.d.Norm(i)) {
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
		if m.Type == stemma.Place || m.Span == c.saidBy.Span {
			continue
		}
		switch {
		case m.Span.Start < c.span.Start:
			before = m
		case after == nil && (next == nil || m.Span.Start < next.span.Start):
			after = m
		}
	}
	switch {
	case after != nil && c.measure != "poll_share":
		return named(after)
	case before != nil && c.measure != "poll_share":
		return named(before)
	}
	return stemma.Named{}
}

// nextCount gives the next figure of the sentence, nil when there is none.
func (f *finder) nextCount(c *count) *count {
	if rest := f.countsIn(c.end, f.d.Sentences[c.sentence].End); len(rest) > 0 {
		return rest[0]
	}
	return nil
}
