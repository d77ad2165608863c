package clip

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// info is what a line beside a headline says: who wrote, where, when.
type info struct {
	byline   bool   // a word for “by” stands in it
	authors  []part // names of people
	outlet   part
	dates    []dated
	dateline bool // a place, with or without a date
	place    part
}

func (in *info) dateOnly() bool {
	return len(in.dates) > 0 && len(in.authors) == 0 && in.outlet.end == 0 && !in.dateline && !in.byline
}

// bare reports whether a line has only a name or a date in it, without a word for
// “by” and without an outlet.
func (in *info) bare() bool { return !in.byline && in.outlet.end == 0 }

// maxInfo is the number of words that a line about author and date has at most.
const maxInfo = 26

// infoLine reads a line that says who wrote, where and when, and nothing else; nil
// when the line is none.
func (c *Cutter) infoLine(p *para) *info {
	if p.n > maxInfo || p.heading() > 0 || strings.Contains(p.text, "(@") {
		return nil // with a handle in brackets it names the author of a quoted post
	}
	in := &info{dates: c.datesIn(p.text, p.words)}
	at, by := c.bylineWord(p)
	in.byline = by
	if !by && len(in.dates) == 0 {
		return nil
	}
	if end := strings.TrimSpace(p.text); strings.HasSuffix(end, ".") && !by && p.n > 8 {
		return nil
	}
	parts, hard := c.split(p.text, at, in.dates)
	if by {
		return c.bylineParts(p, in, parts)
	}
	return c.plainParts(p, in, parts, hard)
}

// bylineWord reports whether the line begins with a word for “by”; at is where what
// follows begins.
func (c *Cutter) bylineWord(p *para) (at int, ok bool) {
	kind, n := c.bylines.kindAt(p.words, 0)
	if kind != "author" || p.n <= n || p.words[0].start > 3 {
		return 0, false
	}
	if c.month(p.words[n]) > 0 || c.dayNumber(p.words[n]) > 0 {
		return 0, false // “By March 1, …”
	}
	at = p.words[n-1].end
	return at + len(p.text[at:]) - len(strings.TrimLeft(p.text[at:], ": \u00A0")), true
}

// calendar reports whether a part has only words of dates: “Thursday”.
func (c *Cutter) calendar(s string) bool {
	ws := wordsOf(s, 4)
	for _, w := range ws {
		if kind, _ := c.dates.kindAt([]word{w}, 0); kind == "" {
			return false
		}
	}
	return len(ws) > 0
}

// hour reports whether a part is a time of day behind small words of dates: “at 9:15 am”, “a las
// 9:15”.
func (c *Cutter) hour(s string) bool {
	for _, w := range wordsOf(s, 3) {
		if kind, _ := c.dates.kindAt([]word{w}, 0); kind != "filler" {
			return w.start > 0 && clock(s[w.start:])
		}
	}
	return false
}

// clock reports whether a part is a time of day, such as “10:19pm”.
func clock(s string) bool {
	return len(s) <= 14 && s[0] >= '0' && s[0] <= '9' && strings.ContainsAny(s, ":.h") && strings.IndexFunc(s, unicode.IsDigit) == 0 && len(strings.Fields(s)) <= 3
}

// sentenceEnd reports whether a line ends as a sentence does, and not with an
// initial or “Jr.”.
func sentenceEnd(s string) bool {
	s = strings.TrimRight(s, " \u00A0\"”’»)")
	if !strings.HasSuffix(s, ".") {
		return strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
	}
	s = s[:len(s)-1]
	last := strings.TrimLeftFunc(s[max(0, strings.LastIndexFunc(s, func(r rune) bool { return isSpace(r) || r == '.' })):], func(r rune) bool { return isSpace(r) || r == '.' })
	return len(last) > 3
}

// titleWithByline reads “Headline / By X”: it notes where the headline ends.
func (c *Cutter) titleWithByline(p *para) bool {
	if p.n > maxTitle+8 || p.n < 4 {
		return false
	}
	for i := p.n - 2; i >= 2; i-- {
		gap := between(p.text, p.words, i)
		sep := strings.TrimSpace(strings.TrimLeft(gap, ".?!\"'”’»)…"))
		if sep == "" || !strings.ContainsAny(sep, "/|–—") || utf8.RuneCountInString(sep) > 2 {
			continue
		}
		kind, n := c.bylines.kindAt(p.words, i)
		if kind != "author" || i+n >= p.n {
			continue
		}
		rest := para{text: p.text[p.words[i].start:]}
		rest.words = wordsOf(rest.text, maxInfo)
		rest.n = len(rest.words)
		in := c.infoLine(&rest)
		if in == nil || len(in.authors) == 0 && in.outlet.end == 0 {
			continue
		}
		in.shift(p.words[i].start)
		p.info, p.split = in, p.words[i-1].end
		if tail := strings.TrimRight(gap, " /|–—\u00A0\t"); tail != "" {
			p.split += len(tail)
		}
		return true
	}
	return false
}

// shift moves all places by n bytes.
func (in *info) shift(n int) {
	for i := range in.authors {
		in.authors[i].start += n
		in.authors[i].end += n
	}
	for i := range in.dates {
		in.dates[i].start += n
		in.dates[i].end += n
	}
	if in.outlet.end > 0 {
		in.outlet.start += n
		in.outlet.end += n
	}
}
