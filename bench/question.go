package main

import (
	"strings"

	"stemma/internal/score"
)

// question is one thing that a set is asked: how many labels of a kind were found, and
// of the found ones how many attributes are right.
type question struct {
	name, kind, types string
	same              func(gold, got score.Item) bool
	attributes        []string
}

var questions = []question{
	{"quotes direct partial block", "quote", "direct partial block", score.Half, []string{"speaker", "cue"}},
	{"quotes indirect", "quote", "indirect", score.Half, []string{"speaker"}},
	{"figures number", "figure", "", sameNumber, nil},
	{"figures measure and number", "figure", "", sameFigure, []string{"as-of", "said-by", "place", "date"}},
	{"times value", "time", "", sameNumber, nil},
	{"names exact", "name", "", score.Exactly, nil},
	{"events trigger", "event", "", score.Touching, []string{"date"}},
}

func sameNumber(gold, got score.Item) bool {
	return len(gold.Values) > 0 && len(got.Values) > 0 && contains(gold.Values, got.Values[0])
}

// sameFigure compares number and measure; “also” may name either.
func sameFigure(gold, got score.Item) bool {
	return sameNumber(gold, got) && (gold.Type == got.Type || contains(gold.Values[1:], got.Type))
}

func contains(all []string, s string) bool {
	for _, x := range all {
		if x == s {
			return true
		}
	}
	return false
}

func (q question) ask(s *setScore, gold, got []label) {
	c, pairs := score.Match(items(gold), items(got), q.same)
	s.counts[q.name] = s.counts[q.name].Add(c)
	for _, key := range q.attributes {
		name := q.name + ": " + key
		for _, p := range pairs {
			g := gold[p.Gold].finding
			if !g.HasAttr(key) {
				continue // not judged
			}
			tally := s.shares[name]
			tally.of++
			f := got[p.Got].finding
			if sameAttribute(key, g.Attr(key), f.Attr(key)) {
				tally.right++
			}
			s.shares[name] = tally
		}
	}
}

// sameAttribute compares dates to the letter and names by their words.
func sameAttribute(key, gold, got string) bool {
	gold, got = words(gold), words(got)
	if key == "date" || key == "as-of" {
		return gold == got
	}
	return score.SameName(gold, got)
}

// words takes the number off an anchor.
func words(anchor string) string {
	if i := strings.LastIndexByte(anchor, '#'); i > 0 {
		return anchor[:i]
	}
	return anchor
}
