package event

import (
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// matter gives the words behind the verb that say what is decided, demanded, announced:
// up to the next sign, time or turn of the sentence (“but …”, “and said”), at most 24
// words. A few words in quotation marks belong to them.
func (f *finder) matter(a *act) stemma.Named {
	for i := a.first + 1; i < a.end; i++ { // “declared a state of emergency”
		if n, v := f.d.Longest(f.k.acts, i, a.end); n > 0 && lang.Flag(v, "object") {
			span := f.d.Span(i, i+n)
			return stemma.Named{Span: span, Name: span.Of(f.d.Text)}
		}
	}
	from := a.end
	for _, list := range [][]when{f.whens, f.spans} {
		for i := range list {
			if w := &list[i]; w.first == from || w.first == from+1 && (f.is(from, "prep") || f.is(from, "det")) {
				from = w.end // “extended on Monday until 22 April the curfew”
			}
		}
	}
	from = f.pastAsked(from)
	if (a.voice == "passive" || a.voice == "reduced") && (f.is(from, "by") || f.is(from, "prep")) {
		return stemma.Named{}
	}
	end := f.matterEnd(from)
	if later := f.behindTime(a, end); later > 0 { // “urged the council on Monday to sell”
		from, end = later, f.matterEnd(later)
	}
	if end <= from {
		return stemma.Named{}
	}
	span := f.d.Span(from, end)
	return stemma.Named{Span: span, Name: span.Of(f.d.Text)}
}

// matterEnd gives the token behind what is decided, demanded, announced, which begins at
// the token: 24 words on at most, and behind no small word.
func (f *finder) matterEnd(from int) int {
	end := from
	for end < f.s.End && end < from+24 && !f.matterEnds(end) {
		end = max(end+1, f.marked(end))
	}
	for end > from && f.smallWord(end-1) {
		end--
	}
	return end
}

// behindTime gives the token behind a time at the token, when nothing but whom the act is
// aimed at stands before it; 0 otherwise.
func (f *finder) behindTime(a *act, end int) int {
	if len(a.targets) == 0 || a.targets[len(a.targets)-1].end != end {
		return 0
	}
	for i := range f.whens {
		if w := &f.whens[i]; w.first == end || w.first == end+1 && f.is(end, "prep") {
			return w.end
		}
	}
	return 0
}

// matterEnds reports whether what is decided, demanded, announced ends before the token.
func (f *finder) matterEnds(i int) bool {
	t := &f.d.Tokens[i]
	switch {
	case t.Kind == text.Mark:
		return f.marked(i) == 0
	case t.Kind == text.Punct:
		r, _ := utf8.DecodeRuneInString(t.Norm)
		return t.Norm != "-" && t.Norm != "%" && !unicode.Is(unicode.Sc, r)
	case f.is(i, "by"), f.is(i, "with"): // “… by 61 votes to 30”
		return f.counts(i + 1)
	case f.is(i, "and"):
		return f.verbAt(i+1) || f.is(i+1, "be") || f.is(i+1, "have") || f.d.Has(f.k.speech, i+1)
	}
	return f.is(i, "turn") || f.timeAt(i) || f.lasts(i)
}

// marked gives the token behind a few words in quotation marks that open at the token; 0
// when none do.
func (f *finder) marked(i int) int {
	if f.d.Tokens[i].Kind != text.Mark || i+1 >= f.s.End || f.d.Tokens[i].Glued || !f.d.Tokens[i+1].Glued {
		return 0
	}
	for j := i + 2; j < f.s.End && j < i+6; j++ {
		if t := &f.d.Tokens[j]; t.Kind == text.Mark {
			return j + 1
		} else if t.Kind != text.Word {
			return 0
		}
	}
	return 0
}
