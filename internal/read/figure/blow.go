package figure

import "stemma"

// farMore is how many times more people a single blow harms at most than the sentence before
// told of in the same way.
const farMore = 3.0

// sameBlow gives people harmed, of whom a sentence without a place tells, the place of those
// that the sentence before told of: “A bomb in Orvel killed seven. Another 20 were hurt.” A
// new total, another day, and more people by far, are no part of that.
func (f *finder) sameBlow(c *count) stemma.Named {
	if !casualty[c.measure] || c.stands || c.value == nil {
		return stemma.Named{}
	}
	for i := len(f.counts) - 1; i >= 0; i-- {
		a := f.counts[i]
		if a == c || a.sentence > c.sentence {
			continue
		}
		if c.sentence-a.sentence > 1 || f.d.Sentences[a.sentence].Title {
			break
		}
		if !casualty[a.measure] || a.stands || a.total != nil || a.place.Name == "" || a.status == "past" {
			continue
		}
		if f.anotherDay(c, a.date) {
			return stemma.Named{}
		}
		times := farMore
		if a.measure != c.measure {
			times = apart
		}
		if a.amount() <= 0 || c.amount() > times*a.amount() {
			return stemma.Named{}
		}
		return stemma.Named{Name: a.place.Name, Entity: a.place.Entity}
	}
	return stemma.Named{}
}

// anotherDay reports whether the sentence of a number has a time of its own that is not that day.
func (f *finder) anotherDay(c *count, d stemma.Date) bool {
	near := f.around(c)
	for i := range f.times {
		t := &f.times[i]
		if t.Span.Start >= near.Start && t.Span.End <= near.End && (t.Type == stemma.TimeDate || t.Type == stemma.TimeRange) && day(t.Value) != d {
			return true
		}
	}
	return false
}

// oneBlow is how many people a single blow in one place harms at most; more are a country's.
const oneBlow = 200

// sentFrom gives people harmed, of whom the first sentence of a report tells without naming a
// place, the place that the report was sent from.
func (f *finder) sentFrom(c *count) *stemma.Mention {
	s := f.d.Sentences[c.sentence]
	if !casualty[c.measure] || c.stands || s.Title || s.Paragraph > firstBody || c.amount() > oneBlow {
		return nil
	}
	for i := range f.names {
		m := &f.names[i]
		if m.Type != stemma.Place {
			continue
		}
		first, end := f.d.Range(m.Span)
		if f.d.Sentences[f.d.SentenceOf(first)].Title {
			return nil // the headline says where
		}
		if !f.dateline(first, end) || c.sentence-f.d.SentenceOf(first) > 1 {
			return nil
		}
		return m
	}
	return nil
}
