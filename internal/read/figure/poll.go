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
	told, when := f.pollsTold(), f.fieldwork()
	var last *count // the answer before
	for _, c := range f.counts {
		if ballot[c.measure] != "poll" {
			continue
		}
		by := told.of(c)
		if by == (stemma.Named{}) && c.saidBy == (stemma.Named{}) && last != nil && c.sentence-last.sentence <= 3 && f.unmarked(c) && f.unmarked(last) {
			c.saidBy = last.saidBy // “The report found that … Nearly half of those asked said …”
		}
		last = c
		switch {
		case by == (stemma.Named{}):
		case by.Name != "" && f.d.Sentences[c.sentence].Span.Holds(by.Span): // “a poll by Arlen for the Courier”
			c.saidBy = by
		case c.saidBy == (stemma.Named{}), f.answers(c.saidBy):
			c.saidBy = by
		case c.saidBy.Name == "" && f.ofPoll(c.saidBy):
			c.saidBy.Name, c.saidBy.Entity = by.Name, by.Entity
		}
		if c.date == "" && c.asOf == "" {
			c.date = when
		}
	}
}

// answers reports whether a source in words is people who were asked: “most voters say”.
func (f *finder) answers(by stemma.Named) bool {
	if by.Name != "" || by.Span.Empty() {
		return false
	}
	_, end := f.d.Range(by.Span)
	v, _ := f.d.Value(f.k.stance, end-1)
	return holds(v, "asked") || f.d.Has(f.k.people, end-1) && f.plural(f.d.Norm(end-1)) && !f.is(end-1, "voice")
}

// askedOf reports whether the noun phrase of an answer can be those who were asked: “voters”, and not
// “approval rating”.
func (f *finder) askedOf(p phrase) bool {
	head := p.end - 1
	return !p.same && (kindOf(p.class) == "person" || f.d.Has(f.k.demonyms, head) || f.plural(f.d.Norm(head)) && !f.d.Has(f.k.stance, head))
}

// unmarked reports whether a count stands in the text's own words, or in what it reports without marks.
func (f *finder) unmarked(c *count) bool {
	q := f.quoteAbout(c)
	return q == nil || q.Type == stemma.IndirectQuote
}

// ofPoll reports whether a source in words is a poll.
func (f *finder) ofPoll(by stemma.Named) bool {
	if by.Span.Empty() {
		return false
	}
	_, end := f.d.Range(by.Span)
	return end > 0 && f.k.pollster(f.d.Norm(end-1))
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
