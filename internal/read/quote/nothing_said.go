package quote

import (
	"stemma/internal/text"
	"stemma/lang"
)

// What stands behind a verb of saying and is nothing said: acts, counts, names of what was
// said, mere topics.

// onlyActs reports whether the noun or infinitive behind a verb is what somebody does,
// feels, asks for or offers, and not what was said: “supported the strike”, “promised
// money”.
func (f *finder) onlyActs(c *cue) bool {
	if c.right < 0 || c.thatClause {
		return false
	}
	switch {
	case lang.Flag(c.value, "plan"):
		return true // “aims to rebuild the bridge”
	case f.d.Tokens[c.right].Kind == text.Number && (c.content == "thing" || lang.Flag(c.value, "to")):
		return true // “questioned 1,204 adults”, “promised 12 million”
	case lang.Flag(c.value, "ing") && f.is(c.right, isInfinitive) && c.subject.end == c.first && !f.maySpeak(c.subject) && !f.is(c.subject.first, isPronoun|isRelative):
		return true // “a crane threatening to fall into the harbour”
	case lang.Flag(c.value, "ing") && lang.Flag(c.value, "show") && c.content == "clause" && c.subject.end == c.first && f.class[c.first-1] == 0:
		return true // “pictures showing the crane in the harbour”
	case f.is(c.right, isNot) && f.is(c.subject.first, isRelative):
		return true // “who asked not to be named”
	case c.content != "thing" && !f.is(c.right, isInfinitive):
		return false
	}
	return lang.Flag(c.value, "act") || lang.Flag(c.value, "ask") && !f.is(c.right, isInf|isInfinitive)
}

// relativeThat reports whether “that” opens no reported clause: it is the subject of the verb
// behind it, or the verb before it has no subject but “what”: “the claims that raged in the
// town”, “la vela es lo que garantiza que”.
func (f *finder) relativeThat(c *cue, noun bool) bool {
	if !c.thatClause {
		return false
	}
	if f.k.dropped {
		return f.is(c.first-1, isThat) && f.is(c.first-2, isClitic) && f.is(c.first-2, isAdverb)
	}
	return noun && f.pastAt(c.right) && f.is(c.right+1, isPrep|isDet|isPossessive|isObject)
}

// onlyHow reports whether nothing but adverbs stands at token i, up to a preposition, a sign
// or the end.
func (f *finder) onlyHow(i, limit int) bool {
	start := i
	for i < limit && f.is(i, isAdverb) && !f.is(i, isDet) && f.in[i] == 0 {
		i++
	}
	return i > start && (i >= limit || f.is(i, isPrep|isConj) && !f.is(i, isInfinitive) || f.d.Tokens[i].Kind == text.Punct)
}

// most tokens behind whom somebody warns or advises that are only the one spoken to.
const fewestOfClause = 3

// onlyNoun reports whether a number behind a verb without “that” opens no clause, since
// no verb follows it: “announced 300 redundancies”, “confirmed five cases”.
func (f *finder) onlyNoun(c *cue, content []tokens) bool {
	if c.content != "clause" || c.thatClause || c.right < 0 || len(content) != 1 || !lang.Flag(c.value, "bare") && !lang.Flag(c.value, "tell") {
		return false
	}
	t := content[0]
	if !lang.Flag(c.value, "bare") && t.end-t.first > 2 {
		return false // “told Ruiz the truth”
	}
	if lang.Flag(c.value, "tell") {
		return !lang.Flag(c.value, "to") && t.end-t.first <= fewestOfClause && f.is(t.first, isDet) && f.d.Tokens[t.end-1].Case == text.Lower && !f.isVerbIn(t) // “warned the men”
	}
	if value, ok := f.d.Value(f.k.numbers, t.first); lang.Flag(c.value, "ing") && f.is(c.first-1, isPrep) && f.is(t.first, isDet) && (!ok || value == "a") && !f.isVerbIn(t) {
		return true // “talks about claiming a reef”
	}
	if value, ok := f.d.Value(f.k.numbers, t.first); f.d.Tokens[t.first].Kind != text.Number && (!ok || value == "a") {
		return false
	}
	return !f.isVerbIn(t)
}

// isVerbIn reports whether a word of the range can be its verb, or stands in marks.
func (f *finder) isVerbIn(t tokens) bool {
	for i := t.first; i < t.end; i++ {
		if f.in[i] > 0 || f.is(i, isAux|isInfinitive) || f.k.past(&f.d.Tokens[i]) {
			return true
		}
	}
	return false
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

// onlyTopic reports whether a noun behind a verb says no more than what was spoken of, and
// nothing about it: “disputed the figures”, “denied the charges”.
func (f *finder) onlyTopic(c *cue, t tokens) bool {
	if c.content != "thing" || c.thatClause || c.right < 0 || f.is(t.first, isInfinitive|isInf) || lang.Flag(c.value, "urge") || lang.Flag(c.value, "of") {
		return false
	}
	if f.is(t.first, isDet) && !f.is(t.first, isThe|isSingle|isPossessive) {
		return false // “denied any wrongdoing”
	}
	nouns := 0
	for i := t.first; i < t.end; i++ {
		switch {
		case f.is(i, isDet|isPossessive):
		case f.d.Tokens[i].Kind == text.Number || f.name[i] > 0 || f.is(i, isPrep|isInf) || f.norm(i) == "'s":
			return false
		default:
			nouns++
		}
	}
	return nouns <= 1
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
