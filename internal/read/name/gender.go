package name

import (
	"strings"
)

// sex notes what titles and first names say of a person's gender.
func (f *finder) sex(c *candidate) {
	if c.who.gender != "" {
		return
	}
	if g := f.titleSex(c); g != "" {
		c.who.gender = g
		return
	}
	x := f.facts[c.first]
	if c.end-c.first < 2 && !x.has(aFirstName) {
		return
	}
	switch {
	case x.has(aMan) && !x.has(aWoman):
		c.who.gender = "m"
	case x.has(aWoman) && !x.has(aMan):
		c.who.gender = "f"
	}
}

// pronouns reads the gender of people whose titles and first names tell none from the
// first pronoun behind their mentions, up to the end of the next sentence or the next
// person; when these disagree, it stays open.
func (f *finder) pronouns() {
	said := map[*person]string{}
	for i := range f.all {
		c := &f.all[i]
		if c.who == nil || c.who.gender != "" || f.d.Norm(c.end) == "'s" {
			continue
		}
		limit := f.d.Sentences[min(c.sentence+1, len(f.d.Sentences)-1)].End
		for j := i + 1; j < len(f.all); j++ {
			if f.all[j].kind == aPerson {
				limit = min(limit, f.all[j].first)
				break
			}
		}
		for k := c.end; k < limit; k++ {
			g, ok := f.d.Value(f.k.pronouns, k)
			if !ok {
				continue
			}
			if old, seen := said[c.who]; seen && old != g {
				g = ""
			}
			said[c.who] = g
			break
		}
	}
	for _, p := range f.people {
		if g := said[p]; p.gender == "" && g != "" {
			p.gender = g
		}
	}
}

// titleSex gives the gender that the titles before a name tell, "" when none does.
func (f *finder) titleSex(c *candidate) string {
	start := c.title
	if start == c.first {
		start = f.titleBefore(f.d.Sentences[c.sentence], c.first)
	}
	for i := start; i < c.first; i++ {
		_, v := f.titleAt(i, c.first)
		switch {
		case strings.HasSuffix(v, " m"):
			return "m"
		case strings.HasSuffix(v, " f"):
			return "f"
		}
	}
	return ""
}
