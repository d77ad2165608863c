package figure

import "stemma/internal/text"

// ofWhole reads “seven of the nine abstentions”: the noun and the verb behind belong to
// the part, and the number behind “of” is the whole.
func (f *finder) ofWhole(b *count, before []*count) {
	if len(before) == 0 || b.kind != plain {
		return
	}
	a := before[len(before)-1]
	if a.value != nil && *a.value == 1 && a.plain == "" { // “one of two” tells of that one
		return
	}
	if a.kind != plain || a.measure == refused && (f.dated(a) || f.inTime(a)) || b.measure == "duration" || b.measure == "distance" || !f.is(a.end, "of") || b.from > a.end+5 || a.amount() > b.amount() {
		return
	}
	for i := a.end + 1; i < b.from; i++ {
		if f.is(i, "stop") || f.d.Tokens[i].Kind == text.Punct {
			return
		}
	}
	if a.measure == "" || a.measure == "people" && a.side == 0 && a.noun.empty() && harms[b.measure] {
		a.measure, a.rule, a.rank, a.side, a.status, a.stands = b.measure, b.rule, b.rank, b.side, b.status, b.stands
		a.noun = phrase{class: b.noun.class}
	}
	finite := harms[b.measure] && (f.is(b.noun.end, "aux") || f.diesBehind(b)) || ballot[b.measure] == "vote"
	if n, value := f.d.Longest(f.k.harm, b.end, f.d.Sentences[b.sentence].End); n > 0 && b.noun.empty() && b.side > 0 && holds(value, "adj") {
		b.measure, b.side, b.stands = kindOf(value), 1, false // “22 of the 51 wounded were in hospital”
	}
	if b.side > 0 && kindOf(b.noun.class) == "person" && finite {
		b.measure, b.side, b.stands = ownMeasure(b.noun.class), 0, false // the verb is that of the part
	}
	if a.measure != refused && a.total == nil && a.amount() < b.amount() {
		a.total = b
	}
}

// diesBehind reports whether what happens to the people of a count is a verb without an
// object, and so said of the part: “nine of the 30 guests in the hut died”.
func (f *finder) diesBehind(b *count) bool {
	s := f.d.Sentences[b.sentence]
	for i := b.noun.end; i < s.End && i < b.noun.end+8 && !f.is(i, "relative") && !f.is(i, "that"); i++ {
		if n, value := f.d.Longest(f.k.harm, i, s.End); n > 0 {
			return holds(value, "self") && !holds(value, "part") && kindOf(value) == b.measure
		}
	}
	return false
}

// ofOpening reads a sentence that begins with a whole and tells parts of it without their
// noun: “Of 16 demands drawn up by the villages, the government has met three”.
func (f *finder) ofOpening(found []*count, s text.Sentence) {
	if len(found) < 2 || !f.is(s.First, "of") && !f.is(s.First, "within") {
		return
	}
	whole := found[0]
	if whole.from > s.First+2 || whole.kind != plain || whole.value == nil || whole.noun.empty() || !partable[whole.measure] {
		return
	}
	for _, c := range found[1:] {
		bare := c.noun.empty() || !c.noun.known && f.verbAt(c.end)
		if c.kind != plain || c.value == nil || c.amount() >= whole.amount() || !bare || c.inner != "" || c.side != 0 {
			continue
		}
		if c.measure != "" && c.measure != whole.measure && c.measure != "count" && c.measure != "people" {
			continue
		}
		c.measure, c.rule, c.rank, c.noun = whole.measure, whole.rule, whole.rank, phrase{class: whole.noun.class}
		c.total = whole
	}
}

// partable are the measures of wholes whose parts leave out their noun.
var partable = map[string]bool{"count": true, "people": true, "places": true, "personnel": true, "troops": true, "aircraft": true}
