package readable

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// kept gives the texts and elements of what was found.
func (f *found) kept() Kept {
	k := Kept{Texts: map[*html.Node]bool{}, Elements: map[*html.Node]bool{}}
	f.keep(&k, f.article, false)
	return k
}

// keep collects the texts and elements below a node; filling says that it is all that
// the box around it holds.
func (f *found) keep(k *Kept, at int32, filling bool) {
	x := &f.nodes[at]
	if x.is&isText != 0 {
		if x.chars > 0 {
			k.Texts[x.src] = true
		}
		return
	}
	if x.src != nil {
		k.Elements[x.src] = !filling
	}
	inner := int32(0)
	if at != f.article && (x.tag == atom.Div || x.tag == atom.Section) {
		inner = f.filling(at)
	}
	for c := x.first; c != 0; c = f.nodes[c].next {
		f.keep(k, c, c == inner)
	}
}

// filling gives the one box in a box that has neither text nor other elements, but for
// empty paragraphs, else 0.
func (f *found) filling(at int32) int32 {
	one := int32(0)
	for k := f.nodes[at].first; k != 0; k = f.nodes[k].next {
		switch x := &f.nodes[k]; {
		case x.is&isText != 0:
			if x.is&solid != 0 {
				return 0
			}
		case x.tag == atom.P && !f.hasText(k) && len(f.all(nil, k, atom.Img, atom.Picture, atom.Embed, atom.Object, atom.Iframe)) == 0:
		case one != 0 || x.tag != atom.Div && x.tag != atom.Section:
			return 0
		default:
			one = k
		}
	}
	return one
}
