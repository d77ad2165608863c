// Package age reads how old a text says that somebody is, in the forms that package name
// and package victim both meet.
//
// It takes the tokens of a text and the words around ages of its language (ages.txt), and
// gives an age in years with where it begins. It promises 1 to 120, and 0 for what is no
// age. It does not know whose age it is.
package age

import (
	"strconv"

	"stemma/internal/text"
	"stemma/lang"
)

// Before reads “17-year-old” before token i, not before token first; from is the token
// of its number, and i where there is none.
func Before(d *text.Doc, ages *lang.List, first, i int) (years, from int) {
	for j := i - 1; j >= first && j >= i-5; j-- {
		if _, v := d.Longest(ages, j, i); v != "before" {
			continue
		}
		for k := j - 1; k >= first && k >= j-2; k-- {
			if n := Years(d.Norm(k)); n > 0 {
				return n, k
			}
		}
	}
	return 0, i
}

// Years reads the digits of an age.
func Years(norm string) int {
	if n, err := strconv.Atoi(norm); err == nil && n >= 1 && n <= 120 {
		return n
	}
	return 0
}
