package view

import (
	"slices"

	"stemma"
)

// page reports whether one of a page's texts is in the part; all are in the whole pile.
func (c *chosen) page(articles []stemma.ID) bool {
	if c == nil {
		return true
	}
	for _, id := range articles {
		if c.articles[id] {
			return true
		}
	}
	return false
}

// record reports whether a record with a source is in the part. What a page holds beside
// texts, and problems, are in the whole pile only.
func (c *chosen) record(r Record) bool {
	if c == nil {
		return true
	}
	switch x := r.(type) {
	case *PageRecord:
		return true
	case *FurnitureRecord, *ProblemRecord:
		return false
	case *ArticleRecord:
		return c.articles[x.ID]
	case *SentenceRecord:
		return c.articles[*x.Article]
	}
	if !c.findings[r.Head().ID] {
		return false
	}
	for _, p := range placesOf(r) {
		if p != nil && p.Entity != nil {
			c.entities[*p.Entity] = true
		}
	}
	if n, ok := r.(*NameRecord); ok && n.Entity != nil {
		c.entities[*n.Entity] = true
	}
	return true
}

// placesOf gives those whom a statement names.
func placesOf(r Record) []*RecordPlace {
	var out []*RecordPlace
	switch x := r.(type) {
	case *QuoteRecord:
		out = []*RecordPlace{x.Speaker, x.RelayedBy, x.Occasion}
	case *FigureRecord:
		out = []*RecordPlace{x.Of, x.Place, x.SaidBy}
	case *VictimRecord:
		out = []*RecordPlace{x.Circumstance, x.Place, x.By, x.SaidBy}
	case *EventRecord:
		out = []*RecordPlace{x.Place, x.Matter, x.SaidBy}
		for _, list := range [][]RecordPlace{x.Actors, x.Targets, x.Scope} {
			for i := range list {
				out = append(out, &list[i])
			}
		}
	}
	return out
}

// group reports whether a record without a source is in the part: one of its members is,
// of a story all are, or it was chosen itself.
func (c *chosen) group(r any) bool {
	if c == nil {
		return true
	}
	switch x := r.(type) {
	case *ClashRecord:
		if c.clashes != nil {
			return c.clashes[x.ID]
		}
		return anyOf(c.findings, x.Members)
	case *CopyRecord:
		return c.articles[x.A] && c.articles[x.B]
	case *FamilyRecord:
		return anyOf(c.articles, x.Articles)
	case *EntityRecord:
		if c.names != nil {
			return c.names[x.ID]
		}
		return c.entities[x.ID]
	case *HappeningRecord:
		return anyOf(c.findings, x.Members)
	case *StoryRecord:
		if c.stories != nil {
			return c.stories[x.ID]
		}
		return !slices.ContainsFunc(x.Articles, func(id stemma.ID) bool { return !c.articles[id] })
	case *SayingRecord:
		return anyOf(c.findings, x.Members)
	case *TallyRecord:
		return anyOf(c.findings, x.Members)
	}
	return false
}

func anyOf(set map[stemma.ID]bool, ids []stemma.ID) bool {
	for _, id := range ids {
		if set[id] {
			return true
		}
	}
	return false
}
