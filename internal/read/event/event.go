// Package event finds dated acts: who did what to whom, where, when.
//
// It takes a text, taken apart, with the names and times found in it, and gives
// events, by the words of acts.txt and the verb forms of event.rules, in headlines too.
// A headline's act has the date of the text's first act of its kind; a sentence without
// a time goes on from the one before it in the paragraph. It promises that a trigger lies
// outside quotation marks, that every event has an actor, a target, a date or a place, and
// that what did not happen, only may or is only asked is no event. “He” and “she” are the
// last person named whose gender is known to fit. It does not find names or times, does
// not join the mentions of one act, and reads no captions.
package event

import (
	"stemma"
	"stemma/internal/rule"
	"stemma/internal/text"
	"stemma/lang"
)

// Find gives the events of a text, ordered by span.
func Find(d *text.Doc, names []stemma.Mention, times []stemma.Time) []stemma.Event {
	f := &finder{d: d, k: ready.Of(d.Pack, newKnowledge), names: names, times: times}
	f.rules = f.k.rules.Over(d)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if !s.Hole {
			f.sentence(s)
		}
	}
	f.dateHeadlines()
	return f.out
}

type finder struct {
	d     *text.Doc
	k     *knowledge
	rules *rule.Scan
	names []stemma.Mention // those not yet passed
	times []stemma.Time
	out   []stemma.Event

	s      *text.Sentence
	people []party // of the sentence
	whens  []when
	spans  []when // lengths of time, and times that end something
	acts   []act
	recent []stemma.Mention // persons named so far
	heads  int              // how many events of out stand in the headline
	told   told             // what the sentence before told
	titled bool             // a headline with capitals throughout
	saidBy stemma.Named     // who says what the sentence says
}

// told is when and where the acts of a sentence happened; the sentence right behind it
// in the paragraph may go on from there.
type told struct {
	paragraph int
	date      stemma.Date
	place     stemma.Named
}

// act is a word for an act, in its sentence: tokens first to before end; group is the
// first token of its verb group.
type act struct {
	rule              *lang.Rule
	word              word
	voice, status     string
	group, first, end int
	actors, targets   []party
	alleged, dropped  bool
	verb              *act // the light verb that a noun is the object or subject of
}

// when is a time of the sentence that can date an act.
type when struct {
	first, end int
	time       *stemma.Time
}

func (f *finder) sentence(s *text.Sentence) {
	f.s = s
	f.acts = f.acts[:0]
	names, times := f.take(s)
	f.findWhens(times)
	f.findPeople(names)
	f.titled = s.Title && f.capitals()
	f.findActs()
	for i := range f.acts {
		f.roles(i)
	}
	f.saidBy = f.speaker()
	for i := range f.acts {
		f.join(i)
	}
	now := told{paragraph: s.Paragraph}
	for i := range f.acts {
		f.emit(i, &now)
	}
	f.told = now
	if s.Title {
		f.heads = len(f.out)
	}
	for i := range names {
		if names[i].Type == stemma.Person {
			f.recent = append(f.recent, names[i])
		}
	}
}

// take gives the names and times of the sentence, and passes them.
func (f *finder) take(s *text.Sentence) (names []stemma.Mention, times []stemma.Time) {
	for len(f.names) > 0 && f.names[0].Span.Start < s.Span.Start {
		f.names = f.names[1:]
	}
	n := 0
	for n < len(f.names) && f.names[n].Span.End <= s.Span.End {
		n++
	}
	names, f.names = f.names[:n], f.names[n:]
	for len(f.times) > 0 && f.times[0].Span.Start < s.Span.Start {
		f.times = f.times[1:]
	}
	n = 0
	for n < len(f.times) && f.times[n].Span.End <= s.Span.End {
		n++
	}
	times, f.times = f.times[:n], f.times[n:]
	return names, times
}

// findActs gives the acts of the sentence that stand outside quotation marks; what is
// asked is not said to have happened.
func (f *finder) findActs() {
	if f.d.Norm(f.s.End-1) == "?" {
		return
	}
	quoted := false
	for i := f.s.First; i < f.s.End; {
		t := &f.d.Tokens[i]
		if t.Kind == text.Mark && t.Norm == `"` {
			quoted = !quoted
		}
		if quoted || t.Kind != text.Word || t.Case == text.Title && i > f.s.First && !f.titled || f.inName(i) {
			i++
			continue
		}
		next := i + 1
		if best, ok := f.longest(i); ok {
			next = best.End
			if best.Rule.Set["make"] != "none" && f.stands(best) && (best.Rule.Set["headline"] != "only" || f.s.Title && i == f.s.First) {
				a := f.actOf(best)
				next = a.end
				if !f.helps(&a) {
					f.acts = append(f.acts, a)
				}
			}
		}
		i = next
	}
}

// longest gives the longest match at a token; of equally long ones the first rule's,
// but a word that is both noun and verb is a noun where no one stands before it.
func (f *finder) longest(i int) (best rule.Found, ok bool) {
	for _, m := range f.rules.At(i, f.s.End, actMarks{f}) {
		c, _ := m.Get("act")
		if m.Rule.Set["voice"] == "reduced" && !f.canReduce(c.First, c.End, f.k.word(c.Value)) {
			continue
		}
		object := f.is(c.End, "det") || f.is(c.End, "possessive") || c.End < f.s.End && f.d.Tokens[c.End].Kind == text.Number
		noun := m.Rule.Set["voice"] == "noun" && !(object && lang.Flag(c.Value, "fin")) && m.End == best.End && best.First+1 == best.End && !f.verbal(i)
		if !ok || m.End > best.End || noun {
			best, ok = m, true
		}
	}
	return best, ok
}

// canReduce reports whether a participle can stand behind its noun here: with who did it
// behind, or a word that wants someone as object and has none within (“declared a state
// of emergency for …” has).
func (f *finder) canReduce(first, end int, w word) bool {
	if !f.k.compounds {
		return true
	}
	return end-first <= 2 && (f.is(end, "by") || !w.self && !w.matter)
}

// verbal reports whether a finite verb can stand at the token: right behind someone who
// acts, a relative word or an adverb.
func (f *finder) verbal(i int) bool {
	for f.is(i-1, "adverb") {
		i--
	}
	if f.is(i-1, "relative") || f.is(i-1, "to") || f.d.Norm(i-1) == "," {
		return true
	}
	for _, p := range f.people {
		if p.end == i {
			return true
		}
	}
	return false
}

// stands reports whether a match is a verb or noun of its own: not an adjective (“the
// jailed leader”), not the first part of a compound (“strike fund”).
func (f *finder) stands(m rule.Found) bool {
	c, _ := m.Get("act")
	before, voice := m.First-1, m.Rule.Set["voice"]
	switch voice {
	case "active", "reduced":
		if m.First == f.s.First && voice == "active" && m.Rule.Set["behind"] == "" && c.First == m.First {
			return false // “Ousted President …”
		}
		if m.Rule.Set["behind"] == "" && c.First == m.First && c.End == c.First+1 && !lang.Flag(c.Value, "bare") && !lang.Flag(c.Value, "part") && f.plain(before) && f.ending(m.First) == nil {
			return false // “unfounded charges”
		}
		return c.First > m.First || m.Rule.Set["behind"] != "" && f.clitic(before) && !lang.Flag(c.Value, "part") && !lang.Flag(c.Value, "noun") || !f.is(before, "det") && !f.is(before, "possessive") && !f.is(before, "prep") &&
			!f.is(before, "by") && f.d.Norm(before) != "'s" && (before < f.s.First || !f.counts(before) || f.timeEnds(m.First))
	case "gerund":
		return before < f.s.First || f.d.Tokens[before].Kind == text.Punct || f.is(before, "and") || f.ending(m.First) != nil
	case "noun":
		if m.Rule.Set["compound"] == "no" && c.End < f.s.End {
			t := &f.d.Tokens[c.End]
			return t.Kind != text.Word || t.Norm == "'s" || f.smallWord(c.End) || f.verbAt(c.End)
		}
	}
	return true
}

// clitic reports whether the token is a pronoun right before a verb: “la detuvo”, not the
// article of “de la firma”.
func (f *finder) clitic(i int) bool {
	return f.is(i, "clitic") && !f.is(i-1, "prep")
}

// verbAt reports whether a word for an act stands there that can be a verb.
func (f *finder) verbAt(i int) bool {
	if i >= f.s.End {
		return false
	}
	v, ok := f.d.Value(f.k.acts, i)
	return ok && (!lang.Flag(v, "noun") || lang.Flag(v, "fin") || lang.Flag(v, "part"))
}

// counts reports whether the token is a number.
func (f *finder) counts(i int) bool {
	v, _ := f.d.Value(f.k.numbers, i)
	return f.d.Tokens[i].Kind == text.Number || v != "" && v[0] >= '0' && v[0] <= '9'
}

func (f *finder) actOf(m rule.Found) act {
	c, _ := m.Get("act")
	a := act{
		rule: m.Rule, word: f.k.word(c.Value), voice: m.Rule.Set["voice"], status: m.Rule.Set["status"],
		group: m.First, first: c.First, end: c.End,
	}
	from := m.First
	for f.is(from-1, "adverb") {
		from--
	}
	for i := from; i < c.First; i++ {
		a.alleged = a.alleged || f.is(i, "alleged")
	}
	if a.status == "" && lang.Flag(c.Value, "future") {
		a.status = "planned"
	}
	if f.s.Title {
		f.headline(&a, c.Value)
	}
	return a
}

// actMarks hands words for acts to the rules: <@act>, and <@act:part> by form. Times
// are not needed to find acts.
type actMarks struct{ *finder }

func (m actMarks) At(name string, i int) (end int, value string, ok bool) {
	if name != "act" {
		return 0, "", false
	}
	n, v := m.d.Longest(m.k.acts, i, m.s.End)
	return i + n, v, n > 0
}

// is reports whether the token is a small word of that class.
func (f *finder) is(i int, class string) bool {
	if i < f.s.First || i >= f.s.End {
		return false
	}
	v, ok := f.d.Value(f.k.small, i)
	return ok && lang.Flag(v, class)
}
