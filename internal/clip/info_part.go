package clip

import (
	"strings"
	"unicode/utf8"
)

// separators stand between the parts of a line about author, date and the like.
var separators = []string{"|", "//", "  ", "@", " – ", " — ", " - ", " -- ", "·", "•", " / ", ",", "\t"}

// split cuts a line from at on into parts, leaving out dates and times of day. hard
// says that something stronger than a comma stood between two parts.
func (c *Cutter) split(s string, at int, ds []dated) (parts []part, hard bool) {
	cut := func(start, end int) {
		p := part{start, end}
		t := strings.TrimFunc(s[start:end], func(r rune) bool { return isSpace(r) || strings.ContainsRune(",–—-|/:()[]•·>", r) })
		if t == "" {
			return
		}
		if t = c.unlabelled(t); t == "" || start > 0 && s[start-1] == '@' {
			return // what follows the sign is what somebody goes by on a site
		}
		p.start = start + strings.Index(s[start:end], t)
		p.end = p.start + len(t)
		if !clock(t) && !c.calendar(t) && !c.hour(t) {
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

// unlabelled takes a label of another day off a part's end: “at 6:01 am Updated”.
func (c *Cutter) unlabelled(s string) string {
	ws := wordsOf(s, 8)
	if len(ws) == 0 {
		return s
	}
	for i := max(0, len(ws)-3); i < len(ws); i++ {
		kind, n := c.furniture.kindAt(ws, i)
		if i+n == len(ws) && n > 0 && (kind == "updated" || kind == "published") {
			return strings.TrimRight(s[:ws[i].start], " ,|-–—")
		}
	}
	return s
}

// bylineParts reads “By A and B – Outlet – date”: the first parts are people.
func (c *Cutter) bylineParts(p *para, in *info, parts []part) *info {
	if len(parts) == 0 || len(parts) > 6 {
		return nil
	}
	for i, pt := range parts {
		names := c.names(p.text, pt)
		if i > 0 && (len(names) == 0 || c.masthead(pt.of(p.text)) || p.text[parts[i-1].end:pt.start] != ", " || c.outletBehind(p, parts, i)) {
			if in.outlet.end == 0 && c.outletLike(pt.of(p.text)) && (!in.after(pt) || c.masthead(pt.of(p.text))) {
				in.outlet = pt // behind the date stand sections
			}
			continue
		}
		if t := pt.of(p.text); i == 0 && len(names) == 1 && c.masthead(t) && !c.knownGiven(wordsOf(t, 2)) {
			in.outlet = pt
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
			if c.handle(p, pt, in) {
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

// outletBehind reports whether a part behind an author, and before the day, rather names an
// outlet than a second author: the author begins with a known given name, and it does not.
func (c *Cutter) outletBehind(p *para, parts []part, i int) bool {
	given := func(pt part) bool { return c.knownGiven(wordsOf(pt.of(p.text), 2)) }
	return given(parts[0]) && !given(parts[i])
}

// handle reports whether a part is a name that somebody goes by on a site, with day and hour
// behind it: “by river people Wednesday, May 3, 2006 at 4:15 PM”. It names no author.
func (c *Cutter) handle(p *para, pt part, in *info) bool {
	if len(in.dates) == 0 || len(strings.Fields(pt.of(p.text))) > 4 || sentenceEnd(p.text) {
		return false
	}
	rest := strings.TrimLeft(p.text[in.dates[0].end:], " ,|-–—")
	return rest != "" && (clock(rest) || c.hour(rest))
}

// after reports whether a part stands behind the line's first date.
func (in *info) after(pt part) bool { return len(in.dates) > 0 && pt.start > in.dates[0].start }

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
		case after && len(names) == 1 && c.surelyPerson(t):
			in.authors = append(in.authors, names...)
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
