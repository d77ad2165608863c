package concord

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// When a quote may be the translation of another, in a family that has texts in two
// languages. Wordings cannot be compared, so all that can be known must agree. Decision 0071.
const (
	leastTranslated = 3   // words of the shorter
	mostStretched   = 1.8 // how many times as many words the longer may have
	mostMoved       = 0.1 // how far apart they may stand, in parts of their texts
)

// joinTranslated joins the quotes of a translation with those of its original: of somebody
// whom both texts quote equally often, the first with the first, the second with the second
// and so on, if all these pairs are of like length, stand alike in their texts and have the
// same numbers.
func joinTranslated(p *pile, all []utterance, u union) {
	for _, f := range inTongues(p, all) {
		for i, a := range f {
			for _, b := range f[:i] {
				joinPairs(all, u, bySpeaker(all, b), bySpeaker(all, a))
			}
		}
	}
}

// quotes is the run of the quotes of one text.
type quotes struct {
	text       int
	begin, end int
}

// inTongues gives, for each family in which more than one language quotes somebody, one
// text a language, that with most quotes: copies in one language have the same wording.
func inTongues(p *pile, all []utterance) [][]quotes {
	best := map[int32]map[string]quotes{}
	for begin := 0; begin < len(all); {
		end, text := begin, all[begin].text
		for end < len(all) && all[end].text == text {
			end++
		}
		e := &p.texts[text]
		if e.lang != "" && !p.alone[e.family] {
			if best[e.family] == nil {
				best[e.family] = map[string]quotes{}
			}
			if had, ok := best[e.family][e.lang]; !ok || end-begin > had.end-had.begin {
				best[e.family][e.lang] = quotes{text, begin, end}
			}
		}
		begin = end
	}
	var out [][]quotes
	for _, family := range ordered(setOf(best)) {
		var texts []quotes
		for _, t := range best[family] {
			texts = append(texts, t)
		}
		if len(texts) > 1 {
			slices.SortFunc(texts, func(a, b quotes) int { return cmp.Compare(a.text, b.text) })
			out = append(out, texts)
		}
	}
	return out
}

// bySpeaker gives the quotes of a text, in order, by the actor who speaks.
func bySpeaker(all []utterance, t quotes) map[int32][]int {
	out := map[int32][]int{}
	for i := t.begin; i < t.end; i++ {
		if s := all[i].speaker; s != nobody {
			out[s] = append(out[s], i)
		}
	}
	return out
}

func joinPairs(all []utterance, u union, from, to map[int32][]int) {
	for _, speaker := range ordered(setOf(from)) {
		a, b := from[speaker], to[speaker]
		if len(a) != len(b) {
			continue // which is which cannot be told
		}
		alike := true
		for i := range a {
			alike = alike && translated(&all[a[i]], &all[b[i]])
		}
		for i := range a {
			if alike {
				u.join(a[i], b[i])
			}
		}
	}
}

func translated(a, b *utterance) bool {
	short, long := min(len(a.words), len(b.words)), max(len(a.words), len(b.words))
	return short >= leastTranslated && float64(long) <= mostStretched*float64(short) &&
		max(a.at-b.at, b.at-a.at) <= mostMoved && sameDigits(digits(a.content), digits(b.content))
}

// sameDigits reports whether two quotes may have the same numbers: one of them may write
// them out.
func sameDigits(a, b string) bool { return a == b || a == "" || b == "" }

// digits gives all digits of a quote.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// inOneLanguage parts a group by the language of its texts: a translation is no other
// wording.
func inOneLanguage(p *pile, all []utterance, group []int) [][]int {
	by := map[string][]int{}
	for _, i := range group {
		lang := p.texts[all[i].text].lang
		by[lang] = append(by[lang], i)
	}
	var out [][]int
	for _, lang := range ordered(setOf(by)) {
		out = append(out, by[lang])
	}
	return out
}

// standsAt gives how far into its text a quote begins, 0–1.
func standsAt(t *stemma.Article, s stemma.Span) float32 {
	return float32(s.Start) / float32(max(1, len(t.Text)))
}
