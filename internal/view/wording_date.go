package view

import (
	"strconv"
	"strings"
	"time"

	"stemma"
)

// DateWords words a date or duration as exactly as it is known: “4 March 2021”,
// “March 2021”, “about 2021”, “4 to 6 March 2021”, “since 4 March 2021”, “3 days”.
func DateWords(d stemma.Date) string {
	s := string(d)
	switch s {
	case "":
		return Unknown
	case "PAST_REF":
		return "some time in the past"
	case "PRESENT_REF":
		return "at the time of writing"
	case "FUTURE_REF":
		return "some time in the future"
	}
	if strings.HasPrefix(s, "P") {
		return durationWords(s)
	}
	from, until, isRange := strings.Cut(s, "/")
	if !isRange {
		return pointWords(from)
	}
	switch {
	case (until == "" || until == "..") && (from == "" || from == ".."):
		return Unknown
	case until == "" || until == "..":
		return "since " + pointWords(from)
	case from == "" || from == "..":
		return "until " + pointWords(until)
	}
	return rangeWords(from, until)
}

// rangeWords words a range; a month or year that both ends share is said once.
func rangeWords(from, until string) string {
	a, b := pointWords(from), pointWords(until)
	x, y := strings.Fields(a), strings.Fields(b)
	for len(x) > 1 && len(x) == len(y) && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return strings.Join(x, " ") + " to " + b
}

// pointWords words one date.
func pointWords(s string) string {
	about := ""
	if t := strings.TrimRight(s, "~?%"); t != s {
		about, s = "about ", t
	}
	if day, clock, ok := strings.Cut(s, "T"); ok {
		if len(clock) > 5 { // minutes are as exact as a reader needs
			clock = clock[:5]
		}
		return about + pointWords(day) + ", " + clock
	}
	part := strings.Split(s, "-")
	year := yearWords(part[0])
	switch {
	case len(part) == 3 && part[1] == "WXX" && len(part[2]) == 1 && part[2] >= "1" && part[2] <= "7":
		return "a " + weekdays[part[2][0]-'1'] + ", which one is unknown"
	case len(part) == 1:
		return about + year
	case len(part) == 2 && strings.HasPrefix(part[1], "W"):
		return about + "week " + strings.TrimLeft(part[1][1:], "0") + " of " + year
	case len(part) == 2:
		return about + monthWords(part[1]) + " " + year
	case len(part) == 3:
		return about + strings.TrimLeft(part[2], "0") + " " + monthWords(part[1]) + " " + year
	}
	return about + s
}

func yearWords(s string) string {
	switch {
	case s == "XXXX":
		return "(year unknown)"
	case strings.HasSuffix(s, "XX"):
		return "the " + s[:len(s)-2] + "00s"
	case strings.HasSuffix(s, "X"):
		return "the " + s[:len(s)-1] + "0s"
	}
	return s
}

var seasons = [...]string{"spring", "summer", "autumn", "winter"} // EDTF 21–24

var weekdays = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"} // ISO 8601

func monthWords(s string) string {
	n, err := strconv.Atoi(s)
	switch {
	case err == nil && n >= 1 && n <= 12:
		return time.Month(n).String()
	case err == nil && n >= 21 && n <= 24:
		return seasons[n-21]
	}
	return s
}

// durationWords words an ISO 8601 duration.
func durationWords(s string) string {
	units := map[byte][2]string{'Y': {"year", "years"}, 'M': {"month", "months"}, 'W': {"week", "weeks"}, 'D': {"day", "days"}}
	clock := map[byte][2]string{'H': {"hour", "hours"}, 'M': {"minute", "minutes"}, 'S': {"second", "seconds"}}
	var words []string
	number := ""
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9' || c == '.':
			number += string(c)
		case c == 'T':
			units = clock
		default:
			unit, ok := units[c]
			if !ok || number == "" {
				return s
			}
			if number == "1" {
				words = append(words, "1 "+unit[0])
			} else {
				words = append(words, number+" "+unit[1])
			}
			number = ""
		}
	}
	if len(words) == 0 {
		return s
	}
	return strings.Join(words, " ")
}
