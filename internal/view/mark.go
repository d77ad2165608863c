package view

import (
	"cmp"
	"slices"

	"stemma"
)

// The kinds of [Mark].
const (
	KindQuote  = "quote"
	KindFigure = "figure"
	KindTime   = "time"
	KindName   = "name"
	KindEvent  = "event"
	KindVictim = "victim"
	KindCopied = "copied" // also stands in another text
	KindHole   = "hole"   // not the article's own words
	KindHit    = "hit"    // found by a search
)

// layers lists the kinds from the outermost to the innermost of equal spans.
var layers = []string{KindHole, KindCopied, KindQuote, KindEvent, KindVictim, KindFigure, KindTime, KindName, KindHit}

// Mark is a stretch of a text that a screen sets apart. Spans of marks may nest and
// overlap.
type Mark struct {
	ID    stemma.ID
	Kind  string
	Span  stemma.Span // bytes of the article's text
	Label string      // what it is, in words
	Off   bool        // a person has rejected it
}

// Segment is a stretch of text under one and the same set of marks.
type Segment struct {
	Text  string    `json:"text"`
	Start int       `json:"start"` // byte of the article's text
	Marks []Covered `json:"marks,omitempty"`
}

// Covered says that a mark covers a segment.
type Covered struct {
	ID       stemma.ID `json:"id"`
	Kind     string    `json:"kind"`
	Label    string    `json:"label,omitempty"`
	First    bool      `json:"first,omitempty"` // the mark begins with this segment
	Last     bool      `json:"last,omitempty"`  // the mark ends with this segment
	Selected bool      `json:"selected,omitempty"`
	Rejected bool      `json:"rejected,omitempty"` // by a person
}

// Inner gives the innermost finding over the segment, or nil: what a click on the
// segment selects.
func (s Segment) Inner() *Covered {
	for i := len(s.Marks) - 1; i >= 0; i-- {
		switch s.Marks[i].Kind {
		case KindHole, KindCopied, KindHit:
		default:
			return &s.Marks[i]
		}
	}
	return nil
}

// Split cuts a stretch of text where its marks begin and end. The segments in order
// give the stretch again, byte by byte; each lists its marks from the outermost to
// the innermost. Marks that do not lie in the text are left out; those that reach
// beyond the stretch are clipped to it.
func Split(text string, within stemma.Span, marks []Mark, selected stemma.ID) []Segment {
	if within.Start < 0 || within.End > len(text) || within.Empty() {
		return nil
	}
	var inside []Mark
	cuts := []int{within.Start, within.End}
	for _, m := range marks {
		if m.Span.Start < 0 || m.Span.End > len(text) || m.Span.Empty() || !m.Span.Meets(within) {
			continue
		}
		inside = append(inside, m)
		cuts = append(cuts, max(m.Span.Start, within.Start), min(m.Span.End, within.End))
	}
	slices.SortFunc(inside, compareMarks)
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	segments := make([]Segment, 0, len(cuts)-1)
	var open []Mark
	for i := 0; i+1 < len(cuts); i++ {
		at := stemma.Span{Start: cuts[i], End: cuts[i+1]}
		open = slices.DeleteFunc(open, func(m Mark) bool { return m.Span.End <= at.Start })
		for len(inside) > 0 && inside[0].Span.Start <= at.Start {
			if inside[0].Span.End > at.Start {
				open = append(open, inside[0])
			}
			inside = inside[1:]
		}
		segments = append(segments, Segment{Text: at.Of(text), Start: at.Start, Marks: cover(open, at, selected)})
	}
	return segments
}

// cover says how the open marks cover a segment.
func cover(open []Mark, at stemma.Span, selected stemma.ID) []Covered {
	var list []Covered
	for _, m := range open {
		list = append(list, Covered{
			ID: m.ID, Kind: m.Kind, Label: m.Label,
			First: m.Span.Start == at.Start, Last: m.Span.End == at.End,
			Selected: selected != "" && m.ID == selected, Rejected: m.Off,
		})
	}
	return list
}

// compareMarks orders marks by start, the longer first, then by layer, then by ID.
func compareMarks(a, b Mark) int {
	return cmp.Or(
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(b.Span.End, a.Span.End),
		cmp.Compare(slices.Index(layers, a.Kind), slices.Index(layers, b.Kind)),
		cmp.Compare(a.ID, b.ID),
	)
}
