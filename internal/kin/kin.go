// Package kin finds which articles are copies of which.
//
// It takes articles and gives [stemma.Copy] values (what two texts have to do with
// each other, the passages they share, which one is the earlier) and
// [stemma.Family] values (texts that are one witness, with their tree). The pieces
// are Keys → Compare → group: [Keys] gives the seeds by which two texts can meet,
// [Index] finds the texts that a text meets among very many, [Compare] aligns two texts,
// [Families] groups a pile, [Ruled] does so where people have decided; [Diff] shows two
// versions side by side.
//
// It promises that a verbatim run of [Promise] words that two texts share is seen by
// both of them through a common seed, and that every run of 16 words is reported,
// whatever was edited around it; that the order of the articles changes nothing, nor
// in which parts they came; that only texts are compared that hang together by verbatim
// runs ([Promise] words, or six in quotation marks), over however many others; that two
// texts that share only a paragraph, a third party's words or site text are not joined;
// that the time for k copies of one text grows with k. Of a seed that very many texts have
// in different surroundings only the first are followed.
//
// Of texts in English and Spanish it finds which are likely translations, without a
// dictionary: by names, numbers and words of common descent that stand in the same
// order. It promises nothing there and never says that it is certain. Texts saved from
// one address that share a quarter of either are states of one text.
//
// It does not know languages (words are compared by their folded letters, and between
// two languages by those with which both may write a word), does not judge who wrote a
// text, and does not keep anything.
package kin

import (
	"cmp"
	"iter"
	"slices"

	"stemma"
)

const (
	// seedWords is the length of a seed in words, window the number of seeds of
	// which at least one is kept. 5 and 8 find the short quotations that 6 and 8
	// miss, for a third more time.
	seedWords = 5
	window    = 8

	// minRun is the fewest words that count as shared wording: below it chance
	// matches abound.
	minRun = 16
	// minMore is the fewest words of a further passage of two texts that share one
	// of minRun words.
	minMore = 8
	// minSaid is the fewest words that count when both texts have them in quotation
	// marks, minQuote the fewest when a name or a number is among them.
	minSaid  = 10
	minQuote = 6

	// maxMembers bounds the pairs that are compared and listed among the texts that
	// meet at one head. In larger groups every text is compared with the hubs and with
	// those nearest to it, which keeps the cost linear.
	maxMembers = 200
)

// Promise is the number of words from which a verbatim run that two texts share is
// sure to hold a seed that both have.
const Promise = seedWords + window - 1

// Families compares the articles with each other. It gives the pairs that share
// words, ordered by A and then B, and the families of two and more texts, ordered by
// their first member. Pairs that only a family of more than 200 texts implies are
// left out, and so are most of the pairs of a text that shares an outlet's note with more
// than thirty others, or a form with more than a hundred. Articles with equal IDs count once.
func Families(articles []stemma.Article) ([]stemma.Copy, []stemma.Family) {
	return Ruled{}.Families(articles)
}

// Families is [Families] where people have decided some of it.
func (r Ruled) Families(articles []stemma.Article) ([]stemma.Copy, []stemma.Family) {
	copies, families, _ := r.Judge(inTurn(articles))
	return copies, families
}

// inTurn gives articles one after the other.
func inTurn(articles []stemma.Article) iter.Seq2[*stemma.Article, error] {
	return func(yield func(*stemma.Article, error) bool) {
		for i := range articles {
			if !yield(&articles[i], nil) {
				return
			}
		}
	}
}

// Judge is [Ruled.Families] of articles that come one after the other; each may be kept. It
// holds the words of no more texts than there is room for. An error among the articles ends it
// and is given back.
func (r Ruled) Judge(articles iter.Seq2[*stemma.Article, error]) ([]stemma.Copy, []stemma.Family, error) {
	texts, err := layOut(articles, roomWords)
	if err != nil {
		return nil, nil, err
	}
	copies, families := r.judge(texts)
	return copies, families, nil
}

func (r Ruled) judge(texts lot) ([]stemma.Copy, []stemma.Family) {
	apart, first := r.number(texts)
	groups, heads := twins(texts)
	pairs := spread(texts, groups, alike(heads))
	judge(texts, pairs)
	r.apart(texts, pairs)
	witness := unite(texts, pairs, apart)
	compile(texts, pairs, witness, apart)
	pairs = withTranslations(pairs, r.translations(texts, witness, apart))
	firsts(pairs, first)
	families := gather(texts, pairs, witness, first)
	pairs = fewNotes(pairs)
	copies := make([]stemma.Copy, 0, len(pairs))
	for _, i := range byLater(texts.len(), pairs) {
		copies = append(copies, pairs[i].copy(texts))
		pairs[i] = pair{} // what is told is not held twice
	}
	slices.SortFunc(copies, func(x, y stemma.Copy) int {
		return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	slices.SortFunc(families, func(x, y stemma.Family) int { return cmp.Compare(x.Articles[0], y.Articles[0]) })
	return copies, families
}

// when gives the day by which an article is put in order: when it was published, or
// else when it was reposted, which is the latest that it can be.
func when(a *stemma.Article) stemma.Date {
	if a.Published != "" {
		return a.Published
	}
	return a.Reposted
}

// Keys gives the seeds of an article, in the order of its text: the hashes of
// winnowed runs of five words. Two articles that share [Promise] words in a row, or
// six in quotation marks, share a key.
func Keys(a stemma.Article) []uint64 {
	seeds := newText(&a).seeds()
	keys := make([]uint64, len(seeds))
	for i, s := range seeds {
		keys[i] = s.key
	}
	return keys
}

// Compare gives the passages that two articles share: spans of their texts on word
// borders, ordered by A, then B. A passage has at least 16 words in common, or 10
// where both texts have them in quotation marks (6 with a name or number among them), or 8 beside a longer one. Small
// differences inside a passage belong to it.
func Compare(a, b stemma.Article) []stemma.Passage {
	x, y := newText(&a), newText(&b)
	p := pair{a: 0, b: 1, blocks: newTable(y).compare(x)}
	return p.passages(x, y)
}
