package figure

import (
	"sort"
	"strings"

	"stemma"
	"stemma/internal/text"
)

// speaks reports whether a source is one that can say something: a name, or people,
// bodies and papers in words (“officials”, “the report”).
func (f *finder) speaks(by stemma.Named) bool {
	if by.Name != "" {
		return true
	}
	_, end := f.d.Range(by.Span)
	if end == 0 {
		return false
	}
	first, _ := f.d.Range(by.Span)
	if f.k.subjectBehind && f.d.Has(f.k.doers, f.headOf(first, end)) {
		return true // “las fuentes”, “fuentes policiales”
	}
	return f.is(end-1, "voice") || f.d.Has(f.k.people, end-1) || f.d.Has(f.k.titles, end-1) || f.d.Has(f.k.organisations, end-1) || f.k.pollster(f.d.Norm(end-1))
}

// speakerBefore finds the subject of the verb at token k: a name close before it, a
// pronoun for the last speaker, or a noun phrase that begins with an article or stands
// bare (“officials said”). It gives the token at which the subject begins.
func (f *finder) speakerBefore(k, first int, last stemma.Named) (stemma.Named, int) {
	if k > first && f.impersonal(k-1) {
		return stemma.Named{}, k
	}
	i := k - 1
	for i >= first && (f.is(i, "aux") || f.adverb(i) || f.timeAt(i)) {
		if f.be(i) {
			return stemma.Named{}, k // “was charged”
		}
		i--
	}
	if i < first {
		return stemma.Named{}, k
	}
	if m := f.nameAt(i); m != nil {
		at := f.d.TokenAt(m.Span.Start)
		if who := f.holder(at, first); who != nil && m.Type == stemma.Organisation {
			return named(who), f.titleBefore(f.d.TokenAt(who.Span.Start), first)
		}
		if m.Type != stemma.Place || at == first || f.is(at-1, "stop") {
			return named(m), f.titleBefore(at, first)
		}
	}
	if gender, ok := f.d.Value(f.k.pronouns, i); ok {
		return f.personBefore(i, gender, last), i
	}
	if class, _ := f.d.Value(f.k.clause, i); holds(class, "conj") && i > first+1 { // “made no mention of it but claimed”
		return f.openingSubject(first), first
	}
	if f.is(i, "relative") && i > first { // “Ana Ruiz, who said”
		j := i - 1
		if f.d.Norm(j) == "," {
			j--
		}
		if m := f.nameAt(j); m != nil && m.Type != stemma.Place {
			return named(m), f.titleBefore(f.d.TokenAt(m.Span.Start), first)
		}
		return stemma.Named{}, k
	}
	if f.is(i, "bodies") && f.body(last) { // “it said”
		if last.Name != "" {
			last.Span = f.d.Span(i, i+1)
		}
		return last, i
	}
	if f.d.Norm(i) == "," || f.d.Norm(i) == ")" || f.d.Norm(i) == "—" { // an apposition: “Ana Ruiz, the minister, said”
		for j := i - 1; j >= first && i-j < 16; j-- {
			if m := f.nameAt(j); m != nil && (m.Type != stemma.Place) {
				at := f.d.TokenAt(m.Span.Start)
				if at == first || f.d.Norm(j+1) == "," || f.d.Norm(j+1) == "(" || f.d.Norm(j+1) == "—" {
					return named(m), f.titleBefore(at, first)
				}
			}
		}
		return f.setOff(i, first, k, last)
	}
	return f.described(i, first, last)
}

// impersonal reports whether a word before a verb makes it one of which nobody is said to be the
// subject: “se estima”.
func (f *finder) impersonal(i int) bool {
	value, _ := f.d.Value(f.k.clause, i)
	return holds(value, "clitic") && holds(value, "self") && f.k.subjectBehind
}

// body reports whether a source can be what “it” stands for: a body, or one in words.
func (f *finder) body(by stemma.Named) bool {
	if by.Name == "" {
		return !by.Span.Empty()
	}
	for i := range f.names {
		if m := &f.names[i]; m.Name == by.Name {
			return m.Type == stemma.Organisation
		}
	}
	return false
}

// adverb reports whether token i is an adverb.
func (f *finder) adverb(i int) bool {
	value, _ := f.d.Value(f.k.clause, i)
	return f.is(i, "adverb") || holds(value, "adverb") || f.k.ending(f.d.Norm(i)) == "adverb"
}

// be reports whether token i is a form of “be”, which makes the verb behind it passive.
func (f *finder) be(i int) bool {
	value, _ := f.d.Value(f.k.nounphrase, i)
	return holds(value, "be")
}

// timeAt reports whether token i belongs to a time, or to the preposition before one.
func (f *finder) timeAt(i int) bool {
	at := f.d.Tokens[i].Span
	k := sort.Search(len(f.times), func(k int) bool { return f.times[k].Span.End > at.Start })
	if k >= len(f.times) {
		return false
	}
	if f.times[k].Span.Start <= at.Start {
		return true
	}
	return f.is(i, "loc") && f.d.TokenAt(f.times[k].Span.Start) == i+1
}

// titleBefore steps back over the words of a title before a name.
func (f *finder) titleBefore(at, first int) int {
	for at > first && f.d.Tokens[at-1].Kind == text.Word && !f.is(at-1, "stop") && !f.is(at-1, "and") {
		at--
	}
	return at
}

// described reads a source that has no name of its own, back from its last token.
func (f *finder) described(i, first int, last stemma.Named) (stemma.Named, int) {
	at := i
	for at > first && i-at < 8 && f.d.Tokens[at].Kind == text.Word && !f.is(at, "det") {
		prev := f.d.Tokens[at-1]
		if prev.Kind != text.Word || f.is(at-1, "and") && !f.capitals(at) || f.is(at-1, "stop") && !f.is(at-1, "a") {
			break
		}
		at--
	}
	if f.d.Tokens[at].Kind != text.Word || (f.is(at, "stop") || f.is(at, "and")) && at == i {
		return stemma.Named{}, i + 1
	}
	if j := f.pollOf(at, first); j > 0 {
		return f.described(j, first, last) // “A poll of 1,200 adults found”: they do not say it
	}
	at = f.ofBody(at, first)
	span := f.d.Span(at, i+1)
	if last != (stemma.Named{}) && (f.is(at, "again") || f.is(at, "det") && f.is(at+1, "again") && i > at+1) {
		return stemma.Named{Span: span, Name: last.Name, Entity: last.Entity}, at
	}
	if m := f.mentionIn(span); m != nil {
		return named(m), at
	}
	if f.is(at, "det") && i-at <= 2 { // “the ministry”: the last body whose name has the word
		if m := f.bodyBefore(f.d.Tokens[at].Span.Start, f.d.Norm(i)); m != nil {
			return stemma.Named{Span: span, Name: m.Name, Entity: m.Entity}, at
		}
	}
	return f.takenUp(span, last), at
}

// takenUp gives a source in words the name of whoever was spoken of, where the word stands
// for that: “the official”.
func (f *finder) takenUp(span stemma.Span, last stemma.Named) stemma.Named {
	by := stemma.Named{Span: span}
	first, end := f.d.Range(span)
	value, _ := f.d.Value(f.k.titles, end-1)
	if end-first != 2 || !f.is(first, "det") || !holds(value, "again") {
		return by
	}
	gender := ""
	switch {
	case holds(value, "m"):
		gender = "m"
	case holds(value, "f"):
		gender = "f"
	}
	who := last
	if gender != "" {
		who = f.personBefore(first, gender, last)
	}
	by.Name, by.Entity = who.Name, who.Entity
	return by
}

// mentionIn gives the last person or body that is named inside a span.
func (f *finder) mentionIn(s stemma.Span) *stemma.Mention {
	i := sort.Search(len(f.names), func(i int) bool { return f.names[i].Span.End > s.Start })
	var best *stemma.Mention
	for ; i < len(f.names) && f.names[i].Span.Start < s.End; i++ {
		if m := &f.names[i]; m.Type != stemma.Place && s.Holds(m.Span) {
			best = m
		}
	}
	return best
}

// bodyBefore gives the last organisation before a byte whose name holds the word.
func (f *finder) bodyBefore(at int, word string) *stemma.Mention {
	i := sort.Search(len(f.names), func(i int) bool { return f.names[i].Span.Start >= at })
	for n := 0; i > 0 && n < reach; n++ {
		i--
		if m := &f.names[i]; m.Type == stemma.Organisation && strings.Contains(strings.ToLower(m.Name), word) {
			return m
		}
	}
	return nil
}

// personBefore gives who a pronoun stands for: the last speaker where the gender does
// not speak against it, else the last person of that gender.
func (f *finder) personBefore(i int, gender string, last stemma.Named) stemma.Named {
	at := f.d.Tokens[i].Span
	k := sort.Search(len(f.names), func(k int) bool { return f.names[k].Span.Start >= at.Start })
	for n := 0; k > 0 && n < reach; n++ {
		k--
		m := &f.names[k]
		if m.Type == stemma.Person && (m.Gender == "" || m.Gender == gender) {
			return stemma.Named{Span: at, Name: m.Name, Entity: m.Entity}
		}
	}
	return last
}
