package figure

import (
	"math"
	"strconv"
	"strings"

	"stemma/internal/text"
)

// signed reads the number at token i, with a currency sign before it.
func (f *finder) signed(i, end int) *count {
	t := &f.d.Tokens[i]
	if n, value := f.d.Longest(f.k.units, i, end); n > 0 && kindOf(value) == "money" && i+n < end && (f.isSign(i+n-1) || n > 1 && f.signIn(i, i+n)) {
		if c := f.number(i+n, end); c != nil {
			c.first, c.kind, c.unit = i, money, value
			c.span.Start = t.Span.Start
			f.abbreviated(c, end)
			f.currency(c, end)
			return c
		}
		return nil
	}
	if c := f.ordinal(i, end); c != nil {
		return c
	}
	c := f.number(i, end)
	if c != nil {
		f.abbreviated(c, end)
		f.currency(c, end)
	}
	return c
}

// abbreviated takes in the “m” of “$5m”, “2m people”: millions of a currency or of
// people, and not metres.
func (f *finder) abbreviated(c *count, end int) {
	if c.end >= end || c.plain == "" || c.end != c.first+1 && c.kind != money || !f.d.Tokens[c.end].Glued {
		return
	}
	w := f.wordAt(c.end)
	if w.sort != gluedTimes {
		return
	}
	next := c.end + 1
	if c.kind != money {
		if next >= end {
			return
		}
		n, value := f.d.Longest(f.k.units, next, end)
		if m, _ := f.d.Longest(f.k.people, next, end); m == 0 && (n == 0 || kindOf(value) != "money") {
			return
		}
	}
	c.value = number(scaled(*c.value, w.value))
	c.span.End, c.end = f.d.Tokens[c.end].Span.End, next
}

// ordinal reads “second” and “number one”.
func (f *finder) ordinal(i, end int) *count {
	if value, ok := f.d.Value(f.k.ordinals, i); ok {
		v, _ := strconv.ParseFloat(value, 64)
		if w := f.wordAt(i); w.sort == part && i+1 < end && f.is(i+1, "of") {
			return nil // “a third of”
		}
		return &count{first: i, end: i + 1, span: f.d.Tokens[i].Span, value: number(v), op: "=", kind: ordinal}
	}
	if f.wordAt(i).sort == label && i+1 < end {
		if c := f.number(i+1, end); c != nil && c.value != nil && *c.value <= 3 {
			c.first, c.kind, c.unit = i, ordinal, "label"
			c.span.Start = f.d.Tokens[i].Span.Start
			return c
		}
	}
	return nil
}

// isSign reports whether the token is a currency's sign or code, and not its name.
func (f *finder) isSign(i int) bool {
	t := f.d.Tokens[i]
	return t.Kind == text.Punct || (t.Case == text.Upper && t.Span.Len() == 3) || t.Case == text.Title && t.Span.Len() == 2 || strings.HasSuffix(t.Norm, ".")
}

// signIn reports whether a sign stands among tokens that no space sets apart: “u$s”.
func (f *finder) signIn(first, end int) bool {
	sign := false
	for i := first; i < end; i++ {
		t := f.d.Tokens[i]
		if i > first && !t.Glued {
			return false
		}
		sign = sign || t.Norm == "$"
	}
	return sign
}

// currency takes in the name of a currency behind the number.
func (f *finder) currency(c *count, end int) {
	i := c.end
	if i < end && f.glue(i) && i+1 < end {
		i++
	}
	if i < end && f.is(i, "of") {
		i++
	}
	if i >= end {
		return
	}
	if n, value := f.d.Longest(f.k.units, i, end); n > 0 && kindOf(value) == "money" && f.d.Tokens[i+n-1].Case != text.Title && !f.signs(i+n, end) {
		c.end = i + n
		c.span.End = f.d.Tokens[c.end-1].Span.End
		if c.kind != money {
			c.kind, c.unit = money, value
			if codes, ok := strings.CutPrefix(value, "money hundredth"); ok && c.value != nil {
				c.value, c.unit = number(*c.value/100), "money"+codes // “18 cents”
			}
		}
	}
}

// signs reports whether the sign of a currency that ends before a token belongs to the number glued to
// it: “$24-$26”.
func (f *finder) signs(at, end int) bool {
	t := f.d.Tokens
	return at < end && t[at].Glued && t[at].Kind == text.Number && t[at-1].Kind == text.Punct
}

// fraction makes percentages of “60 %”, “six in ten”.
func (f *finder) fraction(c *count, end int) {
	if c.kind != plain || c.inner != "" || c.end >= end {
		return
	}
	n, value := f.d.Longest(f.k.numbers, c.end, end)
	if n == 0 && f.glue(c.end) && f.wordAt(c.end+1).sort == hundredths { // “a 40-percent cut”
		c.kind = percent
		c.end += 2
		return
	}
	if n == 0 {
		return
	}
	switch parseNumberWord(value).sort {
	case hundredths:
		c.kind = percent
		if f.d.Tokens[c.end].Kind == text.Punct {
			c.span.End = f.d.Tokens[c.end+n-1].Span.End
		}
		c.end += n
	case ratio:
		if c.value == nil || c.end+n >= end {
			return
		}
		of := f.number(c.end+n, end)
		one := *c.value == 1 && of != nil && of.value != nil && (unitWholes[*of.value] && *of.value >= 15 || oneOfMany(*of.value) && f.ends(of.end, end))
		if of == nil || of.value == nil || !wholes[*of.value] && !one || n == 1 && f.is(c.end, "of") && *of.value < 10 || *c.value >= *of.value || *c.value < 1 {
			return
		}
		c.kind, c.end, c.span.End = percent, of.end, of.span.End
		c.value = number(hundredth(100 * *c.value / *of.value))
	}
}

// ends reports whether no noun stands at a token: “one in 25, they say”.
func (f *finder) ends(i, end int) bool {
	return i >= end || f.d.Tokens[i].Kind != text.Word || f.is(i, "stop") || f.is(i, "of") || f.k.past(&f.d.Tokens[i])
}

// oneOfMany reports whether “one in so many” tells a share where no noun follows: “one in 13 of the cards”.
func oneOfMany(of float64) bool { return of >= 6 && of <= 1000 && of == math.Trunc(of) }

// unitWholes are those that one is told of before a noun too, beside wholes.
var unitWholes = map[float64]bool{15: true, 25: true, 30: true, 40: true, 50: true, 200: true, 500: true, 1000: true}

// wholes are the numbers that a share is told of: “two in three”, “six of ten”.
var wholes = map[float64]bool{3: true, 4: true, 5: true, 10: true, 20: true, 100: true}
