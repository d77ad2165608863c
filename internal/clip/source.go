package clip

import "strings"

// sources tells what “Source: X” is on this page: where the text comes from, when it
// stands beside a headline's lines or ends the text; else a line of its own kind, such as
// the last one of a table.
func (l *layout) sources() {
	for i := range l.ps {
		p := &l.ps[i]
		if p.kind != kSource {
			continue
		}
		if strings.Contains(p.text, "://") || strings.Contains(p.text, "www.") {
			p.kind, p.mark, p.info = kNav, "", nil
			continue
		}
		if p.info != nil && p.info.outlet.end > 0 && (l.besideInfo(i) || l.endsText(i)) {
			p.kind, p.mark = kProvenance, "provenance"
			continue
		}
		p.mark, p.info = "", nil
		p.kind = l.plainKind(p)
	}
}

// besideInfo reports whether a line about author or date stands next to a line.
func (l *layout) besideInfo(i int) bool {
	info := func(j int) bool {
		return j >= 0 && j < len(l.ps) && (l.ps[j].kind == kInfo || l.ps[j].kind == kDate || l.ps[j].kind == kDateline || l.ps[j].kind == kPosted)
	}
	return info(i-1) || info(i+1)
}

// endsText reports whether a text stands above a line and none goes on below it.
func (l *layout) endsText(i int) bool {
	if i == 0 || l.ps[i-1].kind != kProse {
		return false
	}
	return i+1 == len(l.ps) || l.ps[i+1].kind != kProse && l.ps[i+1].kind != kItem
}
