package kin

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

const (
	// sites is in how many other texts that are no copies of each other a note must
	// stand to be site text.
	sites = 3
	// edge is how many words may stand between site text of other outlets and a
	// text's end.
	edge = 40
	// maxNotes is how many pairs with one text are listed that share only site text;
	// of more, only the one with the earliest text.
	maxNotes = 30
	// maxForms is how many pairs of one form, filled in differently, are listed so: what is
	// the same in them is not the same in all.
	maxForms = 100
)

// mark what is site text: words that stand in several texts of one outlet, or at the
// same end of several texts, which have little else in common. Then take them out of
// the pairs' passages and shares.
func spotNotes(texts lot, pairs []pair) {
	set := unite(texts, pairs, nil)
	var all []stretch
	for i := range pairs {
		p := &pairs[i]
		if p.form || p.relation != stemma.SharedWords && p.relation != stemma.SharedSite || set.top(p.a) == set.top(p.b) {
			continue
		}
		x, y := texts.at(p.a), texts.at(p.b)
		kin := akin(x, y)
		for _, b := range p.blocks {
			if !kin && !b.atEnds(x, y) || b.quoted(x, y) {
				continue
			}
			all = append(all, stretch{int32(p.a), int32(set.top(p.b)), wordsOf{b.x, b.xEnd}}, stretch{int32(p.b), int32(set.top(p.a)), wordsOf{b.y, b.yEnd}})
		}
	}
	slices.SortStableFunc(all, func(a, b stretch) int { return cmp.Compare(a.text, b.text) })
	met := make([]bool, texts.len())
	var words [][sites]int32
	for from, end := 0, 0; from < len(all); from = end {
		text := all[from].text
		met[text] = true
		words = append(words[:0], make([][sites]int32, texts.knows(int(text)).words)...)
		for end = from; end < len(all) && all[end].text == text; end++ {
			meet(words, all[end])
		}
		for k, tops := range words {
			if tops[sites-1] != 0 {
				texts.note(int(text), wordsOf{int32(k), int32(k) + 1})
			}
		}
	}
	for i := range pairs {
		p := &pairs[i]
		if met[p.a] && met[p.b] && !p.form && p.relation != stemma.SharedQuote && p.dropNotes(texts.at(p.a), texts.at(p.b)) {
			p.judge(texts)
		}
	}
}

// stretch are words of a text that stand in a text of another set.
type stretch struct {
	text, top int32
	words     wordsOf
}

// meet notes in which sets' texts words of a text stand.
func meet(words [][sites]int32, w stretch) {
	for k := w.words.from; k < w.words.end; k++ {
		for s := range words[k] {
			if words[k][s] == w.top+1 {
				break
			}
			if words[k][s] == 0 {
				words[k][s] = w.top + 1
				break
			}
		}
	}
}

// atEnds reports whether a passage stands near the end of both texts, or near the
// beginning of both.
func (b *block) atEnds(x, y *text) bool {
	n, m := int32(len(x.hash)), int32(len(y.hash))
	return b.x <= edge && b.y <= edge || n-b.xEnd <= edge && m-b.yEnd <= edge
}

// dropNotes takes out the passages that are mostly site text in both texts; it
// reports whether the pair must be judged anew.
func (p *pair) dropNotes(x, y *text) bool {
	var kept []block
	noted := false
	for _, b := range p.blocks {
		inX, inY := mostly(x.flag[b.x:b.xEnd], isNote), mostly(y.flag[b.y:b.yEnd], isNote)
		noted = noted || inX || inY
		if !inX || !inY {
			kept = append(kept, b)
		}
	}
	var words int32
	for _, b := range kept {
		words += b.words
	}
	if len(kept) < len(p.blocks) && words < minRun {
		p.relation, p.note = stemma.SharedSite, "what is shared stands in several other texts too, as an outlet's notes do"
		return false
	}
	if len(kept) < len(p.blocks) {
		p.blocks = kept
	}
	return noted
}

// fewNotes leaves out pairs that share only site text when a text has very many of
// them: a note is the same in all, and of a form nobody looks at more than maxForms.
func fewNotes(pairs []pair) []pair {
	notes, forms := make(map[int]int), make(map[int]int)
	first := make(map[int]int)
	for i := range pairs {
		p := &pairs[i]
		if p.relation != stemma.SharedSite {
			continue
		}
		count := notes
		if p.form {
			count = forms
		}
		count[p.a]++
		count[p.b]++
		if a, ok := first[p.b]; !ok || p.a < a {
			first[p.b] = p.a
		}
	}
	few := func(p *pair) bool {
		if p.form {
			return forms[p.a] <= maxForms && forms[p.b] <= maxForms
		}
		return !p.sample && notes[p.a] <= maxNotes && notes[p.b] <= maxNotes
	}
	kept := pairs[:0]
	for _, p := range pairs {
		if p.relation != stemma.SharedSite || few(&p) || first[p.b] == p.a {
			kept = append(kept, p)
		}
	}
	return kept
}

// note marks words of a text as site text.
func (l lot) note(i int, w wordsOf) {
	l.at(i).note(w)
	if l.crowded() {
		all := l.notes[l.of[i]]
		if n := len(all); n > 0 && all[n-1].end == w.from {
			all[n-1].end = w.end
		} else {
			l.notes[l.of[i]] = append(all, w)
		}
	}
}

func (t *text) note(w wordsOf) {
	for k := w.from; k < w.end; k++ {
		t.flag[k] |= isNote
	}
}

// akin reports whether two texts stand on one page or come from one outlet.
func akin(x, y *text) bool {
	a, b := x.article, y.article
	if a.Page != "" && a.Page == b.Page {
		return true
	}
	return a.Outlet.Name != "" && strings.EqualFold(a.Outlet.Name, b.Outlet.Name)
}

// oneEnd reports whether all passages form one stretch at the end, or one at the
// beginning, of both texts, with other words before or after it.
func (p *pair) oneEnd(x, y *text) bool {
	a, b := p.blocks[0].x, int32(1<<30)
	var aEnd, bEnd int32
	for _, k := range p.blocks {
		aEnd = max(aEnd, k.xEnd)
		b, bEnd = min(b, k.y), max(bEnd, k.yEnd)
	}
	n, m := int32(len(x.hash)), int32(len(y.hash))
	const near = 12 // words
	tail := n-aEnd <= near && m-bEnd <= near && 4*a >= n && 4*b >= m
	head := a <= near && b <= near && 4*(n-aEnd) >= n && 4*(m-bEnd) >= m
	return tail || head
}

// list reports whether the shared words are lines that are no sentences, such as
// links to other pages.
func (p *pair) list(x *text) bool {
	lines, said := 0, 0
	for _, b := range p.blocks {
		for _, f := range x.flag[b.x:b.xEnd] {
			if f&endsLine != 0 {
				lines++
				if f&endsSaid != 0 {
					said++
				}
			}
		}
	}
	return lines >= 3 && 3*said <= lines
}
