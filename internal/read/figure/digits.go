package figure

import (
	"strconv"
	"strings"

	"stemma/internal/text"
	"stemma/lang"
)

// digits reads a number written in digits. A sign between digits separates groups of
// three where the language uses it so and three digits follow it; the last sign is the
// decimal one otherwise. ok is false for what is no plain number: ordinals, decades,
// version and address numbers (“1.2.3”), telephone numbers.
func (k *knowledge) digits(s string) (value float64, ok bool) {
	end := len(s)
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && c != '.' && c != ',' {
			if strings.HasPrefix(s[i:], "\u202f") || strings.HasPrefix(s[i:], "\u2009") {
				return k.digits(strings.NewReplacer("\u202f", "", "\u2009", "").Replace(s))
			}
			return 0, false
		}
	}
	if end > 18 || end > 1 && s[0] == '0' && s[1] != '.' && s[1] != ',' { // “0815” is a time or a code
		return 0, false
	}
	dots, commas := strings.Count(s, "."), strings.Count(s, ",")
	decimal := -1
	switch {
	case dots > 0 && commas > 0:
		decimal = max(strings.LastIndexByte(s, '.'), strings.LastIndexByte(s, ','))
		if strings.Count(s, s[decimal:decimal+1]) > 1 {
			return 0, false
		}
	case dots+commas == 1:
		at := strings.IndexAny(s, ".,")
		if len(s)-at-1 != 3 || at > 3 || at == 0 || s[0] == '0' || k.word(s[at:at+1]).sort != groups {
			decimal = at
		}
	}
	whole, fraction := s, ""
	if decimal >= 0 {
		whole, fraction = s[:decimal], s[decimal+1:]
	}
	if !grouped(whole) {
		return 0, false
	}
	for i := range len(whole) {
		if c := whole[i]; c != '.' && c != ',' {
			value = value*10 + float64(c-'0')
		}
	}
	over := 1.0
	for i := range len(fraction) {
		value = value*10 + float64(fraction[i]-'0')
		over *= 10
	}
	return value / over, true
}

// grouped reports whether signs separate groups of three digits only.
func grouped(s string) bool {
	run, groups := 0, 0
	for i := range len(s) {
		if s[i] != '.' && s[i] != ',' {
			run++
			continue
		}
		if run == 0 || (groups > 0 && run != 3) || run > 3 {
			return false
		}
		run, groups = 0, groups+1
	}
	return groups == 0 || run == 3
}

func (f *finder) inDigits(i, end int) *count { return f.digitsAt(i, end, f.d.Tokens[i].Norm) }

// glued reads a sum whose sign is one word with its digits: “Q463 millones”.
func (f *finder) glued(i, end int) *count {
	norm := f.d.Tokens[i].Norm
	at := strings.IndexAny(norm, "0123456789")
	if at < 1 || at > 3 {
		return nil
	}
	value, ok := f.k.units.Value(norm[:at])
	if !ok || kindOf(value) != "money" {
		return nil
	}
	c := f.digitsAt(i, end, norm[at:])
	if c != nil {
		c.kind, c.unit = money, value
	}
	return c
}

// digitsAt reads a number from digits that stand in token i, and the words behind it
// that multiply it.
func (f *finder) digitsAt(i, end int, digits string) *count {
	v, ok := f.k.digits(digits)
	if !ok {
		return nil
	}
	first := i
	if f.spaced(i, end) { // “1 284”
		rest, _ := f.k.digits(f.d.Norm(i + 1))
		v, i = 1000*v+rest, i+1
	}
	v, i = f.fractional(v, i, end)
	sum := tally{tail: v, some: true, added: true, last: v}
	next := i + 1
	for next < end {
		j := next
		if f.glue(j) {
			j++
		}
		w := f.wordAt(j)
		if w.sort == times && (w.value >= 1000 || w.value == 12 || w.value == 100) && sum.times(w.value) {
			next = j + 1
			continue
		}
		if f.k.aloneThousand() && f.d.Tokens[j].Kind == text.Number && !sum.added && sum.thousands > 0 { // “1 mil 800”
			if v, ok := f.k.digits(f.d.Norm(j)); ok && v >= 100 && v < 1000 && sum.add(v) {
				next = j + 1
				continue
			}
		}
		if f.d.Tokens[j].Kind == text.Number && sum.millions > 0 && sum.tail == 0 && f.wordAt(j+1).sort == times {
			if v, ok := f.k.digits(f.d.Norm(j)); ok && v < 1000 && sum.add(v) {
				next = j + 1
				continue
			}
		}
		break
	}
	return &count{first: first, end: next, span: f.d.Span(first, next), value: number(sum.value()), op: "=", plain: digits}
}

// fractional adds to a number what is glued to the digits at token i: “12½”, and the
// raised point of “68·9”, in Spanish the apostrophe of “68’9”. It gives the last token of the number.
func (f *finder) fractional(v float64, i, end int) (float64, int) {
	t := f.d.Tokens
	if i+1 >= end || !t[i+1].Glued {
		return v, i
	}
	switch w := f.k.word(lang.Fold(t[i+1].Norm)); {
	case w.sort == part && t[i+1].Kind != text.Word:
		return v + w.value, i + 1
	case w.sort == point && i+2 < end && t[i+2].Glued && plainDigits(t[i+2].Norm) && len(t[i+2].Norm) <= 2:
		fraction, _ := strconv.ParseFloat("0."+t[i+2].Norm, 64)
		return v + fraction, i + 2
	}
	return v, i
}

// spaced reports whether the digits at token i are thousands, set off from the three
// digits behind them by a space, as some papers write where a sign for it is in use.
func (f *finder) spaced(i, end int) bool {
	if !f.k.aloneThousand() || i+1 >= end || f.d.Tokens[i].Kind != text.Number || f.d.Tokens[i+1].Kind != text.Number {
		return false
	}
	a, b := f.d.Tokens[i], f.d.Tokens[i+1]
	return len(a.Norm) <= 3 && len(b.Norm) == 3 && !b.Glued && b.Span.Start-a.Span.End <= 2 && plainDigits(a.Norm) && plainDigits(b.Norm) && a.Norm[0] != '0' &&
		!(i > 0 && (f.d.Has(f.k.months, i-1) || f.d.Has(f.k.weekdays, i-1)))
}

// plainDigits reports whether a word has digits only.
func plainDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
