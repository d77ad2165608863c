package event

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// nounAt gives the number of tokens of the noun for people that begins at token i.
func (f *finder) nounAt(i int) int {
	if f.d.Tokens[i].Kind != text.Word {
		return 0
	}
	if n, v := f.d.Longest(f.k.acts, i, f.s.End); n > 1 && lang.Flag(v, "object") {
		return 0 // “estado de sitio”
	}
	n, _ := f.d.Longest(f.k.doers, i, f.s.End)
	m, v := f.d.Longest(f.k.people, i, f.s.End)
	if lang.Flag(v, "not") {
		m = 0
	}
	if n = max(n, m); n == 0 && f.d.Has(f.k.origin, i) && !f.plain(i+1) && (!f.plain(i-1) || f.k.compounds && !f.k.numbers.Has(f.d.Norm(i-1)) && f.k.plural(f.d.Norm(i))) {
		return 1 // “Peruvians”, “ethnic Dorvians”, not “Peruvian copper”
	}
	return n
}

// plain reports whether the token is a word that is neither small nor an act.
func (f *finder) plain(i int) bool {
	return i >= f.s.First && i < f.s.End && f.d.Tokens[i].Kind == text.Word && !f.smallWord(i) && !f.d.Has(f.k.acts, i)
}

// addNoun adds the phrase of a noun: the words before it up to the first small word or
// sign, at most four, and a name right behind it (“President Ana Duarte”) takes its
// place.
func (f *finder) addNoun(head, end int) {
	first := head
	for first > f.s.First && head-first < 4 {
		t := &f.d.Tokens[first-1]
		if t.Norm == "'s" || t.Kind != text.Word && t.Kind != text.Number || f.smallWord(first-1) || f.timeAt(first-1) || t.Has(f.k.acts) || f.inParty(first-1) || f.reports(first-1) {
			break
		}
		if first--; f.counts(first) {
			break // “said 37 people”
		}
	}
	p := party{first: f.aged(first), head: head, end: end}
	if v, _ := f.d.Value(f.k.doers, end-1); lang.Flag(v, "person") {
		p.person = true
	}
	if n := len(f.people); n > 0 {
		body := f.k.compounds && f.isBody(&p)
		if q := f.people[n-1]; q.name && (!q.person || body) && q.end == first && !f.is(q.first-1, "in") {
			p.first = q.first // “Velmora police”, “the Renn regime”
			f.people = f.people[:n-1]
		} else if f.k.compounds && !q.name && !q.count && q.end == first && !f.is(q.first, "pronoun") {
			p.first = q.first // “opposition leader”
			f.people = f.people[:n-1]
		}
	}
	if !f.k.compounds && end < f.s.End && f.d.Has(f.k.origin, end) {
		p.end++ // “mineros velmoranos”
	}
	f.people = append(f.people, f.counted(p))
}

// aged steps back over the number of an age that a phrase begins behind: “an 18-year-old
// woman” begins at 18.
func (f *finder) aged(first int) int {
	if at := first - 2; at >= f.s.First && f.d.Norm(at+1) == "-" && f.d.Tokens[at+1].Glued && f.d.Tokens[at].Kind == text.Number {
		return at
	}
	return first
}

// counted gives a noun its words as name; behind a noun that only says how many there are
// (“hundreds of students”) it is one party with it.
func (f *finder) counted(p party) party {
	if n := len(f.people); n > 0 && f.is(p.first-1, "of") {
		q := f.people[n-1]
		if v, _ := f.d.Value(f.k.numbers, q.head); v != "" && !q.name && !q.count && q.end == p.first-1 {
			p.first, f.people = q.first, f.people[:n-1]
		}
	}
	span := f.d.Span(p.first, p.end)
	p.named = stemma.Named{Span: span, Name: span.Of(f.d.Text)}
	return p
}

// agedAt reports whether somebody told by an age alone begins at the token: “a 64-year-old was
// held”.
func (f *finder) agedAt(i int) bool {
	if i+3 > f.s.End || f.d.Tokens[i].Kind != text.Number || f.d.Norm(i+1) != "-" || !f.d.Tokens[i+1].Glued {
		return false
	}
	v, _ := f.d.Value(f.k.ages, i+2)
	w, act := f.d.Value(f.k.acts, min(i+3, f.s.End-1))
	return v == "before" && (i+3 == f.s.End || !f.plain(i+3) && f.nounAt(i+3) == 0 && !(act && (lang.Flag(w, "noun") || lang.Flag(w, "base"))))
}
