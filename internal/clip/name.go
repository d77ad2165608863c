package clip

import (
	"strings"
	"unicode"
)

// part is a stretch of a line: a name, an outlet.
type part struct{ start, end int }

func (pt part) of(s string) string { return s[pt.start:pt.end] }

// partLike reports whether a stretch between separators can be a name or a label:
// short, and between commas written with capitals.
func (c *Cutter) partLike(s string, hard bool) bool {
	fields := strings.Fields(s)
	if len(fields) > 5 || len(fields) == 0 {
		return false
	}
	capital := 0
	for _, f := range fields {
		if r := firstRune(strings.TrimLeft(f, "\"“'(")); unicode.IsUpper(r) || unicode.IsDigit(r) || !unicode.IsLower(r) {
			capital++
		}
	}
	if hard {
		return capital > 0 && (len(fields) <= 3 || capital*2 > len(fields)) || len(fields) <= 2
	}
	return capital == len(fields) || capital >= 1 && len(fields) >= 3 && capital*2 > len(fields)
}

// outletLike reports whether a part can name an outlet.
func (c *Cutter) outletLike(s string) bool {
	if c.nobody(s) || len(strings.Fields(s)) > 6 || strings.IndexFunc(s, unicode.IsLetter) < 0 || strings.IndexFunc(s, unicode.IsDigit) >= 0 && !c.masthead(s) {
		return false
	}
	ws := wordsOf(s, 8)
	if len(ws) == 0 {
		return false
	}
	kind, n := c.bylines.kindAt(ws, len(ws)-1)
	return !(kind == "role" && n == 1) // “Upcountry Correspondent”
}

func (c *Cutter) nobody(s string) bool {
	ws := wordsOf(s, 6)
	kind, n := c.bylines.kindAt(ws, 0)
	return len(ws) > 0 && n == len(ws) && (kind == "nobody" || kind == "role")
}

// masthead reports whether a name has a word in it that outlets' names are made of.
func (c *Cutter) masthead(s string) bool {
	for _, w := range wordsOf(s, 8) {
		if _, ok := c.mastheads[w.fold]; ok {
			return true
		}
	}
	return false
}

// names reads the people in a part: “A”, “A and B”. It gives none when one of them
// does not look like a person's name.
func (c *Cutter) names(s string, pt part) (names []part) {
	ws := wordsOf(s[pt.start:pt.end], 24)
	from := 0
	add := func(to int) bool {
		if to <= from {
			return false
		}
		p := part{pt.start + ws[from].start, pt.start + ws[to-1].end}
		if p.end < pt.end && s[p.end] == '.' && (to < len(ws) || p.end+1 == pt.end) && len(ws[to-1].fold) <= 3 {
			p.end++ // “Jr.”
		}
		if !c.personLike(s[p.start:p.end], ws[from:to]) {
			return false
		}
		names = append(names, p)
		return true
	}
	for i := 0; i < len(ws); i++ {
		kind, n := c.bylines.kindAt(ws, i)
		switch {
		case kind == "and" && i > from || strings.Contains(between(s[pt.start:pt.end], ws, i), "&"):
			if !add(i) {
				return nil
			}
			from = i + n
			if n == 0 {
				from = i
			}
			i = max(i, from-1)
		case kind == "suffix" && i > from: // what follows a suffix is a place or a section
			if !add(i + n) {
				return nil
			}
			return names
		case (kind == "role" || c.weekday(ws[i]) || c.dayStarts(ws, i)) && i > from:
			if !add(i) {
				return nil
			}
			return names
		}
	}
	if !add(len(ws)) {
		return nil
	}
	return names
}

// surelyPerson reports whether a name begins with a known given name and ends with no
// ordinary word.
func (c *Cutter) surelyPerson(s string) bool {
	ws := wordsOf(s, 6)
	if len(ws) < 2 || c.masthead(s) || !c.knownGiven(ws) {
		return false
	}
	return !c.isOrdinary(ws[len(ws)-1])
}

// dayStarts reports whether a day without a year begins at a word: “March 18”, “18 March”.
func (c *Cutter) dayStarts(ws []word, i int) bool {
	if i+1 >= len(ws) {
		return false
	}
	return c.month(ws[i]) > 0 && c.dayNumber(ws[i+1]) > 0 || c.dayNumber(ws[i]) > 0 && c.month(ws[i+1]) > 0
}

// weekday reports whether a word names a day of the week.
func (c *Cutter) weekday(w word) bool {
	kind, _ := c.dates.kindAt([]word{w}, 0)
	return kind == "day" && len(w.fold) > 3
}

// between gives what stands before the i-th word.
func between(s string, ws []word, i int) string {
	if i == 0 {
		return ""
	}
	return s[ws[i-1].end:ws[i].start]
}

// personLike reports whether words look like a person's name: two to six words, all
// with capitals but for particles of names in the middle, no digits.
func (c *Cutter) personLike(s string, ws []word) bool {
	if len(ws) < 2 || len(ws) > 6 || strings.IndexFunc(s, unicode.IsDigit) >= 0 || strings.ContainsAny(s, "?!:;,/\"“”") {
		return false
	}
	off := ws[0].start
	for i, w := range ws {
		r := firstRune(s[w.start-off:])
		if unicode.IsUpper(r) || !unicode.IsLower(r) {
			continue
		}
		if kind, _ := c.particles.kindAt(ws[:i+1], i); i == 0 || i == len(ws)-1 || kind != "person" {
			return false
		}
	}
	return true
}
