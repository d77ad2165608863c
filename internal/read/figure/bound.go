package figure

import "strings"

// before reads the words before a number that say how exact it is, no further back
// than token first, and gives where they begin.
func (f *finder) before(c *count, first int) int {
	at, article := c.first, false
	for range 4 {
		n, value := f.endsAt(at, first)
		if n == 0 && at-1 > first && f.d.Norm(at-1) == "," { // “la muerte de, al menos, 14 personas”
			if n, value = f.endsAt(at-1, first); n < 2 || f.d.Norm(at-2-n) != "," {
				break
			}
			n += 2
		}
		if n == 0 {
			break
		}
		op := kindOf(value)
		if op == "change" {
			c.changes = true
			break
		}
		if op == "even" {
			article = article || f.is(at-1, "det")
		} else if (n == 1 || holds(value, "compared")) && article && (op == ">" || op == "<") {
			break // “over the 27p”, “lower than the 11 per cent” are about it
		}
		if op == "<=" && n == 1 && at-n > first && f.reached(at-n-1) {
			op = "even"
		}
		if op != "even" && (c.op == "=" || c.op == "vague" && op == "range") {
			c.op = op
			f.bound(c)
		}
		at -= n
	}
	return at
}

// reached reports whether what ends at token i says by how much something changed, so
// that “hasta” behind it leads to where it arrived: “creció un 6 %, hasta 812 millones”.
func (f *finder) reached(i int) bool {
	if f.d.Norm(i) == "," {
		i--
	}
	for n := 0; i >= 0 && n < 3; i, n = i-1, n+1 {
		if f.wordAt(i).sort == hundredths {
			return true
		}
		if value, ok := f.d.Value(f.k.things, i); ok && kindOf(value) == "points" {
			return true
		}
	}
	return false
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
	value, ok := f.d.Value(f.k.bounds, a.end)
	if !ok || value != "to" && !(value == "and" && a.op == "range") || a.changes {
		return false
	}
	if a.kind != b.kind && a.kind != plain && (a.kind != money || b.kind != plain) {
		return false
	}
	low := *a.value
	if scale := f.scale(b); (a.plain != "" || a.scaled == 0) && scale > 1 && low < *b.value/scale {
		low *= scale // “20 to 30 million”
	}
	if low >= *b.value || len(a.plain) == 4 && year(low) && *b.value > 2*low || (f.d.Tokens[a.end].Glued && year(low) && year(*b.value)) {
		return false
	}
	if low*farApart < *b.value && f.is(a.from-1, "moved") {
		return false // “rose 32,000 to 1.4 million”
	}
	if a.kind == plain {
		a.kind, a.unit = b.kind, b.unit
	}
	a.value, a.min, a.max, a.op = nil, number(low), b.value, "range"
	a.end, a.span.End, a.inner, a.plain = b.end, b.span.End, b.inner, ""
	return true
}

// farApart is how many times as much the end of no range is behind a verb for going up or down.
const farApart = 5

// scale gives what the digits of a number were multiplied by: 1e6 for “30 million”.
func (f *finder) scale(c *count) float64 {
	if c.value == nil {
		return 1
	}
	if c.plain == "" {
		return max(c.scaled, 1)
	}
	if v, ok := f.k.digits(c.plain); ok && v > 0 {
		return *c.value / v
	}
	return 1
}

// year reports whether a number without separators is more likely a year.
func year(v float64) bool { return v >= 1400 && v <= 2100 && v == float64(int(v)) }
