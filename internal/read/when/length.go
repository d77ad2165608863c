package when

import (
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/internal/text"
)

func (f *finder) makeDuration(it *item) value {
	if l := f.word(it, "length"); l != "" {
		n, unit, _ := strings.Cut(l, " ")
		return duration(length(n, unit))
	}
	unit := class(f.word(it, "unit")+" "+f.word(it, "one"), "unit")
	s := length(f.count(it), unit)
	if n := f.count(it); unit == "" || unit == "Q" && len(n) == len("1988") {
		return value{} // “the 1988 quarter” is no length
	}
	parts := []string{s}
	for _, p := range [][2]string{{"more", "unit2"}, {"rest", "unit3"}} {
		if more := f.word(it, p[0]); more != "" {
			more, _, _ = strings.Cut(more, " ")
			parts = append(parts, length(more, class(f.word(it, p[1]), "unit")))
		}
	}
	if len(parts) > 1 {
		s = joinLengths(parts)
	}
	if s == "T0.5H" {
		s = "T30M"
	}
	return duration(s)
}

// joinLengths adds lengths of different units, the longest units first as ISO 8601 wants
// them: days before the T, hours, minutes and seconds behind it.
func joinLengths(parts []string) string {
	var days, hours string
	for _, unit := range []string{"Y", "M", "W", "D", "TH", "TM", "TS"} {
		for _, p := range parts {
			if p == "" || p[len(p)-1] != unit[len(unit)-1] || (p[0] == 'T') != (unit[0] == 'T') {
				continue
			}
			if p[0] == 'T' {
				hours += p[1:]
			} else {
				days += p
			}
		}
	}
	if hours != "" {
		days += "T" + hours
	}
	return days
}

func duration(s string) value {
	if s == "" {
		return value{}
	}
	return value{date: stemma.Date("P" + s), kind: stemma.TimeDuration}
}

func (f *finder) makeSet(it *item) value {
	v := value{kind: stemma.TimeSet, date: stemma.Date(class(f.word(it, "set"), "set"))}
	if v.date == "" {
		n := f.count(it)
		if n == "X" {
			n = "1"
		}
		v.date = stemma.Date("P" + length(n, class(f.word(it, "unit"), "unit")))
	}
	return v
}

// makeDistance is “two days before his arrest”: a length of time, and as its anchor the
// words that say from what it counts, up to a sign and nearest words long at most. The
// day stays open, since the text does not say when that was.
func (f *finder) makeDistance(it *item) value {
	v := f.makeDuration(it)
	c, ok := it.match.Get("event")
	if !ok || v.date == "" {
		return v
	}
	end, limit := c.First, f.d.Sentences[f.sentenceNo].End
	for end < limit && end < c.First+eventWords && f.d.Tokens[end].Kind != text.Punct && f.d.Tokens[end].Kind != text.Mark {
		end++
	}
	v.anchor = f.d.Words(c.First, end)
	return v
}

// eventWords is how many words name the event that a distance counts from at most:
// “before the trial of the two”.
const eventWords = 6

// count gives the number of units that an expression says, “X” when it is open.
func (f *finder) count(it *item) string {
	if n := f.word(it, "n"); n != "" {
		n, _, _ = strings.Cut(n, " ")
		if _, ok := it.match.Get("half"); ok {
			if v, err := strconv.ParseFloat(n, 64); err == nil {
				return strconv.FormatFloat(v+0.5, 'f', -1, 64)
			}
		}
		return n
	}
	_, one := it.match.Get("one")
	_, half := it.match.Get("half")
	switch {
	case one && half:
		return "1.5"
	case half:
		return "0.5"
	case one:
		return "1"
	}
	return "X"
}

// makeClocks is “between one and three”: two times of one day.
func (f *finder) makeClocks(it *item) value {
	from := f.makeClock(it)
	day, a, ok := strings.Cut(string(from.date), "T")
	b := f.clockOf(it, "end", nil)
	if !ok || b == "" || b[1:] <= a && !f.overnight(it) {
		return value{}
	}
	if b[1:] <= a {
		if d, err := time.Parse(time.DateOnly, day); err == nil {
			day = string(dayOf(d.AddDate(0, 0, 1)))
		}
	}
	return value{date: from.date + "/" + stemma.Date(day+b), kind: stemma.TimeRange, anchor: from.anchor}
}

// overnight reports whether both hours are written with minutes, as of 24 hours: then
// “20.00 a 5.00” is a night, where “de las nueve a las cinco” is a day's work.
func (f *finder) overnight(it *item) bool {
	return strings.Contains(f.word(it, "hour"), " ") && strings.Contains(f.word(it, "end"), " ")
}

// makeClock is a time of day on the day that the text speaks of; what has been was not on
// a day to come.
func (f *finder) makeClock(it *item) value {
	clock := f.clockOf(it, "hour", nil)
	switch {
	case clock == "":
		return value{}
	case f.now.openDay != "":
		return date(f.now.openDay+stemma.Date(clock), string(f.now.openDay))
	case !f.now.day.IsZero() && (f.now.ref.IsZero() || !f.now.day.After(f.now.ref) || f.tense(it.first, it.end) >= 0):
		return date(dayOf(f.now.day)+stemma.Date(clock), string(dayOf(f.now.day)))
	case !f.now.ref.IsZero():
		return date(dayOf(f.now.ref)+stemma.Date(clock), published)
	}
	return date("XXXX-XX-XX"+stemma.Date(clock), "")
}
