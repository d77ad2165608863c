package quote

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"stemma"
)

// report is what someone is reported to say, as far as others may stand within it.
type report struct {
	first, end int // tokens of its content
	furthest   int // the last end of it and of all reports that begin before it
	by         *finding
}

// passOn gives quotations that stand within what someone else is reported to say that one
// as who passed them on: “Renn said the bishop had told him that …”.
func (f *finder) passOn() {
	reports := f.reports()
	for i := range f.found {
		in := &f.found[i]
		if in.relayed != (stemma.Named{}) || in.kind == stemma.ScareQuote || in.speaker == (stemma.Named{}) {
			continue
		}
		first, end := min(in.whole.first, in.cue.first), max(in.whole.end, in.cue.end)
		size := 0
		for k := sort.Search(len(reports), func(k int) bool { return reports[k].first > first }) - 1; k >= 0 && reports[k].furthest >= end; k-- {
			out := &reports[k]
			n := out.end - out.first
			within := out.end >= end && n > in.whole.end-in.whole.first && !same(out.by.speaker, in.speaker)
			if within && (size == 0 || n <= size) { // the nearest one around it
				in.relayed, size = out.by.speaker, n
			}
		}
	}
}

// reports gives the reported speech whose speaker is known, by where it begins; not what is
// a thing to someone else (“rejected Ruiz's claim that …”), which passes nothing on.
func (f *finder) reports() []report {
	var out []report
	for i := range f.found {
		q := &f.found[i]
		if n := len(q.content); n > 0 && q.kind == stemma.IndirectQuote && q.speaker != (stemma.Named{}) && !strings.HasSuffix(q.rule, "-thing") {
			out = append(out, report{first: q.content[0].first, end: q.content[n-1].end, by: q})
		}
	}
	slices.SortStableFunc(out, func(a, b report) int { return cmp.Compare(a.first, b.first) })
	furthest := 0
	for i := range out {
		furthest = max(furthest, out[i].end)
		out[i].furthest = furthest
	}
	return out
}

// same reports whether two speakers are one, by entity, by name or by place.
func same(a, b stemma.Named) bool {
	return a.Entity != "" && a.Entity == b.Entity || a.Name != "" && a.Name == b.Name || !a.Span.Empty() && a.Span == b.Span
}
