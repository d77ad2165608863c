package readable

import "golang.org/x/net/html/atom"

// clean takes out of the chosen element what does not belong to the text.
func (f *finder) clean(article int32) {
	f.dataTables(article)
	f.cleanFishy(article, atom.Form)
	f.cleanFishy(article, atom.Fieldset)
	f.cutAll(article, atom.Object, atom.Embed, atom.Footer, atom.Link, atom.Aside)
	f.cutSharing(article)
	f.cutAll(article, atom.Iframe, atom.Input, atom.Textarea, atom.Select, atom.Button)
	f.list = f.all(f.list[:0], article, atom.H1, atom.H2)
	for _, h := range f.list {
		if f.weight(h) < 0 {
			f.cut(h)
		}
	}
	f.cleanFishy(article, atom.Table)
	f.cleanFishy(article, atom.Ul)
	f.cleanFishy(article, atom.Div)
}

// cutAll cuts off all elements of some names; those that show a video stay.
func (f *finder) cutAll(article int32, tags ...atom.Atom) {
	f.list = f.all(f.list[:0], article, tags...)
	for _, at := range f.list {
		if f.nodes[at].is&video == 0 {
			f.cut(at)
		}
	}
}

// cutSharing cuts off short elements for handing the page on, below the top ones.
func (f *finder) cutSharing(at int32) {
	for c := f.firstElement(at); c != 0; {
		next := f.nextElement(c)
		if (f.nodes[c].ofClass|f.nodes[c].ofID)&sharing != 0 && f.runesOf(c, minText) < minText {
			f.cut(c)
		} else {
			f.cutSharing(c)
		}
		c = next
	}
}
