package readable

import "golang.org/x/net/html/atom"

// paragraphsOfBreaks makes paragraphs of what stands behind two or more line breaks,
// below a node.
func (t *tree) paragraphsOfBreaks(me int32) {
	for c := t.nodes[me].first; c != 0; c = t.nodes[c].next {
		switch t.nodes[c].tag {
		case atom.Pre:
		case atom.Br:
			c = t.breaks(c)
		default:
			t.paragraphsOfBreaks(c)
		}
		if t.nodes[c].tag == atom.Font {
			t.rename(c, atom.Span)
		}
	}
}

// breaks makes a paragraph in the place of a run of line breaks, of what follows it. It
// gives the paragraph, or the break if it stands alone.
func (t *tree) breaks(br int32) int32 {
	run := false
	for next := t.past(t.nodes[br].next); next != 0 && t.nodes[next].tag == atom.Br; {
		run = true
		sibling := t.nodes[next].next
		t.cut(next)
		next = t.past(sibling)
	}
	if !run {
		return br
	}
	p := t.made(atom.P)
	t.replace(br, p)
	for next := t.nodes[p].next; next != 0; {
		if t.nodes[next].tag == atom.Br {
			if other := t.past(t.nodes[next].next); other != 0 && t.nodes[other].tag == atom.Br {
				break
			}
		}
		if !t.inLine(next) {
			break
		}
		sibling := t.nodes[next].next
		t.move(p, next)
		next = sibling
	}
	for last := t.nodes[p].last; last != 0 && t.blank(last); last = t.nodes[p].last {
		t.cut(last)
	}
	if around := t.nodes[p].parent; t.nodes[around].tag == atom.P {
		t.rename(around, atom.Div)
	}
	return p
}

// past gives the first node from me on that is an element or has text.
func (t *tree) past(me int32) int32 {
	for me != 0 && t.nodes[me].is&isText != 0 && t.nodes[me].chars == 0 {
		me = t.nodes[me].next
	}
	return me
}

// inLine reports whether a node stands in a line of text.
func (t *tree) inLine(me int32) bool {
	x := &t.nodes[me]
	if x.is&(isText|phrasing) != 0 {
		return true
	}
	if x.tag != atom.A && x.tag != atom.Del && x.tag != atom.Ins {
		return false
	}
	for k := x.first; k != 0; k = t.nodes[k].next {
		if !t.inLine(k) {
			return false
		}
	}
	return true
}

// paragraphs puts what stands in lines directly in a div into paragraphs, and makes a
// paragraph of a div that is used as one. It gives what stands in the div's place, and
// whether that is a paragraph now.
func (t *tree) paragraphs(div int32) (int32, bool) {
	t.wrapLines(div)
	if p := t.only(div); p != 0 && t.nodes[p].tag == atom.P && t.linkDensity(div) < 0.25 {
		t.replace(div, p)
		from, to := &t.nodes[div], &t.nodes[p]
		if from.is&named != 0 && to.is&named == 0 {
			to.is |= named
			to.ofID = from.ofID
		}
		if from.class != "" && to.class == "" {
			to.class, to.ofClass = from.class, from.ofClass
		}
		return p, true
	}
	if t.boxes(div) {
		return div, false
	}
	t.rename(div, atom.P)
	return div, true
}

func (t *tree) wrapLines(div int32) {
	p := int32(0)
	for c := t.nodes[div].first; c != 0; {
		next := t.nodes[c].next
		switch {
		case !t.inLine(c):
			t.unpad(p)
			p = 0
		case p != 0:
			t.move(p, c)
		case !t.blank(c):
			p = t.made(atom.P)
			t.replace(c, p)
			t.hang(p, c)
		}
		c = next
	}
}

// unpad takes white space at a paragraph's end out of it.
func (t *tree) unpad(p int32) {
	if p == 0 {
		return
	}
	for last := t.nodes[p].last; last != 0 && t.blank(last); last = t.nodes[p].last {
		t.cut(last)
		if next := t.nodes[p].next; next != 0 && t.nodes[next].is&isText == 0 {
			t.before(next, last)
		}
	}
}

// boxes reports whether there is an element below a div that makes it more than a
// paragraph.
func (t *tree) boxes(me int32) bool {
	for k := t.nodes[me].first; k != 0; k = t.nodes[k].next {
		if t.nodes[k].is&boxed != 0 || t.boxes(k) {
			return true
		}
	}
	return false
}
