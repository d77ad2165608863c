package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

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
	if v.IsNull() || !p.bounded(v.Key("ToUnicode")) {
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
