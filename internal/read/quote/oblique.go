package quote

import (
	"stemma"
	"stemma/lang"
)

// Where a language lets the subject be left out, a relative word before a verb of saying
// is often not who speaks: “en una carta en la que advierte”, “medidas que consideró”.

// standsForSpeaker reports whether the relative word at token i can be who speaks.
func (f *finder) standsForSpeaker(i int) bool {
	if f.is(i-1, isDet|isPrep) && f.name[i-1] == 0 && !f.is(i-1, isSub|isConj) {
		return false // “de la que dijo”, “lo que supone”
	}
	if f.verbEnds(i) {
		return false // “dijo que piden”: no relative
	}
	if f.antecedent(i) != nil {
		return true
	}
	who := f.whomRelative(i)
	switch {
	case who.empty():
		return true // somebody, whom [finder.named] does not know
	case f.is(who.first, isPrep) || f.is(who.end-1, isTime):
		return false // “al tiempo que indicó”
	}
	return true
}

// verbEnds reports whether the word before token i is a finite verb of saying.
func (f *finder) verbEnds(i int) bool {
	n, value := f.d.Longest(f.k.speech, i-1, i)
	return n == 1 && f.name[i-1] == 0 && lang.Flag(value, "that") && !lang.Flag(value, "noun") && !lang.Flag(value, "part")
}

// agrees reports whether what stands before the relative word at token i goes with the
// number of the verb: “la línea que piden” is asked for and does not ask.
func (f *finder) agrees(c *cue, i int) bool {
	many := lang.Flag(c.value, "many")
	if m := f.antecedent(i); m != nil {
		return !many || m.Type == stemma.Organisation && f.k.plural(f.norm(f.nameStart(i))) || f.joinedBefore(i)
	}
	for j := i - 1; j >= i-longestAntecedent && j >= 0 && f.in[j] == 0; j-- {
		if f.is(j, isDet) && !(f.is(j, isPrep) && f.bareWord(j-1)) {
			return !many || !f.is(j, isSingle)
		}
	}
	return true
}

// nameStart gives the first token of the name before token i.
func (f *finder) nameStart(i int) int {
	i--
	if f.norm(i) == "," {
		i--
	}
	for n := f.name[i]; i > 0 && f.name[i-1] == n; {
		i--
	}
	return i
}

// joinedBefore reports whether the name before token i is the last of several.
func (f *finder) joinedBefore(i int) bool { return f.is(f.nameStart(i)-1, isConj) }

// leftOut gives a cue behind a relative word that does not speak the subject of its
// sentence; nobody where a clitic may make it impersonal, “en los que se anunció”, or where
// the relative word opens a phrase of its own, “lo que supone”.
func (f *finder) leftOut(c, last *cue, relative int) {
	j := relative - 1
	headless := f.is(j, isDet) && !f.is(j-1, isPrep)
	if headless || f.is(c.first-1, isClitic) || last != nil && lang.Flag(last.value, "many") != lang.Flag(c.value, "many") {
		return
	}
	if !f.shareSubject(c, last, relative) {
		c.dropped = true
	}
}
