package when

import (
	"strconv"
	"strings"

	"stemma/internal/text"
	"stemma/lang"
)

// cardinal reads a number in words: “two”, “twenty-four”, “twenty four”, “treinta y
// dos”, “two hundred”.
func (m *marks) cardinal(i int) (int, string, bool) {
	words, v := m.d.Longest(m.k.words, i, m.limit)
	s := class(v, "num")
	if words == 0 || s == "" {
		if n := m.hyphenNumber(m.d.Tokens[i].Norm); n > 0 {
			return i + 1, strconv.Itoa(n), true
		}
		return 0, "", false
	}
	n, end := first(s), i+words
	if n >= 20 && n < 100 && n%10 == 0 && end < m.limit {
		next := end
		if v, _ := m.d.Value(m.k.words, next); lang.Flag(v, "plus") {
			next++
		}
		if v, _ := m.d.Value(m.k.words, next); next < m.limit {
			if ones := first(class(v, "num")); ones > 0 && ones < 10 {
				return next + 1, strconv.Itoa(n + ones), true
			}
		}
	}
	return end, s, true
}

// yearWords reads a year as it is spoken: “nineteen ninety-six”.
func (m *marks) yearWords(i int) (int, string, bool) {
	century := m.numAt(&m.d.Tokens[i])
	if century < 15 || century > 20 || i+1 >= m.limit {
		return 0, "", false
	}
	end, rest, ok := m.cardinal(i + 1)
	if n := first(rest); !ok || n < 10 || n > 99 || m.d.Tokens[i+1].Kind != text.Word {
		return 0, "", false
	}
	if end < m.limit {
		if v, _ := m.d.Value(m.k.words, end); lang.Flag(v, "unit") {
			return 0, "", false // “nineteen thirty-day terms”
		}
	}
	return end, strconv.Itoa(century*100 + first(rest)), true
}

// hyphenNumber reads “twenty-four” as one word.
func (m *marks) hyphenNumber(s string) int {
	head, tail, ok := strings.Cut(s, "-")
	if !ok {
		return 0
	}
	a, b := m.num(head), m.num(tail)
	if a < 20 || a > 90 || b < 1 || b > 9 {
		return 0
	}
	return a + b
}

func (m *marks) num(s string) int {
	v, _ := m.k.words.Value(s)
	return first(class(v, "num"))
}

// numAt is num for a token.
func (m *marks) numAt(t *text.Token) int {
	v, _ := t.Value(m.k.words)
	return first(class(v, "num"))
}

// hourWord gives the hour that a number word says.
func (m *marks) hourWord(t *text.Token) int {
	v, _ := t.Value(m.k.words)
	if lang.Flag(v, "one") {
		return 1
	}
	if n := first(class(v, "num")); n <= 12 {
		return n
	}
	return 0
}

// hyphened reads a number, ordinal or modifier and a unit or month joined by a hyphen.
func (m *marks) hyphened(name, s string) string {
	cut := strings.LastIndexByte(s, '-')
	if cut <= 0 {
		return ""
	}
	head, _ := m.k.words.Value(s[:cut])
	tail, _ := m.k.words.Value(s[cut+1:])
	unit := class(tail, "unit")
	switch name {
	case "length":
		n := m.num(s[:cut])
		if n == 0 {
			n = m.hyphenNumber(s[:cut])
		}
		if n == 0 && lang.Flag(head, "one") {
			n = 1
		}
		if n > 0 && unit != "" {
			return strconv.Itoa(n) + " " + unit
		}
	case "ordunit":
		if ord := class(head, "ord"); ord != "" && (unit == "Q" || unit == "HY") {
			return ord + " " + unit
		}
	case "modmonth":
		if v, ok := m.k.months.Value(s[cut+1:]); ok && class(head, "mod") != "" {
			return v + " mod " + class(head, "mod")
		}
	}
	return ""
}

// digits gives the number that a token begins with and what follows its digits.
func digits(s string) (n int, tail string) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' && i < 9 {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:]
}

// century gives the year that two digits mean in a newspaper: 1950 to 2049.
func century(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

var romanDigits = map[byte]int{'I': 1, 'V': 5, 'X': 10}

// roman reads Roman figures up to XXX; 0 when s is none.
func roman(s string) int {
	if len(s) > 6 {
		return 0
	}
	n := 0
	for i := range len(s) {
		d := romanDigits[s[i]]
		switch {
		case d == 0:
			return 0
		case i+1 < len(s) && romanDigits[s[i+1]] > d:
			n -= d
		default:
			n += d
		}
	}
	return n
}
