package kin

import (
	"math"
	"strings"
)

// marks are what a copy inherits from the text that it was made of beside its words, until
// somebody changes it.
type marks struct {
	title, letters string // the headline; its letters
	byline         string
	outlet, credit string // the letters of the names
	dashes         int    // long dashes, less those written as hyphens
	day            float64
	dated, timed   bool    // day is known; so is the hour
	doubted        bool    // there is a date, which is taken for false
	twinned                // see leaders
	lines          [2]line // at the text's beginning and its end
}

// marked reads the marks of a text.
func marked(t *text) marks {
	a := appeared(t.article)
	m := marks{title: a.TitleText, letters: letters(a.TitleText), outlet: letters(a.Outlet.Name), credit: letters(t.credit())}
	for _, b := range a.Byline {
		m.byline += letters(b.Name) + "\n"
	}
	m.dashes = strings.Count(a.Text, " — ") - strings.Count(a.Text, " - ")
	day, unknown := days(when(a))
	m.day, m.dated, m.timed = day, !unknown, hour(when(a)) != ""
	return m
}

// heading says how far one text's headline may come from the other's.
func (m *marks) heading(from *marks) float64 {
	switch {
	case m.letters == "" || from.letters == "":
		return 0
	case m.title == from.title:
		return sameTitle
	case m.letters == from.letters:
		return sameLetters
	case strings.HasSuffix(m.letters, from.letters):
		return longerTitle
	}
	return 0
}

// signing says how seldom an editor makes one byline of the other.
func (m *marks) signing(from *marks) float64 {
	switch {
	case m.byline == from.byline:
		return 0
	case m.byline == "":
		return -byDropped
	}
	return -byOther
}

// delay says how seldom a copy is made so long after its source. What is not known is
// taken for usual.
func (m *marks) delay(from *marks) float64 {
	switch {
	case !m.dated || !from.dated:
		return -lateCost * usualDelay
	case m.day == from.day || !(m.timed && from.timed) && int(m.day) == int(from.day):
		return 0
	case m.day < from.day && m.credit != "" && m.credit == from.outlet:
		return -lateCost * usualDelay // it says where it has it from: one of the dates is false
	case m.day < from.day:
		return -beforeCost
	}
	return -lateCost * math.Log10(1+24*(m.day-from.day))
}

// unlike says how seldom an editor changes one style into the other.
func (s style) unlike(o style) float64 {
	n := 0.0
	if (s.curly > s.straight) != (o.curly > o.straight) && s.curly+s.straight > 0 && o.curly+o.straight > 0 {
		n += marksCost
	}
	if (2*s.capitals > s.words) != (2*o.capitals > o.words) {
		n += capsCost
	}
	return n
}
