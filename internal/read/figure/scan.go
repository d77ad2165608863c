package figure

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"stemma"
	"stemma/internal/text"
)

// scan finds the numbers between two tokens, with sign, per cent and range, in order.
func (f *finder) scan(first, end int) []*count {
	var found []*count
	for i := first; i < end; {
		c := f.signed(i, end)
		if c == nil || f.typeNumber(i, first) || f.articleAt(c, end) {
			i++
			continue
		}
		f.fraction(c, end)
		c.from = f.before(c, first)
		f.behind(c, end)
		i = c.end
		if n := len(found); n > 0 && f.ranges(found[n-1], c) {
			continue
		}
		found = append(found, c)
	}
	return found
}

// articleAt reports whether a one is the article of a number behind it: “un 30 %”.
func (f *finder) articleAt(c *count, end int) bool {
	return c.plain == "" && c.inner == "" && c.end < end && c.value != nil && *c.value == 1 &&
		f.d.Tokens[c.end].Kind == text.Number && !f.d.Tokens[c.end].Glued
}

// typeNumber reports whether the digits at token i belong to the word before them:
// “F-16”.
func (f *finder) typeNumber(i, first int) bool {
	t := f.d.Tokens
	return i-2 >= first && t[i].Kind == text.Number && t[i].Glued && t[i-1].Norm == "-" && t[i-1].Glued && t[i-2].Kind == text.Word
}

// signed reads the number at token i, with a currency sign before it.
func (f *finder) signed(i, end int) *count {
	t := &f.d.Tokens[i]
	if n, value := f.d.Longest(f.k.units, i, end); n > 0 && kindOf(value) == "money" && i+n < end && f.isSign(i+n-1) {
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
	w := f.k.word(f.d.Norm(c.end))
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
	norm := f.d.Tokens[i].Norm
	if value, ok := f.k.ordinals.Value(norm); ok {
		v, _ := strconv.ParseFloat(value, 64)
		if w := f.k.word(norm); w.sort == part && i+1 < end && f.is(i+1, "of") {
			return nil // “a third of”
		}
		return &count{first: i, end: i + 1, span: f.d.Tokens[i].Span, value: number(v), op: "=", kind: ordinal}
	}
	if f.k.word(norm).sort == label && i+1 < end {
		if c := f.number(i+1, end); c != nil && c.value != nil && *c.value <= 10 {
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
	return t.Kind == text.Punct || (t.Case == text.Upper && t.Span.Len() == 3) || strings.HasSuffix(t.Norm, ".")
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
	if n, value := f.d.Longest(f.k.units, i, end); n > 0 && kindOf(value) == "money" && f.d.Tokens[i].Case != text.Title {
		c.end = i + n
		c.span.End = f.d.Tokens[c.end-1].Span.End
		if c.kind != money {
			c.kind, c.unit = money, value
		}
	}
}

// glue reports whether token i is a hyphen between two words.
func (f *finder) glue(i int) bool {
	return i+1 < len(f.d.Tokens) && f.d.Tokens[i].Norm == "-" && f.d.Tokens[i].Glued && f.d.Tokens[i+1].Glued
}

// is reports whether the token has the class in nounphrase.txt.
func (f *finder) is(i int, class string) bool {
	value, ok := f.k.nounphrase.Value(f.d.Norm(i))
	return ok && holds(value, class)
}

// holds reports whether class is one of the words of value.
func holds(value, class string) bool {
	for value != "" {
		var w string
		if w, value = cut(value); w == class {
			return true
		}
	}
	return false
}

// fraction makes percentages of “60 %”, “six in ten”.
func (f *finder) fraction(c *count, end int) {
	if c.kind != plain || c.inner != "" || c.end >= end {
		return
	}
	n, value := f.d.Longest(f.k.numbers, c.end, end)
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
		if of == nil || of.value == nil || !wholes[*of.value] || n == 1 && f.is(c.end, "of") && *of.value < 10 || *c.value >= *of.value || *c.value < 1 {
			return
		}
		c.kind, c.end, c.span.End = percent, of.end, of.span.End
		c.value = number(100 * *c.value / *of.value)
	}
}

// wholes are the numbers that a share is told of: “two in three”, “six of ten”.
var wholes = map[float64]bool{3: true, 4: true, 5: true, 10: true, 20: true, 100: true}

// before reads the words before a number that say how exact it is, no further back
// than token first, and gives where they begin.
func (f *finder) before(c *count, first int) int {
	at := c.first
	for range 4 {
		n, value := f.endsAt(at, first)
		if n == 0 {
			break
		}
		op := kindOf(value)
		if op == "change" {
			c.changes = true
			break
		}
		if op != "even" && (c.op == "=" || c.op == "vague" && op == "range") {
			c.op = op
			f.bound(c)
		}
		at -= n
	}
	return at
}

// endsAt gives the longest phrase of bounds.txt for before a number that ends before
// token at.
func (f *finder) endsAt(at, first int) (n int, value string) {
	for n = min(4, at-first); n > 0; n-- {
		if m, value := f.d.Longest(f.k.bounds, at-n, at); m == n && strings.HasSuffix(value, "before") {
			return n, value
		}
	}
	return 0, ""
}

// bound sets the open side of a number that is known to be more or less.
func (f *finder) bound(c *count) {
	switch c.op {
	case ">", ">=":
		c.min = c.value
	case "<", "<=":
		c.max = c.value
	}
}

// behind reads “or more” behind a number.
func (f *finder) behind(c *count, end int) {
	if c.end >= end || c.op != "=" {
		return
	}
	if n, value := f.d.Longest(f.k.bounds, c.end, end); n > 0 && strings.HasSuffix(value, "after") {
		c.op = kindOf(value)
		f.bound(c)
		c.end += n
	}
}

// ranges joins two numbers to one range: “20 to 30”, “between 20 and 30”.
func (f *finder) ranges(a, b *count) bool {
	if b.from != a.end+1 || a.value == nil || b.value == nil || a.inner != "" || b.op != "=" {
		return false
	}
	value, ok := f.k.bounds.Value(f.d.Norm(a.end))
	if !ok || value != "to" && !(value == "and" && a.op == "range") || a.changes {
		return false
	}
	if a.kind != b.kind && a.kind != plain && (a.kind != money || b.kind != plain) {
		return false
	}
	low := *a.value
	if scale := f.scale(b); a.plain != "" && scale > 1 && low < *b.value/scale {
		low *= scale // “20 to 30 million”
	}
	if low >= *b.value || len(a.plain) == 4 && year(low) && *b.value > 2*low || (f.d.Tokens[a.end].Glued && year(low) && year(*b.value)) {
		return false
	}
	if a.kind == plain {
		a.kind, a.unit = b.kind, b.unit
	}
	a.value, a.min, a.max, a.op = nil, number(low), b.value, "range"
	a.end, a.span.End, a.inner, a.plain = b.end, b.span.End, b.inner, ""
	return true
}

// scale gives what the digits of a number were multiplied by: 1e6 for “30 million”.
func (f *finder) scale(c *count) float64 {
	if c.plain == "" || c.value == nil {
		return 1
	}
	if v, ok := f.k.digits(c.plain); ok && v > 0 {
		return *c.value / v
	}
	return 1
}

// year reports whether a number without separators is more likely a year.
func year(v float64) bool { return v >= 1400 && v <= 2100 && v == float64(int(v)) }

// spanTo gives the range of a token up to a byte of it.
func spanTo(t text.Token, bytes int) stemma.Span {
	s := stemma.Span{Start: t.Span.Start, End: t.Span.Start + bytes}
	if bytes <= 0 || s.End > t.Span.End {
		return t.Span
	}
	return s
}

// asciiPrefix reports whether the first bytes of s are as many runes, so that places
// in the folded and in the printed form agree.
func asciiPrefix(s string, bytes int) bool {
	for i := 0; i < bytes && i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return bytes <= len(s)
}
