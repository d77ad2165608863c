package view

import (
	"context"
	"errors"

	"stemma"
	"stemma/internal/message"
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
			out.add(append(k.describe(a), amongCopies(f, id))...)
			out.ids, out.groups = append(out.ids, id), append(out.groups, int32(n))
			spans = append(spans, appearedOn(a))
		}
	}
	out.timed(spans)
	return out
}

// textFields are the fields by which a list is narrowed that its rows have of their texts, in
// the order of choices.
var textFields = []string{"outlet", "credit", "lang"}

// describe gives the values of textFields of a text.
func (k *kinship) describe(a *stemma.Article) []string {
	return []string{k.outlets[a.Outlet.Name], a.Credit.Name, knownLanguage(a.Lang)}
}

// aboutText gives the values of textFields of a text by its place in the order of appearance.
func (k *kinship) aboutText(place int32) []string {
	if int(place) >= len(k.order) { // it came after the catalogue was made
		return make([]string, len(textFields))
	}
	return k.describe(k.order[place])
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

// afterField is the field of a choice of texts that names a page: the texts are those of pages that
// came into the pile after it.
const afterField = "after"

// textsOf gives the rows of a choice, as [ledger.choose] does; none came after a page that is not there.
func (s *shelf) textsOf(ctx context.Context, list *textList, c Choice) (rows []int32, counts []map[string]int, err error) {
	after := stemma.ID(c.Fields[afterField])
	if after == "" {
		rows, counts = list.choose(c)
		return rows, counts, nil
	}
	pages, err := s.r.Arrived(ctx, after)
	if err != nil && !errors.Is(err, stemma.ErrNotFound) {
		return nil, nil, err
	}
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, nil, err
	}
	came := withAll(map[stemma.ID]bool{}, pages)
	rows, counts = list.look(c.without(afterField), func(row int32) bool { return came[k.articles[list.ids[row]].Page] })
	return rows, counts, nil
}

// families cuts rows of the list into families, and gives how many there are and the rows of
// those from an offset on, at most most of them.
func (l *textList) families(rows []int32, offset, most int) (all int, page [][]int32) {
	begin := 0
	for i := range rows {
		if i+1 < len(rows) && l.groups[rows[i+1]] == l.groups[rows[i]] {
			continue
		}
		if all >= offset && len(page) < most {
			page = append(page, rows[begin:i+1])
		}
		all, begin = all+1, i+1
	}
	return all, page
}

// textFacets are the fields by which texts are narrowed, with the messages that are their heads.
func (l *Library) textFacets(c Choice, counts []map[string]int, total int) []Facet {
	var out []Facet
	if c.Fields[afterField] != "" { // it is taken away here, and chosen by whoever leads to it
		out = append(out, Facet{Name: l.words.Say("texts.came"), Values: []FacetValue{{Name: l.words.Say("texts.came-after"), Count: total, Chosen: true, Href: listHref("/texts", c, afterField, "")}}})
	}
	for i, field := range choices["texts"] {
		head, word := textFacet(l.words, field)
		out = append(out, choiceFacet(l.words, head, "/texts", field, c, counts[i], word))
	}
	return out
}

// textFacet gives the message that heads a field which tells of a text, and what words its values.
func textFacet(b *message.Book, field string) (head string, word func(string) string) {
	switch field {
	case "outlet":
		return "reading.outlet", same
	case "credit":
		return "texts.credit", same
	case "lang":
		return "layout.language", b.Language
	case "copies":
		return "texts.copies", wordedBy(b, "copies")
	}
	return "", same
}
