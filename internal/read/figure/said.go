package figure

import "stemma"

// sourceOf gives the source of a count: who states it by a verb of counting, who is reported to say it,
// or whose words it stands in.
func (f *finder) sourceOf(c *count) stemma.Named {
	var by stemma.Named
	cue := 0
	if r := f.sources.of(c); r != nil {
		by, cue = r.by, r.cue
	}
	// Of two counts of one crowd the second has a source of its own, and so has one behind a semicolon:
	// “The Fund expects 3 percent; a bank has forecast 5”.
	if own := f.stated(c); own != (stemma.Named{}) && (c.carried != nil || by == (stemma.Named{}) || f.semicolon(cue, c.verb)) {
		return own
	}
	c.saidBy = by
	return f.heard(c)
}

// saidOn gives counts of people harmed the source of the count before them: items of a list behind
// a verb of counting, and a sentence that begins with a number and leaves out its noun.
func (f *finder) saidOn() {
	verb := 0 // of counting, that the counts before depend on
	for i := 1; i < len(f.counts); i++ {
		c, a := f.counts[i], f.counts[i-1]
		switch {
		case a.verb > 0:
			verb = a.verb
		case c.sentence != a.sentence:
			verb = 0
		}
		if c.saidBy != (stemma.Named{}) || a.saidBy == (stemma.Named{}) || !f.sameParagraph(c, a) {
			continue
		}
		if c.measure == a.measure && c.sentence == a.sentence && verb > 0 && c.verb == 0 && f.follow(c) && f.itemsOf(a, c) && !f.clausal(c.end, f.d.Sentences[c.sentence].End) {
			c.saidBy = a.saidBy // “asked for six boats and 12 tents.”
		}
		if !human(c.measure) || !human(a.measure) {
			continue
		}
		if c.sentence == a.sentence && verb > 0 && c.verb == 0 && f.itemsOf(a, c) || c.sentence == a.sentence+1 && harms[a.measure] && f.leftOut(c) {
			c.saidBy = a.saidBy
		}
		if c.sentence == a.sentence && harms[c.measure] && f.leftOut(a) {
			c.saidBy = a.saidBy // “Thirty are in hospital; 12 were sent home”
		}
	}
}

// itemsOf reports whether two counts of a sentence are items of a list: no verb and no clause of its
// own stands between them.
func (f *finder) itemsOf(a, c *count) bool {
	for i := a.end; i < c.from; i++ {
		if f.is(i, "aux") || f.is(i, "relative") || f.d.Norm(i) == ";" || f.d.Norm(i) == ":" {
			return false
		}
		if n, v := f.d.Longest(f.k.speech, i, c.from); n > 0 && (holds(v, "say") || holds(v, "source")) && !holds(v, "noun") {
			return false
		}
	}
	return f.follow(c) || f.is(c.from-1, "of") || f.is(c.from-1, "by")
}

// leftOut reports whether a sentence begins with a count of people harmed that leaves out its noun:
// “Thirty were still in hospital”. It goes on with what was told before.
func (f *finder) leftOut(c *count) bool {
	return harms[c.measure] && c.noun.empty() && c.from == f.d.Sentences[c.sentence].First
}

// apposition gives the person whose name stands between commas, or between a comma and the end,
// from a token on: “the head of the Harbour Board, Ana Ruiz, said”. Else nil.
func (f *finder) apposition(comma int) *stemma.Mention {
	if comma+1 >= len(f.d.Tokens) || f.d.Norm(comma) != "," {
		return nil
	}
	who := f.nameAt(comma + 1)
	if who == nil || who.Type != stemma.Person || f.d.TokenAt(who.Span.Start) != comma+1 {
		return nil
	}
	past := f.d.TokenAt(who.Span.End)
	if past < len(f.d.Tokens) && f.d.Norm(past) != "," && f.d.Norm(past) != "." && !f.is(past, "of") {
		return nil
	}
	return who
}
