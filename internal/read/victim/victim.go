// Package victim finds the people whom a text says were harmed: each with name,
// initials or description, age, what was done to them, where, when, how and by whom.
//
// It takes one text with its names, times and events, and gives its victims: the
// minimum record of those who count casualties one by one (Every Casualty Counts,
// Standards for Casualty Recording, 2016). It promises that a victim's span is the name
// or the description in the text, that one person is one record a text for each harm,
// told at its first place, that what the text does not say stays empty, and that each
// record carries the ID of its rule. It does not count people (package figure does),
// does not judge who was in the right, and does not take for a victim whoever is only
// threatened, sought or said to be dead in old age: a death is one here when the text
// says in the same sentence that somebody or something killed.
package victim

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/rule"
	"stemma/internal/text"
)

// Find gives the victims of a text. Names, times and events are those of the same text,
// ordered by span; each may be nil.
func Find(d *text.Doc, names []stemma.Mention, times []stemma.Time, events []stemma.Event) []stemma.Victim {
	f := &finder{d: d, k: ready.Of(d.Pack, newKnowledge), names: names, times: times, events: events}
	f.rules = f.k.rules.Over(d)
	for i := range d.Sentences {
		if s := d.Sentences[i]; !s.Hole {
			f.sentence(s)
		}
	}
	slices.SortStableFunc(f.found, func(a, b stemma.Victim) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End), cmp.Compare(a.ID, b.ID))
	})
	return f.found
}

// finder is the work on one text.
type finder struct {
	d      *text.Doc
	k      *knowledge
	rules  *rule.Scan
	names  []stemma.Mention
	times  []stemma.Time
	events []stemma.Event
	found  []stemma.Victim
	keys   []string // of the found, which person it is
	last   string   // the harm that the text told last, "" for none

	before []person // of the sentence before, in the same paragraph
	within int      // … that paragraph
}

// sentence finds the victims of one sentence.
func (f *finder) sentence(s text.Sentence) {
	people := f.people(s)
	if f.within != s.Paragraph {
		f.before = nil
	}
	if len(people) > 0 || len(f.before) > 0 {
		m := marksOf(people, s)
		for i := s.First; i < s.End; i++ {
			for _, r := range f.rules.At(i, s.End, m) {
				f.apply(people, &r, s)
			}
		}
		for i := range people {
			if p := &people[i]; p.harm != "" {
				f.add(p, s)
			}
		}
	}
	f.before, f.within = people, s.Paragraph
	for i := s.First; i < s.End; i++ {
		if _, value := f.d.Longest(f.k.harm, i, s.End); value != "" {
			if h := harmOf(value); h != "" {
				f.last = h
			}
		}
	}
}
