package quote

// Where a language lets the subject be left out, a relative word before a verb of saying
// is often not who speaks: “en un comunicado en el que lamenta”, “medidas que consideró”.

// standsForSpeaker reports whether the relative word at token i can be who speaks.
func (f *finder) standsForSpeaker(i int) bool {
	if f.is(i-1, isDet|isPrep) && f.name[i-1] == 0 && !f.is(i-1, isSub|isConj) {
		return false // “de la que dijo”, “lo que supone”
	}
	if f.antecedent(i) != nil {
		return true
	}
	who := f.whomRelative(i)
	switch {
	case who.empty():
		return true // somebody, whom [finder.named] does not know
	case f.is(who.first, isPrep) || f.is(who.end-1, isTime):
		return false // “al tiempo que se quejó”
	}
	return true
}

// leftOut gives a cue behind a relative word that does not speak the subject of its
// sentence; nobody where a clitic may make it impersonal, “en los que se anunció”, or where
// the relative word opens a phrase of its own, “lo que supone”.
func (f *finder) leftOut(c, last *cue, relative int) {
	j := relative - 1
	headless := f.is(j, isDet) && !f.is(j-1, isPrep)
	if headless || f.is(c.first-1, isClitic) {
		return
	}
	if !f.shareSubject(c, last, relative) {
		c.dropped = true
	}
}
