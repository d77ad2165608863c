package clip

import (
	"strings"
	"unicode"
)

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
	if kind, _ := c.bylines.kindAt(wordsOf(p.text[in.outlet.end:end], 1), 0); p.mark == "source" && kind == "nobody" {
		in.outlet = part{} // “Tribune Newsroom”
	}
	if p.mark == "archive" {
		in.authors, in.outlet = c.names(p.text, part{at, len(p.text)}), part{}
		return in
	}
	if p.mark == "posted_by" && in.outlet.end > 0 && !c.masthead(in.outlet.of(p.text)) {
		in.authors, in.outlet = c.names(p.text, in.outlet), part{}
	}
	if p.kind == kPosted && len(in.dates) > 0 && in.outlet.end == 0 && len(in.authors) == 0 {
		in.authors = c.behindDay(p, in.dates[0].end)
	}
	if p.kind == kPosted && len(in.dates) == 0 && in.outlet.end == 0 && len(in.authors) == 0 && !strings.Contains(p.text, "|") {
		return nil
	}
	return in
}

// behindDay gives the people that a “posted on” line names behind its day: “Posted on 3 May 2022
// by Ida Brandt | 4 comments”.
func (c *Cutter) behindDay(p *para, at int) []part {
	end := len(p.text)
	if i := strings.IndexAny(p.text[at:], "|·•"); i >= 0 {
		end = at + i
	}
	for i, w := range p.words {
		if kind, n := c.bylines.kindAt(p.words, i); w.start >= at && kind == "author" && i+n < p.n && p.words[i+n].start < end {
			return c.names(p.text, part{p.words[i+n].start, end})
		}
	}
	return nil
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
				if kind == "at" && c.goesOn(p, i+1, end) {
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

// goesOn reports whether a name goes on at the i-th word: with a capital, behind one short
// word at most.
func (c *Cutter) goesOn(p *para, i, end int) bool {
	for k := i; k < len(p.words) && k <= i+1 && p.words[k].end <= end; k++ {
		if unicode.IsUpper(firstRune(p.text[p.words[k].start:])) {
			return true
		}
		if len(p.words[k].fold) > 3 {
			return false
		}
	}
	return false
}
