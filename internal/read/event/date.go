package event

import (
	"strings"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// findWhens gives the times of the sentence that can date an act: days, months, years
// and ranges of them; and those that say how long it holds, or until when.
func (f *finder) findWhens(times []stemma.Time) {
	f.whens, f.spans = f.whens[:0], f.spans[:0]
	for i := range times {
		t := &times[i]
		if t.Type != stemma.TimeDate && t.Type != stemma.TimeRange || strings.Contains(string(t.Value), "_") || strings.HasPrefix(string(t.Value), "P") || strings.HasPrefix(string(t.Value), "../") {
			if t.Type == stemma.TimeDuration || t.Type == stemma.TimeRange {
				first, end := f.d.Range(t.Span)
				f.spans = append(f.spans, when{first, end, t})
			}
			continue
		}
		first, end := f.d.Range(t.Span)
		f.whens = append(f.whens, when{first, end, t})
	}
}

// date gives the time that dates an act: the nearest one with no other act between, or
// the one that opens the sentence.
func (f *finder) date(n int) *stemma.Time {
	a := &f.acts[n]
	var best *stemma.Time
	nearest := 40
	for i := range f.whens {
		w := &f.whens[i]
		gap := w.first - a.end
		if w.end <= a.first {
			gap = a.first - w.end + 2 // a time behind its verb is the rule
		}
		opens := w.first-f.s.First <= 2
		if a.voice == "noun" && (gap > 8 || w.end <= a.first && f.is(w.end-1, "prep")) || f.taken(n, w) {
			continue
		}
		if a.voice == "reduced" && gap > 9 {
			continue
		}
		if gap >= nearest || (!opens || f.toldWithin(n, w)) && f.parted(n, w) || f.anotherClause(n, w) {
			continue
		}
		best, nearest = w.time, gap
	}
	return best
}

// taken reports whether a time belongs to something else: to the noun right behind it
// (“the 7 May coup”), to a report (“officials said on Monday”), to a count (“as of”).
func (f *finder) taken(n int, w *when) bool {
	for i := range f.acts {
		if i != n && f.acts[i].voice == "noun" && f.acts[i].first == w.end {
			return true
		}
	}
	if a := &f.acts[n]; f.d.Norm(w.end) == "'s" && (a.first < w.end || a.first > w.end+3) {
		return true // “last week's dam failure”
	}
	for i := w.first - 1; i >= w.first-2 && i >= f.s.First; i-- {
		if v, ok := f.k.speech.Value(f.d.Tokens[i].Norm); ok && !lang.Flag(v, "noun") && !(f.acts[n].first <= i && i < f.acts[n].end) {
			return true
		}
	}
	if w.first-2 < f.s.First {
		return false
	}
	words, class := f.d.Longest(f.k.small, w.first-2, w.first)
	return words == 2 && lang.Flag(class, "asof")
}

// toldWithin reports whether the act stands in a clause of its own behind a verb that the
// time at the head of the sentence belongs to: what is to come (“on Friday he said that
// they would leave”), or what someone named there did (“the group, which backed …”).
func (f *finder) toldWithin(n int, w *when) bool {
	a := &f.acts[n]
	verb := false
	for i := w.end; i < a.group; i++ {
		v, said := f.k.speech.Value(f.d.Tokens[i].Norm)
		verb = verb || said && lang.Flag(v, "past") && !lang.Flag(v, "noun") || f.finiteAt(i, n)
		if verb && f.is(i, "relative") {
			return a.status == "planned" || i == a.group-1 && f.d.Norm(i-1) == ","
		}
	}
	return false
}

// finiteAt reports whether an act before act n that says what happened begins at the token.
func (f *finder) finiteAt(i, n int) bool {
	for k := range n {
		if o := &f.acts[k]; o.first == i && o.voice != "noun" && o.voice != "reduced" && o.status == "" {
			return true
		}
	}
	return false
}

// anotherClause reports whether a time says only what it counts from (“the day before the
// mayor was ousted”), or stands with a plan between (“to move the vote up to 2033”), or in a
// phrase before the noun's own clause.
func (f *finder) anotherClause(n int, w *when) bool {
	a := &f.acts[n]
	switch {
	case a.voice != "noun" && w.end <= a.group && w.first-f.s.First > 2 && f.clauseOpens(w, a.group):
		return true // “met on 4 March, the day before the mayor was ousted”
	case w.end <= a.first && f.is(w.end-1, "sub") && f.is(w.end-1, "prep") && w.end-1 > w.first && f.d.Norm(w.end) != ",",
		w.end < a.first && f.is(w.end, "sub") && f.is(w.end, "prep") && !f.is(w.end-1, "prep"):
		return a.voice != "noun" && !f.is(w.end, "after")
	case a.voice == "noun" && w.end <= a.first && w.first-f.s.First > 2 && f.d.Norm(w.first-1) != "," && !(f.is(w.first-1, "prep") && f.d.Norm(w.first-2) == ","):
		for i := w.end; i < a.first; i++ {
			if f.d.Norm(i) == "," {
				return true
			}
		}
	case w.first >= a.end && len(w.time.Value) == len("2006"):
		for i := a.end; i+1 < w.first; i++ {
			if f.is(i, "to") && f.plain(i+1) && f.d.Tokens[i+1].Case == text.Lower {
				return true
			}
		}
	}
	return false
}

// clauseOpens reports whether a word that opens a clause, with no time right behind it,
// stands between a time and a token. What comes “after” it was, as a rule, the same day,
// unless it says how long after.
func (f *finder) clauseOpens(w *when, to int) bool {
	for i := w.end; i < to; i++ {
		if f.is(i, "sub") && f.is(i, "prep") && !f.timeAt(i+1) && (!f.is(i, "after") || f.lengthBefore(w, i) || strings.Contains(string(w.time.Value), "/")) {
			return true
		}
	}
	return false
}

// lengthBefore reports whether another time than w, or a length, ends right before the token.
func (f *finder) lengthBefore(w *when, at int) bool {
	for _, list := range [][]when{f.whens, f.spans} {
		for i := range list {
			if o := &list[i]; o.first != w.first && (o.end == at || o.end == at+1) {
				return true
			}
		}
	}
	return false
}

// parted reports whether another act, or the end of the clause, stands between an act
// and a time.
func (f *finder) parted(n int, w *when) bool {
	a := &f.acts[n]
	from, to := a.end, w.first
	if w.end <= a.first {
		from, to = w.end, a.group
	}
	for i := range f.acts {
		o := &f.acts[i]
		if i != n && o.voice == "reduced" && o.end <= w.first && w.end < a.group && f.d.Norm(w.end) == "," {
			return true // “the curfew, declared on 9 March, was extended”
		}
		if i != n && o.voice != "noun" && o.end <= w.first && w.end <= a.group && f.d.Norm(w.end) == "," && f.related(o.group) && !f.joins(o.end, w.first) {
			return true // “Voss, who took office in January, ordered …”
		}
		if i != n && o.voice != "noun" && o.voice != "reduced" && from <= o.first && o.first < to {
			return true
		}
	}
	for i := from; i < to; i++ {
		if s := f.d.Norm(i); s == ";" || s == ":" || s == "—" || f.is(i, "relative") {
			return true
		}
	}
	return false
}

// joins reports whether “and” stands between two tokens.
func (f *finder) joins(from, to int) bool {
	for i := from; i < to; i++ {
		if f.is(i, "and") {
			return true
		}
	}
	return false
}

// related reports whether a relative word stands right before a verb, or before who acts in
// its clause.
func (f *finder) related(group int) bool {
	for i := group - 1; i > group-4 && i > f.s.First; i-- {
		if f.is(i, "relative") || f.is(i, "possessive") && f.d.Norm(i-1) == "," && !f.is(i, "det") {
			return true
		}
	}
	return false
}

// dayOf gives the date of a time: its day, and where what happened is told of it (“since
// 1988, when a dyke burst”), its begin alone.
func (f *finder) dayOf(n int, t *stemma.Time) stemma.Date {
	v := string(t.Value)
	if day, _, clock := strings.Cut(v, "T"); clock && len(day) == len("2006-01-02") && !strings.Contains(v, "/") {
		v = day
	}
	_, end := f.d.Range(t.Span)
	if f.d.Norm(end) == "," {
		end++
	}
	if begin, open := strings.CutSuffix(v, "/.."); open && f.is(end, "sub") && !f.is(end, "prep") && f.acts[n].first > end {
		v = begin
	}
	return stemma.Date(v)
}

// jointDate gives the date of the verb that this one is joined to by “and”: “three people
// died and 19 were hurt on Monday”.
func (f *finder) jointDate(n int) stemma.Date {
	a := &f.acts[n]
	if n > 0 && a.voice != "noun" && !a.word.dated && f.joined(&f.acts[n-1], a) {
		if t := f.date(n - 1); t != nil {
			return f.dayOf(n-1, t)
		}
	}
	if n+1 >= len(f.acts) || a.voice == "noun" || a.status != "" {
		return ""
	}
	if t := f.date(n + 1); t != nil && f.joined(a, &f.acts[n+1]) {
		return f.dayOf(n+1, t)
	}
	return ""
}

// joined reports whether “and” alone joins two verbs of what happened.
func (f *finder) joined(a, o *act) bool {
	for _, v := range []*act{a, o} {
		if v.voice != "active" && v.voice != "passive" || v.status != "" {
			return false
		}
	}
	and := false
	for i := a.end; i < o.group; i++ {
		if f.is(i, "sub") && !f.is(i, "prep") || f.is(i, "relative") || f.is(i, "have") || f.d.Tokens[i].Kind == text.Mark {
			return false
		}
		and = and || f.is(i, "and") && !f.timeAt(i)
	}
	return and && !f.is(o.group, "have")
}

// toCome gives how many days a date lies behind the text's own day, 0 when it does not.
func (f *finder) toCome(d stemma.Date) int {
	first, _, ok := d.Bounds()
	_, printed, known := f.d.Article.Published.Bounds()
	if !ok || !known || first.IsZero() || printed.IsZero() {
		return 0
	}
	return max(0, int(first.Sub(printed).Hours()/24))
}
