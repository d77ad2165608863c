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
		case kind == "role" && i > from:
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

// between gives what stands before the i-th word.
func between(s string, ws []word, i int) string {
	if i == 0 {
		return ""
	}
	return s[ws[i-1].end:ws[i].start]
}

// personLike reports whether words look like a person's name: two to six words, all
// with capitals but for particles in the middle, no digits.
func (c *Cutter) personLike(s string, ws []word) bool {
	if len(ws) < 2 || len(ws) > 6 || strings.IndexFunc(s, unicode.IsDigit) >= 0 || strings.ContainsAny(s, "?!:;\"“”") {
		return false
	}
	off := ws[0].start
	for i, w := range ws {
		r := firstRune(s[w.start-off:])
		if unicode.IsUpper(r) || !unicode.IsLower(r) {
			continue
		}
		if i == 0 || i == len(ws)-1 || len(w.fold) > 4 {
			return false
		}
	}
	return true
}

// infoOf reads what a “posted by”, provenance or credit line says: the date, and the
// name after the phrase.
func (c *Cutter) infoOf(p *para) *info {
	in := &info{dates: c.datesIn(p.text, p.words)}
	at := 0
	for i := 0; i < p.n; i++ {
		if ph := c.furniture.at(p.words, i, func(ph phrase) bool { return ph.kind == p.mark }); len(ph.words) > 0 {
			at = p.words[i+len(ph.words)-1].end
			break
		}
	}
	end := len(p.text)
	if i := strings.IndexAny(p.text[at:], "|\n"); i >= 0 && p.mark != "credit" {
		end = at + i
	}
	for _, d := range in.dates {
		if d.start >= at && d.start < end {
			end = d.start
		}
	}
	in.outlet = c.nameAfter(p, at, end)
	if p.mark == "posted_by" && in.outlet.end > 0 && !c.masthead(in.outlet.of(p.text)) {
		in.authors, in.outlet = c.names(p.text, in.outlet), part{}
	}
	if p.kind == kPosted && len(in.dates) == 0 && in.outlet.end == 0 && len(in.authors) == 0 && !strings.Contains(p.text, "|") {
		return nil
	}
	return in
}

// nameAfter gives the name in a stretch: up to a sentence's end, without words such
// as “on” or “at” around it.
func (c *Cutter) nameAfter(p *para, at, end int) part {
	if pt := c.nameFrom(p, at, end, true); pt.end > 0 {
		return pt
	}
	return c.nameFrom(p, at, end, false)
}

// nameFrom is nameAfter; capital asks that the name begin with a capital.
func (c *Cutter) nameFrom(p *para, at, end int, capital bool) part {
	first, last := -1, -1
	for i, w := range p.words {
		if w.start < at || w.end > end {
			continue
		}
		if first >= 0 && strings.ContainsAny(p.text[p.words[i-1].end:w.start], ",;()[]:") {
			break
		}
		if first >= 0 && strings.Contains(p.text[p.words[i-1].end:w.start], ". ") && len(p.words[i-1].fold) > 2 {
			break
		}
		kind, _ := c.bylines.kindAt(p.words, i)
		if capital && first < 0 && unicode.IsUpper(firstRune(p.text[w.start:])) && kind == "at" {
			kind = "" // “El Correo”
		}
		if kind == "at" || kind == "nobody" {
			if first >= 0 {
				if i+1 < len(p.words) && p.words[i+1].end <= end && kind == "at" && unicode.IsUpper(firstRune(p.text[p.words[i+1].start:])) {
					continue // “Voice of the South”
				}
				break
			}
			continue
		}
		if first < 0 {
			if r := firstRune(p.text[w.start:]); unicode.IsLower(r) && (len(w.fold) <= 3 || capital) {
				continue
			}
			first = i
		}
		last = i
	}
	if first < 0 || last-first > 6 {
		return part{}
	}
	pt := part{p.words[first].start, p.words[last].end}
	return pt
}
