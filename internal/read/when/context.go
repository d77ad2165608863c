package when

import (
	"strings"
	"time"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// context is what relative times hang on: the article's date, and the times named so
// far in the text.
type context struct {
	ref   time.Time // when the article was published, at midnight; zero when unknown
	until time.Time // when it was reposted: it is not younger than that; zero when unknown

	last      stemma.Date // the date last named
	openDay   stemma.Date // that date, when it is a day whose year is open
	quarter   time.Time   // that date's first day, when it is a quarter of a year; or zero
	day       time.Time   // the day last named; zero when none
	dayIn     int         // the sentence where it was named
	dayAt     int         // the paragraph where it was named with its month; -1 when it was not
	year      int         // the year last named in so many words; 0 when none
	paragraph int         // where year was named
	sentence  int
	dated     bool // a month, or a day, was named with it
	opens     bool // its sentence begins with it, and speaks of that year: “In 1998 …”
}

const published = "published" // what Anchor says of times reckoned from the article's date

func newContext(a *stemma.Article) context {
	c := context{dayAt: -1}
	if first, _, ok := a.Published.Bounds(); ok && a.Published.Exact() {
		c.ref = first
	} else if first, _, ok := a.Reposted.Bounds(); ok && a.Reposted.Exact() {
		c.until = first
	}
	return c
}

// value is what an expression says.
type value struct {
	date   stemma.Date
	kind   string // stemma.TimeDate …
	anchor string
	year   int         // named in the expression itself; 0 when it was not
	month  bool        // a day whose month is named in the expression itself
	aside  bool        // it looks back for a moment; the text does not go on from there
	goesOn stemma.Date // where the text goes on when that is not date: the day counted back from; or ""
}

// note remembers a date for the times that follow in the text.
func (c *context) note(v value, paragraph, sentence int) {
	if v.kind != stemma.TimeDate && v.kind != stemma.TimeRange || v.aside {
		return
	}
	if v.goesOn != "" {
		v.date = v.goesOn
	}
	from, _, isRange := strings.Cut(string(v.date), "/")
	first, last, ok := stemma.Date(from).Bounds()
	if day, _, _ := strings.Cut(from, "T"); !ok && len(day) == 10 && strings.HasPrefix(day, "XXXX-") && !strings.Contains(day[5:], "X") {
		c.openDay = stemma.Date(day)
		return
	}
	if !ok || first.IsZero() {
		return
	}
	c.openDay, c.quarter = "", time.Time{}
	if isRange && v.kind == stemma.TimeDate && v.date == monthsOf(first, 3) {
		c.quarter = first
	}
	c.last = stemma.Date(from)
	if i := strings.IndexByte(from, 'T'); i > 0 {
		c.last = stemma.Date(from[:i])
	}
	if first.Equal(last) && !strings.HasSuffix(string(v.date), "/..") { // “since Friday” leaves today at hand
		c.day, c.dayIn, c.dayAt = first, sentence, -1
		if v.month {
			c.dayAt = paragraph
		}
	}
	if v.year != 0 {
		c.year, c.paragraph, c.sentence, c.dated = v.year, paragraph, sentence, len(from) > 4
	}
}

// nearest is how many words the phrases have that count only right before a time.
const nearest = 3

// tense tells whether the sentence speaks of what was (-1) or will be (1) around the
// tokens from first to before end: the nearest word that says so decides, up to the
// next sign; 0 when none does.
func (f *finder) tense(first, end int) int {
	s := f.d.Sentences[f.sentenceNo]
	for i := max(first-nearest, s.First); i < first; i++ {
		if n, v := f.d.Longest(f.k.tenses, i, first); n == first-i && lang.Flag(v, "near") {
			if lang.Flag(v, "unless-past") && f.told(i, end) {
				return -1
			}
			tense, _, _ := strings.Cut(v, " ")
			return tenses[tense]
		}
	}
	return f.nearestTense(first, end)
}

// told reports whether the verb nearest to a time is past, and no infinitive stands
// between them: “it rose to six by Friday”, not “he agreed to leave by Friday”.
func (f *finder) told(first, end int) bool {
	s := f.d.Sentences[f.sentenceNo]
	for i := first - 1; i >= s.First; i-- {
		n, v := f.d.Longest(f.k.tenses, i, s.End)
		if n > 0 && (tenses[v] > 0 || v == "infinitive" && f.d.Tokens[min(i+n, s.End-1)].Kind != text.Number || lang.Flag(v, "defers")) {
			return false
		}
		if f.tenseAt(i, s.First, s.End) < 0 {
			return true
		}
	}
	return f.nearestTense(first, end) < 0
}

// nearestTense gives the tense of the sign nearest to the tokens from first to before
// end; 0 when the sentence has none. Inside quotation marks the words around them do not
// count: “said” is no tense of what will be “on Thursday,” as someone said.
func (f *finder) nearestTense(first, end int) int {
	from, to := f.voice(first, end)
	for away := 1; away < 40; away++ {
		left, right := first-away, end-1+away
		if left < from && right >= to {
			break
		}
		if t := f.tenseAt(left, from, to); t != 0 {
			return t
		}
		if t := f.tenseAt(right, from, to); t != 0 {
			return t
		}
	}
	return 0
}

// voice gives the part of the sentence around the tokens from first to before end that
// one voice says: up to the nearest double quotation marks.
func (f *finder) voice(first, end int) (from, to int) {
	s := f.d.Sentences[f.sentenceNo]
	from, to = s.First, s.End
	for i := first - 1; i >= s.First; i-- {
		if f.d.Tokens[i].Norm == `"` {
			from = i + 1
			break
		}
	}
	for i := end; i < s.End; i++ {
		if f.d.Tokens[i].Norm == `"` {
			to = i
			break
		}
	}
	return from, to
}

func (f *finder) tenseAt(i, from, to int) int {
	if i < from || i >= to {
		return 0
	}
	if n, v := f.d.Longest(f.k.tenses, i, to); n > 0 {
		tense, defers := strings.CutSuffix(v, " defers")
		if !defers {
			tense = v
		}
		return tenses[tense] // nothing for those that count only right before the time
	}
	norm := f.d.Tokens[i].Norm
	for _, e := range f.k.endings {
		if len(norm) > len(e.tail)+1 && strings.HasSuffix(norm, e.tail) {
			return tenses[e.tense]
		}
	}
	return 0
}

var tenses = map[string]int{"past": -1, "future": 1}

// oldYear gives the year that the paragraph speaks of when it lies well before the
// article's date, or the sentence's year when the article has none; else 0.
func (f *finder) oldYear() int {
	c, s := &f.now, f.d.Sentences[f.sentenceNo]
	switch {
	case c.year == 0:
	case c.ref.IsZero() && c.sentence == f.sentenceNo:
		return c.year
	case !c.ref.IsZero() && c.year < c.ref.Year()-1 && (c.dated && c.paragraph == s.Paragraph || c.opens && c.sentence == f.sentenceNo):
		return c.year
	}
	return 0
}

// fresh is how many days old news is at most when it is reposted, as a rule. A day that
// lies further back may be of any year.
const fresh = 60

// yearBefore gives the year of a month, and a day if it is not 0, of a text of which
// only the repost is dated: the last such day before it, if that is not long ago.
func (f *finder) yearBefore(month, day int) (year int, anchor string) {
	until := f.now.until
	if until.IsZero() {
		return 0, ""
	}
	at := time.Date(until.Year(), time.Month(month), max(day, 1), 0, 0, 0, 0, time.UTC)
	if at.After(until) {
		at = at.AddDate(-1, 0, 0)
	}
	if until.Sub(at) > fresh*24*time.Hour {
		return 0, ""
	}
	return at.Year(), string(dayOf(until))
}

// Weights by which a day on the wrong side of the article's date counts as further
// away, found by trial on dated news: a month alone, in the past tense, is hardly ever
// one to come.
const (
	unlikelyDay   = 3
	unlikelyMonth = 6
)

// yearOf gives the year of a month, and a day if it is not 0, whose year is not said:
// the one that puts it nearest to the article's date, with an eye to the tense, or the
// year that the paragraph speaks of. Zero when it stays open.
func (f *finder) yearOf(month, day int, it *item) (year int, anchor string) {
	if y := f.oldYear(); y != 0 {
		return y, string(f.now.last)
	}
	ref := f.now.ref
	if ref.IsZero() {
		return f.yearBefore(month, day)
	}
	if day == 0 && month == int(ref.Month()) {
		return ref.Year(), published
	}
	tense, weight := f.tense(it.first, it.end), unlikelyDay
	if day == 0 {
		weight = unlikelyMonth
	}
	best := 0
	for y := ref.Year() - 1; y <= ref.Year()+1; y++ {
		days := int(time.Date(y, time.Month(month), max(day, 1), 0, 0, 0, 0, time.UTC).Sub(ref).Hours() / 24)
		away := max(days, -days)
		switch {
		case days > 7 && tense < 0, days < -7 && tense > 0:
			away *= weight
		case days > 0 && tense == 0 && day == 0:
			away *= 2
		}
		if year == 0 || away < best {
			year, best = y, away
		}
	}
	return year, published
}
