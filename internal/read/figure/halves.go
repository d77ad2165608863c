package figure

import (
	"math"
	"strings"

	"stemma/internal/text"
)

// degree reports whether a part of something unsaid tells how much something changed:
// “fell by half”, “a third down on last year”.
func (f *finder) degree(first, next, end int) bool {
	if next < end && f.d.Tokens[next].Kind == text.Word && !f.is(next, "stop") && !f.is(next, "and") {
		return f.is(next, "degree")
	}
	if first > 0 && f.is(first-1, "det") {
		first-- // “a la mitad”
	}
	return first > 1 && f.is(first-1, "by") || next < end && f.is(next, "degree")
}

// ofPoint reports whether “of a percentage point” stands at a token: what is before it is no share.
func (f *finder) ofPoint(at, end int) bool {
	if f.is(at, "of") {
		at++
	}
	if at >= end || f.wordAt(at).sort != article {
		return false
	}
	n, value := f.d.Longest(f.k.things, at+1, end)
	return n > 0 && kindOf(value) == "points"
}

// hyphenedPart reads “two-thirds”; 0 for other words.
func (f *finder) hyphenedPart(norm string) float64 {
	up, down, ok := strings.Cut(norm, "-")
	if !ok {
		return 0
	}
	a, b := f.k.word(up), f.k.word(down)
	if a.sort != adds || b.sort != part || a.value*b.value >= 1 {
		return 0
	}
	return a.value * b.value
}

// part reads “half a million”, “two thirds of …”, “two and a half”.
func (f *finder) part(i, at, end int, sum tally, one bool, w numberWord) *count {
	if i == at && i > 0 && (f.d.Has(f.k.ordinals, i-1) || f.is(i-1, "which")) || f.ofPoint(at+1, end) {
		return nil // “the second half of September”, “the bottom half of the table”
	}
	next, share := at+1, w.value
	if sum.some && one || sum.some && at > i && f.wordAt(at-1).sort == article { // “two and a half”
		return &count{first: i, end: next, span: f.d.Span(i, next), value: number(sum.value() + share), op: "="}
	}
	if !sum.some && share == 0.5 && next < end {
		j := next
		if f.wordAt(j).sort == article {
			j++
		}
		if w := f.wordAt(j); w.sort == times && j < end {
			return &count{first: i, end: j + 1, span: f.d.Span(i, j+1), value: number(share * w.value), op: "="}
		}
	}
	if w.bound || next > end || !f.is(next, "of") && !(share == 0.5 && f.is(next, "det")) && !f.degree(i, next, end) || !(sum.some || one || share == 0.5) {
		return nil
	}
	v := share
	if sum.some {
		v *= sum.value()
	}
	if v > 1 {
		return nil
	}
	return &count{first: i, end: next, span: f.d.Span(i, next), value: number(hundredth(100 * v)), op: "=", kind: percent}
}

// hundredth rounds the percentage that a fraction is to two decimals: a third is 33.33.
func hundredth(percent float64) float64 { return math.Round(percent*100) / 100 }

// unitAndHalf reads “kilo y medio”, where the language leaves out the one.
func (f *finder) unitAndHalf(i, end int) *count {
	if i+2 >= end || !f.k.aloneThousand() || f.wordAt(i+1).sort != joins {
		return nil
	}
	class, ok := f.d.Value(f.k.units, i)
	if w := f.wordAt(i + 2); !ok || kindOf(class) == "money" || w.sort != part || w.value != 0.5 {
		return nil
	}
	if i > 0 && f.d.Tokens[i-1].Kind == text.Number {
		return nil
	}
	if w := f.wordAt(i - 1); w.sort == adds || w.sort == times {
		return nil // “dos años y medio”
	}
	return &count{first: i, end: i + 3, span: f.d.Span(i, i+3), value: number(1.5), op: "=", inner: f.d.Norm(i)}
}
