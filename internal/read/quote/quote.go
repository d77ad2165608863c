// Package quote finds quotations: words in marks, words quoted without them, and what
// is reported in the writer's own words.
//
// It takes one article's text, taken apart, and the names in it. It gives the
// quotations with their speaker, reporting verb and type, ordered by place. It
// promises that every span lies in the text on token borders, that content lies inside
// the span and pieces inside the content, in order, and that a speaker is named only
// when the text names one. It does not find names, does not judge whether a quotation
// is true or exact, does not look into captions and other holes, and does not look for
// quotations inside words in marks.
package quote

import (
	"cmp"
	"slices"
	"sort"

	"stemma"
	"stemma/internal/rule"
	"stemma/internal/text"
)

// Find gives the quotations of a text. Names are all its mentions, in any order; a
// speaker that none of them covers keeps its place and has no name.
func Find(d *text.Doc, names []stemma.Mention) []stemma.Quote {
	f := newFinder(d, names)
	f.pairMarks()
	f.dialogue()
	f.makeLines()
	f.findCues()
	f.interviews()
	f.blocks()
	f.attribute()
	f.report()
	f.emit()
	return f.out
}

// finder is the work on one text.
type finder struct {
	d     *text.Doc
	k     *knowledge
	rules *rule.Scan
	names []stemma.Mention
	class []class // of each token
	name  []int   // of each token: 1 + the mention that covers it
	in    []int   // of each token: 1 + the marked words or block it lies in

	marked []marked
	lines  []line
	cues   []cue
	found  []finding
	out    []stemma.Quote

	referents  map[int]*stemma.Mention // of pronouns, by token
	translated bool
}

// tokens is a half-open range of the text's tokens.
type tokens struct{ first, end int }

func (t tokens) empty() bool { return t.end <= t.first }

// finding is a quotation whose speaker is a range of tokens still.
type finding struct {
	kind     string
	whole    tokens
	content  []tokens // one, or the pieces
	speaker  stemma.Named
	cue      tokens
	relayed  stemma.Named
	occasion stemma.Named
	rule     string
}

func newFinder(d *text.Doc, names []stemma.Mention) *finder {
	f := &finder{d: d, k: ready.Of(d.Pack, newKnowledge), referents: map[int]*stemma.Mention{}}
	f.rules = f.k.rules.Over(d)
	f.names = append(f.names, names...)
	slices.SortStableFunc(f.names, func(a, b stemma.Mention) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	f.class = make([]class, len(d.Tokens))
	f.name = make([]int, len(d.Tokens))
	f.in = make([]int, len(d.Tokens))
	for i := range d.Tokens {
		if d.Tokens[i].Kind == text.Word {
			f.class[i] = f.k.classOf(&d.Tokens[i])
			if f.class[i]&isAdverb != 0 && d.Tokens[i].Case != text.Lower { // “Everly said”: the ending of a name says nothing
				f.class[i] = f.k.words.Of(d.Tokens[i].Known)
			}
		}
	}
	for n := range f.names {
		first, end := d.Range(f.names[n].Span)
		for i := first; i < end; i++ {
			f.name[i] = n + 1
			if i > first && f.names[n].Type == stemma.Person && d.Tokens[i].Case == text.Title {
				f.class[i] &^= isAux | isTime // “Ana May had said”
			}
		}
	}
	return f
}

// is reports whether token i is of any of the classes; false outside the text.
func (f *finder) is(i int, c class) bool { return i >= 0 && i < len(f.class) && f.class[i]&c != 0 }

// norm gives the folded form of token i, "" outside the text.
func (f *finder) norm(i int) string { return f.d.Norm(i) }

func (f *finder) span(t tokens) stemma.Span { return f.d.Span(t.first, t.end) }

// emit makes the findings public: ordered, with IDs and sentences.
func (f *finder) emit() {
	f.passOn()
	for i := range f.found {
		q := &f.found[i]
		out := stemma.Quote{
			Evidence: stemma.Evidence{Article: f.d.Article.ID, Span: f.span(q.whole), Rule: q.rule},
			Type:     q.kind, Speaker: q.speaker, Cue: f.span(q.cue), RelayedBy: q.relayed, Occasion: q.occasion,
		}
		for _, piece := range q.content {
			out.Content = out.Content.Join(f.span(piece))
		}
		if len(q.content) > 1 {
			for _, piece := range q.content {
				out.Pieces = append(out.Pieces, f.span(piece))
			}
		}
		if out.Content.Empty() || !out.Span.Holds(out.Content) {
			continue
		}
		if s := f.d.SentenceAt(out.Span.Start); s < len(f.d.Sentences) {
			out.Sentence = f.d.Sentences[s].Span
		}
		out.Translated = f.translated && q.kind != stemma.IndirectQuote && q.kind != stemma.ScareQuote
		out.ID = stemma.FindingID("quote", f.d.Article.ID, out.Span, out.Type)
		f.out = append(f.out, out)
	}
	sort.SliceStable(f.out, func(i, j int) bool {
		if f.out[i].Span != f.out[j].Span {
			return f.out[i].Span.Less(f.out[j].Span)
		}
		return f.out[i].ID < f.out[j].ID
	})
	f.out = unique(f.out)
}

// unique drops a finding that repeats the one before it.
func unique(all []stemma.Quote) []stemma.Quote {
	out := all[:0]
	for i, q := range all {
		if i == 0 || q.ID != all[i-1].ID {
			out = append(out, q)
		}
	}
	return out
}
