package lang

import (
	"cmp"
	"slices"
	"strings"
)

// Endings are the ends of words that a list has: its phrases that begin with a dash,
// “-ed”. They are found by their last byte, so that most words are compared with few.
type Endings struct {
	by [256][]ending // longest first
}

type ending struct{ tail, value string }

// Endings gives the ends of words that the list has.
func (l *List) Endings() *Endings {
	e := &Endings{}
	for _, phrase := range l.order {
		tail, dash := strings.CutPrefix(phrase, "-")
		if !dash || tail == "" {
			continue
		}
		value, _ := l.Value(phrase)
		last := tail[len(tail)-1]
		e.by[last] = append(e.by[last], ending{tail, value})
	}
	for _, some := range e.by {
		slices.SortStableFunc(some, func(a, b ending) int { return cmp.Compare(len(b.tail), len(a.tail)) })
	}
	return e
}

// Longest gives what the list says of the longest end of a folded word that leaves so many
// bytes before it; false when it has none.
func (e *Endings) Longest(word string, before int) (value string, ok bool) {
	return e.First(word, before, func(string) bool { return true })
}

// First is Longest among the ends of which the list says something that holds.
func (e *Endings) First(word string, before int, holds func(value string) bool) (value string, ok bool) {
	if word == "" {
		return "", false
	}
	for _, end := range e.by[word[len(word)-1]] {
		if len(end.tail)+before <= len(word) && strings.HasSuffix(word, end.tail) && holds(end.value) {
			return end.value, true
		}
	}
	return "", false
}

// Without reports whether what is left of a folded word holds once one of its ends is taken
// off of which the list says value, leaving so many bytes at least. The word's longest end
// must say it: “-s” may be a plural's where “-ss” is not.
func (e *Endings) Without(word string, before int, value string, holds func(rest string) bool) bool {
	if says, _ := e.Longest(word, before); says != value {
		return false
	}
	for _, end := range e.by[word[len(word)-1]] {
		rest, has := strings.CutSuffix(word, end.tail)
		if has && end.value == value && len(rest) >= before && holds(rest) {
			return true
		}
	}
	return false
}
