package figure

import (
	"stemma"
	"stemma/internal/text"
)

// columns gives the numbers of a list by places the measures that its first item
// spells out: “Sarn, 21 dead and 9 missing; Port Ellin, 12 and 5; Tessa, 8”.
func (f *finder) columns(found []*count, s text.Sentence) {
	var heads []*count
	item, k := 0, 0 // of the number looked at: the item of the list, its place in it
	at := s.First
	for _, c := range found {
		for ; at < c.from; at++ {
			switch f.d.Norm(at) {
			case ";":
				item, k = item+1, 0
			case ":":
				heads, item, k = nil, 0, 0
			}
		}
		if item == 0 {
			if human(c.measure) && c.kind == plain {
				heads = append(heads, c)
			}
			continue
		}
		listed := k == 0 && len(heads) > 1 && c.measure == refused && f.d.Norm(c.from-1) == "," // as an age stands
		if listed {
			c.measure = ""
		}
		if k >= len(heads) || !f.column(c, k) {
			k = len(heads) // nothing more in this item
			if listed {
				c.measure = refused
			}
			continue
		}
		place := f.placeOfItem(c, k, found)
		f.placeHeads(heads)
		inherit(c, heads[k])
		c.carried, c.side, c.stands = heads[k], heads[k].side, heads[k].stands
		c.noun, c.place = phrase{class: heads[k].noun.class}, place
		k++
	}
}

// placeHeads gives the numbers of the first item the place that it begins with.
func (f *finder) placeHeads(heads []*count) {
	at := heads[0].from - 1
	if heads[0].place != (stemma.Named{}) || at < 1 || f.d.Norm(at) != "," {
		return
	}
	place, ok := stemma.Named{}, false
	if m := f.nameEnding(at); m != nil && m.Type == stemma.Place {
		place, ok = named(m), true
	} else if m == nil {
		first := at
		for first > f.d.Sentences[heads[0].sentence].First && f.d.Tokens[first-1].Case == text.Title {
			first--
		}
		place, ok = f.unlisted(first)
	}
	for _, c := range heads {
		if ok && c.place == (stemma.Named{}) {
			c.place = place
		}
	}
}

// column reports whether a number is bare and stands where the k-th number of an item
// does: behind the item's name, or behind “and”.
func (f *finder) column(c *count, k int) bool {
	if c.kind != plain || c.value == nil || c.measure != "" && c.measure != listPart || !c.noun.empty() || c.inner != "" || c.from == 0 || f.joined(c) || f.inTime(c) {
		return false
	}
	if k > 0 {
		return f.is(c.from-1, "and") || f.d.Norm(c.from-1) == ","
	}
	at := c.from
	if f.d.Norm(at-1) == "," {
		at--
	}
	if at == 0 {
		return false
	}
	t := f.d.Tokens[at-1]
	return t.Kind == text.Word && (t.Case == text.Title || t.Case == text.Upper || t.Case == text.Mixed)
}

// placeOfItem gives the place that an item of the list begins with.
func (f *finder) placeOfItem(c *count, k int, found []*count) stemma.Named {
	if k > 0 {
		for i := range found {
			if i > 0 && found[i] == c {
				return found[i-1].place
			}
		}
	}
	end := c.from
	if f.d.Norm(end-1) == "," {
		end--
	}
	if m := f.nameEnding(end); m != nil {
		return named(m)
	}
	first := end - 1
	for first > 0 && f.d.Tokens[first-1].Kind == text.Word && f.d.Tokens[first-1].Case == text.Title {
		first--
	}
	span := f.d.Span(first, end)
	return stemma.Named{Span: span, Name: span.Of(f.d.Text)}
}
