package quote

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// most tokens of a reported clause: what is longer is no sentence.
const longestClause = 400

// rightClause gives the words that a cue reports to its right.
func (f *finder) rightClause(k int) tokens {
	c := &f.cues[k]
	l := &f.lines[c.line]
	end := min(l.end, c.right+longestClause)
	thing := c.content == "thing"
	if c.shared && c.subject.first > c.right {
		end = c.subject.first // “urging calm, Ruiz said”
	}
	for i, open := c.right+1, end; i < open && end == open; i++ {
		if n := f.in[i]; n > 0 {
			if m := &f.marked[n-1]; m.first == i && m.kind == stemma.DirectQuote {
				end = i
			}
			continue
		}
		switch f.norm(i) {
		case ",":
			if f.endsAtComma(i, l, k, thing) {
				end = i
			}
		case ":":
			end = i
		case "—", ";":
			if thing || f.norm(i) == ";" && f.speaksOwn(l, i+1) || f.norm(i) == ";" && !c.thatClause && !f.is(i+1, isConj|isThat|isPrep) && (f.whole(tokens{i + 1, end}) || f.anyCue(l, i+1, l.end)) {
				end = i
			}
		default:
			if f.is(i, isConj) && (f.nextVerb(i+1, l, k) || (thing || c.content == "quote") && f.in[i] == 0 && (f.is(i+1, isAux) || f.in[i-1] > 0 && f.pastAt(i+1))) {
				end = i
			}
		}
	}
	return f.trimClause(tokens{c.right, end})
}

// endsAtComma reports whether reported words end at the comma at token i: another
// reporting clause follows, or behind a noun anything but one more of a list.
func (f *finder) endsAtComma(i int, l *line, k int, thing bool) bool {
	next := i + 1
	if next >= l.end {
		return true
	}
	for f.is(next, isConj) {
		next++
	}
	if f.k.dropped && f.is(next, isSub) && !f.is(next, isThat|isRelative|isPrep) {
		next++ // “…, aunque precisó que”
	}
	for j := k + 1; j < l.cues.end; j++ {
		c := &f.cues[j]
		if c.dropped && c.first == next && f.k.dropped || c.first >= next && (c.shared && f.skipBack(c.first-1, i) <= max(next-1, i) || c.content == "source" && c.first == next || c.content == "back" && (c.first == next || c.subject.first == next)) {
			return true
		}
	}
	if c := &f.cues[k]; f.k.dropped && lang.Flag(c.value, "inf") && c.first <= l.first+mostBeforeInfinitive && f.k.past(&f.d.Tokens[next]) {
		return true // “Tras señalar que el puente es viejo, cerró la calle”
	}
	if next == i+1 && f.closesInsertion(&f.cues[k], l, next) {
		return true // “Ruiz, who has said she may run, laughed”
	}
	if thing && next > i+1 && (f.verbBefore(next, l) || f.pastAt(next)) {
		return true
	}
	for j := k + 1; j < l.cues.end; j++ {
		if f.cues[j].first == next && f.is(f.cues[k].subject.first, isRelative) {
			return true // “the engineer who warned of leaks, said”
		}
	}
	return thing && f.is(next, isSub|isRelative|isAdverb|isPronoun|isParticiple|isPrep|isAux) && !f.is(next, isDet)
}

// verbBefore reports whether an auxiliary stands between the token and the next comma:
// what begins there is a sentence of its own.
func (f *finder) verbBefore(i int, l *line) bool {
	for last := i + 40; i < min(l.end, last) && f.norm(i) != ","; i++ {
		if f.is(i, isAux) {
			return true
		}
	}
	return false
}

// nextVerb reports whether a later cue with the same subject stands at token i, behind
// adverbs and auxiliaries.
func (f *finder) nextVerb(i int, l *line, k int) bool {
	for j := k + 1; j < l.cues.end; j++ {
		if c := &f.cues[j]; c.shared && !lang.Flag(c.value, "ing") && c.first >= i && f.skipBack(c.first-1, i) < i {
			return true
		}
	}
	return false
}

// backClause gives the words before a closing cue: “The road is shut, she said.”
func (f *finder) backClause(c *cue) tokens {
	l := &f.lines[c.line]
	end := c.first
	if !c.after {
		end = min(end, c.subject.first)
	}
	for c.after && end > l.first && f.is(end-1, isAux) && f.in[end-1] == 0 {
		end-- // “…, ha informado la policía”
	}
	if end <= l.first || f.norm(end-1) != "," && f.norm(end-1) != "—" && f.in[end-1] == 0 && c.content != "source" {
		return tokens{}
	}
	if c.content != "source" && (f.onlyOpening(tokens{l.first, end}) || f.doubtful(c)) {
		return tokens{}
	}
	first := l.first
	for k := l.cues.first; k < l.cues.end; k++ {
		if o := &f.cues[k]; o.end <= c.first && o != c && o.right >= 0 && !o.comparing && o.end > first && o.first < end {
			if c.shared {
				return tokens{}
			}
		}
	}
	if c.content == "source" {
		first = max(first, f.clauseAround(c))
	}
	for i := end - 1; i > first; i-- {
		if n := f.in[i]; n > 0 && f.marked[n-1].kind == stemma.DirectQuote {
			return tokens{}
		}
		if f.norm(i) == ";" {
			first = i + 1
		}
	}
	for first < end && (f.is(first, isConj) || f.d.Tokens[first].Kind == text.Punct) {
		first++
	}
	t := f.trimClause(tokens{first, end})
	if f.inApposition(t, c) {
		return tokens{}
	}
	return t
}

// restAfter gives what a closing cue in the middle of a clause leaves behind it.
func (f *finder) restAfter(c *cue) tokens {
	l := &f.lines[c.line]
	at := c.end
	if c.after || c.content == "source" {
		at = c.subject.end
	}
	if f.norm(at) != "," || at+3 >= l.end {
		return tokens{}
	}
	next := at + 1
	if f.is(next, isConj) && !f.k.dropped && c.content == "back" && f.whole(tokens{next + 1, l.end}) && !f.anyCue(l, next, l.end) {
		return f.trimClause(tokens{next, l.end})
	}
	if f.in[next] > 0 || f.is(next, isParticiple|isConj|isSub|isRelative) {
		return tokens{}
	}
	if back := f.backClause(c); c.content == "source" && !back.empty() && f.is(back.end-1, isThat|isRelative|isAux) {
		return f.trimClause(tokens{next, l.end}) // “un canto que, según dijo, compuso su madre”
	}
	if f.is(next, isAux|isInfinitive) || c.content == "source" && f.onlyOpening(f.backClause(c)) {
		return f.trimClause(tokens{next, l.end})
	}
	if back := f.backClause(c); back.end-back.first <= 5 && (!f.is(next, isPrep|isAdverb) || f.is(next, isSelf)) {
		return f.trimClause(tokens{next, l.end})
	}
	return tokens{}
}

// trimClause takes signs off the ends, and the mark of the sentence's end.
func (f *finder) trimClause(t tokens) tokens {
	for !t.empty() && f.in[t.end-1] == 0 && f.d.Tokens[t.end-1].Kind == text.Punct && f.norm(t.end-1) != ")" && f.norm(t.end-1) != "%" {
		t.end--
	}
	for !t.empty() && f.in[t.first] == 0 && f.d.Tokens[t.first].Kind == text.Punct && f.norm(t.first) != "$" && f.norm(t.first) != "(" && f.norm(t.first) != "#" {
		t.first++
	}
	return t
}
