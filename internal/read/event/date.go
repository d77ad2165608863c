package event

import (
	"strings"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// findWhens gives the times of the sentence that can date an act: days, months, years
// and ranges of them; and those that say how long it holds, or until when. “Today” in a text
// without a date of its own says that something happened, though not when.
func (f *finder) findWhens(times []stemma.Time) {
	f.whens, f.spans = f.whens[:0], f.spans[:0]
	for i := range times {
		t := &times[i]
		if t.Type != stemma.TimeDate && t.Type != stemma.TimeRange || f.vague(t) || strings.HasPrefix(string(t.Value), "P") && !unknown(t.Value) || strings.HasPrefix(string(t.Value), "../") {
			if t.Type == stemma.TimeDuration || t.Type == stemma.TimeRange {
				first, end := f.d.Range(t.Span)
				f.spans = append(f.spans, when{first, end, t})
			}
			continue
		}
		first, end := f.d.Range(t.Span)
		if f.entitles(first, end, t) {
			continue
		}
		f.whens = append(f.whens, when{first, end, t})
	}
}

// entitles reports whether a year belongs to the name of a thing that it ends: “under the Harbour
// Act 2030”.
func (f *finder) entitles(first, end int, t *stemma.Time) bool {
	before := first - 1
	return end == first+1 && len(t.Value) == len("2006") && before > f.s.First && !f.s.Title && f.d.Tokens[before].Kind == text.Word &&
		f.d.Tokens[before].Case == text.Title && !f.smallWord(before) && f.d.Tokens[before-1].Case == text.Title
}

// vague reports whether a time names no day even where the text's own is known: “recently”,
// “now”, not “yesterday”.
func (f *finder) vague(t *stemma.Time) bool {
	return unknown(t.Value) && (strings.HasSuffix(t.Rule, ".ref") || f.d.Article.Published != "")
}

// unknown reports whether a date is known to be one and no more: that of “yesterday” in a text
// without a date.
func unknown(d stemma.Date) bool { return strings.HasSuffix(string(d), "_REF") }

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
			if a.voice != "noun" && n > 0 && w.first >= f.acts[n-1].end && f.listedAnd(w.end, a.group) {
				gap += 20 // “was held in March and jailed on Tuesday”
			}
		}
		opens := w.first-f.s.First <= 2
		if a.voice == "noun" && (gap > 8 || w.end <= a.first && f.is(w.end-1, "prep")) || f.taken(n, w) {
			continue
		}
		if a.voice == "reduced" && gap > 9 && !(gap <= 16 && f.is(a.end, "by") && f.onlyParties(a.end, w.first)) {
			continue
		}
		if gap >= nearest || (!opens || f.toldWithin(n, w) || f.spokenBetween(n, w)) && f.parted(n, w) || f.anotherClause(n, w) {
			continue
		}
		best, nearest = w.time, gap
	}
	return best
}

// listedAnd reports whether “and”, a comma before it or not, is all that stands between two tokens.
func (f *finder) listedAnd(from, to int) bool {
	if f.d.Norm(from) == "," {
		from++
	}
	return from+1 == to && f.is(from, "and")
}

// taken reports whether a time belongs to something else: to the noun right behind it
// (“the 7 May coup”), to a report (“officials said on Monday”), to a count (“as of”).
func (f *finder) taken(n int, w *when) bool {
	for i := range f.acts {
		if i != n && f.acts[i].voice == "noun" && f.acts[i].first == w.end && f.acts[i].verb != &f.acts[n] {
			return true
		}
	}
	if a := &f.acts[n]; f.d.Norm(w.end) == "'s" && (a.first < w.end || a.first > w.end+3) {
		return true // “last week's dam failure”
	}
	for i := w.first - 1; i >= w.first-2 && i >= f.s.First; i-- {
		if v, ok := f.d.Value(f.k.speech, i); ok && !lang.Flag(v, "noun") && !(f.acts[n].first <= i && i < f.acts[n].end) {
			return true
		}
	}
	if w.first-2 < f.s.First {
		return false
	}
	words, class := f.d.Longest(f.k.small, w.first-2, w.first)
	return words == 2 && lang.Flag(class, "asof")
}

// dayOf gives the date of a time: its day, and where what happened is told of it (“since
// 1988, when a dyke burst”), its begin alone.
func (f *finder) dayOf(n int, t *stemma.Time) stemma.Date {
	v := string(t.Value)
	if day, _, clock := strings.Cut(v, "T"); clock && len(day) == len("2006-01-02") && !strings.Contains(v, "/") {
		v = day
	}
	if v == "XXXX-XX-XX" {
		return "" // an hour of which nobody knows the day
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

// timeEnds reports whether a time that can date an act ends at the token, or lies around it.
func (f *finder) timeEnds(at int) bool {
	for _, w := range f.whens {
		if w.first < at && at <= w.end {
			return true
		}
	}
	return false
}

// timeAt reports whether a time that can date an act holds the token.
func (f *finder) timeAt(at int) bool {
	for _, w := range f.whens {
		if w.first <= at && at < w.end {
			return true
		}
	}
	return false
}

// lengthAt reports whether a length of time, or a time that ends something, holds the token.
func (f *finder) lengthAt(at int) bool {
	for _, w := range f.spans {
		if w.first <= at && at < w.end {
			return true
		}
	}
	return false
}
