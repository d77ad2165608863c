package eval

import (
	"slices"
	"strings"

	"stemma/internal/score"
)

// question is one thing that texts are asked: how many labels of a kind were found, and
// of the found ones how many attributes are right.
type question struct {
	name, kind, types string
	same              func(gold, got score.Item) bool
	attributes        []string
	rules             bool // it judges the rules of its kind
}

var questions = []question{
	{"quotes direct partial block", "quote", "direct partial block", score.Half, []string{"speaker", "cue"}, true},
	{"quotes indirect", "quote", "indirect", score.Half, []string{"speaker"}, true},
	{"figures number", "figure", "", score.SameValue, nil, false},
	{"figures measure and number", "figure", "", sameFigure, []string{"as-of", "said-by", "place", "date"}, true},
	{"times value", "time", "", score.SameValue, nil, true},
	{"names exact", "name", "", score.Exactly, nil, true},
	{"events trigger", "event", "", score.Touching, []string{"date"}, true},
	{"victims harm", "victim", "", score.SameValue, []string{"name", "age", "date", "place", "by", "circumstance"}, true},
}

// sameFigure compares number and measure; “also” may name either.
func sameFigure(gold, got score.Item) bool {
	return score.SameValue(gold, got) && (gold.Type == got.Type || slices.Contains(gold.Values[1:], got.Type))
}

// Names gives what texts are asked, in the order in which it is told.
func Names() []string {
	var out []string
	for _, q := range questions {
		out = append(out, q.name)
	}
	return out
}

// ask adds the counts of one text.
func (s *Scores) ask(q question, truth, got []label) {
	c, pairs := score.Match(items(truth), items(got), q.same)
	s.Counts[q.name] = s.Counts[q.name].Add(c)
	right := map[int]bool{}
	for _, p := range pairs {
		right[p.Got] = true
		for _, key := range q.attributes {
			s.attribute(q.name+": "+key, key, truth[p.Gold], got[p.Got])
		}
	}
	if !q.rules {
		return
	}
	for i, l := range got {
		rule := l.finding.Attr("rule")
		v := s.Rules[rule]
		switch {
		case right[i]:
			v.Right++
		case grey(l, truth, q.same):
			v.Grey++
		default:
			v.Wrong++
		}
		s.Rules[rule] = v
	}
}

// grey reports whether a finding meets a label that is neither asked for nor wrong.
func grey(got label, truth []label, same func(gold, got score.Item) bool) bool {
	return slices.ContainsFunc(truth, func(g label) bool {
		return g.Optional && g.Start < got.End && got.Start < g.End && same(g.Item, got.Item)
	})
}

func (s *Scores) attribute(name, key string, truth, got label) {
	if !truth.finding.HasAttr(key) {
		return // not judged
	}
	share := s.Shares[name]
	share.Of++
	if sameAttribute(key, truth.finding.Attr(key), got.finding.Attr(key)) {
		share.Right++
	}
	s.Shares[name] = share
}

// sameAttribute compares dates and ages to the letter and names by their words.
func sameAttribute(key, truth, got string) bool {
	truth, got = words(truth), words(got)
	if key == "date" || key == "as-of" || key == "age" {
		return truth == got
	}
	return score.SameName(truth, got)
}

// words takes the number off an anchor.
func words(anchor string) string {
	if i := strings.LastIndexByte(anchor, '#'); i > 0 {
		return anchor[:i]
	}
	return anchor
}
