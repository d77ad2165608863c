package quote

import (
	"strings"

	"stemma"
)

// passOn gives quotations that stand within what someone else is reported to say that one
// as who passed them on: “Renn said the bishop had told him that …”.
func (f *finder) passOn() {
	for i := range f.found {
		in := &f.found[i]
		if in.relayed != (stemma.Named{}) || in.kind == stemma.ScareQuote || in.speaker == (stemma.Named{}) {
			continue
		}
		size := 0
		for k := range f.found {
			out := &f.found[k]
			n := len(out.content)
			if k == i || out.kind != stemma.IndirectQuote || strings.HasSuffix(out.rule, "-thing") || // “rejected Ruiz's claim that …”
				n == 0 || out.speaker == (stemma.Named{}) || same(out.speaker, in.speaker) {
				continue
			}
			first, end := out.content[0].first, out.content[n-1].end
			within := first <= in.whole.first && in.whole.end <= end && first <= in.cue.first && in.cue.end <= end && end-first > in.whole.end-in.whole.first
			if within && (size == 0 || end-first < size) { // the nearest one around it
				in.relayed, size = out.speaker, end-first
			}
		}
	}
}

// same reports whether two speakers are one, by entity, by name or by place.
func same(a, b stemma.Named) bool {
	return a.Entity != "" && a.Entity == b.Entity || a.Name != "" && a.Name == b.Name || !a.Span.Empty() && a.Span == b.Span
}
