package event

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// speaker gives who says what the sentence says, outside quotation marks: the party
// beside a verb of saying (“police said”, “dijo la policía”), or behind “according to”.
func (f *finder) speaker() stemma.Named {
	for i := f.s.First; i < f.s.End; {
		n, v := f.d.Longest(f.k.speech, i, f.s.End)
		if n == 0 || f.actAt(i) || f.quotes(i) || f.d.Tokens[i].Kind != text.Word {
			i++
			continue
		}
		source := lang.Flag(v, "source")
		if source || lang.Flag(v, "that") && lang.Flag(v, "past") && !lang.Flag(v, "noun") {
			if p := f.partiesFrom(i + n); p != nil && !f.counts(p[0].first) && (source || f.closes(p[len(p)-1].end)) {
				return p[0].named
			}
			if source {
				return f.source(i + n)
			}
			if p := f.ending(i); p != nil && !source && !f.governed(p[0].first) && !f.targeted(p[0], len(f.acts)) {
				return p[0].named
			}
		}
		i += n
	}
	return stemma.Named{}
}

// quotes reports whether a quotation ends right before the token: what a verb there says is
// the quotation, and not the rest of the sentence.
func (f *finder) quotes(i int) bool {
	if f.d.Norm(i-1) == "," {
		i--
	}
	return i > f.s.First && f.d.Tokens[i-1].Kind == text.Mark
}

// source gives the phrase at the token as it stands: “the hospital of Ostrel”.
func (f *finder) source(first int) stemma.Named {
	end := first
	for i := first; i < f.s.End && i < first+8; i++ {
		switch {
		case f.d.Tokens[i].Kind == text.Word && !f.smallWord(i) && !f.timeAt(i):
			end = i + 1
		case f.is(i, "det"), f.is(i, "of"):
		default:
			i = f.s.End
		}
	}
	if end == first {
		return stemma.Named{}
	}
	span := f.d.Span(first, end)
	return stemma.Named{Span: span, Name: span.Of(f.d.Text)}
}

// closes reports whether a clause ends before the token.
func (f *finder) closes(i int) bool {
	return i >= f.s.End || f.d.Tokens[i].Kind == text.Punct || f.is(i, "relative") || f.is(i, "prep") || f.timeAt(i)
}

// opens reports whether the quotation mark at the token opens a quotation: by its form, by
// what is expected of one that looks the same on both sides, and not where it stands for
// the other one, before a comma.
func (f *finder) opens(i int) bool {
	t := &f.d.Tokens[i]
	switch t.Span.Of(f.d.Text) {
	case "“", "«", "„":
		return !f.quoted || i+1 >= f.s.End || f.d.Tokens[i+1].Kind != text.Punct
	case "”", "»":
		return false
	}
	return !f.quoted
}

// closesLater reports whether the quotation that is open has a mark behind it in the
// paragraph; one that is never closed ends with its sentence.
func (f *finder) closesLater() bool {
	if f.closing >= f.s.First {
		return true // it was found for a sentence before
	}
	for i := f.s.First; i < len(f.d.Tokens); i++ {
		if i >= f.s.End && f.d.Sentences[f.d.SentenceOf(i)].Paragraph != f.s.Paragraph {
			return false
		}
		if f.d.Tokens[i].Kind == text.Mark && f.d.Norm(i) == `"` {
			f.closing = i
			return true
		}
	}
	return false
}
