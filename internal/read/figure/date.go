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
	var w reckoning
	i := sort.Search(len(f.times), func(i int) bool { return f.times[i].Span.End > near.Start })
	for ; i < len(f.times) && f.times[i].Span.Start < near.End && !w.settled; i++ {
		if t := &f.times[i]; f.datable(c, t) {
			f.weigh(c, t, &w)
		}
	}
	switch {
	case w.settled:
		return "", w.asOf
	case c.stands && w.date != "" && !strings.HasSuffix(string(w.date), "/.."):
		return w.standing()
	case ballot[c.measure] == "vote" && w.score <= beside:
		w.date = ""
	}
	return f.settle(c, &w)
}

// reckoning is what the times of a sentence have said so far of when a count was and stood.
type reckoning struct {
	date, asOf stemma.Date
	score      int  // how well the date goes with the number
	spoken     bool // asOf is when somebody spoke
	aside      bool // the date stands behind a clause about what is counted
	settled    bool // a time beside the number says when it stood, and nothing else matters
}

// datable reports whether a time can date a number: a date or range that means some day, outside the
// number and the dateline.
func (f *finder) datable(c *count, t *stemma.Time) bool {
	if t.Type != stemma.TimeDate && t.Type != stemma.TimeRange || t.Span.Meets(c.span) {
		return false
	}
	if _, _, ok := t.Value.Bounds(); !ok && !strings.HasPrefix(string(t.Value), "X") || strings.HasPrefix(string(t.Value), anyDay) {
		return false
	}
	return !f.dateline(f.d.Range(t.Span))
}

// weigh takes one time of the sentence into account.
func (f *finder) weigh(c *count, t *stemma.Time, w *reckoning) {
	first, end := f.d.Range(t.Span)
	if c.stands && c.noun.end <= c.end && (first == c.end || first == c.end+1 && f.d.Tokens[c.end].Kind == text.Word) {
		w.asOf, w.settled = day(t.Value), true // “from 217 on Friday”
		return
	}
	answer := ballot[c.measure] == "poll" && first > c.first // “would wait until 2034”: what they said
	ofSpeech := f.ofSpeech(c, first, end)
	if answer && !ofSpeech {
		return
	}
	value, due, ok := f.asOf(t, first)
	switch {
	case ok && end < c.first && f.is(f.past(end), "moment"): // “open until 2004, when 12 miners died”
	case ok && due && first >= c.end && (f.another(c, c.end, first) || f.apartBy(c, first)): // “worth 20 million, and is to be worth 80 million by 2044”
	case ok:
		w.asOf, c.due = day(value), due
	case ofSpeech && w.asOf == "":
		w.asOf, w.spoken = day(t.Value), true
	case ofSpeech:
	case f.setApart(c, first, end):
		c.undated = true
	default:
		if points := f.timePoints(c, first, end); points > max(w.score, 1) || points == 1 && w.score == 0 && f.perfect(end, c.first) == 0 {
			w.date, w.score = f.running(c, t, first, end), points
			w.aside = first >= c.end && f.inClause(c.end, first) > 0
		}
	}
}

// standing gives the dates of a count beside which a time says when it stood.
func (w *reckoning) standing() (date, asOf stemma.Date) {
	if w.aside {
		return day(w.date), w.asOf // “puts the dead of the flood that came on Monday at 46 as of noon”
	}
	if w.asOf == "" {
		w.asOf = day(w.date)
	}
	return "", w.asOf
}

// settle gives the dates of a count of which no time says when it stood.
func (f *finder) settle(c *count, w *reckoning) (date, asOf stemma.Date) {
	date, asOf = w.date, w.asOf
	if date == "" && asOf == "" && !c.stands && !c.undated && (harms[c.measure] && !state[c.measure] || ballot[c.measure] == "vote") {
		date = f.scene(c)
	}
	if ballot[c.measure] == "poll" { // an opinion has no date, only a poll has
		if asOf == "" && w.score > beside {
			asOf = date
		}
		return "", asOf
	}
	if date == "" && w.spoken && len(asOf) <= len("2021-03") { // said in that year, so of that year
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
