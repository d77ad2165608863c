package figure

import "strings"

// speaksOfPolice reports whether the text names police in so many words.
func (f *finder) speaksOfPolice() bool {
	if f.police == 0 {
		f.police = -1
		for i := range f.d.Tokens {
			if value, ok := f.d.Tokens[i].Value(f.k.people); ok && holds(value, "police") && !holds(value, "loose") {
				f.police = 1
				break
			}
		}
	}
	return f.police > 0
}

// typeLike reports whether a number stands in parentheses with its noun: “(level 2)”.
func (f *finder) typeLike(c *count) bool {
	return c.first > 1 && f.d.Norm(c.end) == ")" && f.k.numbered.Has(tail(f.d.Norm(c.first-1)))
}

// tail gives the part of a word behind its last hyphen.
func tail(norm string) string { return norm[strings.LastIndexByte(norm, '-')+1:] }
