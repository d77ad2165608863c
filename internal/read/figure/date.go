package figure

import (
	"sort"
	"strings"

	"stemma"
	"stemma/internal/text"
)

// when finds when what a number counts happened, and when the count stood. A time
// behind “as of” or “until”, and the time at which a source spoke, say when the count
// stood; the time nearest to the number says when it happened.
func (f *finder) when(c *count) (date, asOf stemma.Date) {
	near := f.around(c)
	score, spoken, aside := 0, false, false
	i := sort.Search(len(f.times), func(i int) bool { return f.times[i].Span.End > near.Start })
	for ; i < len(f.times) && f.times[i].Span.Start < near.End; i++ {
		t := &f.times[i]
		if t.Type != stemma.TimeDate && t.Type != stemma.TimeRange || t.Span.Meets(c.span) {
			continue
		}
		if _, _, ok := t.Value.Bounds(); !ok && !strings.HasPrefix(string(t.Value), "X") || strings.HasPrefix(string(t.Value), anyDay) {
			continue
		}
		first, end := f.d.Range(t.Span)
		if f.dateline(first, end) {
			continue
		}
		if c.stands && c.noun.end <= c.end && (first == c.end || first == c.end+1 && f.d.Tokens[c.end].Kind == text.Word) {
			return "", day(t.Value) // “from 217 on Friday”
		}
		answer := ballot[c.measure] == "poll" && first > c.first // “would wait until 2034”: what they said
		if answer && !f.ofSpeech(c, first, end) {
			continue
		}
		if value, due, ok := f.asOf(t, first); ok && end < c.first && f.is(f.past(end), "moment") {
			continue // “open until 2004, when 12 miners died”
		} else if ok && due && first >= c.end && f.another(c, c.end, first) {
			continue // “worth 20 million, and is to be worth 80 million by 2044”
		} else if ok {
			asOf, c.due = day(value), due
			continue
		}
		if f.ofSpeech(c, first, end) {
			if asOf == "" {
				asOf, spoken = day(t.Value), true
			}
			continue
		}
		if f.setApart(c, first, end) {
			c.undated = true
			continue
		}
		if answer {
			continue
		}
		if points := f.timePoints(c, first, end); points > max(score, 1) || points == 1 && score == 0 && f.perfect(end, c.first) == 0 {
			date, score = f.running(c, t, first, end), points
			aside = first >= c.end && f.inClause(c.end, first) > 0
		}
	}
	if c.stands && date != "" && !strings.HasSuffix(string(date), "/..") {
		if aside {
			return day(date), asOf // “puts the dead of the flood that came on Monday at 46 as of noon”
		}
		if asOf == "" {
			asOf = day(date)
		}
		return "", asOf
	}
	if ballot[c.measure] == "vote" && score <= beside {
		date = ""
	}
	if date == "" && asOf == "" && !c.stands && !c.undated && (harms[c.measure] && !state[c.measure] || ballot[c.measure] == "vote") {
		date = f.scene(c)
	}
	if ballot[c.measure] == "poll" { // an opinion has no date, only a poll has
		if asOf == "" && score > beside {
			asOf = date
		}
		return "", asOf
	}
	if date == "" && spoken && len(asOf) <= len("2021-03") { // said in that year, so of that year
		date = asOf
	}
	return day(date), asOf
}

// day cuts the time of day off a date: counts are told for days.
func day(d stemma.Date) stemma.Date {
	if at := strings.IndexByte(string(d), 'T'); at > 0 && !strings.Contains(string(d), "/") {
		return d[:at]
	}
	return d
}

// scene gives the time with which the sentence before sets the scene for this one: it
// begins with it (“On Friday, on the bridge of Tessa, …”), or, for votes, tells of the
// vote.
func (f *finder) scene(c *count) stemma.Date {
	s := f.d.Sentences[c.sentence]
	for i := c.sentence - 1; i >= 0 && i >= c.sentence-2; i-- {
		p := f.d.Sentences[i]
		if p.Hole || p.Title || f.standing(p) {
			break
		}
		vote := ballot[c.measure] == "vote" && f.votes(p)
		if !vote && (p.Paragraph != s.Paragraph || i < c.sentence-1 || ballot[c.measure] == "vote") {
			continue
		}
		at := sort.Search(len(f.times), func(k int) bool { return f.times[k].Span.Start >= f.d.Span(p.First, p.End).Start })
		for ; at < len(f.times) && f.times[at].Span.End <= f.d.Span(p.First, p.End).End; at++ {
			t := &f.times[at]
			first, _ := f.d.Range(t.Span)
			if t.Type != stemma.TimeDate || !vote && first > p.First+1 && !f.lone(at, p) {
				break
			}
			if _, _, ok := t.Value.Bounds(); ok && len(t.Value) >= len("2021-03-24") {
				return day(t.Value)
			}
		}
	}
	return ""
}

// lone reports whether a time is the only date of a sentence.
func (f *finder) lone(at int, s text.Sentence) bool {
	span, n := f.d.Span(s.First, s.End), 0
	for k := at; k < len(f.times) && f.times[k].Span.Start < span.End; k++ {
		if f.times[k].Type == stemma.TimeDate {
			n++
		}
	}
	return n == 1 && (at == 0 || f.times[at-1].Span.End <= span.Start)
}

// standing reports whether a time of a sentence says when a count of it stood.
func (f *finder) standing(s text.Sentence) bool {
	for _, c := range f.countsIn(s.First, s.End) {
		if c.stands {
			return true
		}
	}
	return false
}

// votes reports whether a sentence tells of a vote.
func (f *finder) votes(s text.Sentence) bool {
	for i := s.First; i < s.End; i++ {
		if f.is(i, "voting") {
			return true
		}
	}
	return false
}

// beside is the score of a time that stands beside the number.
const beside = 175

// most words that say a count stood then: “al cierre de la jornada de”.
const longestAsOf = 6

// asOf reports whether a time says when a count stood, and which time it is; due, whether of
// what is to come it says when it is to be so.
func (f *finder) asOf(t *stemma.Time, first int) (at stemma.Date, due, ok bool) {
	if until, ok := strings.CutPrefix(string(t.Value), "../"); ok {
		return stemma.Date(until), true, true
	}
	s := f.d.SentenceOf(first)
	first = f.hourBefore(first)
	till := first
	if f.is(first, "of") || f.is(first, "the") { // “al cierre [del lunes]”
		till++
	}
	for n := longestAsOf; n > 0; n-- {
		if at := first - n; at >= 0 && at >= f.d.Sentences[s].First {
			if m, value := f.d.Longest(f.k.outlook, at, till); m >= n && holds(value, "asof") {
				return t.Value, holds(value, "due"), true
			}
		}
	}
	if n, value := f.d.Longest(f.k.outlook, first, f.d.Sentences[s].End); n > 0 && holds(value, "asof") {
		return t.Value, holds(value, "due"), true
	}
	return "", false, false
}

// hourBefore steps back from a day over the time of day before it: “con corte a [las 18h00 de] ayer”.
func (f *finder) hourBefore(first int) int {
	for at := first - 1; at > 0 && at >= first-5; at-- {
		if f.d.Tokens[at].Kind == text.Number && f.is(at-1, "det") && f.is(first-1, "of") {
			return at - 1
		}
	}
	return first
}

// ofSpeech reports whether a time belongs to the reporting clause and not to what is
// reported: it stands outside the content that holds the number.
func (f *finder) ofSpeech(c *count, first, end int) bool {
	r := f.sources.of(c)
	return r != nil && r.cue > 0 && r.sentence == c.sentence && (end <= r.first || first >= r.end) && f.d.Sentences[c.sentence].End > first
}

// running gives the value of a time beside a count: open where the count runs since then
// (“since the march began on 4 May”), a point where a clause tells what was then (“the
// worst since 1994, when 33 died”).
func (f *finder) running(c *count, t *stemma.Time, first, end int) stemma.Date {
	if then, ok := strings.CutSuffix(string(t.Value), "/.."); ok {
		if f.d.Norm(end) == "," {
			end++
		}
		if c.first > end && f.is(end, "moment") && !f.commaIn(end, c.first) {
			return stemma.Date(then)
		}
		return t.Value
	}
	if strings.Contains(string(t.Value), "/") {
		return t.Value
	}
	for i := first - 1; i > first-longestSince && i >= f.d.Sentences[c.sentence].First; i-- {
		if value, ok := f.d.Value(f.k.outlook, i); ok && holds(value, "since") {
			return t.Value + "/.."
		}
		if f.d.Tokens[i].Kind != text.Word || c.first == i {
			break
		}
	}
	return t.Value
}

// longestSince is how many words lie at most between “since” and its time: “desde que terminó la
// guerra hace 25 años”.
const longestSince = 15

// anyDay is the day of an hour of which nobody knows the day: no date.
const anyDay = "XXXX-XX-XX"
