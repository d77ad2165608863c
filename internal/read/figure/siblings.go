package figure

import (
	"stemma"
	"stemma/internal/text"
)

// follow reports whether a comma or “and” stands before a number, as in a list.
func (f *finder) follow(c *count) bool {
	return c.from > 0 && (f.d.Norm(c.from-1) == "," || f.d.Norm(c.from-1) == ";" || f.is(c.from-1, "and"))
}

// bracketed reports whether a number stands alone in brackets: “Tessa (11)”.
func (f *finder) bracketed(c *count) bool {
	return c.first > 0 && f.d.Norm(c.first-1) == "(" && f.d.Norm(c.end) == ")"
}

// unlisted reads words with capitals that no name covers, as the place of an item of a
// list: “23 in Lower Sarn”.
func (f *finder) unlisted(first int) (stemma.Named, bool) {
	end := first
	for end < len(f.d.Tokens) && end < first+4 {
		t := &f.d.Tokens[end]
		if t.Kind != text.Word || t.Case != text.Title && t.Case != text.Mixed || f.nameAt(end) != nil || f.timeAt(end) || f.is(end, "stop") {
			break
		}
		end++
	}
	if end == first || f.d.Has(f.k.months, first) {
		return stemma.Named{}, false
	}
	span := f.d.Span(first, end)
	return stemma.Named{Span: span, Name: span.Of(f.d.Text)}, true
}

// headOfList gives the count that opens a list whose other items leave out what they
// count: “84 bodies were found in Sarn, 23 in Tessa and five in Port Ellin”. It has a
// place of its own before them.
func (f *finder) headOfList(before []*count, part *count) *count {
	if len(before) == 0 {
		return nil
	}
	head := before[len(before)-1]
	if head.sentence != part.sentence || head.kind != plain || !human(head.measure) || head.value == nil {
		return nil
	}
	if !f.follow(part) && !f.bracketed(part) {
		return f.headBehind(head, part)
	}
	for i := max(head.end, head.noun.end); i+1 < part.from; i++ {
		if f.is(i, "next") { // “Sarn alone has 19 deaths, followed by Tessa (11)”
			if theme := f.theme(head); theme != nil {
				head.place = named(theme)
			}
			return head
		}
		if !f.is(i, "in") || !f.follow(part) {
			continue
		}
		at := i + 1
		for f.is(at, "det") || f.is(at, "side") {
			at++
		}
		if m := f.nameAt(at); m != nil && m.Type == stemma.Place {
			head.place = named(m)
			return head
		}
		if place, ok := f.unlisted(at); ok {
			head.place = place
			return head
		}
	}
	return nil
}

// headBehind gives the first count of a list whose items each stand behind their place:
// “Sarn suma 430 evacuados, Tessa 390 y Port Ellin 215”.
func (f *finder) headBehind(head, part *count) *count {
	s := f.d.Sentences[head.sentence]
	if part.place == (stemma.Named{}) || f.d.TokenAt(part.place.Span.End) != part.from {
		return nil
	}
	for i := head.from; i > s.First && i > head.from-3; i-- {
		if m := f.nameEnding(i); m != nil && m.Type != stemma.Person {
			head.place = named(m)
			return head
		}
		first := i
		for first > s.First && f.d.Tokens[first-1].Case == text.Title && f.nameEnding(first) == nil {
			first--
		}
		if place, ok := f.unlisted(first); ok && first < i && first > s.First {
			head.place = place
			return head
		}
	}
	return nil
}

// siblings gives the items of a list the measure of the first one, and finds the total
// of all of them where the text has told it.
func (f *finder) siblings(head *count, before, parts []*count, group int) []*count {
	sum := *head.value
	for _, c := range parts {
		inherit(c, head)
		c.noun, c.side, c.stands, c.group = phrase{class: head.noun.class}, head.side, head.stands, group
		c.carried = head
		sum += *c.value
	}
	if head.group == 0 {
		head.group = group
	}
	for i := len(before) - 2; i >= 0 && head.sentence-before[i].sentence <= 3; i-- {
		t := before[i]
		if t.value == nil || *t.value != sum || t.measure != head.measure || t.total != nil {
			continue
		}
		if t.group == 0 {
			t.group = group
		}
		head.total, head.group = t, t.group
		for _, c := range parts {
			c.total, c.group = t, t.group
		}
		break
	}
	return parts
}
