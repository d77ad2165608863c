package copies

import "stemma"

// Sources says how many texts that were made of one other stand below it in the trees that
// were found, by kind; and, by the certainty of the edge, how many edges to such texts are
// right. What a text of which only a part was taken stands below is not asked.
func Sources(p Pile, families []stemma.Family) (kinds, certainties []Found) {
	from := make(map[stemma.ID]Truth)
	for _, t := range p.Truths {
		switch t.Kind {
		case reprint, edited, garbled1, garbled3, garbled10, chain, viral, version:
			from[p.Articles[t.To].ID] = t
		}
	}
	byKind, bySure := make(map[string]*Found), make(map[string]*Found)
	count := func(in map[string]*Found, kind string, right bool) {
		if in[kind] == nil {
			in[kind] = &Found{Kind: kind}
		}
		in[kind].There++
		if right {
			in[kind].Found++
		}
	}
	above := make(map[stemma.ID]stemma.Edge)
	for _, f := range families {
		for _, e := range f.Edges {
			above[e.To] = e
		}
	}
	for id, t := range from {
		e, there := above[id]
		right := there && e.From == p.Articles[t.From].ID
		count(byKind, t.Kind, right)
		if there {
			count(bySure, e.Certainty, right)
		}
	}
	return sorted(byKind), sorted(bySure)
}
