package view

import (
	"context"

	"stemma"
	"stemma/internal/store"
)

// What a text is among its copies, as a list of texts is narrowed down to it.
const (
	copiesAlone   = "alone"   // it has none
	copiesFirst   = "first"   // all others of its family come from it
	copiesCopy    = "copy"    // of the first of its family
	copiesUnclear = "unclear" // nobody knows which of its family was the first
)

// textList are all texts of a pile, family by family, as [Library.Texts] shows them; the columns
// of the ledger are those of choices.
type textList struct {
	ledger
	ids    []stemma.ID
	groups []int32 // in kinship's groups
}

func (s *shelf) textList(ctx context.Context) (*textList, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	return c.texts.get(ctx, s.r, func(context.Context, store.Reader) (*textList, error) { return newTextList(k), nil })
}

func newTextList(k *kinship) *textList {
	out := &textList{ledger: *newLedger(choices["texts"]...)}
	var spans []days
	for n, f := range k.groups {
		for _, id := range k.inOrder(f) {
			a := k.articles[id]
			out.add(k.outlets[a.Outlet.Name], a.Credit.Name, knownLanguage(a.Lang), amongCopies(f, id))
			out.ids, out.groups = append(out.ids, id), append(out.groups, int32(n))
			spans = append(spans, appearedOn(a))
		}
	}
	out.timed(spans)
	return out
}

// knownLanguage gives the tag of a text's language, “und” where it is unknown.
func knownLanguage(tag string) string {
	if tag == "" {
		return "und"
	}
	return tag
}

func amongCopies(f stemma.Family, id stemma.ID) string {
	switch {
	case len(f.Articles) < 2:
		return copiesAlone
	case f.First == "":
		return copiesUnclear
	case f.First == id:
		return copiesFirst
	}
	return copiesCopy
}

// chosenTexts is a choice of texts: the families of which some are chosen, and these.
type chosenTexts struct {
	total    int
	families [][]int32 // rows of the list, a family each
	counts   []map[string]int
}

func (l *textList) families(c Choice) chosenTexts {
	rows, counts := l.choose(c)
	out := chosenTexts{total: len(rows), counts: counts}
	for i, row := range rows {
		if i == 0 || l.groups[row] != l.groups[rows[i-1]] {
			out.families = append(out.families, nil)
		}
		last := len(out.families) - 1
		out.families[last] = append(out.families[last], row)
	}
	return out
}

// textFacets are the fields by which texts are narrowed, with the messages that are their heads.
func (l *Library) textFacets(c Choice, counts []map[string]int) []Facet {
	words := map[string]func(string) string{"lang": l.words.Language, "copies": wordedBy(l.words, "copies")}
	heads := map[string]string{"outlet": "reading.outlet", "credit": "texts.credit", "lang": "layout.language", "copies": "texts.copies"}
	var out []Facet
	for i, field := range choices["texts"] {
		word := words[field]
		if word == nil {
			word = same
		}
		out = append(out, choiceFacet(l.words, heads[field], "/texts", field, c, counts[i], word))
	}
	return out
}
