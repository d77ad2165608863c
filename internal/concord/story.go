package concord

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"stemma"
)

// stories groups the texts that are about one event or one chain of events: the texts of
// one family, and independent texts that are near each other ([nearness]).
func stories(p *pile, l *stemma.Lineup) []stemma.Story {
	ws := witnesses(p, l)
	weight := weighLeads(ws)
	links := nearness(p, ws, weight)
	groups := byAverage(len(ws), links, leastNear)
	central := centrality(len(ws), links, groups)
	var out []stemma.Story
	for _, g := range groups {
		t := tale{p: p, weight: weight, head: &ws[slices.MaxFunc(g, func(i, j int) int {
			return cmp.Or(cmp.Compare(central[i], central[j]), cmp.Compare(j, i))
		})]}
		for _, i := range g {
			t.witnesses = append(t.witnesses, &ws[i])
		}
		if s := t.story(); len(s.Articles) > 1 {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b stemma.Story) int { return cmp.Compare(a.ID, b.ID) })
	return out
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
	weight    map[string]float64 // what each word of a lead tells
	witnesses []*witness
	head      *witness // the nearest to the others
}

func (t *tale) story() stemma.Story {
	var s stemma.Story
	b := newBacking()
	for _, w := range t.witnesses {
		for _, i := range w.texts {
			b.add(t.p, i, "")
			s.Articles = append(s.Articles, t.p.texts[i].Article.ID)
			s.From, s.Until = widened(s.From, s.Until, t.p.dateOf(i))
		}
	}
	slices.Sort(s.Articles)
	s.ID = stemma.NewID("o", string(s.Articles[0]))
	s.Actors = t.actors()
	s.Tallies = inSeveral(t.witnesses, func(w *witness) map[stemma.ID]bool { return w.tallies })
	s.Happenings = inSeveral(t.witnesses, func(w *witness) map[stemma.ID]bool { return w.happenings })
	s.Support = b.support()
	s.Label = t.label()
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
func inSeveral(ws []*witness, of func(*witness) map[stemma.ID]bool) []stemma.ID {
	count := map[stemma.ID]int{}
	for _, w := range ws {
		for id := range of(w) {
			count[id]++
		}
	}
	for id, n := range count {
		if n < 2 {
			delete(count, id)
		}
	}
	return ordered(setOf(count))
}

// mostTelling is how many names, and how many words, say what a story is about.
const mostTelling = 6

// actors gives whom most of the witnesses name and few others do, the most telling first.
func (t *tale) actors() []stemma.ID {
	return inMost(t.witnesses, func(w *witness) []stemma.ID { return t.p.subject[w.head].actors }, t.p.weight)
}

// inMost gives what most of the witnesses have and few others do, the most telling first.
func inMost[K ~string](ws []*witness, of func(*witness) []K, weight map[K]float64) []K {
	count := map[K]int{}
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
	tells := func(k K) float64 { return float64(count[k]) * weight[k] }
	slices.SortStableFunc(out, func(a, b K) int { return cmp.Compare(tells(b), tells(a)) })
	return out[:min(len(out), mostTelling)]
}

// label is the headline of the text that is nearest to the others, else how it begins.
func (t *tale) label() string {
	a := t.p.texts[t.head.head].Article
	return shorten(cmp.Or(strings.TrimSpace(a.TitleText), a.Text[:min(len(a.Text), 200)]))
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
	for _, id := range s.Actors {
		names = append(names, t.p.actors[id].Name)
	}
	if len(names) > 0 {
		why = append(why, "most of them name "+strings.Join(names, ", "))
	}
	if words := t.beginnings(names); len(words) > 0 {
		why = append(why, "most of them begin with the words "+strings.Join(words, ", "))
	}
	return why
}

// leastWord is how many letters a word has that is worth telling of.
const leastWord = 5

// beginnings gives the words that most of the texts begin with and few others do, but for
// those of names.
func (t *tale) beginnings(names []string) []string {
	known := words(strings.Join(names, " "))
	return inMost(t.witnesses, func(w *witness) []string {
		return slices.DeleteFunc(slices.Clone(w.lead), func(s string) bool {
			return utf8.RuneCountInString(s) < leastWord || slices.Contains(known, fold(s))
		})
	}, t.weight)
}

func several(n int, of string) string {
	if n == 1 {
		return "one " + of
	}
	return fmt.Sprintf("%d %ss", n, of)
}
