package event

import (
	"stemma"
	"stemma/internal/text"
)

// party is someone named or described in the sentence: tokens first to before end; head
// is the token that the phrase turns on.
type party struct {
	first, head, end int
	named            stemma.Named
	place            bool // a place by name, which acts only where it is a subject
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
			f.people = append(f.people, party{i, i, end, stemma.Named{Span: m.Span, Name: m.Name, Entity: m.Entity}, m.Type == stemma.Place})
			i = max(end, i+1)
			continue
		}
		n := f.nounAt(i)
		if n == 0 {
			i++
			continue
		}
		f.addNoun(i, i+n)
		i += n
	}
}

// nounAt gives the number of tokens of the noun for people that begins at token i.
func (f *finder) nounAt(i int) int {
	if f.d.Tokens[i].Kind != text.Word {
		return 0
	}
	n, _ := f.d.Longest(f.k.doers, i, f.s.End)
	m, v := f.d.Longest(f.k.people, i, f.s.End)
	if has(v, "not") {
		m = 0
	}
	return max(n, m)
}

// addNoun adds the phrase of a noun: the words before it up to the first small word or
// sign, at most four, and a name right behind it (“President Ana Duarte”) takes its
// place.
func (f *finder) addNoun(head, end int) {
	first := head
	for first > f.s.First && head-first < 4 {
		t := &f.d.Tokens[first-1]
		if t.Kind != text.Word && t.Kind != text.Number || f.smallWord(first-1) || f.k.acts.Has(t.Norm) || f.inParty(first-1) {
			break
		}
		first--
	}
	span := f.d.Span(first, end)
	f.people = append(f.people, party{first, head, end, stemma.Named{Span: span, Name: span.Of(f.d.Text)}, false})
}

func (f *finder) smallWord(i int) bool { return f.k.small.Has(f.d.Tokens[i].Norm) }

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
