package view

import (
	"context"

	"stemma"
	"stemma/internal/borrowed"
)

// counting says for which witness each statement of some texts counts: words that a text
// shares with others are theirs as well, though the texts are no copies of each other.
type counting struct {
	k  *kinship
	by map[stemma.ID][]borrowed.Stretch // by text
}

// counting looks up what the texts of statements share.
func (s *shelf) counting(ctx context.Context, statements map[stemma.ID]stemma.Evidence) (*counting, error) {
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	texts, witnesses, known := map[stemma.ID]bool{}, map[stemma.ID]bool{}, map[stemma.ID]bool{}
	for _, e := range statements {
		texts[e.Article] = true
		witnesses[k.witness(e.Article)] = true
	}
	c := &counting{k, map[stemma.ID][]borrowed.Stretch{}}
	if len(witnesses) < 2 {
		return c, nil
	}
	var copies []stemma.Copy
	families := map[stemma.ID]stemma.Family{}
	for _, id := range sortedKeys(texts) {
		all, err := s.r.Copies(ctx, id)
		if err != nil {
			return nil, err
		}
		for i := range all {
			if known[all[i].ID] || k.witness(all[i].A) == k.witness(all[i].B) {
				continue
			}
			known[all[i].ID] = true
			copies = append(copies, all[i])
			for _, side := range []stemma.ID{all[i].A, all[i].B} {
				families[k.witness(side)] = k.family(side)
			}
		}
	}
	var list []stemma.Family
	for _, id := range sortedKeys(families) {
		list = append(list, families[id])
	}
	for _, x := range borrowed.Stretches(list, copies) {
		c.by[x.Article] = append(c.by[x.Article], x)
	}
	return c, nil
}

// witness names the family, or the text alone, for which a statement counts.
func (c *counting) witness(e stemma.Evidence) stemma.ID {
	if of := borrowed.In(c.by[e.Article], e.Span); of != "" {
		return c.k.witness(of)
	}
	return c.k.witness(e.Article)
}

// evidenceOf gives where findings stand.
func evidenceOf(figures []stemma.Figure) map[stemma.ID]stemma.Evidence {
	out := map[stemma.ID]stemma.Evidence{}
	for i := range figures {
		out[figures[i].ID] = figures[i].Evidence
	}
	return out
}
