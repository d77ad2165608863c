package figure

import "stemma"

// polls gives the answers of a poll who took it and when, where other sentences say
// so: “The survey by the Arlen Institute …”, “… asked 1,200 adults between 3 and 7 May”.
func (f *finder) polls() {
	any := false
	for _, c := range f.counts {
		any = any || ballot[c.measure] == "poll"
	}
	if !any {
		return
	}
	house, when := f.house(), f.fieldwork()
	for _, c := range f.counts {
		if ballot[c.measure] != "poll" {
			continue
		}
		switch {
		case house == nil:
		case f.d.Sentences[c.sentence].Span.Holds(house.Span): // “a poll by Arlen for the Courier”
			c.saidBy = named(house)
		case c.saidBy.Name == "" && (c.group > 0 || f.ofPoll(c.saidBy)):
			c.saidBy.Name, c.saidBy.Entity = house.Name, house.Entity
		}
		if c.date == "" && c.asOf == "" {
			c.date = when
		}
	}
}

// ofPoll reports whether a source in words is a poll.
func (f *finder) ofPoll(by stemma.Named) bool {
	if by.Span.Empty() {
		return false
	}
	_, end := f.d.Range(by.Span)
	return end > 0 && f.k.pollster(f.d.Norm(end-1))
}

// house gives the body that took the poll, nil where the text names none or two.
func (f *finder) house() *stemma.Mention {
	var found *stemma.Mention
	for i := range f.d.Tokens {
		if !f.k.pollster(f.d.Norm(i)) {
			continue
		}
		at := i + 2 // “survey by X”
		if at < len(f.d.Tokens) && f.is(at, "det") {
			at++
		}
		m := f.nameAt(at)
		if m == nil || m.Type != stemma.Organisation || !f.is(i+1, "stop") && !f.is(i+1, "of") && !f.is(i+1, "loc") {
			continue
		}
		if found != nil && found.Name != m.Name {
			return nil
		}
		found = m
	}
	return found
}

// fieldwork gives the days on which a poll was taken: the date of the count of those
// who were asked.
func (f *finder) fieldwork() stemma.Date {
	for _, c := range f.counts {
		if c.measure != "people" || len(c.date) < len("2021-03-24") {
			continue
		}
		for i := f.d.Sentences[c.sentence].First; i < c.first; i++ {
			if f.k.pollster(f.d.Norm(i)) {
				return c.date
			}
		}
	}
	return ""
}
