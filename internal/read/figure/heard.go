package figure

import (
	"sort"

	"stemma"
)

// heard gives the source of a count that stands in words which the text gives as
// somebody's, as the quotations tell; else the source that the count has. Whoever speaks
// in a quotation states its numbers, and the finder of quotations knows best whom “she”
// stands for and whose words run on over several sentences.
func (f *finder) heard(c *count) stemma.Named {
	q := f.quoteAbout(c)
	if q == nil || !f.identified(q) || q.Type == stemma.IndirectQuote && !f.states(q, c) {
		return c.saidBy
	}
	own, by := c.saidBy, q.Speaker
	if by.Name == "" {
		by.Span = f.trimmed(by.Span)
	}
	switch {
	case own == (stemma.Named{}):
		return by
	case own.Name != "" && own.Name == by.Name || q.Content.Holds(own.Span) && !own.Span.Empty(), by.Span.Holds(own.Span) && own.Name != "" && by.Name == "":
		return own // “It was 40, according to the crew,” he said; “a spokesman for the ministry”
	case by.Name != "" && (own.Name == "" && own.Span.Meets(by.Span) || f.namesPerson(by) && by.Span.Holds(own.Span)):
		return by // “the warden of Tessa, Ana Ruiz”
	case q.Type != stemma.IndirectQuote && by.Name != "", !f.sentenceOf(q.Cue).Holds(own.Span), own.Span.Meets(by.Span) && f.pronoun(own.Span) && by.Name != "":
		return by
	case by.Name != "" && by.Span.End <= own.Span.Start && f.onlyOffice(by.Span.End, own.Span.Start):
		return by // “Ana Ruiz, head of the office, said”
	}
	return own
}

// quoteAbout gives the shortest quotation around a count, nil where there is none; words in
// marks that quote nobody are none.
func (f *finder) quoteAbout(c *count) *stemma.Quote {
	i := sort.Search(len(f.quotes), func(i int) bool { return f.quotes[i].Span.Start > c.span.Start })
	var best *stemma.Quote
	for n := 0; i > 0 && n < reach; n++ {
		i--
		q := &f.quotes[i]
		if q.Type != stemma.ScareQuote && q.Content.Holds(c.span) && (best == nil || q.Content.End-q.Content.Start < best.Content.End-best.Content.Start) {
			best = q
		}
	}
	return best
}

// identified reports whether a quotation's speaker is a name, or somebody in words of whom its
// own cue tells or who can say something.
func (f *finder) identified(q *stemma.Quote) bool {
	by := q.Speaker
	if by.Name != "" {
		return true
	}
	if by.Span.Empty() || q.Cue.Empty() || !f.sentenceOf(q.Cue).Holds(by.Span) && !f.speaks(by) {
		return false
	}
	first, end := f.d.Range(by.Span)
	for i := first; i < end; i++ {
		if n, v := f.d.Longest(f.k.speech, i, end); n > 0 && !holds(v, "noun") && !holds(v, "matter") {
			return false // more than a speaker
		}
	}
	return !f.pronoun(by.Span) && !f.is(end-1, "relative") && (f.speaks(by) || f.is(first, "det")) && !f.trimmed(by.Span).Empty()
}

// namesPerson reports whether a source is named inside its words as a person.
func (f *finder) namesPerson(by stemma.Named) bool {
	for _, m := range f.in(by.Span) {
		if m.Type == stemma.Person && m.Name == by.Name {
			return true
		}
	}
	return false
}

// pronoun reports whether a span is one word that stands for somebody.
func (f *finder) pronoun(s stemma.Span) bool {
	first, end := f.d.Range(s)
	return end == first+1 && (f.d.Has(f.k.pronouns, first) || f.is(first, "bodies"))
}

// states reports whether reported words state a count that they hold: a clause does, and all that
// a source is named for. What somebody welcomes or wins is the text's own, and so are the dead of
// whom a demand speaks.
func (f *finder) states(q *stemma.Quote, c *count) bool {
	first, end := f.d.Range(q.Content)
	cue, past := f.d.Range(q.Cue)
	_, value := f.d.Longest(f.k.speech, cue, max(cue, past))
	that := first > 0 && f.is(first-1, "that")
	asks := holds(value, "ask") || holds(value, "urge") || holds(value, "to")
	switch {
	case harms[c.measure] && asks && (!that || holds(value, "ask")):
		return false
	case cue >= end, past == 0, that, holds(value, "source"), holds(value, "ask"), holds(value, "clause"):
		return true // where the cue stands behind, a clause stands before it
	}
	return (asks || holds(value, "bare") || holds(value, "that") || holds(value, "tell")) && f.clausal(first, end)
}

// sentenceOf gives the sentence in which a span begins.
func (f *finder) sentenceOf(at stemma.Span) stemma.Span {
	i := sort.Search(len(f.d.Sentences), func(i int) bool { return f.d.Sentences[i].Span.End > at.Start })
	if i == len(f.d.Sentences) {
		return stemma.Span{}
	}
	return f.d.Sentences[i].Span
}

// onlyOffice reports whether only an office stands between two names: “Ana Ruiz, head of the Harbour
// Board”.
func (f *finder) onlyOffice(from, to int) bool {
	first, end := f.d.Range(stemma.Span{Start: from, End: to})
	office := false
	for i := first; i < end; i++ {
		if f.is(i, "aux") || f.d.Norm(i) == ";" {
			return false
		}
		office = office || f.d.Has(f.k.titles, i)
	}
	return office && end-first < 10
}
