package kin

import (
	"stemma"
)

const (
	// reprintShare is the share of both texts' words from which they are the same
	// text, editShare that from which one is the other revised, excerptShare that of
	// the shorter text's words which makes it an excerpt of the longer.
	reprintShare = 0.95
	editShare    = 0.6
	excerptShare = 0.75
	// siteShare is the most that an author's note or a footer takes of both texts,
	// unless it is a list.
	siteShare = 0.35
)

// judge gives every pair its shares, its relation and the verdict on which text is
// the earlier one.
func judge(texts lot, pairs []pair) {
	all := byLater(texts.len(), pairs)
	for _, i := range all {
		pairs[i].judge(texts)
	}
	spotForms(pairs)
	spotNotes(texts, pairs)
	spotVersions(texts, pairs)
	for _, i := range all {
		p := &pairs[i]
		if p.relation != stemma.SharedSite && p.relation != stemma.SharedQuote {
			p.weigh(texts)
		}
	}
}

// weigh gives the pair its verdict, if it has none.
func (p *pair) weigh(texts lot) {
	if p.verdict == nil {
		v := p.earlier(texts.at(p.a), texts.at(p.b))
		p.verdict = &v
	}
}

// told says how much dates and credits say for the first text being the earlier one.
func (p *pair) told() float64 {
	if p.verdict == nil {
		return 0
	}
	return p.verdict.told
}

// judge gives one pair its shares and its relation.
func (p *pair) judge(texts lot) {
	p.measure(texts.at(p.a), texts.at(p.b))
	p.relation, p.note = p.relate(texts.at(p.a), texts.at(p.b))
}

// measure counts the shares.
func (p *pair) measure(x, y *text) {
	var inX, inY int
	for _, w := range p.inA() {
		inX += x.body(w.from, w.end)
	}
	for _, w := range p.inB() {
		inY += y.body(w.from, w.end)
	}
	p.shareA, p.shareB = share(inX, x.body(0, int32(len(x.hash)))), share(inY, y.body(0, int32(len(y.hash))))
}

// inA gives the stretches of a's words that the passages cover, ordered and apart.
func (p *pair) inA() []wordsOf {
	ws := make([]wordsOf, len(p.blocks))
	for i, b := range p.blocks {
		ws[i] = wordsOf{b.x, b.xEnd}
	}
	return together(ws)
}

// inB does the same with b's words.
func (p *pair) inB() []wordsOf {
	ws := make([]wordsOf, len(p.blocks))
	for i, b := range p.blocks {
		ws[i] = wordsOf{b.y, b.yEnd}
	}
	return together(ws)
}

// body counts the words from i to end that are neither headline nor site text nor tell of
// the publication.
func (t *text) body(i, end int32) int {
	n := 0
	for ; i < end; i++ {
		if t.flag[i]&(inTitle|isNote|isFoot) == 0 {
			n++
		}
	}
	return n
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// relate gives the relation of two texts, and a note where it needs one.
func (p *pair) relate(x, y *text) (string, string) {
	low, high := min(p.shareA, p.shareB), max(p.shareA, p.shareB)
	if p.form = p.filled(3, formWeight); p.form {
		return stemma.SharedSite, formNote
	}
	if high < excerptShare {
		if low < editShare && p.unquoted(x, y) < minRun {
			return stemma.SharedQuote, "what is shared stands in quotation marks"
		}
		if akin(x, y) && p.oneEnd(x, y) && (high < siteShare || p.list(x)) {
			return stemma.SharedSite, "a note of the outlet at the same end of both texts"
		}
	}
	switch {
	case low >= reprintShare && !p.updated():
		return stemma.Reprint, ""
	case low >= editShare:
		return stemma.Edited, ""
	case high >= excerptShare:
		return stemma.Excerpt, ""
	}
	return stemma.SharedWords, ""
}

// updated reports whether the one text has other figures than the other where little else
// differs: it was revised, though nearly all words are the same. A badly scanned text has
// other digits too, but many more other words.
func (p *pair) updated() bool {
	var numbers, differ int32
	for _, b := range p.blocks {
		numbers, differ = numbers+b.numbers, differ+b.differ+b.names
	}
	return numbers > 0 && differ <= 2*numbers
}

// unquoted counts the words of the passages that are not quotations in both texts.
func (p *pair) unquoted(x, y *text) int {
	n := 0
	for _, b := range p.blocks {
		if !b.quoted(x, y) {
			n += int(b.words)
		}
	}
	return n
}

// joins reports whether a relation makes two texts one witness.
func joins(relation string) bool {
	switch relation {
	case stemma.Reprint, stemma.Edited, stemma.Excerpt, stemma.Translation:
		return true
	}
	return false
}

// copy gives the pair as it is told to the world.
func (p pair) copy(texts lot) stemma.Copy {
	x, y := texts.at(p.a), texts.at(p.b)
	p.weigh(texts)
	c := stemma.Copy{
		A: texts.id(p.a), B: texts.id(p.b), Relation: p.relation, Passages: p.passages(x, y),
		ShareA: p.shareA, ShareB: p.shareB,
		Earlier: p.verdict.side(), Certainty: p.certainty(), Why: p.verdict.why(),
	}
	if p.note != "" {
		c.Why = append([]string{p.note}, c.Why...)
	}
	if c.A > c.B {
		c = turned(c)
	}
	c.ID = stemma.NewID("c", string(c.A), string(c.B))
	return c
}

// turned gives the copy with A and B in each other's place.
func turned(c stemma.Copy) stemma.Copy {
	c.A, c.B, c.ShareA, c.ShareB = c.B, c.A, c.ShareB, c.ShareA
	for i, p := range c.Passages {
		c.Passages[i] = stemma.Passage{A: p.B, B: p.A}
	}
	sortPassages(c.Passages)
	switch c.Earlier {
	case "a":
		c.Earlier = "b"
	case "b":
		c.Earlier = "a"
	}
	return c
}
