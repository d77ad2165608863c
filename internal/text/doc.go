// Package text makes a [Doc] of an article: its paragraphs, sentences and tokens, all
// as spans of the article's text.
//
// It takes an article and the language pack for its abbreviations. It promises that
// spans lie in the text on rune borders, in order, that no token or sentence crosses
// the edge of a hole or of the headline, and that the same article always gives the
// same Doc. It does not change the text, does not know what words mean, and finds no
// statements.
package text

import (
	"sort"
	"sync"

	"stemma"
	"stemma/lang"
)

// Doc is one article's text, taken apart. What it gives is never changed once made.
type Doc struct {
	Article    *stemma.Article
	Pack       *lang.Pack
	Text       string
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []Paragraph

	counted sync.Once // the words of sports pages
	sports  bool
}

// Sentence is a run of tokens; First and End count in [Doc.Tokens], half-open.
type Sentence struct {
	Span       stemma.Span
	First, End int
	Paragraph  int
	Title      bool // it is the headline, or part of it
	Hole       bool // it lies in a hole: a caption, a byline line …
}

// Paragraph is a run of sentences; First and End count in [Doc.Sentences], half-open.
type Paragraph struct {
	Span       stemma.Span
	First, End int
}

// New takes an article apart. A nil pack stands for [lang.Default].
func New(a *stemma.Article, p *lang.Pack) *Doc {
	if p == nil {
		p = lang.Default()
	}
	d := &Doc{Article: a, Pack: p, Text: a.Text}
	d.Tokens = make([]Token, 0, len(a.Text)/4)
	abbreviations := p.List("abbreviations")
	for _, piece := range pieces(a) {
		for _, par := range paragraphs(a.Text, piece.span) {
			first := len(d.Tokens)
			d.Tokens = tokens(d.Tokens, a.Text, par, p, abbreviations)
			if len(d.Tokens) == first {
				continue
			}
			d.addSentences(first, piece)
		}
	}
	return d
}

// addSentences makes a paragraph of the tokens from first on.
func (d *Doc) addSentences(first int, piece piece) {
	par := Paragraph{First: len(d.Sentences)}
	for first < len(d.Tokens) {
		end := sentenceEnd(d, first)
		span := d.Span(first, end)
		d.Sentences = append(d.Sentences, Sentence{
			Span: span, First: first, End: end, Paragraph: len(d.Paragraphs),
			Title: piece.title, Hole: piece.hole,
		})
		par.Span = par.Span.Join(span)
		first = end
	}
	par.End = len(d.Sentences)
	d.Paragraphs = append(d.Paragraphs, par)
}

// piece is a stretch of text that no sentence may leave.
type piece struct {
	span        stemma.Span
	title, hole bool
}

// pieces cuts the text at the edges of the headline and the holes.
func pieces(a *stemma.Article) []piece {
	var marked []piece
	if !a.Title.Empty() && a.Title.End <= len(a.Text) {
		marked = append(marked, piece{span: a.Title, title: true})
	}
	for _, h := range a.Holes {
		if !h.Span.Empty() && h.Span.End <= len(a.Text) {
			marked = append(marked, piece{span: h.Span, hole: true})
		}
	}
	sort.SliceStable(marked, func(i, j int) bool { return marked[i].span.Less(marked[j].span) })
	var all []piece
	at := 0
	for _, m := range marked {
		if m.span.Start < at { // overlapping input: the first one wins
			continue
		}
		if m.span.Start > at {
			all = append(all, piece{span: stemma.Span{Start: at, End: m.span.Start}})
		}
		all = append(all, m)
		at = m.span.End
	}
	if at < len(a.Text) {
		all = append(all, piece{span: stemma.Span{Start: at, End: len(a.Text)}})
	}
	return all
}

// Span gives the text range of the tokens from first to before end.
func (d *Doc) Span(first, end int) stemma.Span {
	if first >= end || first < 0 || end > len(d.Tokens) {
		return stemma.Span{}
	}
	return stemma.Span{Start: d.Tokens[first].Span.Start, End: d.Tokens[end-1].Span.End}
}

// Words gives the text of the tokens from first to before end, as published.
func (d *Doc) Words(first, end int) string { return d.Span(first, end).Of(d.Text) }

// TokenAt gives the first token that ends after the byte; len(d.Tokens) when none does.
func (d *Doc) TokenAt(at int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Span.End > at })
}

// Range gives the tokens that lie in a span, as a half-open range.
func (d *Doc) Range(s stemma.Span) (first, end int) {
	first = d.TokenAt(s.Start)
	end = first + sort.Search(len(d.Tokens)-first, func(i int) bool { return d.Tokens[first+i].Span.Start >= s.End })
	return first, end
}

// SentenceOf gives the number of the sentence that holds the token.
func (d *Doc) SentenceOf(token int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > token })
}

// SentenceAt gives the number of the sentence that holds the byte, or the next one;
// len(d.Sentences) when there is none.
func (d *Doc) SentenceAt(at int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Span.End > at })
}

// Norm gives the folded form of token i, "" when there is no such token.
func (d *Doc) Norm(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Tokens[i].Norm
}

// Has reports whether a word list has token i alone; false when there is no such token.
func (d *Doc) Has(l *lang.List, i int) bool {
	_, ok := d.Value(l, i)
	return ok
}

// Value gives what a word list says of token i alone; false when it does not have it, or
// there is no such token.
func (d *Doc) Value(l *lang.List, i int) (string, bool) {
	if i < 0 || i >= len(d.Tokens) {
		return "", false
	}
	return d.Tokens[i].Value(l)
}

// Longest looks in a word list for the longest phrase that begins at token i and ends
// before limit: the number of tokens, 0 when there is none, and its value.
func (d *Doc) Longest(l *lang.List, i, limit int) (n int, value string) {
	if i >= limit {
		return 0, ""
	}
	branch := l.Begin(d.Tokens[i].Known)
	for at := i + 1; branch != nil; at++ {
		if v, ends := l.Says(branch); ends {
			n, value = at-i, v
		}
		if at >= limit {
			break
		}
		branch = l.Next(branch, d.Tokens[at].Known)
	}
	return n, value
}

// SportsPage reports whether a text is about sports: three words, and one token in sixty or more,
// are of sports pages (sports.txt). They are counted once.
func (d *Doc) SportsPage() bool {
	d.counted.Do(func() {
		list, n := d.Pack.List("sports"), 0
		for i := range d.Tokens {
			if v, ok := d.Value(list, i); ok && v == "" {
				n++
			}
		}
		d.sports = n >= 3 && n*60 >= len(d.Tokens)
	})
	return d.sports
}
