package pdf

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

func (p *painter) showAll(list pdf.Value) {
	for i := 0; i < list.Len(); i++ {
		if v := list.Index(i); v.Kind() == pdf.String {
			p.show(v.RawString())
		} else {
			p.text = matrix{1, 0, 0, 1, -v.Float64() / 1000 * p.size * p.scale, 0}.mul(p.text)
		}
	}
}

// show shows a string: its letters go to the line under way, or begin a new one.
func (p *painter) show(raw string) {
	if p.font == nil || raw == "" {
		return
	}
	s, width := p.font.decode(raw)
	letters := float64(len(raw))
	if p.font.wide {
		letters /= 2
	}
	advance := (width*p.size + letters*p.chars + float64(strings.Count(raw, " "))*p.words) * p.scale
	at := matrix{1, 0, 0, 1, 0, p.rise}.mul(p.text).mul(p.ctm)
	p.text = matrix{1, 0, 0, 1, advance, 0}.mul(p.text)
	end := p.text.mul(p.ctm)
	size := p.size * math.Hypot(at.c, at.d)
	p.put(s, at.e, at.f, end.e, math.Abs(size))
}

// put adds letters that stand at (x, y), up to end, to the lines.
func (p *painter) put(s string, x, y, end, size float64) {
	if !(math.Abs(x) < 1e6 && math.Abs(y) < 1e6 && size > 0 && size < 1e4) {
		return
	}
	p.count(len(s), strings.Count(s, "\uFFFD"))
	l := &p.cur
	gap := x - l.end
	if p.open && math.Abs(y-l.y) < 0.5*max(size, l.size) && gap > -2*size && len(l.text) < maxLine {
		if !strings.HasSuffix(l.text, " ") && !strings.HasPrefix(s, " ") {
			switch {
			case gap > 4*size:
				l.text += "\t"
			case gap > 0.17*size:
				l.text += " "
			}
		}
		l.text += s
		l.end = end
		return
	}
	if strings.TrimSpace(s) == "" {
		return
	}
	p.endLine()
	p.cur, p.open = line{s, x, y, end, size}, true
}

func (p *painter) endLine() {
	if p.open {
		p.cur.text = strings.Join(strings.FieldsFunc(p.cur.text, func(r rune) bool { return r == ' ' || r == '\u00A0' }), " ")
		if p.cur.text != "" {
			p.lines = append(p.lines, p.cur)
		}
	}
	p.cur, p.open = line{}, false
}
