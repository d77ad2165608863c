package figure

// sameSum gives a sum in brackets the place, the time and the status of the one before it, which it
// is in another currency: “40 million crowns (3 million dollars)”.
func (f *finder) sameSum(c *count) {
	at := c.from - 1
	if c.kind != money || at < 1 || !f.inBrackets(c.first) {
		return
	}
	if n := f.d.Norm(at); n != "(" && n != ";" && n != "," {
		return
	}
	before := f.countsIn(f.d.Sentences[c.sentence].First, c.first)
	if len(before) == 0 {
		return
	}
	if a := before[len(before)-1]; a.kind == money && a.measure == c.measure && max(a.end, a.noun.end) == at {
		c.place, c.date, c.asOf, c.status = a.place, a.date, a.asOf, a.status
	}
}
