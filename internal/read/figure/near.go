package figure

import (
	"sort"

	"stemma"
	"stemma/internal/text"
)

// in gives the names in a span.
func (f *finder) in(s stemma.Span) []stemma.Mention {
	i := sort.Search(len(f.names), func(i int) bool { return f.names[i].Span.End > s.Start })
	j := i + sort.Search(len(f.names)-i, func(j int) bool { return f.names[i+j].Span.Start >= s.End })
	return f.names[i:j]
}

// isA reports whether a place can be what a word for places (placeclasses.txt) says: a
// region for “region”, and not a country for “town”.
func (f *finder) isA(m *stemma.Mention, class string) bool {
	if m.Type != stemma.Place || m.Geo == nil {
		return false
	}
	switch kindOf(class) {
	case "city":
		return m.Geo.Precision == "city"
	case "region", "admin1", "admin2":
		return m.Geo.Precision == "region" || m.Geo.Precision == "admin1" || m.Geo.Precision == "admin2"
	}
	return false
}

// adjunct reports whether a place before token end is only an attribute of the noun
// there: “U.S. troops”.
func (f *finder) adjunct(end int) bool {
	if end >= len(f.d.Tokens) {
		return false
	}
	t := f.d.Tokens[end]
	return t.Kind == text.Word && t.Case == text.Lower && t.Norm != possessive && f.k.ending(t.Norm) != "past" &&
		!t.Has(f.k.placeclasses) && !f.is(end, "stop") && !f.is(end, "and") && !f.is(end, "of")
}

// ownerOf reports whether a place before token end owns what is no place, no people and no harm: in
// “Velmora's sympathy for the 300 victims” nothing is said to be in Velmora.
func (f *finder) ownerOf(end int) bool {
	if f.d.Norm(end) != possessive {
		return false
	}
	for i := end + 1; i < len(f.d.Tokens) && i < end+4 && f.d.Tokens[i].Kind == text.Word && !f.is(i, "stop"); i++ {
		if n, _ := f.d.Longest(f.k.harm, i, len(f.d.Tokens)); n > 0 || f.d.Has(f.k.placeclasses, i) || f.d.Has(f.k.people, i) || f.is(i, "side") {
			return false
		}
	}
	return true
}

// preposition reports whether a token is one that is not for places.
func (f *finder) preposition(i int) bool {
	value, _ := f.d.Value(f.k.nounphrase, i)
	return value == "stop" || value == "stop origin" || value == "stop agent"
}

// crossing is the penalty for a place or time behind another number and a comma: it
// belongs to that number.
func (f *finder) crossing(first, end int) int {
	comma := false
	for i := first; i < end; i++ {
		comma = comma || f.d.Norm(i) == ","
	}
	if comma && len(f.countsIn(first, end)) > 0 {
		return 100
	}
	return 0
}

// borders counts what sets parts of a sentence apart between two tokens: signs, other
// numbers, words for “and”.
func (f *finder) borders(first, end int) int {
	n := 0
	for i := first; i < end; i++ {
		switch f.d.Norm(i) {
		case ",", ";", "—", ":", "(", ")", `"`:
			n++
		default:
			if f.is(i, "and") {
				n++
			}
		}
	}
	return n + 2*len(f.countsIn(first, end))
}

// countsIn gives the figures that begin at tokens from first to before end.
func (f *finder) countsIn(first, end int) []*count {
	i := sort.Search(len(f.counts), func(i int) bool { return f.counts[i].first >= first })
	j := i + sort.Search(len(f.counts)-i, func(j int) bool { return f.counts[i+j].first >= end })
	return f.counts[i:j]
}

// reach is how many tokens on each side of a number are looked at for its place and
// time; few sentences of news prose are longer.
const reach = 120

// around gives the part of the number's sentence within reach.
func (f *finder) around(c *count) stemma.Span {
	s := f.d.Sentences[c.sentence]
	return f.d.Span(max(s.First, c.first-reach), min(s.End, c.end+reach))
}
