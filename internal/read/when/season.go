package when

import (
	"strings"
	"time"
)

func (f *finder) makeDecade(it *item) value {
	w := f.word(it, "dec")
	if y := f.number(it, "year"); y > 0 {
		return date(decadeOf(y), "")
	}
	n := first(w)
	if c := class(w, "dec"); c != "" {
		n = first(c)
	}
	if n < 100 {
		n += 1900
	}
	return date(decadeOf(n), "")
}

func (f *finder) makeCentury(it *item) value {
	n := f.number(it, "n")
	if n < 1 || n > 30 {
		return value{}
	}
	return date(centuryOf((n-1)*100), "")
}

// makeQuarter is “the third quarter of 2021”; without a year the last one that had
// begun, or the next one where the sentence looks ahead.
func (f *finder) makeQuarter(it *item) value {
	ord, unit := f.number(it, "ord"), class(f.word(it, "unit"), "unit")
	if w := f.word(it, "ord"); ord == 0 {
		ord = first(class(w, "ord"))
	} else if unit == "" {
		unit = w[strings.IndexByte(w, ' ')+1:]
	}
	size := 3
	if unit == "HY" {
		size = 6
	}
	if ord == -1 {
		ord = 12 / size
	}
	if ord < 1 || ord > 12/size {
		return value{}
	}
	from := (ord-1)*size + 1
	year, anchor, ok := f.explicitYear(it)
	if !ok && !f.now.ref.IsZero() {
		year, anchor = f.now.ref.Year(), published
		if from > int(f.now.ref.Month()) && f.tense(it.first, it.end) <= 0 {
			year--
		}
	}
	v := date(edtf(year, from, 0)+"/"+edtf(year, from+size-1, 0), anchor)
	v.year = f.number(it, "year")
	return v
}

func (f *finder) makeSeason(it *item) value {
	season := first(class(f.word(it, "season"), "season"))
	year, anchor, ok := f.explicitYear(it)
	if !ok && !f.now.ref.IsZero() {
		ref := f.now.ref
		year, anchor = ref.Year(), published
		begin := time.Date(ref.Year(), time.Month(3*(season-20)), 1, 0, 0, 0, 0, time.UTC)
		rel := f.word(it, "rel")
		switch n := class(rel, "rel"); {
		case rel == "" && begin.After(ref) && f.tense(it.first, it.end) <= 0, n == "-1" && begin.AddDate(0, 3, 0).After(ref):
			year--
		case rel == "" && begin.Before(ref) && f.tense(it.first, it.end) > 0 && begin.AddDate(0, 3, 0).Before(ref), n == "1" && begin.Before(ref):
			year++
		}
	}
	v := date(edtf(year, season, 0), anchor)
	v.year = f.number(it, "year")
	return v
}

func (f *finder) makeHoliday(it *item) value {
	c, _ := it.match.Get("day")
	year, anchor, ok := f.explicitYear(it)
	guess := year
	if guess == 0 {
		guess = 2000
		if !f.now.ref.IsZero() {
			guess = f.now.ref.Year()
		}
	}
	month, day := holiday(c.Value, guess)
	if !ok {
		if rel := f.word(it, "rel"); rel != "" {
			year, anchor = f.relMonth(rel, month, day)
		} else {
			year, anchor = f.yearOf(month, day, it)
		}
		if year == 0 && (strings.HasPrefix(c.Value, "easter") || strings.HasPrefix(c.Value, "nth")) {
			return value{}
		}
		month, day = holiday(c.Value, max(year, 1))
	}
	if !fits(year, month, day) {
		return value{}
	}
	return date(edtf(year, month, day), anchor)
}
