package when

import (
	"strings"
	"time"

	"stemma"
)

// context is what relative times hang on: the article's date, and the times named so
// far in the text.
type context struct {
	ref   time.Time // when the article was published, at midnight; zero when unknown
	until time.Time // when it was reposted: it is not younger than that; zero when unknown

	last      stemma.Date // the date last named
	day       time.Time   // the day last named; zero when none
	year      int         // the year last named in so many words; 0 when none
	paragraph int         // where year was named
}

const published = "published" // what Anchor says of times reckoned from the article's date

func newContext(a *stemma.Article) context {
	var c context
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
	year   int // named in the expression itself; 0 when it was not
}

// note remembers a date for the times that follow in the text.
func (c *context) note(v value, paragraph int) {
	if v.kind != stemma.TimeDate && v.kind != stemma.TimeRange {
		return
	}
	from, _, _ := strings.Cut(string(v.date), "/")
	first, last, ok := stemma.Date(from).Bounds()
	if !ok || first.IsZero() {
		return
	}
	c.last = stemma.Date(from)
	if i := strings.IndexByte(from, 'T'); i > 0 {
		c.last = stemma.Date(from[:i])
	}
	if first.Equal(last) {
		c.day = first
	}
	if v.year != 0 {
		c.year, c.paragraph = v.year, paragraph
	}
}

// tense tells whether the sentence speaks of what was (-1) or will be (1) around the
// tokens from first to before end: the nearest word that says so decides, up to the
// next sign; 0 when none does.
func (f *finder) tense(first, end int) int {
	s := f.d.Sentences[f.sentenceNo]
	for away := 1; away < 40; away++ {
		left, right := first-away, end-1+away
		if left < s.First && right >= s.End {
			break
		}
		if t := f.tenseAt(left, s.First, s.End); t != 0 {
			return t
		}
		if t := f.tenseAt(right, s.First, s.End); t != 0 {
			return t
		}
	}
	return 0
}

func (f *finder) tenseAt(i, from, to int) int {
	if i < from || i >= to {
		return 0
	}
	if n, v := f.d.Longest(f.k.tenses, i, to); n > 0 {
		return tenses[v]
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

// yearOf gives the year of a month, and a day if it is not 0, whose year is not said:
// the one that puts it nearest to the article's date on the side that the tense says,
// or the year that the paragraph speaks of. Zero when it stays open.
func (f *finder) yearOf(month, day int, it *item) (year int, anchor string) {
	if f.now.year != 0 && f.now.paragraph == f.d.Sentences[f.sentenceNo].Paragraph &&
		(f.now.ref.IsZero() || f.now.year < f.now.ref.Year()-1) {
		return f.now.year, string(f.now.last)
	}
	ref := f.now.ref
	if ref.IsZero() {
		return 0, ""
	}
	at := time.Date(ref.Year(), time.Month(month), max(day, 1), 0, 0, 0, 0, time.UTC)
	if day == 0 && at.Month() == ref.Month() {
		return ref.Year(), published
	}
	ahead := int(at.Sub(ref).Hours() / 24)
	tense := f.tense(it.first, it.end)
	switch {
	case ahead > 0 && tense < 0 && ahead > 20, ahead > 183 && tense == 0, ahead > 300:
		return ref.Year() - 1, published
	case ahead < 0 && tense > 0 && ahead < -60, ahead < -183 && tense >= 0 && day > 0, ahead < -330:
		return ref.Year() + 1, published
	}
	return ref.Year(), published
}
