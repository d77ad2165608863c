package pdf

import (
	"io"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
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
)

// draw follows one stream of operators.
func (p *painter) draw(contents, resources pdf.Value, at matrix, depth int) {
	if contents.IsNull() || depth > maxForms || !bounded(contents) {
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
func bounded(v pdf.Value) bool {
	left := int64(maxStream)
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

// font tells which letters a string is, and how wide they are.
type font struct {
	enc    pdf.TextEncoding
	wide   bool // two bytes a letter
	fix    bool // letters that the library left as bytes
	first  int
	widths []float64       // thousandths of the size, from first on
	known  map[int]float64 // of wide letters
	usual  float64
	memo   map[string]string
}

// fontNamed gives a font of the page.
func (p *painter) fontNamed(resources pdf.Value, name string) *font {
	if f, ok := p.fonts[name]; ok {
		return f
	}
	v := resources.Key("Font").Key(name)
	if v.IsNull() || !bounded(v.Key("ToUnicode")) {
		return nil
	}
	lib := pdf.Font{V: v}
	f := &font{usual: 500, memo: map[string]string{}}
	p.fonts[name] = f
	f.enc = lib.Encoder()
	f.fix = v.Key("Encoding").Kind() == pdf.Dict
	if v.Key("Subtype").Name() == "Type0" {
		f.wide = true
		d := v.Key("DescendantFonts").Index(0)
		if w := d.Key("DW"); !w.IsNull() {
			f.usual = w.Float64()
		}
		f.wideWidths(d.Key("W"))
		return f
	}
	f.first = lib.FirstChar()
	for i, w := range lib.Widths() {
		if i < 256 {
			f.widths = append(f.widths, w)
		}
	}
	return f
}

// wideWidths reads “c [w w …]” and “from to w” (ISO 32000, 9.7.4.3).
func (f *font) wideWidths(w pdf.Value) {
	f.known = map[int]float64{}
	for i := 0; i+1 < w.Len() && len(f.known) < 1<<16; {
		from := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for j := 0; j < min(list.Len(), 1<<16); j++ {
				f.known[from+j] = list.Index(j).Float64()
			}
			i += 2
			continue
		}
		to := int(w.Index(i + 1).Int64())
		for c := from; c <= to && c < from+1<<16 && len(f.known) < 1<<16; c++ {
			f.known[c] = w.Index(i + 2).Float64()
		}
		i += 3
	}
}

// decode gives a string's letters, and its width in sizes.
func (f *font) decode(raw string) (s string, width float64) {
	if f.wide {
		for i := 0; i+1 < len(raw); i += 2 {
			w, ok := f.known[int(raw[i])<<8|int(raw[i+1])]
			if !ok {
				w = f.usual
			}
			width += w / 1000
		}
	} else {
		for i := 0; i < len(raw); i++ {
			w := f.usual
			if c := int(raw[i]) - f.first; c >= 0 && c < len(f.widths) {
				w = f.widths[c]
			}
			width += w / 1000
		}
	}
	s, ok := f.memo[raw]
	if !ok {
		s = f.letters(raw)
		if len(f.memo) < 1<<14 && len(raw) < 64 {
			f.memo[raw] = s
		}
	}
	return s, width
}

// ligatures are letters that a font joins and a reader does not.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

func (f *font) letters(raw string) string {
	s := f.enc.Decode(raw)
	if !utf8.ValidString(s) { // bytes that no table explains
		if f.wide {
			return strings.Repeat("\uFFFD", (len(raw)+1)/2)
		}
		b, _ := charmap.Windows1252.NewDecoder().String(raw)
		s = b
	}
	return ligatures.Replace(strings.Map(func(r rune) rune {
		switch {
		case f.fix && r >= 0x80 && r < 0xA0: // Western letters are the usual base
			return charmap.Windows1252.DecodeByte(byte(r))
		case r == '\u00AD':
			return '-'
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < ' ' || r == 0x7f:
			return -1
		}
		return r
	}, s))
}
