package figure

import (
	"unicode/utf8"

	"stemma"
	"stemma/internal/text"
)

// scan finds the numbers between two tokens, with sign, per cent and range, in order.
func (f *finder) scan(first, end int) []*count {
	var found []*count
	for i := first; i < end; {
		c := f.signed(i, end)
		if c == nil || f.typeNumber(i, first) || f.articleAt(c, end) || f.result(c) {
			i++
			continue
		}
		f.fraction(c, end)
		c.from = f.before(c, first)
		f.behind(c, end)
		i = c.end
		if n := len(found); n > 0 && f.ranges(found[n-1], c) {
			if n > 1 && f.model(found[n-1], found[:n-1]) {
				found = found[:n-1]
			}
			continue
		}
		if f.model(c, found) {
			continue
		}
		for n := len(found); n > 0 && found[n-1].first >= c.from; n-- {
			found = found[:n-1] // the one of “un mínimo de 26” is a word before the number
		}
		found = append(found, c)
	}
	for _, c := range found {
		if c.op == "range" && c.value != nil {
			c.op = "=" // “entre 1.200 personas” is among them, and no range
		}
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
	return i-2 >= first && t[i].Kind == text.Number && t[i].Glued && t[i-1].Norm == "-" && t[i-1].Glued && t[i-2].Kind == text.Word && !t[i-2].Has(f.k.units)
}

// glue reports whether token i is a hyphen between two words.
func (f *finder) glue(i int) bool {
	return i+1 < len(f.d.Tokens) && f.d.Tokens[i].Norm == "-" && f.d.Tokens[i].Glued && f.d.Tokens[i+1].Glued
}

// is reports whether the token has the class in nounphrase.txt.
func (f *finder) is(i int, class string) bool {
	value, ok := f.d.Value(f.k.nounphrase, i)
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
