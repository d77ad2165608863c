package clip

import "strings"

// maxHeader is how many lines the header of a letter has at most that was saved as text.
const maxHeader = 12

// lettersAsText reads a page that holds letters as text, each below its header: “From: …”,
// “Date: …”, “Subject: …”. The first header stands at the page's top: headers further down only
// are quoted by a text.
func (l *layout) lettersAsText() []entry {
	var rs []entry
	for i := 0; i < len(l.ps); i++ {
		if len(rs) == 0 && (i > 6 || l.ps[i].kind == kProse && l.ps[i].n >= 12) {
			return nil
		}
		subject, end := l.header(i)
		if subject < 0 {
			continue
		}
		if len(rs) > 0 {
			rs[len(rs)-1].to = i
		}
		rs = append(rs, entry{from: i, to: len(l.ps), headline: subject})
		i = end - 1
	}
	return rs
}

// header gives the line of a letter's header that has the subject, and where the header ends;
// -1 when none begins at i.
func (l *layout) header(i int) (subject, end int) {
	subject, end = -1, i
	who, when := false, false
	for at, kind := range l.headLines(i, maxHeader, true) {
		end = at + 1
		switch kind {
		case "from":
			who = true
		case "subject":
			subject = at
		case "day":
			when = true
		}
	}
	if !who || !when || subject < 0 || !l.proseBelow(end) {
		return -1, 0
	}
	return subject, end
}

// proseBelow reports whether a text begins soon below a line.
func (l *layout) proseBelow(i int) bool {
	for j := i; j < len(l.ps) && j < i+8; j++ {
		if l.ps[j].kind == kProse && l.ps[j].n >= 5 {
			return true
		}
	}
	return false
}

// settleHeader settles the lines of a letter's header.
func (l *layout) settleHeader(r entry) {
	_, end := l.header(r.from)
	for i := r.from; i < end; i++ {
		p := &l.ps[i]
		at := strings.IndexByte(p.text, ':') + 1
		at += len(p.text[at:]) - len(strings.TrimLeft(p.text[at:], " \u00A0\t"))
		switch l.label(p) {
		case "subject":
			p.kind, p.mark, p.info, p.lead, p.split = kTitle, "", nil, at, len(p.text)
		case "day":
			l.entryDay(p)
		case "from":
			l.writer(p, at)
		default:
			p.settled()
		}
	}
}
