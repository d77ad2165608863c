package name

import (
	"strings"

	"stemma/internal/text"
)

// placeHolds reports whether the place candidate at token p is a name of its own, and
// not the beginning of a person's or another name.
func (f *finder) placeHolds(s text.Sentence, p, end int, pl placed) bool {
	if pl.end >= end || !f.capital(pl.end) {
		return true
	}
	if pl.rule == "contained" || pl.rule == "feature" {
		return true
	}
	if f.facts[p].has(aFirstName) && pl.end == p+1 {
		return false
	}
	x := f.facts[pl.end]
	return f.place[pl.end].end > 0 || x.has(aTitle|aFirstName|aDemonym|aNoName) || pl.mention.Geo != nil && pl.mention.Geo.Precision == "country"
}

// other reads a run that nothing is known of: up to a title, a first name behind which
// more follows, or a particle.
func (f *finder) other(s text.Sentence, n, p, end int) int {
	q := p
	for q < end {
		x := f.facts[q]
		if !f.capital(q) {
			j := q
			if f.k.headFirst && q > p && (f.facts[q-1].has(aSurname) && f.place[q-1].end == 0 || f.facts[p].has(aPersonal)) {
				for j < end && f.facts[j].has(aPersonal) && f.d.Tokens[j].Case == text.Lower {
					j++
				}
				if j > q && j < end && f.capital(j) && f.place[j].end == 0 && (!f.facts[j].has(aFirstName) || j > q+1 && (j+1 >= end || !f.capital(j+1))) {
					q = j
					continue
				}
				j = q
			}
			for j < end && f.facts[j].has(aPersonal) && f.d.Tokens[j].Case == text.Lower {
				j++
			}
			if j > q && j < end && f.capital(j) && q > p && (!f.facts[q].has(aBodily) || !f.k.headFirst && !f.isAnd(q)) && !f.joins(q) {
				q = j
				continue
			}
			break
		}
		if q > p && (f.titleStops(q, end) || f.personAt(p, q, end) || f.place[q].end > 0 && f.place[q].rule != "known" || x.has(aBodyName) && f.bodyName(s, q, end) > 0) {
			break
		}
		q++
	}
	if q == p {
		return p + 1
	}
	if q == p+1 && (f.facts[p].has(aDemonym|aNoName) || f.d.Tokens[p].Stop && len(f.d.Norm(p)) <= 2) {
		return q
	}
	if q == p+1 && (f.officeAlone(p) || f.monthAbroad(p) || f.several(p)) {
		return q
	}
	if f.directions(p, q) {
		return q
	}
	if f.facts[p].has(aDemonym) { // “Frenchman X Y”
		return p + 1
	}
	if q == p+1 && f.opens(s, p) && f.facts[p].has(anOrdinary) && f.seen[f.d.Norm(p)].capital == 0 && f.d.Tokens[p].Case != text.Upper {
		return q
	}
	f.emit(n, p, q, unknown, "", false)
	return q
}

// officeAlone reports whether the word at token p is no more than an office, written with a
// capital for respect: “el Presidente”.
func (f *finder) officeAlone(p int) bool {
	w, value := f.titleAt(p, p+1)
	return w == 1 && strings.HasPrefix(value, "office") && f.d.Tokens[p].Case == text.Title && p > 0 && (f.k.headFirst && f.d.Has(f.k.articles, p-1) || !f.k.headFirst && f.capital(p-1))
}

// several reports whether the word at token p is the plural of initials: “three MSPs”.
func (f *finder) several(p int) bool {
	word := f.d.Tokens[p].Span.Of(f.d.Text)
	one, plural := strings.CutSuffix(word, "s")
	return plural && len(one) > 1 && one == strings.ToUpper(one) && strings.ToLower(one) != one
}

// monthAbroad reports whether the word at token p is the month of a date in another
// language: “April 14, 2031” below a post.
func (f *finder) monthAbroad(p int) bool {
	if p+1 >= len(f.d.Tokens) || f.d.Tokens[p+1].Kind != text.Number {
		return false
	}
	for _, l := range f.k.abroad {
		if f.d.Has(l, p) {
			return true
		}
	}
	return false
}

// personAt reports whether a person's name begins at token q behind words that are no
// part of it: “Law Ana Duarte”, “PCV Ana Duarte”.
func (f *finder) personAt(p, q, end int) bool {
	if !f.facts[q].has(aFirstName) || f.facts[q].has(anOrdinary|aWeakFirst) || q+1 >= end || !f.capital(q+1) || f.place[q].end > 0 {
		return false
	}
	if q == p+1 && f.facts[q].has(aUsual) && f.facts[q+1].has(aSurname) && !f.facts[p].has(aFirstName) && !f.d.Tokens[p].Stop {
		return true // “Kelmara Ana Duarte”: a team, then its player
	}
	for i := p; i < q; i++ {
		c := f.d.Tokens[i].Case
		if c != text.Upper && c != text.Mixed && !f.plainWord(i) {
			return false
		}
	}
	return true
}

// directions reports whether the tokens p to before q are points of the compass and nothing else:
// “the North East”.
func (f *finder) directions(p, q int) bool {
	for i := p; i < q; i++ {
		if v, _ := f.d.Value(f.k.compass, i); v != "region" || !f.facts[i].has(anOrdinary) {
			return false
		}
	}
	return q > p
}
