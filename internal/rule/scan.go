package rule

import (
	"math/bits"
	"slices"

	"stemma/internal/text"
)

// Scan looks for the rules of a set in one text, token by token. It remembers which words
// stand in the stretch at hand, so that patterns that need others are not tried. It is
// for one goroutine.
type Scan struct {
	set     *Set
	d       *text.Doc
	first   int // the stretch whose words are known: tokens first to before limit
	limit   int
	last    []int32  // for each need, the last token that was seen to meet it; -1
	can     patterns // those that are worth a try at the token at hand
	marked  patterns // … since a mark begins there
	fit     patterns // those that a token behind it fits
	matcher matcher
	found   []Found
}

// Over gives a scan of a text.
func (s *Set) Over(d *text.Doc) *Scan {
	sets := newSets(3, len(s.entries))
	return &Scan{set: s, d: d, can: sets[0], marked: sets[1], fit: sets[2]}
}

// At gives the rules that match at token i and end before limit, in file order; for each
// rule its first pattern that matches. The slice is good until the next call.
func (s *Scan) At(i, limit int, marks Marks) []Found {
	s.found = s.found[:0]
	if !s.worth(i, limit, marks) {
		return nil
	}
	if limit != s.limit || i < s.first {
		s.look(i, limit)
	}
	matched := -1
	for part, left := range s.can {
		for ; left != 0; left &= left - 1 {
			e := &s.set.entries[part<<6+bits.TrailingZeros64(left)]
			if e.rule == matched || !s.meets(e.needs, i) {
				continue
			}
			if got, ok := s.matcher.match(e.pattern, s.d, i, limit, marks); ok {
				s.found = append(s.found, Found{&s.set.rules[e.rule], got})
				matched = e.rule
			}
		}
	}
	return s.found
}

// worth finds the patterns that are worth a try at token i, by it and those behind it, and
// reports whether there are any.
func (s *Scan) worth(i, limit int, marks Marks) bool {
	t, token := s.set.table, &s.d.Tokens[i]
	any := t.mayBegin(token) && s.can.either(t.row(token)[0], t.kind(token)[0]) && s.goOn(s.can, i+1, limit, marks)
	for n := range t.marks[0] {
		row := &t.marks[0][n]
		end, value, ok := marks.At(row.name, i)
		if !ok || end <= i || end > limit {
			continue
		}
		clear(s.marked)
		row.of(value, s.marked)
		if s.goOn(s.marked, end, limit, marks) {
			if !any {
				clear(s.can)
			}
			s.can.or(s.marked)
			any = true
		}
	}
	return any
}

// goOn leaves in can the patterns that can go on with the tokens from one on, which end
// before limit, and reports whether any are left.
func (s *Scan) goOn(can patterns, from, limit int, marks Marks) bool {
	t := s.set.table
	for n := 1; n < ahead; n++ {
		i := from + n - 1
		if i >= limit {
			return can.keep(t.ends[n])
		}
		token := &s.d.Tokens[i]
		s.fit.either(t.row(token)[n], t.kind(token)[n])
		if n < markPlaces {
			s.fitMarks(can, t.marks[n], i, limit, marks)
		}
		if !can.keep(s.fit) {
			return false
		}
	}
	return true
}

// fitMarks adds to what fits the patterns that go on with a mark at token i.
func (s *Scan) fitMarks(can patterns, rows []markRow, i, limit int, marks Marks) {
	for n := range rows {
		if !can.meets(rows[n].all) {
			continue
		}
		if end, value, ok := marks.At(rows[n].name, i); ok && end > i && end <= limit {
			rows[n].of(value, s.fit)
		}
	}
}

// look takes in which needs the words of a stretch meet, and where.
func (s *Scan) look(first, limit int) {
	s.first, s.limit = first, limit
	t := s.set.table
	if s.last == nil { // in most texts, of some sets no pattern is worth a try
		s.last = slices.Repeat([]int32{-1}, s.set.needs)
	}
	for i := first; i < limit; i++ {
		for _, n := range t.needs[t.sort(&s.d.Tokens[i])] {
			s.last[n] = max(s.last[n], int32(i))
		}
	}
}

// meets reports whether the needs may be met behind token i. What was seen of stretches
// further on is not forgotten: then a pattern may be tried in vain.
func (s *Scan) meets(needs []int, i int) bool {
	for _, n := range needs {
		if int(s.last[n]) <= i {
			return false
		}
	}
	return true
}
