package name

import (
	"strings"

	"stemma/internal/text"
)

// sentence cuts a sentence's runs of capitalised words into candidates.
func (f *finder) sentence(n int) {
	s := f.d.Sentences[n]
	for i := max(f.dateline(s, n), f.heading(s)); i < s.End; {
		if q := f.joint(s, i, s.End); q > 0 {
			i = f.emit(n, i, q, aBody, "head", true)
			continue
		}
		if !f.begins(s, i) {
			i++
			continue
		}
		i = f.parse(n, i, f.run(s, i))
	}
}

// parse cuts the run of tokens p to before end into names, and gives the token behind it,
// or behind a known body's name that goes on further: “La Gazzetta dello Sport”.
func (f *finder) parse(n, p, end int) int {
	s := f.d.Sentences[n]
	for p < end {
		if !f.capital(p) && f.place[p].end == 0 && !f.exTitle(p) {
			p++
			continue
		}
		q := f.step(s, n, p, end)
		p = max(p+1, q)
	}
	return max(p, end)
}

// noName gives the token behind several words that are written like a name and are none
// of a person, body or place: “Copa de Europa”, “Gross Domestic Product”; 0 when a name
// goes on behind them.
func (f *finder) noName(p, end int) int {
	w, _ := f.d.Longest(f.k.noNames, p, end)
	if w < 2 || p+w < end && f.capital(p+w) {
		return 0
	}
	return p + w
}

// thing gives the token behind the name of a law, a prize, a contest or the like, of
// which no part names a person, body or place: “Ley de Puertos de Kelmora”; 0 when none
// begins at token p. It goes on to “and” or to a person's name.
func (f *finder) thing(p, end int) int {
	w, v := f.d.Longest(f.k.noNames, p, end)
	if w == 0 || v != "thing" || !f.k.headFirst || f.d.Tokens[p].Case == text.Lower {
		return 0
	}
	q, last := p+w, p+w
	for ; q < end && !f.isAnd(q); q++ {
		if f.titleStops(q, end) || f.personAt(p+w, q, end) {
			break
		}
		if f.capital(q) {
			last = q + 1
		}
	}
	if last == p+w {
		return 0
	}
	return last
}

// namesThing reports whether what token q says is named for the person before it, and is
// meant: “Ana Duarte Award”.
func (f *finder) namesThing(q, end int) bool {
	if f.k.headFirst || q >= end || !f.capital(q) {
		return false
	}
	v, _ := f.d.Value(f.k.noNames, q)
	return v == "thing"
}

// named reads a body known by name at token p, 0 when there is none.
func (f *finder) named(s text.Sentence, n, p, end int) int {
	if q := f.chapter(s, p, end); q > 0 {
		return f.emit(n, p, q, aBody, "head", true)
	}
	w := f.bodyName(s, p, end)
	if w == 0 {
		return 0
	}
	if q := f.body(s, p, end); q > p+w {
		return f.emit(n, p, q, aBody, "head", true)
	}
	return f.emit(n, p, p+w, aBody, "body", true)
}

// emit adds a candidate and gives the token behind it.
func (f *finder) emit(n, first, end int, k kind, rule string, sure bool) int {
	f.all = append(f.all, candidate{first: first, end: end, sentence: n, kind: k, sure: sure, rule: rule, form: f.norm(first, end), title: first})
	return end
}

func (f *finder) emitPlace(n, p int, pl placed) int {
	f.emit(n, p, pl.end, aPlace, pl.rule, false)
	f.all[len(f.all)-1].place = true
	f.all[len(f.all)-1].geo = pl.mention.Geo
	return pl.end
}

// norm gives the folded tokens, one space between them.
func (f *finder) norm(first, end int) string {
	if end == first+1 {
		return f.d.Norm(first)
	}
	var b strings.Builder
	for i := first; i < end; i++ {
		if f.d.Tokens[i].Kind == text.Mark {
			continue
		}
		if i > first {
			b.WriteByte(' ')
		}
		b.WriteString(f.d.Norm(i))
	}
	return b.String()
}
