package when

import (
	"fmt"
	"strconv"

	"stemma/lang"
)

// clockOf gives “T04:30” of the hour caught under a name. The half of the day is the
// one said with it, or the one that its day is said with (“ten o'clock on Friday
// night”); nil when it has no day.
func (f *finder) clockOf(it *item, name string, day *item) string {
	if _, ok := it.match.Get("noon"); ok {
		return "T12:00"
	}
	if _, ok := it.match.Get("midnight"); ok {
		return "T24:00"
	}
	hour, minute, ok := hourOf(f.word(it, name))
	if !ok {
		return ""
	}
	half := f.word(it, "half")
	if half == "" && day != nil {
		half = f.partOfDay(day)
	}
	past := f.minutes(it)
	if _, less := it.match.Get("less"); less && past > 0 {
		hour, minute = hour-1, 60-past
		if hour == 0 {
			hour = 12
		}
	} else if past > 0 {
		minute = past
	}
	return clockText(inHalf(hour, half), minute)
}

func clockText(hour, minute int) string {
	if hour < 0 || hour > 24 || minute < 0 || minute > 59 || hour == 24 && minute > 0 {
		return ""
	}
	return fmt.Sprintf("T%02d:%02d", hour, minute)
}

// hourOf reads “4 30”, or “4”.
func hourOf(s string) (hour, minute int, ok bool) {
	for i := range len(s) {
		if s[i] == ' ' {
			m, err := strconv.Atoi(s[i+1:])
			if err == nil {
				minute, s = m, s[:i]
				break
			}
			s = s[:i]
			break
		}
	}
	hour, err := strconv.Atoi(s)
	return hour, minute, err == nil
}

// minutes gives the minutes that are said before or after a full hour; 0 when none are.
func (f *finder) minutes(it *item) int {
	if _, ok := it.match.Get("quarter"); ok {
		return 15
	}
	if _, ok := it.match.Get("thirty"); ok {
		return 30
	}
	return f.number(it, "past")
}

// inHalf gives the hour of a clock of twelve hours as one of twenty-four.
func inHalf(hour int, half string) int {
	if half == "" || hour > 12 {
		return hour
	}
	p := class(half, "part")
	switch {
	case p == "NI" && hour == 12:
		return 24
	case p == "AF" || p == "EV" || p == "NI" && hour > 5, class(half, "meridiem") == "12":
		return hour%12 + 12
	}
	return hour % 12
}

// partOfDay gives the part of the day that a day is said with, if any: “last night”
// holds its own.
func (f *finder) partOfDay(day *item) string {
	if p := f.word(day, "part"); p != "" {
		return p
	}
	if v := f.word(day, "day"); lang.Flag(v, "part") && class(v, "part") == "" {
		return "part NI"
	}
	return ""
}
