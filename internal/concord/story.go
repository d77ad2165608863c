package concord

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"stemma"
)

// group groups the texts that are about one event or one chain of events: the texts of
// one family, and independent texts that are near each other ([nearness]).
func (l *leads) group(p *pile, out *output) error {
	if len(p.texts) > mostRemembered {
		p.entities = nil // nothing asks for them any more
	}
	ws := l.witnesses
	partake(p, ws)
	l.order(ws)
	l.weigh(ws)
	groups, links := byAverage(len(ws), l.nearness(p, ws), leastNear(len(ws)))
	central := centrality(len(ws), links, groups)
	for _, g := range groups {
		if len(g) == 1 && len(ws[g[0]].texts) == 1 {
			continue
		}
		head := slices.MaxFunc(g, func(i, j int) int {
			return cmp.Or(cmp.Compare(central[i], central[j]), cmp.Compare(j, i))
		})
		t := tale{p: p, leads: l, label: l.labels[head]}
		for _, i := range g {
			t.witnesses = append(t.witnesses, &ws[i])
		}
		out.part.Stories = append(out.part.Stories, t.story())
		if err := out.full(); err != nil {
			return err
		}
	}
	return nil
}

// centrality says how near each witness is to the others of its group.
func centrality(n int, links []link, groups [][]int) []float64 {
	group, sum := make([]int, n), make([]float64, n)
	for k, g := range groups {
		for _, i := range g {
			group[i] = k
		}
	}
	for _, l := range links {
		if group[l.a] == group[l.b] {
			sum[l.a] += l.near
			sum[l.b] += l.near
		}
	}
	return sum
}

// tale is a group of witnesses that is made a story.
type tale struct {
	p         *pile
	leads     *leads
	witnesses []*witness
	label     string // of the witness that is nearest to the others
}

func (t *tale) story() stemma.Story {
	var s stemma.Story
	b := newBacking()
	for _, w := range t.witnesses {
		for _, i := range w.texts {
			b.add(t.p, int(i), t.p.familyOf(int(i)), "")
			s.Articles = append(s.Articles, t.p.texts[i].id)
			s.From, s.Until = widened(s.From, s.Until, t.p.texts[i].date)
		}
	}
	slices.Sort(s.Articles)
	s.ID = stemma.NewID("o", string(s.Articles[0]))
	for _, a := range t.actors() {
		s.Actors = append(s.Actors, t.p.actors[a].id)
	}
	s.Tallies = inSeveral(t.witnesses, t.p.tallies.ids, func(w *witness) []int32 { return w.tallies })
	s.Happenings = inSeveral(t.witnesses, t.p.happenings.ids, func(w *witness) []int32 { return w.happenings })
	s.Support = b.support()
	s.Label = t.label
	s.Why = t.why(&s)
	return s
}

// widened gives the first and the last day of a range and one more date.
func widened(from, until, d stemma.Date) (stemma.Date, stemma.Date) {
	if _, _, ok := d.Bounds(); !ok {
		return from, until
	}
	d = day(d)
	if from == "" || d.Compare(from) < 0 {
		from = d
	}
	if until == "" || d.Compare(until) > 0 {
		until = d
	}
	return from, until
}

// inSeveral gives the groups that several of the witnesses have a part in, ordered.
func inSeveral(ws []*witness, ids []stemma.ID, of func(*witness) []int32) []stemma.ID {
	count := map[int32]int{}
	for _, w := range ws {
		for _, g := range of(w) {
			count[g]++
		}
	}
	several := map[stemma.ID]bool{}
	for g, n := range count {
		if n > 1 {
			several[ids[g]] = true
		}
	}
	return ordered(several)
}

// mostTelling is how many names, and how many words, say what a story is about.
const mostTelling = 6

// actors gives whom most of the witnesses name and few others do, the most telling first.
func (t *tale) actors() []int32 {
	return inMost(t.witnesses, func(w *witness) []int32 { return t.p.texts[w.head].subject.actors }, t.p.weight)
}

// inMost gives what most of the witnesses have and few others do, the most telling first.
func inMost(ws []*witness, of func(*witness) []int32, weight []float64) []int32 {
	count := map[int32]int{}
	for _, w := range ws {
		for _, k := range of(w) {
			count[k]++
		}
	}
	for k, n := range count {
		if 2*n <= len(ws) {
			delete(count, k)
		}
	}
	out := ordered(setOf(count))
	tells := func(k int32) float64 { return float64(count[k]) * weight[k] }
	slices.SortStableFunc(out, func(a, b int32) int { return cmp.Compare(tells(b), tells(a)) })
	return out[:min(len(out), mostTelling)]
}

// why words what the texts of a story have in common.
func (t *tale) why(s *stemma.Story) []string {
	if len(t.witnesses) == 1 {
		return []string{"they are copies of one text"}
	}
	var why []string
	if n := len(s.Happenings); n > 0 {
		why = append(why, several(n, "event")+" told by independent texts")
	}
	if n := len(s.Tallies); n > 0 {
		why = append(why, several(n, "count")+" stated by independent texts")
	}
	var names []string
	for _, a := range t.actors() {
		names = append(names, t.p.actors[a].name)
	}
	if len(names) > 0 {
		why = append(why, "most of them name "+strings.Join(names, ", "))
	}
	if words := t.ownWords(names); len(words) > 0 {
		why = append(why, "most of them have the words "+strings.Join(words, ", "))
	}
	return why
}

// leastWord is how many letters a word has that is worth telling of.
const leastWord = 5

// ownWords gives the words that tell what most of the texts are about and few others, but for
// those of names.
func (t *tale) ownWords(names []string) []string {
	known := words(strings.Join(names, " "))
	var out []string
	for _, n := range inMost(t.witnesses, func(w *witness) []int32 {
		return slices.DeleteFunc(slices.Clone(w.words), func(n int32) bool {
			return utf8.RuneCountInString(t.leads.words[n]) < leastWord || slices.Contains(known, fold(t.leads.words[n]))
		})
	}, t.leads.weight) {
		out = append(out, t.leads.words[n])
	}
	return out
}

func several(n int, of string) string {
	if n == 1 {
		return "one " + of
	}
	return fmt.Sprintf("%d %ss", n, of)
}
