package readable

import "golang.org/x/net/html/atom"

// hang makes a loose node the last child of another one.
func (t *tree) hang(parent, me int32) {
	p, x := &t.nodes[parent], &t.nodes[me]
	x.parent, x.prev, x.next = parent, p.last, 0
	if p.last == 0 {
		p.first = me
	} else {
		t.nodes[p.last].next = me
	}
	p.last = me
}

// cut takes a node off its parent, with all below it.
func (t *tree) cut(me int32) {
	x := &t.nodes[me]
	if x.parent == 0 {
		return
	}
	p := &t.nodes[x.parent]
	if x.prev == 0 {
		p.first = x.next
	} else {
		t.nodes[x.prev].next = x.next
	}
	if x.next == 0 {
		p.last = x.prev
	} else {
		t.nodes[x.next].prev = x.prev
	}
	x.parent, x.prev, x.next = 0, 0, 0
}

// move makes a node the last child of another one.
func (t *tree) move(parent, me int32) {
	t.cut(me)
	t.hang(parent, me)
}

// replace puts a node in the place of another one, which is cut off.
func (t *tree) replace(old, me int32) {
	t.cut(me)
	o, x := &t.nodes[old], &t.nodes[me]
	x.parent, x.prev, x.next = o.parent, o.prev, o.next
	p := &t.nodes[o.parent]
	if o.prev == 0 {
		p.first = me
	} else {
		t.nodes[o.prev].next = me
	}
	if o.next == 0 {
		p.last = me
	} else {
		t.nodes[o.next].prev = me
	}
	o.parent, o.prev, o.next = 0, 0, 0
}

// before puts a loose node before another one.
func (t *tree) before(other, me int32) {
	o, x := &t.nodes[other], &t.nodes[me]
	x.parent, x.prev, x.next = o.parent, o.prev, other
	if o.prev == 0 {
		t.nodes[o.parent].first = me
	} else {
		t.nodes[o.prev].next = me
	}
	o.prev = me
}

// made gives a new loose element.
func (t *tree) made(tag atom.Atom) int32 {
	t.nodes = append(t.nodes, node{tag: tag, is: kind(tag)})
	return int32(len(t.nodes) - 1)
}

// rename makes an element one of another name.
func (t *tree) rename(me int32, tag atom.Atom) {
	x := &t.nodes[me]
	x.tag = tag
	x.is = x.is&^(phrasing|boxed|scorable) | kind(tag)
}

// after gives the next element in document order; with skip, the next one that is not
// below me.
func (t *tree) after(me int32, skip bool) int32 {
	if !skip {
		if c := t.firstElement(me); c != 0 {
			return c
		}
	}
	for ; me != 0; me = t.nodes[me].parent {
		if next := t.nextElement(me); next != 0 {
			return next
		}
	}
	return 0
}

// cutAndAfter cuts an element off and gives the next one.
func (t *tree) cutAndAfter(me int32) int32 {
	next := t.after(me, true)
	t.cut(me)
	return next
}

func (t *tree) firstElement(me int32) int32 {
	c := t.nodes[me].first
	for c != 0 && t.nodes[c].is&isText != 0 {
		c = t.nodes[c].next
	}
	return c
}

func (t *tree) nextElement(me int32) int32 {
	c := t.nodes[me].next
	for c != 0 && t.nodes[c].is&isText != 0 {
		c = t.nodes[c].next
	}
	return c
}

// under reports whether one of the nearest depth ancestors, all of them with depth 0,
// has a name.
func (t *tree) under(me int32, tag atom.Atom, depth int) bool {
	for n := 1; n <= depth || depth == 0; n++ {
		me = t.nodes[me].parent
		if me == 0 {
			return false
		}
		if t.nodes[me].tag == tag {
			return true
		}
	}
	return false
}

// all gives the elements below me that have one of the names, in document order.
func (t *tree) all(into []int32, me int32, tags ...atom.Atom) []int32 {
	for c := t.nodes[me].first; c != 0; c = t.nodes[c].next {
		if t.nodes[c].is&isText != 0 {
			continue
		}
		for _, tag := range tags {
			if t.nodes[c].tag == tag {
				into = append(into, c)
				break
			}
		}
		into = t.all(into, c, tags...)
	}
	return into
}
