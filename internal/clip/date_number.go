package clip

import (
	"strconv"
	"strings"
)

// isoDate reads 2023-05-26, which is one word.
func isoDate(s string, ws []word, i int) (dated, int) {
	w := ws[i]
	if strings.IndexByte(w.fold, '-') < 0 {
		return dated{}, 0
	}
	part := strings.Split(strings.SplitN(w.fold, "t", 2)[0], "-")
	if len(part) != 3 || len(part[0]) != 4 {
		return numbersWithHyphens(w, part)
	}
	d := dated{start: w.start, end: w.end, year: number(part[0]), month: number(part[1]), day: number(part[2])}
	if !d.valid() {
		return d, 0
	}
	return d, 1
}

// numbersWithHyphens reads 26-05-2023.
func numbersWithHyphens(w word, part []string) (dated, int) {
	if len(part) != 3 {
		return dated{}, 0
	}
	return ordered(w.start, w.end, number(part[0]), number(part[1]), year(part[2], true), '-', 1)
}

// numberDate reads 29.12.2022, 01.24.23, 3/4/2021, 2021/03/04.
func numberDate(s string, ws []word, i int) (dated, int) {
	if i+2 >= len(ws) || ws[i].end+1 != ws[i+1].start || ws[i+1].end+1 != ws[i+2].start {
		return dated{}, 0
	}
	sep := s[ws[i].end]
	if sep != s[ws[i+1].end] || sep != '.' && sep != '/' {
		return dated{}, 0
	}
	digit := func(at int) bool { return at >= 0 && at < len(s) && s[at] >= '0' && s[at] <= '9' }
	start, end := ws[i].start, ws[i+2].end
	if digit(end+1) && s[end] == sep || digit(start-2) && s[start-1] == sep {
		return dated{}, 0 // part of a longer number, such as an address
	}
	a, b, last := ws[i].fold, ws[i+1].fold, ws[i+2].fold
	if len(a) == 4 {
		d := dated{start: ws[i].start, end: ws[i+2].end, year: number(a), month: number(b), day: number(last)}
		if !d.valid() {
			return d, 0
		}
		return d, 3
	}
	if len(a) > 2 || len(b) > 2 {
		return dated{}, 0
	}
	return ordered(ws[i].start, ws[i+2].end, number(a), number(b), year(last, true), sep, 3)
}

// ordered makes a date of two numbers and a year. Dots stand between day and month
// where that is the custom; with slashes and hyphens both orders are in use.
func ordered(start, end, a, b, y int, sep byte, n int) (dated, int) {
	dm := dated{start: start, end: end, year: y, day: a, month: b, withSlashes: sep != '.'}
	md := dated{start: start, end: end, year: y, day: b, month: a, withSlashes: sep != '.'}
	switch {
	case a < 1 || b < 1 || !dm.valid() && !md.valid():
		return dated{}, 0
	case !md.valid():
		dm.order = 'd'
		return dm, n
	case !dm.valid():
		md.order = 'm'
		return md, n
	}
	dm.swapped = a != b
	return dm, n
}

// number reads a run of digits; 0 for anything else.
func number(s string) int {
	if s == "" {
		return 0
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
