package readable

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// weigh counts a text: its runes; its characters, runs of white space inside being one;
// its commas, in the scripts that have some.
func (x *node) weigh(s string) {
	space := false
	for i := 0; i < len(s); x.runes++ {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		if r == ' ' || '\t' <= r && r <= '\r' || r >= utf8.RuneSelf && unicode.IsSpace(r) {
			space = true
			continue
		}
		if space {
			if space = false; x.chars == 0 {
				x.is |= lead
			} else {
				x.chars++
			}
		}
		x.chars++
		if r == ',' || r >= utf8.RuneSelf && comma(r) {
			x.commas++
		}
	}
	if space {
		x.is |= trail
		if x.chars == 0 {
			x.is |= lead
		}
	}
	if len(s) > 0 && strings.IndexByte(" \t\n\f\r", s[len(s)-1]) < 0 {
		x.is |= solid
	}
}

// comma reports whether a sign is a comma of another script.
func comma(r rune) bool {
	switch r {
	case '\u060C', '\uFE50', '\uFE10', '\uFE11', '\u2E41', '\u2E34', '\u2E32', '\uFF0C':
		return true
	}
	return false
}

// count adds up the characters of texts in a row, white space between them included.
type count struct {
	chars int
	begun bool
	space bool
}

func (c *count) add(x *node) {
	if x.chars == 0 {
		c.space = c.space || x.is&lead != 0
		return
	}
	if c.begun && (c.space || x.is&lead != 0) {
		c.chars++
	}
	c.chars += int(x.chars)
	c.begun, c.space = true, x.is&trail != 0
}

// anew goes on counting with a text that does not join the last one.
func (c *count) anew() { c.begun, c.space = false, false }

// length counts the characters and commas below a node.
func (t *tree) length(me int32) (chars, commas int) {
	var c count
	t.lengthInto(&c, &commas, me)
	return c.chars, commas
}

func (t *tree) lengthInto(c *count, commas *int, me int32) {
	x := &t.nodes[me]
	if x.is&isText != 0 {
		c.add(x)
		*commas += int(x.commas)
		return
	}
	for k := x.first; k != 0; k = t.nodes[k].next {
		t.lengthInto(c, commas, k)
	}
}

// links adds up what is inside links; those within the page count a third.
type links struct {
	all    count
	linked float64
}

// linkDensity gives the share of the characters below a node that are links.
func (t *tree) linkDensity(me int32) float64 {
	var l links
	t.linksInto(&l, nil, me)
	if l.all.chars == 0 {
		return 0
	}
	return l.linked / float64(l.all.chars)
}

func (t *tree) linksInto(l *links, link *count, me int32) {
	x := &t.nodes[me]
	if x.is&isText != 0 {
		l.all.add(x)
		if link != nil {
			link.add(x)
		}
		return
	}
	if x.tag != atom.A {
		for k := x.first; k != 0; k = t.nodes[k].next {
			t.linksInto(l, link, k)
		}
		return
	}
	var own count
	for k := x.first; k != 0; k = t.nodes[k].next {
		t.linksInto(l, &own, k)
	}
	l.linked += float64(own.chars) * x.linkWeight()
}

func (x *node) linkWeight() float64 {
	if x.is&local != 0 {
		return 0.3
	}
	return 1
}

// runesOf counts the runes below a node, and stops above a limit.
func (t *tree) runesOf(me int32, limit int) int {
	x := &t.nodes[me]
	sum := int(x.runes)
	for k := x.first; k != 0 && sum <= limit; k = t.nodes[k].next {
		sum += t.runesOf(k, limit-sum)
	}
	return sum
}

// hasText reports whether there is more than white space in or below a node.
func (t *tree) hasText(me int32) bool {
	x := &t.nodes[me]
	if x.chars > 0 {
		return true
	}
	for k := x.first; k != 0; k = t.nodes[k].next {
		if t.hasText(k) {
			return true
		}
	}
	return false
}

// blank reports whether a node is white space or a line break.
func (t *tree) blank(me int32) bool {
	x := &t.nodes[me]
	return x.is&isText != 0 && x.chars == 0 || x.tag == atom.Br
}

// hollow reports whether an element holds nothing but white space, breaks and rules.
func (t *tree) hollow(me int32) bool {
	for k := t.nodes[me].first; k != 0; k = t.nodes[k].next {
		if x := &t.nodes[k]; x.chars > 0 || x.is&isText == 0 && x.tag != atom.Br && x.tag != atom.Hr {
			return false
		}
	}
	return true
}

// only gives the one element in an element that has neither text nor other elements,
// else 0.
func (t *tree) only(me int32) int32 {
	found := int32(0)
	for k := t.nodes[me].first; k != 0; k = t.nodes[k].next {
		switch x := &t.nodes[k]; {
		case x.is&isText != 0:
			if x.is&solid != 0 {
				return 0
			}
		case found != 0:
			return 0
		default:
			found = k
		}
	}
	return found
}
