package message

import (
	"strconv"
	"strings"

	"stemma"
)

// Date words a date or duration as exactly as it is known: “4 March 2021”, “March 2021”,
// “about 2021”, “4 to 6 March 2021”, “since 4 March 2021”, “3 days”.
func (b *Book) Date(d stemma.Date) string {
	s := string(d)
	switch s {
	case "":
		return b.Say("word.unknown")
	case "PAST_REF":
		return b.Say("date.past")
	case "PRESENT_REF":
		return b.Say("date.present")
	case "FUTURE_REF":
		return b.Say("date.future")
	}
	if strings.HasPrefix(s, "P") {
		return b.duration(s)
	}
	from, until, isRange := strings.Cut(s, "/")
	if !isRange {
		return b.point(from)
	}
	switch {
	case (until == "" || until == "..") && (from == "" || from == ".."):
		return b.Say("word.unknown")
	case until == "" || until == "..":
		return b.Say("date.since", "date", b.On(stemma.Date(from)))
	case from == "" || from == "..":
		return b.Say("date.until", "date", b.On(stemma.Date(until)))
	}
	return b.span(from, until)
}

// On is Date as it stands behind a word such as “since”, “until” or “published”: where a
// language has an article before a day, with it, “el 4 de marzo de 2021”.
func (b *Book) On(d stemma.Date) string {
	if said := b.Date(d); d.Exact() && !strings.Contains(string(d), "WXX") {
		return b.Say("date.the", "date", said)
	}
	return b.Date(d)
}

// Day words a date without its clock time.
func (b *Book) Day(d stemma.Date) string {
	if d == "" {
		return b.Say("date.day-unknown")
	}
	return b.Date(day(d))
}

// OnDay is On for a date without its clock time.
func (b *Book) OnDay(d stemma.Date) string { return b.On(day(d)) }

// day gives a date without its clock time.
func day(d stemma.Date) stemma.Date {
	if !strings.Contains(string(d), "/") && !strings.HasPrefix(string(d), "P") {
		s, _, _ := strings.Cut(string(d), "T")
		return stemma.Date(s)
	}
	return d
}

// Hours words hours of a day: “20:00 to 04:00” for “T20:00/T04:00”.
func (b *Book) Hours(d stemma.Date) string {
	from, until, _ := strings.Cut(strings.ReplaceAll(string(d), "T", ""), "/")
	if until == "" {
		return from
	}
	return b.Say("bound.range", "from", from, "to", until)
}

// span words a range; a month or year that both ends share is said once.
func (b *Book) span(from, until string) string {
	first, last := b.point(from), b.point(until)
	x, y := strings.Fields(first), strings.Fields(last)
	for len(x) > 1 && len(x) == len(y) && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return b.Say("bound.range", "from", strings.Join(x, " "), "to", last)
}

// point words one date.
func (b *Book) point(s string) string {
	if t := strings.TrimRight(s, "~?%"); t != s {
		return b.Say("date.about", "date", b.On(stemma.Date(t)))
	}
	if day, clock, ok := strings.Cut(s, "T"); ok {
		if len(clock) > 5 { // minutes are as exact as a reader needs
			clock = clock[:5]
		}
		return b.point(day) + ", " + clock
	}
	part := strings.Split(s, "-")
	year := b.year(part[0])
	switch {
	case len(part) == 3 && part[1] == "WXX" && len(part[2]) == 1 && part[2] >= "1" && part[2] <= "7":
		return b.Say("date.some-weekday", "day", b.Say("date.weekday."+part[2]))
	case len(part) == 1:
		return year
	case len(part) == 2 && strings.HasPrefix(part[1], "W"):
		return b.Say("date.week", "week", strings.TrimLeft(part[1][1:], "0"), "year", year)
	case part[0] == "XXXX" && len(part) == 2:
		return b.Say("date.of-no-year", "date", b.month(part[1]))
	case part[0] == "XXXX" && len(part) == 3:
		return b.Say("date.of-no-year", "date", b.Say("date.day-month", "day", strings.TrimLeft(part[2], "0"), "month", b.month(part[1])))
	case len(part) == 2:
		return b.Say("date.month-year", "month", b.month(part[1]), "year", year)
	case len(part) == 3:
		return b.Say("date.full", "day", strings.TrimLeft(part[2], "0"), "month", b.month(part[1]), "year", year)
	}
	return s
}

func (b *Book) year(s string) string {
	switch {
	case s == "XXXX":
		return b.Say("date.year-unknown")
	case strings.HasSuffix(s, "XX"):
		return b.Say("date.century", "year", s[:len(s)-2]+"00")
	case strings.HasSuffix(s, "X"):
		return b.Say("date.decade", "year", s[:len(s)-1]+"0")
	}
	return s
}

// month words a month by its number, or a season by that of EDTF.
func (b *Book) month(s string) string {
	if n, err := strconv.Atoi(s); err == nil && (n >= 1 && n <= 12 || n >= 21 && n <= 24) {
		return b.Say("date.month." + strconv.Itoa(n))
	}
	return s
}

// duration words an ISO 8601 duration.
func (b *Book) duration(s string) string {
	units := map[byte]string{'Y': "years", 'M': "months", 'W': "weeks", 'D': "days"}
	clock := map[byte]string{'H': "hours", 'M': "minutes", 'S': "seconds"}
	var words []string
	number := ""
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9' || c == '.':
			number += string(c)
		case c == 'T':
			units = clock
		default:
			n, err := strconv.ParseFloat(number, 64)
			if units[c] == "" || err != nil {
				return s
			}
			var value any = n
			if n == 1 {
				value = 1 // chooses the form for one
			}
			words = append(words, b.Say("count."+units[c], "n", value))
			number = ""
		}
	}
	if len(words) == 0 {
		return s
	}
	return strings.Join(words, " ")
}
