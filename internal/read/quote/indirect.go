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
		if c.content == "for" || c.negated || c.subject.empty() && !c.dropped && !lang.Flag(c.value, "matter") || c.subject.end-c.subject.first == 1 && f.is(c.subject.first, isFirst) {
			continue // “we conclude” outside marks is the writer's own
		}
		if f.onlyActs(c) || f.frames(k) || f.mute(c) {
			continue
		}
		var content []tokens
		switch {
		case c.content == "so":
			content = f.sentenceBefore(c)
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

// sentenceBefore gives the sentence before a cue that points back to it, unless it has a
// speaker of its own: “The road is shut. Así lo dijo Ruiz.”
func (f *finder) sentenceBefore(c *cue) []tokens {
	if c.line == 0 || c.first > f.lines[c.line].first+3 {
		return nil
	}
	l := &f.lines[c.line-1]
	if l.title || l.cues.end > l.cues.first || f.lines[c.line].paragraph-l.paragraph > 1 {
		return nil
	}
	return []tokens{f.trimClause(tokens{l.first, l.end})}
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
			if k := f.d.Tokens[i].Kind; (k == text.Word || k == text.Number) && !f.is(i, isDet|isPossessive|isPrep|isConj|isObject) && !(f.is(i, isPronoun) && f.in[min(i+1, len(f.in)-1)] > 0) {
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
	if whole.empty() || outside == 0 || f.onlyNames(whole) || (words == 1 || words <= 3 && f.is(whole.first, isObject) && !f.anyIs(whole, isAux)) && !f.plain(whole) || marked && outside < fewest(c) || !marked && f.onlyTopic(c, whole) {
		return
	}
	q := finding{kind: stemma.IndirectQuote, whole: whole, content: kept, speaker: f.speaks(c), cue: c.tokens, rule: c.rule}
	if !c.passedBy.empty() {
		q.relayed = f.named(c.passedBy)
	}
	f.found = append(f.found, q)
}

// fewest gives how many words outside marks make reported words more than the words in
// marks: a noun or two beside them is not enough.
func fewest(c *cue) int {
	if c.content == "clause" || c.content == "back" || c.content == "source" {
		return 1
	}
	return 3
}
