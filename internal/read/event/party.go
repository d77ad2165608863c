package event

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// party is someone named or described in the sentence: tokens first to before end; head
// is the token that the phrase turns on.
type party struct {
	first, head, end int
	named            stemma.Named
	place            bool // a place by name
	name             bool // a name, not a noun or pronoun
	person           bool // one person, by name or not
	count            bool // a number that stands for those counted
	role             stemma.Named
}

// findPeople gives the parties of the sentence, in order: names, and nouns for people
// and bodies that are not part of a name.
func (f *finder) findPeople(names []stemma.Mention) {
	f.people = f.people[:0]
	next := 0
	for i := f.s.First; i < f.s.End; {
		for next < len(names) && f.d.TokenAt(names[next].Span.Start) < i {
			next++
		}
		if next < len(names) && f.d.TokenAt(names[next].Span.Start) == i {
			m := &names[next]
			_, end := f.d.Range(m.Span)
			f.addName(i, end, m)
			i = max(end, i+1)
			continue
		}
		n := f.nounAt(i)
		switch {
		case n > 0 && f.k.compounds && f.nameEnds(i) && f.isTitle(i):
			// “Otto Renn MP”: the noun belongs to the name
		case n > 0:
			f.addNoun(i, i+n)
			n = max(n, f.people[len(f.people)-1].end-i)
		case f.agedAt(i):
			n = 3
			span := f.d.Span(i, i+n)
			f.people = append(f.people, party{first: i, head: i + 2, end: i + n, person: true, named: stemma.Named{Span: span, Name: span.Of(f.d.Text)}})
		case f.is(i, "pronoun"):
			f.addPronoun(i, names[:next])
		case f.countOf(i):
			if n = 1; f.ofThem(i + 1) {
				n = 3
			}
			span := f.d.Span(i, i+n)
			f.people = append(f.people, party{first: i, head: i, end: i + n, count: true, named: stemma.Named{Span: span, Name: span.Of(f.d.Text)}})
		}
		i += max(n, 1)
	}
}

// nameEnds reports whether the name of a person ends right before the token.
func (f *finder) nameEnds(at int) bool {
	n := len(f.people) - 1
	return n >= 0 && f.people[n].name && f.people[n].person && f.people[n].end == at
}

// isTitle reports whether a noun for one person that stands at the token can follow a name.
func (f *finder) isTitle(i int) bool {
	v, _ := f.d.Value(f.k.doers, i)
	return lang.Flag(v, "person") && f.d.Tokens[i].Case != text.Lower
}

// addName adds a name; a noun right before it (“President Ana Duarte”) belongs to it.
func (f *finder) addName(first, end int, m *stemma.Mention) {
	p := party{
		first: first, head: first, end: end, place: m.Type == stemma.Place, name: true, role: m.Role, person: m.Type == stemma.Person,
		named: stemma.Named{Span: m.Span, Name: m.Name, Entity: m.Entity},
	}
	if n := len(f.people); n > 0 && f.people[n-1].end == first && !f.people[n-1].name {
		p.first = f.people[n-1].first
		f.people = f.people[:n-1]
	} else if n > 0 && p.person && f.people[n-1].person && !f.people[n-1].name && f.people[n-1].end == first-1 && f.d.Norm(first-1) == "," {
		p.first = f.people[n-1].first // “the leader of the miners, Ana Duarte”
		f.people = f.people[:n-1]
	}
	f.people = append(f.people, p)
}

// addPronoun adds “he” or “they”; it has a name where the last person named whose gender
// fits is not far.
func (f *finder) addPronoun(i int, before []stemma.Mention) {
	p := party{first: i, head: i, end: i + 1, named: stemma.Named{Span: f.d.Tokens[i].Span}}
	gender, ok := f.d.Value(f.k.gender, i)
	for _, persons := range [][]stemma.Mention{before, f.recent} {
		for n := len(persons) - 1; ok && p.named.Name == "" && n >= 0 && n >= len(persons)-4; n-- {
			if m := &persons[n]; m.Type == stemma.Person && m.Gender == gender {
				p.named.Name, p.named.Entity = m.Name, m.Entity
			}
		}
	}
	f.ofSpeaker(&p)
	f.people = append(f.people, p)
}

// inName reports whether the token lies in a name.
func (f *finder) inName(i int) bool {
	for n := range f.people {
		if f.people[n].name && f.people[n].head <= i && i < f.people[n].end {
			return true
		}
	}
	return false
}

// reports reports whether a finite verb of saying stands at the token: “said second-year
// students”.
func (f *finder) reports(i int) bool {
	v, ok := f.d.Value(f.k.speech, i)
	return ok && lang.Flag(v, "say") && (lang.Flag(v, "past") || lang.Flag(v, "pres")) && !lang.Flag(v, "noun") && f.d.Tokens[i].Case == text.Lower
}

func (f *finder) smallWord(i int) bool { return f.d.Has(f.k.small, i) }

func (f *finder) inParty(i int) bool {
	return len(f.people) > 0 && f.people[len(f.people)-1].end > i
}

// actAt reports whether an act stands at the token.
func (f *finder) actAt(i int) bool {
	for n := range f.acts {
		if f.acts[n].group <= i && i < f.acts[n].end {
			return true
		}
	}
	return false
}

// definite reports whether any of the parties is a name.
func definite(parties []party) bool {
	for _, p := range parties {
		if p.name && !p.place {
			return true
		}
	}
	return false
}

// named reports whether any of the parties is a name, of a place too: countries act.
func named(parties []party) bool {
	for _, p := range parties {
		if p.name {
			return true
		}
	}
	return false
}

// byName reports whether a party is a name, or “he” or “she” for one.
func (f *finder) byName(p *party) bool {
	return p.name || p.named.Name != "" && f.is(p.first, "pronoun") && !f.is(p.first, "thing")
}

// known reports whether any of the parties is more than a pronoun.
func known(parties []party) bool {
	for _, p := range parties {
		if p.named.Name != "" {
			return true
		}
	}
	return false
}
