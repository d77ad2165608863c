package view

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// utterances puts the forms of one saying together; the first in the pile is shown.
func (s *shelf) utterances(ctx context.Context, all *quotes, rows []int32) ([]Words, error) {
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	sayings := map[stemma.ID]*stemma.Saying{}
	var ids []stemma.ID
	for _, row := range rows {
		ids = append(ids, all.list[row].id)
		sayings[all.list[row].id] = all.list[row].saying
	}
	quotes, err := s.r.Quotes(ctx, store.Query{IDs: ids})
	if err != nil {
		return nil, err
	}
	var out []Words
	seen := map[stemma.ID]int{}
	wordings := map[stemma.ID]map[string]bool{}
	alone := map[string]int{} // family and words → the first telling
	var cites []Cite
	types := map[stemma.ID]string{}
	for _, q := range quotes {
		types[q.ID] = q.Type
		c, err := s.citeQuote(ctx, &q)
		if err != nil {
			return nil, err
		}
		cites = append(cites, c)
	}
	slices.SortStableFunc(cites, compareCites)
	for _, c := range cites {
		g := sayings[c.Finding]
		if g == nil {
			key := string(k.witness(c.Text.ID)) + " " + quoted(c)
			if n, ok := alone[key]; ok { // a copy says the same again
				if !out[n].texts[c.Text.ID] {
					out[n].texts[c.Text.ID] = true
					out[n].Texts++
					out[n].Support = s.words.Standing(out[n].Texts, 1)
				}
				continue
			}
			alone[key] = len(out)
			out = append(out, Words{
				Type: types[c.Finding], Cite: c, Forms: 1, Families: 1, Texts: 1, Href: c.Href, texts: map[stemma.ID]bool{c.Text.ID: true},
			})
			continue
		}
		if _, ok := seen[g.ID]; !ok {
			seen[g.ID] = len(out)
			wordings[g.ID] = map[string]bool{}
			out = append(out, Words{
				Saying: g.ID, Type: types[c.Finding], Cite: c, Support: s.words.Support(g.Support), Families: g.Support.Families, Texts: g.Support.Texts,
				Href: GroupHref("saying", g.ID),
			})
		}
		wordings[g.ID][quoted(c)] = true
		out[seen[g.ID]].Forms = len(wordings[g.ID])
	}
	slices.SortStableFunc(out, func(a, b Words) int { return cmp.Compare(reported(a.Type), reported(b.Type)) })
	return out, nil
}

// reported puts a speaker's own words before those that a reporter gives for them.
func reported(kind string) int {
	if kind == stemma.IndirectQuote {
		return 1
	}
	return 0
}

// quoted gives the marked words of a citation, as far as wordings are compared.
func quoted(c Cite) string {
	return strings.ToLower(strings.Trim(marked(c), ` "“”«».,`))
}

// marked gives the marked words of a citation on one line, “ … ” where others stand
// between them.
func marked(c Cite) string {
	var b strings.Builder
	gap := false
	for _, x := range c.Segments {
		if len(x.Marks) == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteString(" … ")
		}
		gap = false
		b.WriteString(x.Text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
