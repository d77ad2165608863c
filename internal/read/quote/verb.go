package quote

import (
	"strings"

	"stemma/internal/text"
	"stemma/lang"
)

// closes reports whether a verb that reports what stands before it has no object
// behind it: “The road is shut, Ruiz said on Monday.”
func (f *finder) closes(c *cue) bool {
	i := c.end
	if i >= f.lines[c.line].end || f.in[i] > 0 || f.d.Tokens[i].Kind != text.Word {
		return true
	}
	return f.is(i, isTime|isPrep|isAdverb|isSub|isConj|isRelative|isInfinitive|isObject|isParticiple) || lang.Flag(c.value, "tell")
}

// likelyNoun reports whether a form that is often a noun lacks what would make it a
// verb: “key figures in the plan”.
func (f *finder) likelyNoun(c *cue) bool {
	if !lang.Flag(c.value, "noun") || c.after || c.subject.empty() || c.content == "quote" && c.right <= c.end+1 {
		return false
	}
	last := c.subject.end - 1
	if lang.Flag(c.value, "base") && !lang.Flag(c.value, "past") && f.anyIs(c.subject, isSingle) {
		return true
	}
	if f.name[last] > 0 || f.is(last, isPronoun|isRelative) || f.in[last] > 0 {
		return false
	}
	if f.oneThing(c) || c.content == "quote" {
		return f.oneThing(c) // “no telephone call”
	}
	if f.k.dropped && c.subject.first == last && f.class[last] == 0 && !c.thatClause && !strings.HasSuffix(f.norm(last), "s") {
		return true // “única cita”
	}
	switch {
	case c.thatClause && !f.is(c.end, isThat), f.is(c.end, isPrep):
		return true
	case c.content == "clause" && c.right == c.end:
		return false
	case c.content == "back" && f.norm(c.subject.first-1) == ",":
		return c.end < f.lines[c.line].end && f.norm(c.end) != "."

	}
	return lang.Flag(c.value, "base") && c.subject.end-c.subject.first > 4 || !f.is(c.subject.first, isDet|isPossessive)
}

// oneThing reports whether the subject right before a verb's plain form is one thing, so that
// the form can only be a noun.
func (f *finder) oneThing(c *cue) bool {
	last := c.subject.end - 1
	return lang.Flag(c.value, "base") && !lang.Flag(c.value, "past") && c.subject.end == c.first && f.is(c.subject.first, isDet) && f.bareWord(last) &&
		!strings.HasSuffix(f.norm(last), "s") && !f.d.Has(f.k.people, last) && !f.anyIs(c.subject, isConj) && !f.is(c.subject.first-1, isConj)
}

// anyIs reports whether a token of the range that no name covers is of the class.
func (f *finder) anyIs(t tokens, c class) bool {
	for i := t.first; i < t.end; i++ {
		if f.is(i, c) && f.name[i] == 0 {
			return true
		}
	}
	return false
}

// finite sorts out nouns, infinitives and passives.
func (f *finder) finite(c *cue) bool {
	i := f.skipBack(c.first-1, f.lines[c.line].first)
	be, have := false, false
	for j := i + 1; j < c.first; j++ {
		be, have = f.is(j, isBe), have || f.is(j, isAux)
		c.negated = c.negated || f.is(j, isNot)
	}
	switch {
	case lang.Flag(c.value, "part") && !have:
		return false // “el pan prometido”
	case f.is(c.first-1, isSelf):
		return false // “se considera que”
	case lang.Flag(c.value, "noun") && (f.is(c.first-1, isDet|isPossessive|isPrep|isObject) || f.norm(c.first-1) == "'s"):
		return false
	case lang.Flag(c.value, "noun") && lang.Flag(c.value, "base") && !lang.Flag(c.value, "past") && f.is(c.first-2, isDet|isPossessive) && f.bareWord(c.first-1) && !strings.HasSuffix(f.norm(c.first-1), "s") && !f.d.Has(f.k.people, c.first-1):
		return false // “struck a softer note”
	case lang.Flag(c.value, "past") && be:
		return false
	case lang.Flag(c.value, "base") && !lang.Flag(c.value, "past") && f.is(i, isInfinitive):
		return c.content == "clause" || c.content == "quote"
	}
	return true
}

// beforeAux gives the subject of the last auxiliary before token i: “Ruiz was at pains
// to stress”.
func (f *finder) beforeAux(i, first int) tokens {
	for j := i - 1; j > first && i-j < 10 && f.in[j] == 0; j-- {
		if f.is(j, isAux) {
			return f.phraseBefore(f.skipBack(j-1, first), first)
		}
	}
	return tokens{}
}

// comparesFrom reports whether token i is the “as” that opens a clause.
func (f *finder) comparesFrom(i int, l *line) bool {
	return i >= l.first && f.is(i, isAs) && (i == l.first || f.d.Tokens[i-1].Kind == text.Punct || f.is(i-1, isConj) && i-1 == l.first)
}

// skipBack goes back over auxiliaries, adverbs and dates (“Ruiz on 4 May said”): the
// last token before them.
func (f *finder) skipBack(i, first int) int {
	for i >= first && f.in[i] == 0 {
		switch {
		case f.is(i, isAux|isAdverb|isNot) && !f.is(i, isPronoun|isTime):
			i--
		case f.is(i, isTime) && f.is(i-1, isDet) && f.is(i-2, isTime|isAdverb) && i-3 >= first:
			i -= 2 // “earlier this month”
		case f.dateBefore(i, first) < i:
			i = f.dateBefore(i, first)
		default:
			return i
		}
	}
	return i
}

// dateBefore gives the token before the date whose last token is i; i when none ends
// there.
func (f *finder) dateBefore(i, first int) int {
	if i >= first && f.norm(i) == "," {
		return i
	}
	timed, named := false, false
	for j := i; j >= first && i-j < 5 && f.in[j] == 0; j-- {
		number := f.d.Tokens[j].Kind == text.Number
		timed, named = timed || number || f.is(j, isTime), named || f.is(j, isTime)
		switch {
		case f.is(j, isPrep) && timed && j < i:
			return j - 1
		case !number && !f.is(j, isTime) && f.norm(j) != ",":
			if named && j < i { // “filed Thursday”
				return j
			}
			return i
		}
	}
	return i
}
