package clip

import "strings"

// numbered finds headlines that are numbered like the items of a list, as digests have
// them: “3. HEADLINE” with a line about author or date right below, and text below that.
func (l *layout) numbered() {
	for i := range l.ps {
		p := &l.ps[i]
		if p.kind != kItem || i+2 >= len(l.ps) || l.ps[i+1].gap > 0 || l.ps[i+1].kind != kInfo && l.ps[i+1].kind != kDate || !l.textSoon(i+1) {
			continue
		}
		if at := p.words[0].end; p.n >= 4 && number(p.words[0].fold) > 0 && titleLike(strings.TrimLeft(p.text[at:], ".) "), p.n-1) {
			p.kind, p.lead = kTitle, p.words[1].start
		}
	}
}
