package figure

import (
	"stemma"
	"stemma/internal/text"
)

// pollster reports whether a word is one for a poll.
func (k *knowledge) pollster(norm string) bool {
	value, _ := k.stance.Value(norm)
	return holds(value, "poll")
}

// headOf gives the first word of a noun phrase that is no article.
func (f *finder) headOf(first, end int) int {
	for first < end-1 && (f.is(first, "det") || f.is(first, "a")) {
		first++
	}
	return first
}

// sourceAt reads the source that begins at a token: a name behind its titles, or a
// noun phrase. It gives the token behind it.
func (f *finder) sourceAt(k, end int, last stemma.Named) (stemma.Named, int) {
	i := k
	for j := k; j < end && j <= k+1; j++ {
		if f.is(j, "again") && j+1 < end && last != (stemma.Named{}) { // “the same source”
			return stemma.Named{Span: f.d.Span(k, j+2), Name: last.Name, Entity: last.Entity}, j + 2
		}
	}
	for i < end && i-k < 10 && f.d.Tokens[i].Kind == text.Word {
		if m := f.nameAt(i); m != nil && m.Type != stemma.Place {
			past := f.d.TokenAt(m.Span.End)
			if m.Type == stemma.Organisation && past < end && f.d.Tokens[past].Case == text.Lower && (f.d.Has(f.k.titles, past) || f.d.Has(f.k.people, past)) {
				i = past // “a Harbour Board lawyer, Ana Ruiz”
				continue
			}
			if who := f.nameAt(past + 1); m.Type == stemma.Organisation && i > k && past+1 < end && f.d.Norm(past) == "," && who != nil && who.Type == stemma.Person && f.d.Has(f.k.titles, f.headOf(k, i)) {
				return named(who), f.d.TokenAt(who.Span.End) // “the head of the Harbour Board, Ana Ruiz”
			}
			return named(m), past
		}
		if f.is(i, "stop") && !f.is(i, "a") && i > k && !f.is(i, "loc") {
			break
		}
		i++
	}
	if i == k {
		return stemma.Named{}, k
	}
	span := f.d.Span(k, i)
	if who := f.apposition(i); who != nil && i < end && (f.d.Has(f.k.titles, f.headOf(k, i)) || f.d.Has(f.k.titles, i-1) || f.d.Has(f.k.people, i-1)) {
		return named(who), f.d.TokenAt(who.Span.End) // “the director of the office, Ana Ruiz,”
	}
	if who := f.apposition(i); who != nil && f.k.subjectBehind && f.is(k, "det") {
		return named(who), f.d.TokenAt(who.Span.End) // “confirmó el guarda de Tessa, Ana Ruiz.”
	}
	if f.k.pollster(f.d.Norm(i - 1)) { // “a poll by the institute”
		for j := i; j < end && j < i+3; j++ {
			if m := f.nameAt(j); m != nil && m.Type != stemma.Place {
				return named(m), f.d.TokenAt(m.Span.End)
			}
		}
	}
	if m := f.bodyBefore(f.d.Tokens[k].Span.Start, f.d.Norm(i-1)); m != nil && f.is(k, "det") && i-k <= 3 {
		return stemma.Named{Span: span, Name: m.Name, Entity: m.Entity}, i
	}
	return stemma.Named{Span: span}, i
}

// pollOf gives the word for a poll whose people a phrase names that begins at the token; 0 for
// none: “a poll of 1,200 adults”.
func (f *finder) pollOf(at, first int) int {
	j := at - 1
	for j > first && (f.d.Tokens[j].Kind == text.Number || f.is(j, "det")) {
		j--
	}
	if j < at-1 && j > first && !f.is(j, "of") && f.is(j-1, "of") {
		j-- // “of some 900 voters”
	}
	if j > first && f.is(j, "of") && f.k.pollster(f.d.Norm(j-1)) {
		return j - 1
	}
	return 0
}
