package figure

import (
	"math"
	"strings"

	"stemma"
	"stemma/internal/text"
)

// tally adds up the words of a number, as they are said: “two million three hundred
// and five thousand” is 2×10⁶ + 305×10³.
type tally struct {
	millions, thousands, tail float64
	some, added               bool    // anything was read; the last word was added
	last                      float64 // the last word's value
}

func (t *tally) value() float64 { return t.millions + t.thousands + t.tail }

// scale gives what the last word multiplies by, where it is a thousand or more.
func (t *tally) scale() float64 {
	if t.added || t.last < 1000 {
		return 0
	}
	return t.last
}

// add takes in a number from 0 to 999; false when it cannot stand here.
func (t *tally) add(v float64) bool {
	switch {
	case !t.added && t.tail == 0:
	case v < 10 && v > 0 && t.added && t.last >= 20 && t.last < 100 && int(t.tail)%10 == 0:
	case v < 100 && v > 0 && t.tail >= 100 && int(t.tail)%100 == 0:
	default:
		return false
	}
	t.tail += v
	t.some, t.added, t.last = true, true, v
	return true
}

// times takes in a multiplier; false when it cannot stand here.
func (t *tally) times(x float64) bool {
	switch {
	case x < 1000:
		if t.tail == 0 {
			return false
		}
		t.tail = scaled(t.tail, x)
	case x < 1e6:
		if t.thousands > 0 {
			return false
		}
		t.thousands, t.tail = scaled(max(t.tail, 1), x), 0
	default:
		if t.thousands+t.tail == 0 || t.millions > 0 && t.millions < x {
			return false
		}
		t.millions += scaled(t.thousands+t.tail, x)
		t.thousands, t.tail = 0, 0
	}
	t.some, t.added, t.last = true, false, x
	return true
}

// scaled multiplies, and takes off what binary fractions leave behind: 4.1 billion is
// 4100000000.
func scaled(v, x float64) float64 {
	if x < 1000 {
		return v * x
	}
	return math.Round(v*x*100) / 100
}

// number reads the number that begins at token i, in digits or words; nil when none
// does.
func (f *finder) number(i, end int) *count {
	t := &f.d.Tokens[i]
	switch t.Kind {
	case text.Number:
		return f.inDigits(i, end)
	case text.Word:
		if c := f.unitAndHalf(i, end); c != nil {
			return c
		}
		if last := t.Norm[len(t.Norm)-1]; last >= '0' && last <= '9' {
			return f.glued(i, end)
		}
		if f.k.numbers.Begin(t.Known) != nil || strings.IndexByte(t.Norm, '-') > 0 {
			return f.inWords(i, end)
		}
	}
	return nil
}

// inWords reads a number written in words.
func (f *finder) inWords(i, end int) *count {
	if n, value := f.d.Longest(f.k.numbers, i, end); n > 0 {
		if w := parseNumberWord(value); w.sort == vague && (!w.bound || f.is(i+n, "of") && i+n+1 < end && f.d.Tokens[i+n+1].Kind == text.Word) {
			return &count{first: i, end: i + n, span: f.d.Span(i, i+n), min: number(w.value), op: "vague"}
		}
	}
	if w := f.wordAt(i); w.alone > 0 && i+2 < end && f.is(i+1, "of") && f.d.Tokens[i+2].Kind == text.Word {
		return &count{first: i, end: i + 1, span: f.d.Tokens[i].Span, min: number(w.alone), op: "vague"}
	}
	sum, next, inner := tally{}, i, ""
	span := stemma.Span{}
	one := false // an article that stands for one, not yet used
	for next < end && f.d.Tokens[next].Kind == text.Word {
		norm := f.d.Tokens[next].Norm
		w := f.wordAt(next)
		if w.sort == times && w.bound && !(f.is(next+1, "of") && next+2 < end && f.d.Tokens[next+2].Kind == text.Word) {
			goto done // “a score of 75”
		}
		switch {
		case w.sort == article && next == i:
			one = true
			next++
			continue
		case w.sort == adds && !one && sum.add(w.value):
		case w.sort == times && (one && sum.add(1) || sum.some || w.value == 1000 && f.k.aloneThousand()) && sum.times(w.value):
			one = false
		case w.sort == times && next == i && w.value <= 1000 && f.theBefore(i) && sum.add(1) && sum.times(w.value):
		case w.sort == vague && !w.bound && sum.some && !one && sum.added && sum.times(w.value/2): // “dos centenares”: the bound of the plural is two
		case w.sort == joins && sum.some && f.joins(&sum, next+1, end, w.value):
			next++
			continue
		case w.sort == part:
			return f.part(i, next, end, sum, one, w)
		case w.sort == 0 && !one && !sum.some && f.hyphenedPart(norm) > 0:
			return f.part(i, next, end, sum, true, numberWord{sort: part, value: f.hyphenedPart(norm)})
		case w.sort == 0 && !one && strings.IndexByte(norm, '-') > 0:
			used, rest, ok := f.hyphened(&sum, norm)
			if ok {
				span = spanTo(f.d.Tokens[next], used)
				if rest != "" && !asciiPrefix(norm, used) {
					span = f.d.Tokens[next].Span
				}
				inner = rest
				next++
				if rest == "" {
					continue
				}
			}
			if !ok || rest != "" {
				goto done
			}
		default:
			goto done
		}
		span = f.d.Tokens[next].Span
		next++
	}
done:
	if !sum.some || one {
		return nil
	}
	if f.hundredsBehind(&sum, next, end) { // “mil 200”
		span = f.d.Tokens[next].Span
		next++
	}
	span.Start = f.d.Tokens[i].Span.Start
	return &count{first: i, end: next, span: span, value: number(sum.value()), op: "=", inner: inner, scaled: sum.scale()}
}

// theBefore reports whether an article before a word makes a number of it: “the dozen
// jets”, “más del centenar”.
func (f *finder) theBefore(i int) bool {
	if i == 0 {
		return false
	}
	value, ok := f.d.Value(f.k.bounds, i-1)
	return ok && value == "even before" && (f.is(i-1, "det") || f.is(i-1, "the"))
}

// hundredsBehind adds the three digits at a token to a “thousand” in words before them.
func (f *finder) hundredsBehind(sum *tally, next, end int) bool {
	if !f.k.aloneThousand() || sum.last != 1000 || sum.tail != 0 || next >= end || f.d.Tokens[next].Kind != text.Number || f.d.Tokens[next].Glued {
		return false
	}
	norm := f.d.Norm(next)
	if len(norm) != 3 || !plainDigits(norm) || norm[0] == '0' {
		return false
	}
	v, _ := f.k.digits(norm)
	return sum.add(v)
}

// aloneThousand reports whether the language says “thousand” for one thousand.
func (k *knowledge) aloneThousand() bool {
	return k.word(",").sort == groups && k.word(".").sort == groups
}

// joins reports whether “and” at this point is part of the number, since a smaller
// number follows. below is the least round number it may follow.
func (f *finder) joins(sum *tally, next, end int, below float64) bool {
	if next >= end {
		return false
	}
	w := f.wordAt(next)
	if w.sort == article && next+1 < end && f.wordAt(next+1).sort == part {
		return true
	}
	if below >= 100 && !(sum.tail == 0 || int(sum.tail)%100 == 0) {
		return false
	}
	trial := *sum
	if w.sort == adds {
		return trial.add(w.value) && (below < 100 || w.value < 100 && (sum.tail >= 100 || sum.thousands > 0))
	}
	_, rest, ok := f.hyphened(&trial, f.d.Norm(next))
	return ok && rest == "" && below >= 100
}

// hyphened reads “twenty-seven”, “five-year”: the bytes of the number in it, and what
// follows the hyphen behind it.
func (f *finder) hyphened(sum *tally, norm string) (used int, rest string, ok bool) {
	at := 0
	for at < len(norm) {
		part, _, more := strings.Cut(norm[at:], "-")
		w := f.k.word(part)
		if !(w.sort == adds && sum.add(w.value) || w.sort == times && sum.some && sum.times(w.value)) {
			return used, norm[at:], ok
		}
		used, ok = at+len(part), true
		at = used
		if more {
			at++
		}
	}
	return used, "", ok
}
