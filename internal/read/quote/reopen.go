package quote

import "stemma/lang"

// most sentences of a quotation's paragraph that ends without a mark inside a paragraph.
const mostReopened = 6

// reopens reports whether the mark at token i opens the next paragraph of what is open, in
// a text that has lost its paragraphs: it stands behind a sentence's end, and nobody says
// anything in the sentences before it that the mark at the first one would not reach.
func (p *pairing) reopens(i int) bool {
	d := p.f.d
	s := d.SentenceOf(i)
	if d.Sentences[s].First != i || !stops(d, i-1) || p.pars > 1 || s-d.SentenceOf(p.open) > mostReopened {
		return false
	}
	for j := p.fallback; j < i; j++ {
		if n, value := d.Longest(p.f.k.speech, j, i); n > 0 && lang.Flag(value, "say") {
			return false
		}
	}
	return true
}
