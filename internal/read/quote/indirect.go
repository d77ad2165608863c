package quote

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// report adds what is reported in the writer's own words.
func (f *finder) report() {
	for k := range f.cues {
		c := &f.cues[k]
		if c.negated || c.subject.empty() && !c.dropped && !lang.Flag(c.value, "matter") || c.subject.end-c.subject.first == 1 && f.is(c.subject.first, isFirst) {
			continue // “we conclude” outside marks is the writer's own
		}
		if f.onlyActs(c) || f.frames(k) || f.mute(c) {
			continue
		}
		var content []tokens
		switch {
		case c.content == "back" && !lang.Flag(c.value, "that") && !lang.Flag(c.value, "tell"):
			continue // “…”, he continued
		case c.content == "back" || c.content == "source" && c.right < 0:
			content = f.aroundCue(c)
		case c.right < 0 || c.comparing && c.content != "as" || c.content == "quote" && f.in[c.right] == 0:
			continue
		default:
			content = append(content, f.rightClause(k))
			if c.content == "source" {
				if lead := f.leading(c); !lead.empty() {
					content = append([]tokens{lead}, content...)
				}
			}
		}
		if f.onlyNoun(c, content) {
			continue
		}
		f.addReported(c, content)
	}
}

// onlyActs reports whether the noun or infinitive behind a verb is what somebody does,
// feels, asks for or offers, and not what was said: “supported the strike”, “promised
// money”.
func (f *finder) onlyActs(c *cue) bool {
	if c.right < 0 || c.thatClause {
		return false
	}
	switch {
	case f.d.Tokens[c.right].Kind == text.Number && (c.content == "thing" || lang.Flag(c.value, "to")):
		return true // “questioned 1,204 adults”, “promised 12 million”
	case f.is(c.right, isNot) && f.is(c.subject.first, isRelative):
		return true // “who asked not to be named”
	case c.content != "thing" && !f.is(c.right, isInfinitive):
		return false
	}
	return lang.Flag(c.value, "act") || lang.Flag(c.value, "ask") && !f.is(c.right, isInf|isInfinitive)
}

// onlyNoun reports whether a number behind a verb without “that” opens no clause, since
// no verb follows it: “announced 300 redundancies”, “confirmed five cases”.
func (f *finder) onlyNoun(c *cue, content []tokens) bool {
	if c.content != "clause" || c.thatClause || c.right < 0 || len(content) != 1 || !lang.Flag(c.value, "bare") || lang.Flag(c.value, "tell") {
		return false
	}
	t := content[0]
	if value, ok := f.k.numbers.Value(f.norm(t.first)); f.d.Tokens[t.first].Kind != text.Number && (!ok || value == "a") {
		return false
	}
	for i := t.first; i < t.end; i++ {
		if f.in[i] > 0 || f.is(i, isAux|isInfinitive) || f.k.past(f.norm(i)) {
			return false
		}
	}
	return true
}

// frames reports whether the words before a cue only begin the sentence that words in
// marks behind it end: “The bridge, she said, ‘has never been safe’.”
func (f *finder) frames(k int) bool {
	c := &f.cues[k]
	if c.content != "back" || c.comparing {
		return false
	}
	l := &f.lines[c.line]
	i := c.end
	if c.after {
		i = c.subject.end
	}
	for ; i < l.end && (f.in[i] > 0 || f.d.Tokens[i].Kind == text.Punct); i++ {
		if n := f.in[i]; n > 0 {
			m := &f.marked[n-1]
			return m.cue == k+1 && m.kind == stemma.PartialQuote && !f.whole(f.backClause(c))
		}
	}
	return false
}

// whole reports whether the words end in a clause of their own: it has an auxiliary
// behind the last “and”.
func (f *finder) whole(t tokens) bool {
	for i := t.end - 1; i >= t.first && !f.is(i, isConj); i-- {
		if f.is(i, isAux) {
			return true
		}
	}
	return false
}

// aroundCue gives what stands before a closing cue, and what it leaves behind itself:
// “Now, she said, the road is open.”
func (f *finder) aroundCue(c *cue) []tokens {
	back, rest := f.backClause(c), f.restAfter(c)
	if split := f.split(c); len(split) > 0 {
		return split
	}
	if back.empty() {
		if opening := f.opening(c); !opening.empty() && f.norm(opening.end) == "," && f.comma(c) {
			l := &f.lines[c.line]
			return []tokens{opening, f.trimClause(tokens{c.end + 1, l.end})}
		}
		return nil
	}
	return []tokens{back, rest}
}

// split gives both parts of a sentence into which a verb with its subject behind it breaks:
// “De repetirse la crecida, advierte un estudio, el puente caerá”.
func (f *finder) split(c *cue) []tokens {
	l := &f.lines[c.line]
	if !c.after || c.content != "back" || !f.k.dropped || f.norm(c.first-1) != "," || f.norm(c.subject.end) != "," || c.subject.end+3 >= l.end {
		return nil
	}
	t := tokens{l.first, c.first - 1}
	if !f.onlyOpening(tokens{t.first, t.end + 1}) && !f.is(t.first, isSub) && t.end-t.first > 2 {
		return nil
	}
	next := c.subject.end + 1
	if f.in[next] > 0 || f.is(next, isParticiple|isRelative|isConj|isSub) {
		return nil
	}
	return []tokens{t, f.trimClause(tokens{next, l.end})}
}

func (f *finder) comma(c *cue) bool {
	return !c.after && c.content == "back" && f.norm(c.end) == "," && f.in[min(c.end+1, len(f.in)-1)] == 0 && !f.is(c.end+1, isParticiple|isRelative|isConj)
}

// opening gives the words before a cue that only open a clause: “In some ways”.
func (f *finder) opening(c *cue) tokens {
	l := &f.lines[c.line]
	if c.after || c.subject.first-1 <= l.first || c.shared {
		return tokens{}
	}
	t := tokens{l.first, c.subject.first - 1}
	for !t.empty() && f.is(t.first, isConj) {
		t.first++
	}
	if !f.onlyOpening(tokens{t.first, t.end + 1}) && !f.is(t.first, isSub) {
		return tokens{}
	}
	return t
}

// addReported makes the finding, when enough words of it are outside marks.
func (f *finder) addReported(c *cue, content []tokens) {
	whole, outside, marked, words := tokens{}, 0, false, 0
	var kept []tokens
	for _, t := range content {
		if t.empty() {
			continue
		}
		for i := t.first; i < t.end; i++ {
			if n := f.in[i]; n > 0 {
				if f.marked[n-1].kind == stemma.DirectQuote || f.marked[n-1].inner {
					return
				}
				marked = true
				continue
			}
			if k := f.d.Tokens[i].Kind; (k == text.Word || k == text.Number) && !f.is(i, isDet|isPossessive|isPrep|isConj) {
				outside++
			}
		}
		kept = append(kept, t)
		words += f.words(t)
		if whole.empty() {
			whole = t
		} else {
			whole = tokens{min(whole.first, t.first), max(whole.end, t.end)}
		}
	}
	if whole.empty() || outside == 0 || f.onlyNames(whole) || words == 1 && !f.plain(whole) || marked && outside < fewest(c) {
		return
	}
	q := finding{kind: stemma.IndirectQuote, whole: whole, content: kept, speaker: f.speaks(c), cue: c.tokens, rule: c.rule}
	f.found = append(f.found, q)
}

// onlyNames reports whether the words name what was said and do not tell it: “the
// allegations”.
func (f *finder) onlyNames(t tokens) bool {
	for !t.empty() && f.is(t.first, isDet|isPossessive) {
		t.first++
	}
	n, value := f.d.Longest(f.k.speech, t.first, t.end)
	return n > 0 && t.first+n == t.end && lang.Flag(value, "matter")
}

// plain reports whether one of the tokens is a word of content: “calm”, not “it”.
func (f *finder) plain(t tokens) bool {
	for i := t.first; i < t.end; i++ {
		if f.class[i] == 0 && f.d.Tokens[i].Kind == text.Word {
			return true
		}
	}
	return false
}

// fewest gives how many words outside marks make reported words more than the words in
// marks: a noun or two beside them is not enough.
func fewest(c *cue) int {
	if c.content == "clause" || c.content == "back" || c.content == "source" {
		return 1
	}
	return 3
}
