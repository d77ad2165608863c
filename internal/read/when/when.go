// Package when finds expressions of time: dates, periods, lengths of time, how often.
//
// It takes a text, taken apart, and the rules of its language (when.rules for single
// times, period.rules for what is made of two). It gives times with EDTF values,
// reckoned from the article's publication date, from the time last named, or from
// nothing where the text says it all. It promises one value for each expression, spans
// that do not overlap, and a year only where the text, or the article's date, gives
// it: “XXXX-04-23” is said of a day whose year is open. What is counted from an event
// (“two days before his arrest”) stays a length of time, with the event's words as its
// anchor. It does not look up when that event was, takes “after the vote” for no time,
// and does not read captions and other holes.
package when

import (
	"stemma"
	"stemma/internal/rule"
	"stemma/internal/text"
	"stemma/lang"
)

// Find gives the times of a text, ordered by span.
func Find(d *text.Doc) []stemma.Time {
	f := &finder{d: d, k: ready.Of(d.Pack, newKnowledge), now: newContext(d.Article)}
	f.single, f.period = f.k.single.Over(d), f.k.period.Over(d)
	f.marks.finder = f
	for i := range d.Sentences {
		if !d.Sentences[i].Hole {
			f.sentence(i)
		}
	}
	return f.out
}

type finder struct {
	d      *text.Doc
	k      *knowledge
	single *rule.Scan
	period *rule.Scan
	now    context
	marks  marks
	items  []item // of the sentence at hand
	spare  []item // where the next of them are put together
	out    []stemma.Time

	sentenceNo int
}

// item is an expression that a rule matched: tokens first to before end. A period has
// parts.
type item struct {
	rule       *lang.Rule
	match      rule.Match
	first, end int
	make       string
	parts      []item
}

func (f *finder) sentence(no int) {
	s := &f.d.Sentences[no]
	f.sentenceNo = no
	f.items = f.items[:0]
	cue := -1
	for i := s.First; i < s.End; {
		if cue < i {
			if cue = f.cue(i, s.End); cue == s.End {
				break
			}
		}
		if i < cue-reach {
			i = cue - reach
		}
		it, next := f.at(i, s.End)
		if it.rule != nil {
			f.items = append(f.items, it)
		}
		i = next
	}
	if len(f.items) == 0 {
		return
	}
	for i := range f.items {
		if f.items[i].make == "clock" {
			f.compose(s, "join")
			break
		}
	}
	f.compose(s, "")
	for i := range f.items {
		f.emit(&f.items[i], s)
	}
}

// at gives the longest expression that begins at token i, if any, and the token to go
// on from. Of two equally long ones the rule that stands first in the file wins.
func (f *finder) at(i, limit int) (it item, next int) {
	f.marks.prepare(i, limit)
	found := f.single.At(i, limit, &f.marks)
	best := -1
	for n := range found {
		if best < 0 || found[n].End > found[best].End {
			best = n
		}
	}
	if best < 0 {
		return item{}, i + 1
	}
	m := &found[best]
	if m.Rule.Set["make"] == "none" {
		if c, ok := m.Get("time"); ok {
			return item{}, c.End
		}
		return item{}, m.End
	}
	it = item{rule: m.Rule, match: m.Match, first: m.First, end: m.End, make: m.Rule.Set["make"]}
	if c, ok := m.Get("time"); ok {
		it.first, it.end = c.First, c.End
	}
	return it, max(it.end, i+1)
}

// compose replaces items by the periods that they make: only joins of a time of day
// and its day, or all other periods.
func (f *finder) compose(s *text.Sentence, kind string) {
	var at rule.Marks = itemMarks{f.items}
	out := f.spare[:0]
	next := 0
	for i := s.First; i < s.End; i++ {
		for next < len(f.items) && f.items[next].first < i {
			out = append(out, f.items[next])
			next++
		}
		best := -1
		found := f.period.At(i, s.End, at)
		for n := range found {
			if (found[n].Rule.Set["make"] == "join") == (kind == "join") && (best < 0 || found[n].End > found[best].End) {
				best = n
			}
		}
		if best < 0 {
			continue
		}
		p := item{rule: found[best].Rule, match: found[best].Match, first: i, end: found[best].End, make: found[best].Rule.Set["make"]}
		for next < len(f.items) && f.items[next].first < p.end {
			p.parts = append(p.parts, f.items[next])
			next++
		}
		out = append(out, p)
		i = p.end - 1
	}
	f.items, f.spare = append(out, f.items[next:]...), f.items
}

func (f *finder) emit(it *item, s *text.Sentence) {
	v := f.value(it)
	if v.date == "" {
		for i := range it.parts { // what makes no period may still be two times
			f.emit(&it.parts[i], s)
		}
		return
	}
	span := f.d.Span(it.first, it.end)
	f.out = append(f.out, stemma.Time{
		ID:       stemma.FindingID("time", f.d.Article.ID, span),
		Evidence: stemma.Evidence{Article: f.d.Article.ID, Span: span, Rule: it.rule.ID},
		Type:     v.kind, Value: v.date, Anchor: v.anchor, Sentence: s.Span,
	})
	f.now.note(v, s.Paragraph, f.sentenceNo)
	if v.year != 0 {
		f.now.opens = it.first-s.First < 3
	}
}

// itemMarks hands the items of a sentence to the rules for periods: <@time>, and by
// kind <@time:clock>, <@time:day>, <@time:date> (anything with a place on the
// calendar), <@time:part>.
type itemMarks struct{ items []item }

func (m itemMarks) At(name string, i int) (end int, value string, ok bool) {
	if name != "time" {
		return 0, "", false
	}
	for n := range m.items {
		if m.items[n].first == i {
			return m.items[n].end, itemKinds[m.items[n].make], true
		}
		if m.items[n].first > i {
			break
		}
	}
	return 0, "", false
}

var itemKinds = map[string]string{
	"date": "day date", "days": "date", "months": "date", "numeric": "day date", "year": "date", "years": "years",
	"decade": "date", "century": "date", "fiscal": "date", "quarter": "date", "season": "date", "holiday": "day date",
	"weekday": "day date", "deictic": "day date", "unit": "date", "shift": "date", "that": "day date", "partof": "date",
	"nthday": "day date", "eve": "day date", "clocks": "date", "duration": "length",
	"clock": "clock date", "join": "date", "part": "part",
}
