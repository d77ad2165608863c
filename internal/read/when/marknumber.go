package when

import (
	"strconv"
	"strings"

	"stemma/internal/text"
)

func (m *marks) number(name string, i int, t *text.Token) (int, string, bool) {
	s := t.Norm
	n, tail := digits(s)
	whole := tail == "" && len(s) <= 4
	switch name {
	case "day":
		if n >= 1 && n <= 31 && len(s)-len(tail) <= 2 && tail != "s" {
			return i + 1, strconv.Itoa(n), true
		}
	case "year":
		if whole && len(s) == 4 && n >= 1500 && n < 2200 && !m.filed(i) {
			return i + 1, s, true
		}
	case "twodigits":
		if whole && len(s) == 2 && t.Glued {
			return i + 1, s, true
		}
	case "decade":
		if tail == "s" && len(s) == 5 && n%10 == 0 && n >= 1500 && n < 2200 {
			return i + 1, s[:4], true
		}
		if tail == "s" && len(s) == 3 && n%10 == 0 {
			return i + 1, s[:2], true
		}
	case "shortyear":
		if whole && len(s) == 2 && n >= 50 {
			return i + 1, strconv.Itoa(century(n)), true
		}
	case "hourword":
		if whole && n >= 1 && n <= 12 {
			return i + 1, strconv.Itoa(n), true
		}
	case "twodecade":
		if whole && len(s) == 2 && n%10 == 0 && n >= 20 {
			return i + 1, s, true
		}
	case "numeric":
		return m.numeric(i)
	case "n":
		return m.figure(i, s, n, tail)
	case "ord":
		if tail != "" && tail != "s" && tail[0] != '.' && tail[0] != ',' && n < 100 {
			return i + 1, strconv.Itoa(n), true
		}
	case "clock":
		if h := m.hourMinute(i); h.end > 0 {
			return h.end, h.value(), true
		}
		if whole && n <= 24 && len(s) <= 2 {
			return i + 1, s, true
		}
	case "hm":
		if h := m.hourMinute(i); h.end > 0 && h.colon {
			return h.end, h.value(), true
		}
	case "hhmm":
		if whole && len(s) == 4 && n/100 < 24 && n%100 < 60 {
			return i + 1, s[:2] + ":" + s[2:], true
		}
	case "hmdot":
		if h := m.hourMinute(i); h.end > 0 && !h.colon {
			return h.end, h.value(), true
		}
	}
	return 0, "", false
}

// filed reports whether a year is the tail of a file's number: “0317/2020”.
func (m *marks) filed(i int) bool {
	return i >= 2 && m.d.Tokens[i].Glued && m.d.Norm(i-1) == "/" && m.d.Tokens[i-1].Glued &&
		m.d.Tokens[i-2].Kind == text.Number && len(m.d.Norm(i-2)) > 2 && !plainYear(m.d.Norm(i-2))
}

func plainYear(s string) bool { return len(s) == 4 && s >= "1500" && s < "2200" }

// figure reads a count: “18”, “2.5”, “1,200”, and “2 1/2”.
func (m *marks) figure(i int, s string, n int, tail string) (int, string, bool) {
	if strings.HasPrefix(tail, ".") && len(tail) == 2 {
		return i + 1, s, true
	}
	if tail != "" {
		return 0, "", false
	}
	if m.d.Norm(i+2) == "/" && m.d.Norm(i+1) == "1" && m.d.Norm(i+3) == "2" && m.d.Tokens[i+2].Glued {
		return i + 4, strconv.Itoa(n) + ".5", true
	}
	return i + 1, strconv.Itoa(n), true
}

// apostrophe reads “’98” and “’90s”, but no decimals: “93’50”.
func (m *marks) apostrophe(name string, i int) (int, string, bool) {
	if i > 0 && m.d.Tokens[i].Glued && m.d.Tokens[i-1].Kind == text.Number {
		return 0, "", false
	}
	if (name != "year" && name != "decade") || i+1 >= m.limit || !m.d.Tokens[i+1].Glued || m.d.Tokens[i].Norm == `"` {
		return 0, "", false
	}
	s := m.d.Tokens[i+1].Norm
	n, tail := digits(s)
	switch {
	case name == "year" && tail == "" && len(s) == 2 && m.d.Tokens[i+1].Kind == text.Number:
		return i + 2, strconv.Itoa(century(n)), true
	case name == "decade" && tail == "s" && len(s) == 3 && n%10 == 0:
		return i + 2, s[:2], true
	}
	return 0, "", false
}
