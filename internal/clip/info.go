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

// separators stand between the parts of such a line.
var separators = []string{"|", "//", " – ", " — ", " - ", " -- ", "·", "•", " / ", ",", "\t"}

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

// split cuts a line from at on into parts, leaving out dates and times of day. hard
// says that something stronger than a comma stood between two parts.
func (c *Cutter) split(s string, at int, ds []dated) (parts []part, hard bool) {
	cut := func(start, end int) {
		p := part{start, end}
		t := strings.TrimFunc(s[start:end], func(r rune) bool { return isSpace(r) || strings.ContainsRune(",–—-|/:()[]•·>", r) })
		if t == "" {
			return
		}
		p.start = start + strings.Index(s[start:end], t)
		p.end = p.start + len(t)
		if !clock(t) && !c.calendar(t) {
			parts = append(parts, p)
		}
	}
	stretch := func(start, end int) {
		from := start
		for i := start; i < end; {
			n := 0
			for _, sep := range separators {
				if strings.HasPrefix(s[i:end], sep) {
					n = len(sep)
					hard = hard || sep != ","
					break
				}
			}
			if n == 0 {
				_, size := utf8.DecodeRuneInString(s[i:])
				i += size
				continue
			}
			cut(from, i)
			i += n
			from = i
		}
		cut(from, end)
	}
	for _, d := range ds {
		if d.start > at {
			stretch(at, d.start)
		}
		at = max(at, d.end)
	}
	if at < len(s) {
		stretch(at, len(s))
	}
	return parts, hard
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

// clock reports whether a part is a time of day, such as “10:19pm”.
func clock(s string) bool {
	return len(s) <= 14 && s[0] >= '0' && s[0] <= '9' && strings.ContainsAny(s, ":.h") && strings.IndexFunc(s, unicode.IsDigit) == 0 && len(strings.Fields(s)) <= 3
}

// bylineParts reads “By A and B – Outlet – date”: the first parts are people.
func (c *Cutter) bylineParts(p *para, in *info, parts []part) *info {
	if len(parts) == 0 || len(parts) > 6 {
		return nil
	}
	for i, pt := range parts {
		names := c.names(p.text, pt)
		if i > 0 && (len(names) == 0 || c.masthead(pt.of(p.text)) || p.text[parts[i-1].end:pt.start] != ", ") {
			if in.outlet.end == 0 && c.outletLike(pt.of(p.text)) {
				in.outlet = pt
			}
			continue
		}
		if i == 0 && len(names) == 0 {
			if c.nobody(pt.of(p.text)) {
				continue
			}
			if c.masthead(pt.of(p.text)) && len(strings.Fields(pt.of(p.text))) <= 6 {
				in.outlet = pt
				continue
			}
			return nil
		}
		in.authors = append(in.authors, names...)
	}
	if len(in.dates) == 0 && sentenceEnd(p.text) {
		return nil
	}
	return in
}

// plainParts reads a line without a word for “by”: “Name | date | Section”,
// “Outlet – date”, “Name, Outlet, date —”, “Place, date”, a date alone.
func (c *Cutter) plainParts(p *para, in *info, parts []part, hard bool) *info {
	if len(parts) == 0 {
		return in
	}
	if len(parts) > 6 {
		return nil
	}
	last := in.dates[len(in.dates)-1]
	for i, pt := range parts {
		t := pt.of(p.text)
		after := pt.start > last.start
		if after && c.furniturePart(t) {
			continue
		}
		if !c.partLike(t, hard) {
			return nil
		}
		switch names := c.names(p.text, pt); {
		case c.nobody(t), number(strings.Fields(t)[0]) > 0:
		case c.namesAfterBy(p.text, pt, in):
		case after && !c.masthead(t): // section names, counts of comments
		case len(parts) == 1 && !hard && !c.masthead(t) && strings.Contains(p.text[pt.end:], ",") && !strings.Contains(t, "."):
			in.dateline, in.place = true, pt // “Town, May 3, 2021”
		case c.masthead(t) || len(names) == 0 && i == 0:
			if in.outlet.end == 0 && c.outletLike(t) {
				in.outlet = pt
			}
		case len(names) == 0 || len(in.authors) > 0: // a place, a section
		default:
			in.authors = append(in.authors, names...)
		}
	}
	return in
}

// furniturePart reports whether a part begins with a furniture phrase: “Share this”.
func (c *Cutter) furniturePart(s string) bool {
	ws := wordsOf(s, 8)
	return len(c.furniture.at(ws, 0, nil).words) > 0
}

// namesAfterBy takes the people of a part that begins with a word for “by”.
func (c *Cutter) namesAfterBy(s string, pt part, in *info) bool {
	ws := wordsOf(pt.of(s), 12)
	kind, n := c.bylines.kindAt(ws, 0)
	if kind != "author" || len(ws) <= n {
		return false
	}
	names := c.names(s, part{pt.start + ws[n].start, pt.end})
	in.authors = append(in.authors, names...)
	in.byline = in.byline || len(names) > 0
	return len(names) > 0
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
