package clip

import (
	"sort"
	"strings"
)

// entry is one article of a printout: what a news archive prints for it, from the line
// that begins it up to the next one's.
type entry struct {
	from, to int // paragraphs; half-open
	headline int
}

// printout reads a page that a news archive printed: articles one after another, each between
// lines such as “3 of 20 DOCUMENTS” and “LOAD-DATE: …”; or letters saved as text. It settles what
// the lines around the texts are, and leaves l.entries empty on any other page.
func (l *layout) printout() {
	for _, r := range l.borders() {
		if l.head(&r) {
			l.entries = append(l.entries, r)
		}
	}
	if len(l.entries) > 0 {
		return
	}
	l.entries = l.lettersAsText()
	for _, r := range l.entries {
		l.settleHeader(r)
	}
}

// entryOf gives the entry that a headline belongs to.
func (l *layout) entryOf(headline int) (entry, bool) {
	i := sort.Search(len(l.entries), func(i int) bool { return l.entries[i].headline >= headline })
	if i == len(l.entries) || l.entries[i].headline != headline {
		return entry{}, false
	}
	return l.entries[i], true
}

// borders cuts a page where entries begin or end; nothing when no line says so.
func (l *layout) borders() []entry {
	var rs []entry
	from, seen := 0, false
	cut := func(to int) {
		if to > from {
			rs = append(rs, entry{from: from, to: to, headline: -1})
		}
		from = to
	}
	for i := range l.ps {
		switch {
		case l.opensEntry(&l.ps[i]):
			cut(i)
			seen = true
		case l.closesEntry(&l.ps[i]):
			l.ps[i].kind, l.ps[i].mark, l.ps[i].info = kNav, "printed", nil
			cut(i + 1)
			seen = true
		}
	}
	if !seen {
		return nil
	}
	cut(len(l.ps))
	return rs
}

// opensEntry reports whether a line counts the entries: “3 of 20 DOCUMENTS”.
func (l *layout) opensEntry(p *para) bool {
	if p.n != 4 || number(p.words[0].fold) == 0 || number(p.words[2].fold) == 0 {
		return false
	}
	kind, _ := l.labels.kindAt(p.words, 3)
	return kind == "documents"
}

// closesEntry reports whether a line ends an entry: “End of Document”, or the archive's
// number of it behind “Document”.
func (l *layout) closesEntry(p *para) bool {
	kind, n := l.labels.kindAt(p.words, 0)
	if kind != "end" {
		return false
	}
	return p.n == n && n > 1 || p.n == n+1 && len(p.words[n].fold) >= 16 && strings.ContainsAny(p.words[n].fold, "0123456789")
}

// announced gives what the label at a line's beginning announces, and where what follows
// begins; "" when the line has none. “Body” stands alone; others have a colon.
func (l *layout) announced(p *para) (kind string, at int) {
	kind, n := l.labels.kindAt(p.words, 0)
	if n == 0 || p.words[0].start > 0 {
		return "", 0
	}
	at = p.words[n-1].end
	if p.n == n && kind == "body" {
		return kind, len(p.text)
	}
	if !strings.HasPrefix(p.text[at:], ":") {
		return "", 0
	}
	at++
	return kind, at + len(p.text[at:]) - len(strings.TrimLeft(p.text[at:], " \u00A0\t"))
}

// counts reports whether a line counts the words of a text: “312 words”.
func (l *layout) counts(p *para) bool {
	if p.n < 2 || p.n > 3 {
		return false
	}
	kind, _ := l.labels.kindAt(p.words, p.n-1)
	return kind == "count" && number(p.words[0].fold) > 0
}

// origin makes a line the name of the outlet.
func (p *para) origin(at int) {
	p.kind, p.mark, p.info = kInfo, "printed", &info{outlet: part{at, len(p.text)}}
}

// settled marks a line of an entry as none of its text.
func (p *para) settled() {
	if p.kind != kInfo && p.kind != kDate && p.kind != kCopyright {
		p.kind, p.mark, p.info = kNav, "printed", nil
	}
}

// writer reads the people behind a byline's label.
func (l *layout) writer(p *para, at int) {
	ws := wordsOf(p.text[at:], maxInfo)
	if kind, n := l.bylines.kindAt(ws, 0); kind == "author" && len(ws) > n {
		at += ws[n].start
	}
	end := len(p.text)
	if i := strings.IndexAny(p.text[at:], ",;<("); i > 0 {
		end = at + i
	}
	p.kind, p.mark, p.info = kInfo, "printed", &info{byline: true, authors: l.names(p.text, part{at, end})}
}

// entryDay reads the day behind a label.
func (l *layout) entryDay(p *para) {
	if ds := l.datesIn(p.text, p.words); len(ds) > 0 {
		p.kind, p.mark, p.info = kDate, "printed", &info{dates: ds}
		return
	}
	p.settled()
}

// headlines gives the headlines of all entries.
func (l *layout) headlines() []int {
	var at []int
	for _, r := range l.entries {
		at = append(at, r.headline)
	}
	return at
}
