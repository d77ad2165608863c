package name

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/text"
)

// person is someone whom the text names.
type person struct {
	parts  []string // folded parts of the fullest name, initials and small words too
	name   string   // the fullest name, as written first
	full   bool     // more than one part
	gender string
	first  int  // number of the candidate that named the person in full first
	reigns bool // a title stood before the name behind which a given name stands alone
	last   int  // number of the candidate that named the person last
	times  int  // how often the person was named so far, headlines left out
}

// order sorts the candidates by place and drops what overlaps.
func (f *finder) order() {
	slices.SortStableFunc(f.all, func(a, b candidate) int { return cmp.Compare(a.first, b.first) })
	kept, at := f.all[:0], 0
	for _, c := range f.all {
		if c.first < at {
			continue
		}
		kept, at = append(kept, c), c.end
	}
	f.all = kept
}

// persons groups the mentions of persons: full names first, then single names, which
// join the last fuller one with that surname, or the only one to come.
func (f *finder) persons() {
	for i := range f.all {
		c := &f.all[i]
		if c.kind != aPerson {
			continue
		}
		parts := f.parts(c)
		if len(parts) < 2 {
			continue
		}
		c.who = f.match(parts)
		if c.who == nil {
			c.who = &person{parts: parts, name: f.written(c), full: true, first: i}
			f.people = append(f.people, c.who)
		} else if len(parts) > len(c.who.parts) {
			c.who.parts, c.who.name = parts, f.written(c)
		}
		c.who.reigns = c.who.reigns || f.reigns(c)
		f.sex(c)
	}
	f.singles()
	f.pronouns()
	for i := range f.all {
		if c := &f.all[i]; c.who != nil {
			c.name = c.who.name
			c.entity = f.id(aPerson, c.name)
		}
	}
}

// singles joins names of one part to the people.
func (f *finder) singles() {
	for i := range f.all {
		c := &f.all[i]
		if c.kind != aPerson {
			continue
		}
		if c.who == nil {
			c.who = f.antecedent(i)
			if c.who == nil {
				c.who = &person{parts: f.parts(c), name: f.written(c)}
				f.people = append(f.people, c.who)
			}
			f.sex(c)
		}
		c.who.last = i + 1
		if !f.d.Sentences[f.d.SentenceOf(c.first)].Title {
			c.who.times++
		}
	}
}

// shortly is how many paragraphs back a surname rather means whoever was named there.
const shortly = 1

// antecedent finds whom the single name at candidate i means: of the people named before
// that bear it the one named in its paragraph or shortly before, else the one named most
// often, else the one of the shortest name, else the first; else the only one in the text.
func (f *finder) antecedent(i int) *person {
	parts := f.parts(&f.all[i])
	if len(parts) == 0 {
		return nil
	}
	var best, ahead *person
	several, near, here := false, 0, f.paragraphOf(&f.all[i])
	reigns := f.reigns(&f.all[i])
	for _, p := range f.people {
		if !p.bears(parts[0]) || p.gender != "" && f.titleSex(&f.all[i]) != "" && p.gender != f.titleSex(&f.all[i]) || reigns && p.full && !p.reigns {
			continue
		}
		if p.last > 0 {
			far := min(max(here-f.paragraphOf(&f.all[p.last-1])-shortly, 0), 1)
			if best == nil || cmp.Or(cmp.Compare(far, near), cmp.Compare(best.times, p.times), cmp.Compare(len(p.parts), len(best.parts))) < 0 {
				best, near = p, far
			}
		} else {
			several = ahead != nil
			ahead = p
		}
	}
	if best != nil {
		return best
	}
	if several || ahead != nil && f.bareBefore(i, ahead) > barely {
		return nil
	}
	return ahead
}

// paragraphOf gives the number of a candidate's paragraph.
func (f *finder) paragraphOf(c *candidate) int {
	return f.d.Sentences[f.d.SentenceOf(c.first)].Paragraph
}

// bears reports whether a single name may stand for the person: a surname, or the
// first name where the text uses it so.
func (p *person) bears(part string) bool {
	if !p.full {
		return len(p.parts) > 0 && p.parts[0] == part
	}
	return slices.Contains(p.parts, part) || len(part) > 1 && len(part) <= 4 && len(part) == len(p.parts) && initials(p.parts) == part
}

// initials gives the first letters of the parts of a name.
func initials(parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		for _, r := range p {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}

// match finds the person that a full name means: the same last name and first names
// that agree, or one name that is part of the other.
func (f *finder) match(parts []string) *person {
	for _, p := range f.people {
		if agree(p.parts, parts) {
			return p
		}
	}
	return nil
}

// agree reports whether two full names can be one person's: their first parts are
// equal, or one is the other's initial, and the rest of the shorter stands in the
// longer in that order.
func agree(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if tail := a[len(a)-len(b):]; len(a) > len(b) && len(b) > 1 && len(b[0]) > 1 && slices.Equal(tail, b) {
		return true // “Ruiz Orr” for “Tomas Ruiz Orr”
	}
	if !initialOf(a[0], b[0]) {
		return false
	}
	i := 1
	for _, part := range b[1:] {
		for i < len(a) && !initialOf(a[i], part) {
			i++
		}
		if i == len(a) {
			return false
		}
		i++
	}
	last := b[len(b)-1]
	return slices.Contains(a[1:], last) && len(last) > 1
}

// initialOf reports whether two parts are equal or one is the other's initial.
func initialOf(a, b string) bool {
	return a == b || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b)
}

// parts gives the folded parts of a person's name without marks and accents: initials
// as one letter, small particles left out.
func (f *finder) parts(c *candidate) []string {
	var out []string
	for i := c.first; i < c.end; i++ {
		t := f.d.Tokens[i]
		if t.Kind != text.Word || t.Case == text.Lower {
			continue
		}
		part := strings.TrimSuffix(t.Norm, ".")
		if f.k.juniors.Has(part) || f.facts[i].has(aPersonal) && i < c.end-1 && (i > c.first || !f.beginsGiven(c)) {
			continue
		}
		out = append(out, plain(part))
	}
	return out
}

// written gives a candidate as it stands in the text, blanks as one space.
func (f *finder) written(c *candidate) string {
	return strings.Join(strings.Fields(f.d.Words(c.first, c.end)), " ")
}

func (f *finder) id(k kind, name string) stemma.ID {
	return stemma.NewID("e", string(f.d.Article.ID), types[k], name)
}
