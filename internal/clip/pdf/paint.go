package pdf

import (
	"io"

	"github.com/ledongthuc/pdf"
)

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
// All that a document unpacks, again and again, is counted. One that ends inside a string is
// damaged.
func (w *walk) bounded(v pdf.Value) bool {
	left := int64(maxStream)
	var end hexEnd
	defer func() {
		if w.unpacked += maxStream - left; w.unpacked > maxUnpackings {
			panic(errEndless)
		}
	}()
	read := func(v pdf.Value) {
		if v.Kind() == pdf.Stream {
			n, _ := io.Copy(&end, io.LimitReader(v.Reader(), left+1))
			left -= n
		}
	}
	read(v)
	for i := 0; v.Kind() == pdf.Array && i < v.Len() && left >= 0; i++ {
		read(v.Index(i))
	}
	if end.open {
		panic(errOpen)
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

// count counts text, and letters that could not be told.
func (w *walk) count(n, lost int) {
	w.bytes += n
	w.lost += lost * len("\uFFFD")
	if w.bytes > maxText {
		panic(errEndless)
	}
}
