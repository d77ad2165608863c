package clip

import (
	"slices"
	"strings"

	"stemma/lang"
)

// loneNames finds authors whose names stand alone on a line, without a word for “by”:
// between a headline and a date or the text.
func (l *layout) loneNames() {
	body := l.firstBody()
	for i := 0; i < len(l.ps) && i < body+4; i++ {
		p := &l.ps[i]
		if l.unsigned(i) {
			p.kind, p.info = kInfo, &info{byline: true}
			continue
		}
		if i > body && !(l.knownGiven(p.words) && i+1 < len(l.ps) && l.ps[i+1].kind == kDate) {
			continue // below a standfirst
		}
		if p.kind != kTitle || p.n < 2 || p.n > 4 || p.heading() > 0 || l.masthead(p.text) || p.text == strings.ToUpper(p.text) {
			continue
		}
		names := l.names(p.text, part{0, len(p.text)})
		if at := strings.IndexByte(p.text, ','); at > 0 && l.knownGiven(p.words) && l.nameLike(p) {
			names = l.names(p.text, part{0, at}) // “Name, Town”
		}
		if !l.knownGiven(p.words) && l.anyOrdinary(p.words) {
			continue
		}
		if len(names) == 0 || i+1 >= len(l.ps) || i == 0 && !l.knownGiven(p.words) {
			continue // a page begins with its own name
		}
		headlineAbove := i > 0 && (l.ps[i-1].kind == kTitle && l.ps[i-1].n >= 5 || i > body)
		next := &l.ps[i+1]
		headlineBelow := next.kind == kDate && i+2 < len(l.ps) && l.ps[i+2].kind == kTitle && l.ps[i+2].n >= 4
		if headlineAbove && (next.kind == kDate || next.n >= 8 && (next.kind == kProse || next.kind == kTitle)) || headlineBelow {
			p.kind, p.info = kInfo, &info{authors: names}
		}
	}
}

// anyOrdinary reports whether one of the words is an ordinary one: “View Photos” is nobody.
func (c *Cutter) anyOrdinary(ws []word) bool {
	return slices.ContainsFunc(ws, func(w word) bool { return len(w.fold) > 3 && c.isOrdinary(w) })
}

// isOrdinary reports whether a word is an ordinary one of a language that is read.
func (c *Cutter) isOrdinary(w word) bool {
	return slices.ContainsFunc(c.ordinary, func(o ordinary) bool { return o.list.Has(w.fold) })
}

// unsigned reports whether a line above a day says that no author is named: “Newsroom”,
// “Redacción EC”.
func (l *layout) unsigned(i int) bool {
	p := &l.ps[i]
	if p.kind != kTitle || p.n > 3 || i+1 == len(l.ps) || l.ps[i+1].kind != kDate {
		return false
	}
	kind, _ := l.bylines.kindAt(p.words, 0)
	return kind == "nobody"
}

// knownGiven reports whether words begin with a given name that is no other word.
func (c *Cutter) knownGiven(ws []word) bool {
	return len(ws) > 0 && slices.ContainsFunc(c.givenNames, func(l *lang.List) bool {
		v, ok := l.Value(ws[0].fold)
		return ok && !lang.Flag(v, "weak")
	})
}

// loneAuthors finds authors whose names stand alone on the line right below each headline
// of a page, with a town below at most, then the text: at least two headlines have one.
func (l *layout) loneAuthors() {
	var at []int
	for i := 0; i+2 < len(l.ps); i++ {
		if p := &l.ps[i]; p.kind == kTitle && p.n >= 4 && (i == 0 || p.gap > 0) && l.loneAuthor(i+1) {
			at = append(at, i+1)
		}
	}
	if len(at) < 2 {
		return
	}
	for _, i := range at {
		p, q := &l.ps[i], &l.ps[i+1]
		p.kind, p.info = kInfo, &info{authors: l.names(p.text, part{0, len(p.text)})}
		if q.kind == kTitle {
			q.kind, q.info = kDateline, &info{dateline: true, place: part{0, len(q.text)}}
		}
	}
}

// loneAuthor reports whether a line has only a person's name, a line with a town may stand
// right below, and a text below that.
func (l *layout) loneAuthor(i int) bool {
	p := &l.ps[i]
	if p.kind != kTitle || p.gap > 0 || p.n < 2 || p.n > 4 || !l.knownGiven(p.words) || len(l.names(p.text, part{0, len(p.text)})) != 1 {
		return false
	}
	j := i + 1
	if q := &l.ps[j]; q.kind == kTitle && q.gap == 0 && q.n <= 3 && l.nameLike(q) {
		j++
	}
	return j < len(l.ps) && l.ps[j].kind == kProse && l.ps[j].gap > 0 && l.ps[j].n >= 12
}
