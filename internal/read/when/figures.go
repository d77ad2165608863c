package when

import (
	"strconv"
	"strings"

	"stemma/internal/text"
)

// hourMinute is a time of day in figures, up to token end.
type hourMinute struct {
	hour, minute, end int
	colon             bool
}

func (h hourMinute) value() string { return strconv.Itoa(h.hour) + " " + strconv.Itoa(h.minute) }

// hourMinute reads “4:30”, “16.45”, “16h30”; end is 0 when there is none. The seconds
// of “16:45:10” are read over.
func (m *marks) hourMinute(i int) hourMinute {
	s := m.d.Norm(i)
	if h, min, ok := strings.Cut(s, "."); ok && len(min) == 2 && len(h) <= 2 {
		return clock(h, min, i+1, false)
	}
	if i+2 >= m.limit || len(s) > 2 || !m.d.Tokens[i+1].Glued || !m.d.Tokens[i+2].Glued {
		return hourMinute{}
	}
	sep, min := m.d.Norm(i+1), m.d.Norm(i+2)
	if sep != ":" || len(min) != 2 {
		return hourMinute{}
	}
	end := i + 3
	if m.d.Norm(end) == ":" && end+1 < m.limit && m.d.Tokens[end].Glued && len(m.d.Norm(end+1)) == 2 {
		end += 2
	}
	return clock(s, min, end, true)
}

func clock(h, min string, end int, colon bool) hourMinute {
	hour, err1 := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(min)
	if err1 != nil || err2 != nil || hour > 24 || minute > 59 || hour == 24 && minute > 0 {
		return hourMinute{}
	}
	return hourMinute{hour, minute, end, colon}
}

// numeric reads a date in figures, “2022-12-07”, “29.11.2022”, “7/12/22”: the value is
// its three numbers in the order written, with a year of two digits made whole. What
// could be a score, a version or a sum is left alone.
func (m *marks) numeric(i int) (int, string, bool) {
	if s := m.d.Norm(i); strings.Count(s, ".") == 2 {
		p := strings.Split(s, ".")
		return i + 1, triple(p[0], p[1], p[2]), triple(p[0], p[1], p[2]) != ""
	}
	if i+4 >= m.limit {
		return 0, "", false
	}
	sep := m.d.Norm(i + 1)
	if sep != "-" && sep != "/" || m.d.Norm(i+3) != sep {
		return 0, "", false
	}
	for k := i + 1; k <= i+4; k++ {
		if !m.d.Tokens[k].Glued {
			return 0, "", false
		}
	}
	if m.d.Tokens[i+2].Kind != text.Number || m.d.Tokens[i+4].Kind != text.Number {
		return 0, "", false
	}
	v := triple(m.d.Norm(i), m.d.Norm(i+2), m.d.Norm(i+4))
	return i + 5, v, v != ""
}

// triple checks three numbers of a date and joins them.
func triple(a, b, c string) string {
	x, err1 := strconv.Atoi(a)
	y, err2 := strconv.Atoi(b)
	z, err3 := strconv.Atoi(c)
	if err1 != nil || err2 != nil || err3 != nil || len(b) > 2 || x < 1 || y < 1 || z < 1 {
		return ""
	}
	switch {
	case len(a) == 4 && len(c) <= 2 && y <= 12 && z <= 31 && x >= 1500 && x < 2200:
	case len(a) > 2 || x > 31 || y > 31 || x > 12 && y > 12:
		return ""
	case len(c) == 4 && z >= 1500 && z < 2200:
	case len(c) == 2 && len(a) == 2 && len(b) == 2:
		z = century(z)
	default:
		return ""
	}
	return strconv.Itoa(x) + " " + strconv.Itoa(y) + " " + strconv.Itoa(z)
}
