package rule

import "stemma/internal/text"

// ahead is how many tokens are looked at before a pattern is tried: the first, and those
// that follow what its first item takes.
const ahead = 3

// markPlaces is at how many of these places marks are asked for, too.
const markPlaces = 2

// meets is what can stand at one of the first places of a pattern.
type meets struct {
	words   map[int32]bool
	classes map[class]bool
	marks   map[mark]bool
	any     bool // a word that the vocabulary does not have, or what stands behind a second mark: anything
	ends    bool // the pattern can be at its end before this place
}

// mark is a mark that a pattern asks for, and the value that it must have, or "".
type mark struct{ name, value string }

func (m *meets) kind(kind text.Kind, written text.Case) bool {
	for c := range m.classes {
		if c.holds(kind, written) {
			return true
		}
	}
	return m.any || m.ends
}

// place is a step of a pattern that takes tokens, or the inside of a phrase that it takes.
type place struct {
	pc     int
	inside bool
}

// look walks through the first places of patterns.
type lookAhead struct {
	steps []step
	words *stepWords
}

// first gives what can stand at the first places of the pattern. What can be there in
// some way is there; what stands behind a mark is counted from the mark's end.
func (l *lookAhead) first() [ahead]meets {
	var out [ahead]meets
	here := map[place]bool{}
	out[0].ends = l.reach(0, here, map[int]bool{})
	for n := range out {
		m := &out[n]
		m.words, m.classes, m.marks = map[int32]bool{}, map[class]bool{}, map[mark]bool{}
		if n > 0 {
			m.any, m.ends = m.any || out[n-1].any, m.ends || out[n-1].ends
		}
		next := map[place]bool{}
		var ends, any bool
		for p := range here {
			any = l.take(p, m, next, n) || any
			ends = l.reach(p.pc+1, next, map[int]bool{}) || ends
		}
		if n+1 < ahead {
			out[n+1].ends, out[n+1].any = ends, any
		}
		here = next
	}
	return out
}

// reach collects the places that the pattern can be at from a step on before it takes
// another token, and reports whether it can end there.
func (l *lookAhead) reach(pc int, into map[place]bool, seen map[int]bool) (ends bool) {
	for !seen[pc] {
		seen[pc] = true
		switch s := &l.steps[pc]; s.op {
		case opMatch:
			return true
		case opJump, opNot:
			pc = s.x
		case opSave, opDone:
			pc++
		case opSplit:
			ends = l.reach(pc+1, into, seen) || ends
			pc = s.x
		default:
			into[place{pc, false}] = true
			return ends
		}
	}
	return ends
}

// take notes what can stand at a place, and reports whether nothing is known of what
// stands behind it: a mark takes any number of tokens.
func (l *lookAhead) take(p place, m *meets, next map[place]bool, n int) (any bool) {
	s := &l.steps[p.pc]
	switch s.op {
	case opMark:
		if n < markPlaces {
			m.marks[mark{s.arg, s.value}] = true
		} else {
			m.any = true
		}
		return n > 0
	case opClass:
		m.classes[s.class] = true
	case opWord:
		words := l.words.first(s)
		m.any = m.any || words == nil
		for w := range words {
			m.words[w] = true
		}
	case opList:
		phrases := l.words.of(s)
		words := phrases.first
		if p.inside {
			words = phrases.later
		}
		for w := range words {
			m.words[w] = true
		}
		if len(phrases.later) > 0 {
			next[place{p.pc, true}] = true
		}
	}
	return false
}
