package figure

import (
	"cmp"
	"strings"

	"stemma"
)

// attributes finds for every figure where, when and by whose word.
func (f *finder) attributes() {
	if len(f.counts) == 0 {
		return
	}
	f.reports()
	for _, c := range f.counts {
		if c.place == (stemma.Named{}) {
			c.place = f.placed(c)
		}
		if c.date, c.asOf = f.when(c); c.date == "" && c.asOf == "" && !c.undated {
			c.date = f.ofLead(c)
		}
		c.saidBy = f.sourceOf(c)
		c.status = f.statusOf(c)
		if c.status == "happened" && f.toCome(c.date) {
			c.date = ""
		}
		if c.due && c.asOf != "" && (c.status == "planned" || c.status == "predicted") {
			c.date = "" // “worth 20 million in 2041, and expected to be worth 80 million by 2044”
		}
		if f.toCome(c.asOf) || c.due && f.unfulfilled(c) { // “to have 40,000 there by the end of the month”: no count stood then
			if c.status != "happened" {
				c.date = cmp.Or(c.date, c.asOf)
			}
			c.asOf = ""
		}
		f.sameSum(c)
	}
	f.saidOn()
	f.older()
	f.abouts()
	f.polls()
	f.repeats()
	for i, c := range f.counts {
		if i > 0 && c.measure == "aircraft" && c.place == (stemma.Named{}) && f.counts[i-1].sentence == c.sentence {
			c.place = f.counts[i-1].place // the aircraft of the troops before
		}
		if i > 0 && ballot[c.measure] == "poll" && c.group > 0 && c.group == f.counts[i-1].group {
			c.follows(f.counts[i-1])
		}
		if a := c.carried; a != nil && c.saidBy == (stemma.Named{}) && c.sentence-a.sentence <= 1 {
			c.saidBy = a.saidBy
		}
		if a := c.carried; a != nil && c.place == (stemma.Named{}) {
			c.place = a.place
		}
		if i > 0 && ballot[c.measure] == "vote" && c.date == "" && c.group > 0 && c.group == f.counts[i-1].group {
			c.date = f.counts[i-1].date
		}
		if t := c.total; t != nil && t.place != (stemma.Named{}) && c.place.Span.Empty() && !f.hasPlace(c) {
			c.place = t.place
		}
		if t := c.total; t != nil && t.sentence == c.sentence && c.date == "" && c.asOf == "" {
			c.date = t.date
		}
		if t := c.total; t != nil && c.measure == t.measure {
			c.follows(t)
			if c.date == "" {
				c.date = t.date
			}
		}
	}
}

// toCome reports whether a date lies behind the day of the text: nothing has happened then.
func (f *finder) toCome(d stemma.Date) bool {
	from, _, ok := d.Bounds()
	_, now, known := f.d.Article.Published.Bounds()
	return ok && known && !from.IsZero() && from.After(now)
}

// unfulfilled reports whether what is planned or predicted by a time was still to come when
// the text was printed: that time was not over.
func (f *finder) unfulfilled(c *count) bool {
	if c.status != "planned" && c.status != "predicted" || c.asOf == "" {
		return false
	}
	_, last, ok := c.asOf.Bounds()
	_, now, known := f.d.Article.Published.Bounds()
	return ok && known && last.After(now)
}

// hasPlace reports whether the sentence of a count names a place.
func (f *finder) hasPlace(c *count) bool {
	for _, m := range f.in(f.around(c)) {
		if m.Type == stemma.Place {
			return true
		}
	}
	return false
}

// follows takes over the source and the time of a count from the one that it belongs
// to.
func (c *count) follows(first *count) {
	if c.saidBy == (stemma.Named{}) {
		c.saidBy = first.saidBy
	}
	if c.asOf == "" {
		c.asOf = first.asOf
	}
}

// figures makes the findings.
func (f *finder) figures() []stemma.Figure {
	out := make([]stemma.Figure, 0, len(f.counts))
	article := f.d.Article.ID
	ids, groups := map[*count]stemma.ID{}, map[int]stemma.ID{}
	for _, c := range f.counts {
		ids[c] = stemma.FindingID("figure", article, c.span, c.measure)
		if c.group > 0 && groups[c.group] == "" {
			groups[c.group] = stemma.NewID("g", string(ids[c]))
		}
	}
	for _, c := range f.counts {
		g := stemma.Figure{
			ID: ids[c], Evidence: stemma.Evidence{Article: article, Span: c.span, Rule: c.rule},
			Value: c.value, Min: c.min, Max: c.max, Op: c.op, Measure: c.measure, Unit: f.unitOf(c),
			About: c.about, Place: c.place, Date: c.date, AsOf: c.asOf, SaidBy: c.saidBy, Status: c.status,
			Sentence: f.d.Sentences[c.sentence].Span,
		}
		if !c.noun.empty() && (ballot[c.measure] != "poll" || f.askedOf(c.noun)) {
			g.Of = stemma.Named{Span: f.d.Span(c.noun.first, c.noun.end)}
		}
		if c.group > 0 {
			g.Group = groups[c.group]
		}
		if c.total != nil {
			g.PartOf = ids[c.total]
		}
		out = append(out, g)
	}
	return out
}

// unitOf gives the unit of a figure: the currency of the country that the text speaks
// of, where several have one of that name; the unit of a duration or distance.
func (f *finder) unitOf(c *count) string {
	if c.kind == money {
		_, codes := cut(c.unit)
		for codes != "" {
			var code string
			code, codes = cut(codes)
			country, own, ok := strings.Cut(code, ":")
			if !ok {
				return code
			}
			if country == f.homeland().code {
				return own
			}
		}
		return ""
	}
	if k, unit := cut(strings.TrimPrefix(c.noun.class, "same ")); k == c.measure && (k == "duration" || k == "distance") {
		return unit
	}
	return ""
}
