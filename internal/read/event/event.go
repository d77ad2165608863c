// Package event finds dated acts: who did what to whom, where, when.
//
// It takes a text, taken apart, with the names and times found in it, and gives
// events, by the words of acts.txt and the verb forms of event.rules, in headlines too.
// A headline's act has the date of the text's first act of its kind; a sentence without
// a time goes on from the one before it in the paragraph. It promises that a trigger lies
// outside quotation marks, that every event has an actor, a target, a date or a place, and
// that what did not happen, only may or is only asked is no event. “He” and “she” are the
// last person named whose gender is known to fit. It does not find names or times, does
// not join the mentions of one act, and reads no captions, and no “sentence” of more than
// 2,000 words and signs, which is a table or a trap.
package event

import (
	"stemma"
	"stemma/internal/rule"
	"stemma/internal/text"
	"stemma/lang"
)

// longestSentence bounds what is read as one sentence, in tokens: who acts is looked for all
// over it, once for each act.
const longestSentence = 2000

// Find gives the events of a text, ordered by span.
func Find(d *text.Doc, names []stemma.Mention, times []stemma.Time) []stemma.Event {
	f := &finder{d: d, k: ready.Of(d.Pack, newKnowledge), names: names, times: times, sport: map[int]bool{}}
	f.rules = f.k.rules.Over(d)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if !s.Hole && s.End-s.First <= longestSentence {
			f.sentence(s)
			f.toldOn(i)
			f.note(i)
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
	ruled  ruling           // the last measure in force
	whose  stemma.Named     // the person whom the sentence before speaks of; empty when it speaks of none
	saidBy stemma.Named     // who says what the sentence says

	quoted   bool         // within quotation marks that an earlier sentence has opened
	quotedIn int          // … in this paragraph
	closing  int          // where the mark stands that was found to close them
	sport    map[int]bool // the paragraphs that were asked for: whether they are of a sports page
}

// told is when and where the acts of a sentence happened; the sentence right behind it
// in the paragraph may go on from there.
type told struct {
	paragraph int
	date      stemma.Date
	place     stemma.Named
	scene     bool // the act that has the date is one of those that a text tells step by step
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
	term              int  // the act of its relative clause that says how long it holds, by number; 0 when there is none
	nth               int  // the day of it that is told of, counted from 1; 0 for none
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
	f.findTerms()
	now := told{paragraph: s.Paragraph}
	for i := range f.acts {
		f.emit(i, &now)
	}
	f.told = now
	if s.Title {
		f.heads = len(f.out)
	}
	f.remember(names)
}

// remember notes the persons named in the sentence, the one it speaks of last: “he” and
// “she” in the next sentence are rather who acts than whose house it was.
func (f *finder) remember(names []stemma.Mention) {
	at := len(f.recent)
	for i := range names {
		if names[i].Type == stemma.Person {
			f.recent = append(f.recent, names[i])
		}
	}
	if !f.goesOn() {
		f.whose = stemma.Named{}
	}
	for i := range f.people {
		p := &f.people[i]
		if !p.person || !p.name || f.d.Norm(p.end) == "'s" || f.governed(p.first) {
			continue
		}
		f.whose = stemma.Named{Name: p.named.Name, Entity: p.named.Entity}
		for k := at; k < len(f.recent)-1; k++ {
			if f.recent[k].Entity == p.named.Entity {
				m := f.recent[k]
				copy(f.recent[k:], f.recent[k+1:])
				f.recent[len(f.recent)-1] = m
				break
			}
		}
		return
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
	if f.quotedIn != f.s.Paragraph || f.quoted && !f.closesLater() {
		f.quoted, f.quotedIn = false, f.s.Paragraph
	}
	asked := f.d.Norm(f.s.End-1) == "?"
	for i := f.s.First; i < f.s.End; {
		t := &f.d.Tokens[i]
		if t.Kind == text.Mark && t.Norm == `"` {
			f.quoted = f.opens(i)
		}
		quoted := f.quoted || asked
		if quoted || t.Kind != text.Word || t.Case == text.Title && i > f.s.First && !f.titled || f.inName(i) {
			i++
			continue
		}
		next := i + 1
		if best, ok := f.longest(i); ok {
			next = best.End
			headline := best.Rule.Set["headline"] == "only" && !(f.s.Title && i == f.s.First)
			if best.Rule.Set["make"] != "none" && f.stands(best) && (!headline || len(f.acts) > 0) {
				a := f.actOf(best)
				if headline {
					a.voice = "joined" // “was abducted on Friday and killed”: it stands only with the passive before
				}
				if next = a.end; a.voice == "asked" {
					next = best.End // what must be done is not said to be done
				}
				if !f.helps(&a) {
					f.acts = append(f.acts, a)
				}
			}
		}
		i = next
	}
}

func (f *finder) actOf(m rule.Found) act {
	c, value := f.k.actIn(m)
	a := act{
		rule: m.Rule, word: f.k.word(value), voice: m.Rule.Set["voice"], status: m.Rule.Set["status"],
		group: m.First, first: c.First, end: c.End,
	}
	if m.Rule.Set["nth"] != "" {
		day, _ := m.Get("day")
		a.group, a.nth = c.First, f.ordinalBefore(day.First)
	}
	from := a.group
	for f.is(from-1, "adverb") {
		from--
	}
	for i := from; i < c.First; i++ {
		a.alleged = a.alleged || f.is(i, "alleged")
	}
	if a.status == "" && lang.Flag(value, "future") {
		a.status = "planned"
	}
	if f.s.Title {
		f.headline(&a, value)
	}
	return a
}

// is reports whether the token is a small word of that class.
func (f *finder) is(i int, class string) bool {
	if i < f.s.First || i >= f.s.End {
		return false
	}
	v, ok := f.d.Value(f.k.small, i)
	return ok && lang.Flag(v, class)
}
