package clip

import (
	"strings"
	"unicode"
)

// telexes reports whether a page holds reports of an agency one after another: at least
// two headlines with a text right below that begins with place and day or agency.
func (l *layout) telexes() bool {
	n := 0
	for i := range l.ps {
		if l.datelined(i) {
			n++
		}
	}
	if n < 2 {
		return false
	}
	for i := range l.ps { // initials without a slash could be words elsewhere
		p := &l.ps[i]
		if p.kind == kProse && p.n == 1 && len(p.text) <= 3 && p.text == strings.ToLower(p.text) && p.gap > 0 && (i+1 == len(l.ps) || l.datelined(i+1)) {
			p.kind = kNav
		}
	}
	return true
}

// datelined reports whether a headline stands right above a text that begins with a
// dateline which has a day or an agency in it: “TOWN, May 3 (Agency) — ”.
func (l *layout) datelined(i int) bool {
	if l.ps[i].kind != kTitle || l.ps[i].n < 4 {
		return false
	}
	j := i + 1
	for j < len(l.ps) && (l.ps[j].kind == kCaption || l.ps[j].kind == kCredit || l.ps[j].kind == kInfo) {
		j++
	}
	if j == len(l.ps) || l.ps[j].kind != kProse || l.ps[j].n < 12 {
		return false
	}
	head := l.ps[j].text[:l.inlineDateline(&l.ps[j])]
	return strings.Contains(head, "(") || strings.IndexFunc(head, unicode.IsDigit) > 0
}

// initials reports whether a line is only the initials of those who worked on a telex:
// “lap/jr”.
func initials(s string) bool {
	if len(s) > 14 || strings.IndexFunc(s, unicode.IsSpace) >= 0 {
		return false
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '-' }) {
		if len(part) > 4 || strings.IndexFunc(part, func(r rune) bool { return r < 'a' || r > 'z' }) >= 0 {
			return false
		}
	}
	return strings.Contains(s, "/")
}
