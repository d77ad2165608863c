package figure

import "stemma"

// repeats gives counts that say little what a fuller one has: a title's count what the
// same count in the text has, and a count of how things stand the day that the count
// beside it stood.
func (f *finder) repeats() {
	for i, c := range f.counts {
		if f.d.Sentences[c.sentence].Title && (human(c.measure) || ballot[c.measure] != "") {
			f.titled(c, f.counts[i+1:])
		}
		if state[c.measure] && c.date == "" && c.asOf == "" && i > 0 {
			a := f.counts[i-1]
			if a.carried != nil && a.total == nil {
				a = a.carried // of two counts at two times, the one that is told first
			}
			if c.sentence-a.sentence <= 2 && f.sameParagraph(c, a) && harms[a.measure] {
				c.asOf = a.asOf
			}
		}
	}
}

// state are the measures of what lasts: a time beside them says when the count stood.
var state = map[string]bool{"missing": true, "in_hospital": true}

// titled completes a count of the title from the first one in the text that has its
// measure and its number.
func (f *finder) titled(c *count, rest []*count) {
	for _, o := range rest {
		if o.measure != c.measure || o.amount() != c.amount() || f.d.Sentences[o.sentence].Title {
			continue
		}
		if c.place == (stemma.Named{}) {
			c.place = stemma.Named{Name: o.place.Name, Entity: o.place.Entity}
		}
		if c.asOf == "" {
			c.asOf = o.asOf
		}
		if c.date == "" {
			c.date = o.date
		}
		return
	}
}

// sameParagraph reports whether two counts stand in one paragraph.
func (f *finder) sameParagraph(a, b *count) bool {
	return f.d.Sentences[a.sentence].Paragraph == f.d.Sentences[b.sentence].Paragraph
}
