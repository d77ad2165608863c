package figure

// timePoints says how well a time goes with a number.
func (f *finder) timePoints(c *count, first, end int) int {
	if first >= c.end {
		if f.additional(c.end, first) || !harms[c.measure] && f.apartBy(c, first) {
			return 0
		}
		return max(200-(first-c.end)-15*(f.borders(c.end, first)-f.otherVotes(c, first))-f.crossing(c.end, first)-f.inClause(c.end, first), 0)
	}
	if f.is(end, "moment") && !f.commaIn(end, c.first) || f.d.Norm(end) == "," && f.is(end+1, "moment") && !f.commaIn(end+1, c.first) {
		return 190 // “unlike Thursday, when two abbots and 40 others were held”
	}
	return max(195-(c.first-end)-15*f.borders(end, c.first)-f.perfect(end, c.first), 1)
}

// perfect is the penalty for a time before a clause in the perfect that holds the number:
// “met on Wednesday after the bombings, which have killed 250”.
func (f *finder) perfect(from, to int) int {
	for i := from; i+1 < to; i++ {
		if (f.is(i, "relative") || f.is(i, "that")) && f.is(i+1, "aux") && !f.is(i+1, "be") && !f.commaIn(i, f.firstCount(i, to)) {
			return 195
		}
	}
	return 0
}

// firstCount gives where the first number between two tokens begins, else the second token: a comma
// behind it is one of a list, “which has left one dead, 30 wounded and a hundred held”.
func (f *finder) firstCount(from, to int) int {
	if in := f.countsIn(from, to); len(in) > 0 {
		return in[0].from
	}
	return to
}

// past steps over a comma.
func (f *finder) past(i int) int {
	if f.d.Norm(i) == "," {
		return i + 1
	}
	return i
}

// otherVotes gives how many borders the other numbers of a ballot are that stand between a
// number of votes and a time: “voted 287-0 on Tuesday”.
func (f *finder) otherVotes(c *count, time int) int {
	n := 0
	for _, o := range f.countsIn(c.end, time) {
		if ballot[c.measure] == "vote" && ballot[o.measure] == "vote" {
			n += 2
		}
	}
	return n
}

// additional reports whether a clause that only adds something begins between two tokens: “doce
// muertos en Sella, que el lunes fue declarada en emergencia”.
func (f *finder) additional(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if f.d.Norm(i) == "," && (f.is(i+1, "relative") || f.is(i+1, "that")) {
			return true
		}
	}
	return false
}

// inClause is the penalty for a time in a clause about what is counted: “fighters who had
// gathered 40 years ago met on Monday”.
func (f *finder) inClause(from, to int) int {
	for i := from; i < to; i++ {
		if f.is(i, "relative") || f.is(i, "that") {
			return 40
		}
	}
	return 0
}

// commaIn reports whether a comma stands between two tokens.
func (f *finder) commaIn(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.Norm(i) == "," {
			return true
		}
	}
	return false
}
