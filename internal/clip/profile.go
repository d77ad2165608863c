package clip

import (
	"strings"

	"stemma"
)

// archived gives the author of all of a page's texts where the page's head says so:
// “Articles by X”.
func (l *layout) archived() (author stemma.Named) {
	for i := 0; i < l.top && i < len(l.ps); i++ {
		if p := &l.ps[i]; p.kind == kArchive {
			author, _ = named(p, p.info.authors[0])
			return author
		}
	}
	return author
}

// maxProfile is the number of words of prose of a page's introduction of its author.
const maxProfile = 90

// profile reports whether a headline is a person's name and what stands below it only
// introduces that person as a writer.
func (l *layout) profile(c cut) bool {
	if c.title < 0 || l.proseWords(c.first, c.last+1) > maxProfile || len(l.names(l.ps[c.title].text, part{0, len(l.ps[c.title].text)})) != 1 {
		return false
	}
	name := letterForm(l.ps[c.title].text)
	for i := c.first + 1; i <= c.last; i++ {
		if p := &l.ps[i]; p.kind == kProse {
			return strings.HasPrefix(letterForm(p.text), name) && l.writes(p)
		}
	}
	return false
}

// writes reports whether a paragraph soon says that somebody writes for a living.
func (l *layout) writes(p *para) bool {
	verb := false
	for i := 1; i < p.n && i <= 16; i++ {
		kind, _ := l.biographies.kindAt(p.words, i)
		if verb && kind == "calling" {
			return true
		}
		verb = verb || kind == "verb"
	}
	return false
}
