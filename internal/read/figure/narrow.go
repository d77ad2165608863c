package figure

import (
	"stemma"
	"stemma/internal/text"
)

// whereClause gives the place or body that a clause with “where” describes, for the
// numbers of that clause: “entered Sarn College, where they arrested 40”.
func (f *finder) whereClause(c *count, s text.Sentence) (stemma.Named, bool) {
	for i := c.first - 1; i > s.First && i > c.first-reach; i-- {
		if (f.is(i, "relative") || f.is(i, "that")) && f.d.Norm(i-1) == "," && !f.commaIn(i, c.first) {
			if m := f.nameEnding(i - 1); m != nil && m.Type == stemma.Place {
				return named(m), true // “and Velmora, which was struck by four storms”
			}
			return stemma.Named{}, false
		}
		if !f.is(i, "where") {
			continue
		}
		at := i - 1
		if f.d.Norm(at) == "," {
			at--
		}
		m := f.nameEnding(at + 1)
		if m == nil || m.Type == stemma.Person {
			return stemma.Named{}, false
		}
		return named(m), true
	}
	return stemma.Named{}, false
}

// refined gives the narrower place that a place follows: “Port Ellin in Velmora”, be it
// one that no name covers.
func (f *finder) refined(m *stemma.Mention) stemma.Named {
	m = f.narrowest(m)
	at := f.d.TokenAt(m.Span.Start) - 1
	if at < 3 || !f.is(at, "in") {
		return named(m)
	}
	first := at
	for first > at-4 && first > 1 && f.d.Tokens[first-1].Kind == text.Word && f.d.Tokens[first-1].Case == text.Title && f.nameAt(first-1) == nil {
		first--
	}
	if inner := f.nameEnding(at); inner != nil && inner.Type != stemma.Place && f.is(f.d.TokenAt(inner.Span.Start)-1, "loc") {
		return named(inner) // “at Camp Ellin in Velmora”, taken for a body or a person
	}
	if first == at || !f.is(first-1, "loc") || f.d.Has(f.k.months, first) {
		return named(m)
	}
	if place, ok := f.unlisted(first); ok && f.d.TokenAt(place.Span.End) == at {
		return place
	}
	return named(m)
}

// narrowest follows named places inward.
func (f *finder) narrowest(m *stemma.Mention) *stemma.Mention {
	for range 3 {
		at := f.d.TokenAt(m.Span.Start) - 1
		if at < 2 || !f.is(at, "loc") && f.d.Norm(at) != "," {
			break
		}
		if f.d.Has(f.k.placeclasses, at-1) { // “the Ellin region of Velmora”
			at--
		}
		inner := f.nameAt(at - 1)
		if inner == nil || inner.Type != stemma.Place {
			break
		}
		before := f.d.TokenAt(inner.Span.Start) - 1
		if f.is(before, "det") {
			before--
		}
		if !f.is(before, "loc") {
			break
		}
		m = inner
	}
	return m
}
