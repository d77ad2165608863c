package pdf

import (
	"io"
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

// matrix is an affine map: x' = ax + cy + e, y' = bx + dy + f (ISO 32000, 8.3.3).
type matrix struct{ a, b, c, d, e, f float64 }

var unit = matrix{a: 1, d: 1}

// mul gives the map that does m first, then n.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// state is what q and Q save and bring back.
type state struct {
	ctm                       matrix
	font                      *font
	size, chars, words, scale float64
	leading, rise             float64
}

// painter follows the operators of a page that show text.
type painter struct {
	*walk
	state
	saved      []state
	text, next matrix // of the letter, of the line
	fonts      map[string]*font
	lines      []line
	cur        line
	open       bool
}

const (
	maxSaved  = 256
	maxForms  = 4        // forms within one another
	maxStream = 32 << 20 // bytes of one page's drawing
	maxLine   = 8 << 10  // bytes of a line

	maxUnpackings = 192 << 20 // bytes of all drawings of a document, each as often as it is used
)

// draw follows one stream of operators.
func (p *painter) draw(contents, resources pdf.Value, at matrix, depth int) {
	if contents.IsNull() || depth > maxForms || !p.bounded(contents) {
		return
	}
	outer, fonts := p.state, p.fonts
	p.state = state{ctm: at, scale: 1}
	p.fonts = map[string]*font{}
	pdf.Interpret(contents, func(stack *pdf.Stack, op string) {
		if p.steps--; p.steps < 0 {
			panic(errEndless)
		}
		args := make([]pdf.Value, min(stack.Len(), 6))
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		for stack.Len() > 0 {
			stack.Pop()
		}
		if op == "Do" && len(args) == 1 {
			p.form(resources, args[0].Name(), depth)
			return
		}
		p.do(op, args, resources)
	})
	p.state, p.fonts = outer, fonts
}

// bounded reports whether a stream, or a list of them, unpacks to what a page may have.
// All that a document unpacks, again and again, is counted.
func (w *walk) bounded(v pdf.Value) bool {
	left := int64(maxStream)
	defer func() {
		if w.unpacked += maxStream - left; w.unpacked > maxUnpackings {
			panic(errEndless)
		}
	}()
	read := func(v pdf.Value) {
		if v.Kind() == pdf.Stream {
			n, _ := io.Copy(io.Discard, io.LimitReader(v.Reader(), left+1))
			left -= n
		}
	}
	read(v)
	for i := 0; v.Kind() == pdf.Array && i < v.Len() && left >= 0; i++ {
		read(v.Index(i))
	}
	return left >= 0
}

// form draws a form, which is a drawing that is used by name.
func (p *painter) form(resources pdf.Value, name string, depth int) {
	x := resources.Key("XObject").Key(name)
	if x.Key("Subtype").Name() != "Form" {
		return
	}
	at := p.ctm
	if m, ok := sixNumbers(values(x.Key("Matrix"))); ok {
		at = m.mul(at)
	}
	own := x.Key("Resources")
	if own.IsNull() {
		own = resources
	}
	text, next := p.text, p.next
	p.draw(x, own, at, depth+1)
	p.text, p.next = text, next
}

func values(v pdf.Value) (list []pdf.Value) {
	for i := 0; i < min(v.Len(), 6); i++ {
		list = append(list, v.Index(i))
	}
	return list
}

func sixNumbers(v []pdf.Value) (m matrix, ok bool) {
	if len(v) != 6 {
		return m, false
	}
	return matrix{v[0].Float64(), v[1].Float64(), v[2].Float64(), v[3].Float64(), v[4].Float64(), v[5].Float64()}, true
}

// do follows one operator (ISO 32000, 8.4.4 and 9.3–9.4). One with too few operands is
// passed over.
func (p *painter) do(op string, args []pdf.Value, resources pdf.Value) {
	number := func(i int) float64 {
		if i < len(args) {
			return args[i].Float64()
		}
		return 0
	}
	if p.place(op, number) {
		return
	}
	switch op {
	case "q":
		if len(p.saved) < maxSaved {
			p.saved = append(p.saved, p.state)
		}
	case "Q":
		if n := len(p.saved); n > 0 {
			p.state, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		if m, ok := sixNumbers(args); ok {
			p.ctm = m.mul(p.ctm)
		}
	case "BT":
		p.text, p.next = unit, unit
	case "Tf":
		if len(args) == 2 {
			p.font, p.size = p.fontNamed(resources, args[0].Name()), args[1].Float64()
		}
	case "Tm":
		if m, ok := sixNumbers(args); ok {
			p.text, p.next = m, m
		}
	case "'", "\"":
		if op == "\"" {
			p.words, p.chars = number(0), number(1)
		}
		p.move(0, -p.leading)
		fallthrough
	case "Tj":
		if len(args) > 0 {
			p.show(args[len(args)-1].RawString())
		}
	case "TJ":
		if len(args) > 0 {
			p.showAll(args[len(args)-1])
		}
	}
}

// place follows the operators that say where text stands; it reports whether op is one.
func (p *painter) place(op string, number func(int) float64) bool {
	switch op {
	case "Tc":
		p.chars = number(0)
	case "Tw":
		p.words = number(0)
	case "Tz":
		p.scale = number(0) / 100
	case "TL":
		p.leading = number(0)
	case "Ts":
		p.rise = number(0)
	case "TD":
		p.leading = -number(1)
		p.move(number(0), number(1))
	case "Td":
		p.move(number(0), number(1))
	case "T*":
		p.move(0, -p.leading)
	default:
		return false
	}
	return true
}

func (p *painter) move(x, y float64) {
	p.next = matrix{1, 0, 0, 1, x, y}.mul(p.next)
	p.text = p.next
}

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

// count counts text, and letters that could not be told.
func (w *walk) count(n, lost int) {
	w.bytes += n
	w.lost += lost * len("\uFFFD")
	if w.bytes > maxText {
		panic(errEndless)
	}
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
