package figure

import (
	"slices"

	"stemma"
	"stemma/internal/text"
)

// asking is a place where a text speaks of a poll.
type asking struct {
	sentence int
	by       stemma.Named // who took it; only words where the text does not say
	opens    bool         // it is told of for the first time: “a survey”
}

// askings are the places where a text speaks of polls, in order.
type askings []asking

// of gives who took the poll that a count is an answer of: the last one that was told of, in the
// sentence or before it. “The survey” is the one before; of a poll that nobody is named for, it gives
// the words. Where no poll stands before, it is the text's only one.
func (a askings) of(c *count) stemma.Named {
	var words, only stemma.Named
	for i := len(a) - 1; i >= 0; i-- {
		if p := &a[i]; p.by.Name != "" && (only == stemma.Named{} || only.Name == p.by.Name) {
			only = p.by
		} else if p.by.Name != "" {
			only = stemma.Named{}
			break
		}
	}
	for i := len(a) - 1; i >= 0; i-- {
		p := &a[i]
		switch {
		case p.sentence > c.sentence:
			continue
		case c.sentence-p.sentence > pollReach:
			return words
		case p.by.Name != "":
			return p.by
		}
		if words == (stemma.Named{}) {
			words = p.by
		}
		if p.opens {
			if slices.ContainsFunc(a[:i], func(p asking) bool { return p.by.Name != "" }) {
				return words // another one
			}
			break
		}
	}
	if only != (stemma.Named{}) {
		return only
	}
	return words
}

// pollReach is how many sentences behind the last word of a poll its answers may stand.
const pollReach = 8

// pollsTold finds where a text speaks of polls, and who took them.
func (f *finder) pollsTold() (out askings) {
	for n, s := range f.d.Sentences {
		if s.Hole {
			continue
		}
		for i := s.First; i < s.End; i++ {
			if v, _ := f.d.Value(f.k.stance, i); !holds(v, "poll") || holds(v, "asked") {
				continue
			}
			first := i
			for first > s.First && first > i-4 && f.d.Tokens[first-1].Kind == text.Word && !f.is(first, "det") && !f.is(first, "a") && (!f.is(first-1, "stop") || f.is(first-1, "a")) {
				first--
			}
			p := asking{sentence: n, opens: first < i && !f.is(first, "det")} // “another survey”
			if m := f.houseOf(i, s); m != nil {
				p.by = named(m)
			} else if by := f.strangeHouse(i, s.First); by != (stemma.Named{}) {
				p.by = by
			} else if (f.is(first, "det") || p.opens) && !f.plural(f.d.Norm(i)) { // not “they went to the polls”
				p.by = stemma.Named{Span: f.d.Span(first, i+1)}
			}
			out = append(out, p)
		}
	}
	return out
}

// houseOf gives the body that a poll is named for, nil for none: “an Arlen poll”, “Arlen's survey”, “a
// survey that was made for the Courier by Arlen”, “una encuesta de Arlen”.
func (f *finder) houseOf(i int, s text.Sentence) *stemma.Mention {
	at := i - 1
	for at > s.First && at > i-3 && f.nameAt(at) == nil && f.d.Tokens[at].Kind == text.Word && f.d.Norm(at) != possessive && !f.is(at, "stop") {
		at--
	}
	if at > s.First && f.d.Norm(at) == possessive {
		at--
	}
	if m := f.nameAt(max(at, s.First)); m != nil && m.Type == stemma.Organisation && !f.k.subjectBehind && at < i && at >= s.First {
		return m
	}
	agent := 0
	for j := i + 1; j < s.End && j < i+14; j++ {
		switch f.d.Norm(j) {
		case ";", ":", ".":
			return nil
		}
		if f.is(j, "agent") {
			agent = j
		}
		m := f.nameAt(j)
		if m == nil || m.Type != stemma.Organisation {
			continue
		}
		before := f.d.TokenAt(m.Span.Start) - 1
		if f.is(before, "det") && !f.is(before, "of") && !f.is(before, "loc") {
			before--
		}
		if agent > 0 && j-agent < 7 || f.is(before, "of") && before <= i+2 || f.k.subjectBehind && (before == i || f.is(before, "loc") && before <= i+2) {
			return m
		}
	}
	return nil
}

// strangeHouse reads a word with a capital that no name covers, before a word for a poll: “the Orvex
// poll”.
func (f *finder) strangeHouse(i, first int) stemma.Named {
	t := &f.d.Tokens[max(i-1, 0)]
	if i-2 < first || f.k.subjectBehind || t.Kind != text.Word || t.Case == text.Lower || f.d.Tokens[i].Case != text.Lower || f.nameAt(i-1) != nil ||
		f.timeAt(i-1) || f.d.Has(f.k.demonyms, i-1) || f.d.Has(f.k.stance, i-1) || !f.is(i-2, "det") && !f.is(i-2, "a") {
		return stemma.Named{}
	}
	span := f.d.Span(i-1, i)
	return stemma.Named{Span: span, Name: span.Of(f.d.Text)}
}
