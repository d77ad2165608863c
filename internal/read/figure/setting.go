package figure

import (
	"stemma"
	"stemma/internal/text"
)

// setting gives the place with which the sentence before sets the scene for one that
// names none: “On Friday, on the bridge of Tessa, … Three people died.”
func (f *finder) setting(c *count) *stemma.Mention {
	if c.sentence == 0 || !harms[c.measure] {
		return nil
	}
	s, p := f.d.Sentences[c.sentence], f.d.Sentences[c.sentence-1]
	if p.Hole || p.Title || p.Paragraph != s.Paragraph {
		return nil
	}
	names := f.in(f.d.Span(p.First, min(p.End, p.First+10)))
	for i := range names {
		m := &names[i]
		first, end := f.d.Range(m.Span)
		if m.Type == stemma.Place && f.is(first-1, "loc") && !f.adjunct(end) && f.adverbial(p.First, first) {
			return m
		}
	}
	return nil
}

// adverbial reports whether only an adverbial stands between two tokens: no verb, and
// no subject but a time.
func (f *finder) adverbial(first, end int) bool {
	if f.is(first, "in") || f.timeAt(first) {
		for i := first; i < end; i++ {
			if f.is(i, "aux") || f.k.ending(f.d.Norm(i)) == "past" {
				return false
			}
		}
		return true
	}
	return false
}

// ofPlace reports whether “of” at a token says where what is counted is: “residents of
// Port Ellin”, “in the hills of Sarn”, and not “by the failure of the Tessa dam”.
func (f *finder) ofPlace(c *count, of int) bool {
	w := of - 1
	if c.measure == "distance" || w < 0 || w >= c.first && w < max(c.end, c.noun.end) || f.d.Tokens[w].Kind != text.Word {
		return true
	}
	if n, _ := f.d.Longest(f.k.harm, w, of); n > 0 || f.d.Has(f.k.people, w) {
		return true
	}
	far := w - 3
	if f.d.Has(f.k.placeclasses, w) { // “on the Velmoran holiday island of Sarn”
		far = w - 5
	}
	for j := w - 1; j >= 0 && j >= far; j-- {
		if f.is(j, "in") {
			return true
		}
		if f.is(j, "stop") || f.is(j, "of") {
			return false
		}
	}
	return false
}

// there gives the place that “there” behind a number stands for: the last one of its
// paragraph that something was said to be in.
func (f *finder) there(c *count, s text.Sentence) *stemma.Mention {
	found := false
	for i := c.end; i < s.End && i < c.end+7 && !found; i++ {
		found = f.is(i, "there")
	}
	if !found {
		return nil
	}
	names := f.in(f.d.Span(f.d.Sentences[f.d.Paragraphs[s.Paragraph].First].First, c.first))
	for i := len(names) - 1; i >= 0; i-- {
		m := &names[i]
		first, end := f.d.Range(m.Span)
		if m.Type == stemma.Place && f.is(first-1, "loc") && !f.adjunct(end) {
			return m
		}
	}
	return nil
}
