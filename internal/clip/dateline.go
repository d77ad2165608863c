package clip

import (
	"strings"
	"unicode"
)

// inlineDateline gives the length of the dateline that a paragraph begins with:
// “TOWN, May 3 (Agency) — ”; 0 when it has none.
func (l *layout) inlineDateline(p *para) int {
	at, size := -1, 0
	for _, sep := range []string{" — ", " – ", " - ", " -- ", "— ", "– ", ".- ", ".— ", " -"} {
		if i := strings.Index(p.text, sep); i > 0 && (at < 0 || i < at) {
			at, size = i, len(sep)
		}
	}
	if n := l.plainDateline(p); n > 0 && (at < 0 || n <= at) {
		return n
	}
	if at < 0 || at > 90 {
		return 0
	}
	head := p.text[:at]
	ws := wordsOf(head, 14)
	if len(ws) == 0 || len(ws) > 12 || len(ws) >= p.n {
		return 0
	}
	first := head[ws[0].start:ws[0].end]
	if unicode.IsLower(firstRune(first)) || ws[0].start > 1 {
		return 0
	}
	capitals := len([]rune(first)) >= 3 && first == strings.ToUpper(first) && first != strings.ToLower(first) && p.text != strings.ToUpper(p.text)
	agency := strings.HasSuffix(strings.TrimRight(head, "., "), ")") && strings.Contains(head, "(") && len(ws) <= 10
	month := false
	for i, w := range ws {
		month = month || i > 0 && l.month(w) > 0 && (i+1 < len(ws) && l.dayNumber(ws[i+1]) > 0 || l.dayBefore(ws, i))
	}
	if !(capitals && len(ws) <= 6 || agency && capitalised(head, ws) || month) {
		return 0
	}
	return at + size
}

// maxPlace is how many words the place of a dateline has that ends with a full stop.
const maxPlace = 4

// plainDateline gives the length of a dateline that is set like a sentence, as those of
// press offices are: “Port Selm, 3 May 2022. ”; 0 when there is none.
func (l *layout) plainDateline(p *para) int {
	ds := l.datesIn(p.text[:min(len(p.text), 90)], wordsOf(p.text[:min(len(p.text), 90)], 14))
	if len(ds) == 0 || ds[0].day == 0 || ds[0].year == 0 {
		return 0
	}
	place, ok := strings.CutSuffix(p.text[:ds[0].start], ", ")
	ws := wordsOf(place, maxPlace+1)
	if !ok || len(ws) == 0 || len(ws) > maxPlace || ws[0].start > 0 || unicode.IsLower(firstRune(place)) || !capitalised(place, ws) || strings.ContainsAny(place, ".:;!?") {
		return 0
	}
	rest, ok := strings.CutPrefix(p.text[ds[0].end:], ".")
	text := strings.TrimLeft(rest, " \u00A0")
	if !ok || text == rest || unicode.IsLower(firstRune(text)) {
		return 0
	}
	return len(p.text) - len(text)
}

// dayBefore reports whether a day's number stands before the word at i: “3 May”, “3 de mayo”.
func (c *Cutter) dayBefore(ws []word, i int) bool {
	if kind, _ := c.dates.kindAt(ws, i-1); kind == "filler" {
		i--
	}
	return i > 0 && c.dayNumber(ws[i-1]) > 0
}

// capitalised reports whether the words before a bracket are all written with
// capitals.
func capitalised(s string, ws []word) bool {
	for _, w := range ws {
		if unicode.IsLower(firstRune(s[w.start:])) && l3(w) {
			return false
		}
	}
	return true
}

// l3 tells words of more than three letters from particles.
func l3(w word) bool { return len(w.fold) > 3 }

// datelineDates finds the dates in a dateline, up to its dash. There a year may have two
// digits, as agencies' telexes write it: “SELLA, 3 JAN 90 --”.
func (c *Cutter) datelineDates(s string) []dated {
	ws := wordsOf(s, 16)
	if ds := c.datesIn(s, ws); len(ds) > 0 {
		return ds
	}
	for i := 0; i+2 < len(ws); i++ {
		day, month, y := c.dayNumber(ws[i]), c.monthAfterDay(ws[i+1]), year(ws[i+2].fold, true)
		last := i+3 == len(ws) || strings.Contains(s[ws[i+2].end:ws[i+3].start], "(")
		d := dated{start: ws[i].start, end: ws[i+2].end, year: y, month: month, day: day}
		if day > 0 && month > 0 && y > 0 && last && d.valid() {
			return []dated{d}
		}
	}
	return nil
}
