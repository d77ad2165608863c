package readable

import (
	"golang.org/x/net/html/atom"
)

// content is what is counted below an element to tell text from what looks fishy.
type content struct {
	chars                                count // all of it
	linked                               float64
	text, listed, headed                 count // inside elements of text, of lists, of headings
	commas                               int
	paras, images, items, inputs, embeds int
	video                                bool
	last                                 int32 // the last text that is not white space
}

// within says which counts of a content a text adds to.
type within struct {
	text, listed, headed bool
	link                 *count
}

func (f *finder) count(c *content, in within, at int32) {
	x := &f.nodes[at]
	if x.is&isText != 0 {
		c.chars.add(x)
		if x.chars > 0 {
			c.last = at
		}
		c.commas += int(x.commas)
		if in.text {
			c.text.add(x)
		}
		if in.listed {
			c.listed.add(x)
		}
		if in.headed {
			c.headed.add(x)
		}
		if in.link != nil {
			in.link.add(x)
		}
		return
	}
	switch x.tag {
	case atom.A:
		var own count
		in.link = &own
		f.countBelow(c, in, at)
		c.linked += float64(own.chars) * x.linkWeight()
		return
	case atom.Ul, atom.Ol:
		in.listed = true
		c.listed.anew()
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		in.headed = true
		c.headed.anew()
	case atom.P:
		c.paras++
	case atom.Img:
		c.images++
	case atom.Li:
		c.items++
	case atom.Input:
		c.inputs++
	case atom.Object, atom.Embed, atom.Iframe:
		c.embeds++
		c.video = c.video || x.is&video != 0
	}
	switch x.tag {
	case atom.Blockquote, atom.Dl, atom.Div, atom.Img, atom.Ol, atom.P, atom.Pre, atom.Table, atom.Ul, atom.Span, atom.Li, atom.Td:
		in.text = true
		c.text.anew()
	}
	f.countBelow(c, in, at)
}

func (f *finder) countBelow(c *content, in within, at int32) {
	for k := f.nodes[at].first; k != 0; k = f.nodes[k].next {
		f.count(c, in, k)
	}
}

// cleanFishy cuts off the elements of a name that do not look like text, inner ones
// first.
func (f *finder) cleanFishy(article int32, tag atom.Atom) {
	if f.keepAll {
		return
	}
	f.list = f.all(f.list[:0], article, tag)
	for i := len(f.list) - 1; i >= 0; i-- {
		if at := f.list[i]; f.fishy(at, tag) {
			f.cut(at)
		}
	}
}

// fishy reports whether an element looks like something else than text: by its class, or
// where it has few commas, by pictures, lists, forms and links in it.
func (f *finder) fishy(at int32, tag atom.Atom) bool {
	if tag == atom.Table && f.nodes[at].is&table != 0 || f.inTable(at) || f.under(at, atom.Code, 4) {
		return false
	}
	weight := f.weight(at)
	if weight < 0 {
		return true
	}
	var c content
	f.countBelow(&c, within{}, at)
	if c.video || c.commas >= 10 {
		return false
	}
	list := tag == atom.Ul || float64(c.listed.chars) > 0.9*float64(c.chars.chars)
	if c.last != 0 && label(f.nodes[c.last].src.Data) {
		return true
	}
	if !f.odd(at, &c, weight, list) {
		return false
	}
	return !list || !f.gallery(at, &c)
}

// odd weighs what was counted in an element.
func (f *finder) odd(at int32, c *content, weight int, list bool) bool {
	var text, linked, headed float64
	if all := float64(c.chars.chars); all > 0 {
		text, linked, headed = float64(c.text.chars)/all, c.linked/all, float64(c.headed.chars)/all
	}
	switch {
	case c.images > 1 && 2*c.paras < c.images && !f.under(at, atom.Figure, 4):
	case !list && c.items-100 > c.paras:
	case c.inputs > c.paras/3:
	case !list && headed < 0.9 && c.chars.chars < minParagraph && (c.images == 0 || c.images > 2) && linked > 0 && !f.under(at, atom.Figure, 4):
	case !list && weight < 25 && linked > 0.2:
	case weight >= 25 && linked > 0.5:
	case c.embeds == 1 && c.chars.chars < 75 || c.embeds > 1:
	case c.images == 0 && text == 0:
	default:
		return false
	}
	return true
}

// gallery reports whether a list is one of pictures alone, one in each item.
func (f *finder) gallery(at int32, c *content) bool {
	for k := f.firstElement(at); k != 0; k = f.nextElement(k) {
		if one := f.firstElement(k); one != 0 && f.nextElement(one) != 0 {
			return false
		}
	}
	return c.images == c.items
}
