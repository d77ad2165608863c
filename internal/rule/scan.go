package rule

import (
	"sort"

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
	last    []int32 // for each need, the last token that was seen to meet it; -1
	matcher matcher
	found   []Found
	from    []int // the patterns of what was found: their places in the file
}

// Over gives a scan of a text.
func (s *Set) Over(d *text.Doc) *Scan {
	scan := &Scan{set: s, d: d, last: make([]int32, s.needs)}
	for n := range scan.last {
		scan.last[n] = -1
	}
	return scan
}

// At gives the rules that match at token i and end before limit, in file order; for each
// rule its first pattern that matches. The slice is good until the next call.
func (s *Scan) At(i, limit int, marks Marks) []Found {
	s.found, s.from = s.found[:0], s.from[:0]
	t := &s.d.Tokens[i]
	if s.set.words.May(t.Hash) {
		s.try(s.set.byWord[t.Norm], i, limit, marks)
	}
	for _, name := range s.set.marks {
		if _, _, ok := marks.At(name, i); ok {
			s.try(s.set.byMark[name], i, limit, marks)
		}
	}
	s.try(s.set.always, i, limit, marks)
	if len(s.found) < 2 {
		return s.found
	}
	sort.Sort(inFileOrder{s.found, s.from})
	out := s.found[:1]
	for _, f := range s.found[1:] {
		if f.Rule != out[len(out)-1].Rule {
			out = append(out, f)
		}
	}
	return out
}

func (s *Scan) try(entries []entry, i, limit int, marks Marks) {
	if len(entries) == 0 {
		return
	}
	if limit != s.limit || i < s.first {
		s.look(i, limit)
	}
	for k := range entries {
		e := &entries[k]
		if !s.meets(e.needs, i) {
			continue
		}
		if got, ok := s.matcher.match(e.pattern, s.d, i, limit, marks); ok {
			s.found = append(s.found, Found{&s.set.rules[e.rule], got})
			s.from = append(s.from, e.nth)
		}
	}
}

// look takes in which needs the words of a stretch meet, and where.
func (s *Scan) look(first, limit int) {
	s.first, s.limit = first, limit
	for i := first; i < limit; i++ {
		hash := s.d.Tokens[i].Hash
		if !s.set.needed.May(hash) {
			continue
		}
		for _, n := range s.set.meets[hash] {
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

// inFileOrder sorts what was found by the place of its pattern in the file.
type inFileOrder struct {
	found []Found
	from  []int
}

func (o inFileOrder) Len() int           { return len(o.found) }
func (o inFileOrder) Less(i, j int) bool { return o.from[i] < o.from[j] }
func (o inFileOrder) Swap(i, j int) {
	o.found[i], o.found[j] = o.found[j], o.found[i]
	o.from[i], o.from[j] = o.from[j], o.from[i]
}
