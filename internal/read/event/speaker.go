package event

import (
	"stemma"
	"stemma/internal/text"
)

// speaker gives who says what the sentence says, outside quotation marks: the party
// beside a verb of saying (“police said”, “dijo la policía”), or behind “according to”.
func (f *finder) speaker() stemma.Named {
	for i := f.s.First; i < f.s.End; {
		n, v := f.d.Longest(f.k.speech, i, f.s.End)
		if n == 0 || f.actAt(i) || f.d.Tokens[i].Kind != text.Word {
			i++
			continue
		}
		source := has(v, "source")
		if source || has(v, "that") && has(v, "past") && !has(v, "noun") {
			if p := f.partiesFrom(i + n); p != nil && (source || f.closes(p[len(p)-1].end)) {
				return p[0].named
			}
			if p := f.ending(i); p != nil && !source && !f.governed(p[0].first) {
				return p[0].named
			}
		}
		i += n
	}
	return stemma.Named{}
}

// closes reports whether a clause ends before the token.
func (f *finder) closes(i int) bool {
	return i >= f.s.End || f.d.Tokens[i].Kind == text.Punct || f.is(i, "relative") || f.is(i, "prep") || f.timeAt(i)
}
