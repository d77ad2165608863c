package concord

import (
	"math"
	"time"
)

const (
	// slightNear is what is taken for no nearness at all.
	slightNear = 0.04
	// ofTongues is how much the names in both texts say of two whose words cannot be
	// compared, beside those words; half where no count or event is in both.
	ofTongues = 1.7
	// oneGroup is what a count or an event that both have a part in adds, for two of them
	// at most.
	oneGroup = 0.03
	// oneStory is how many days apart two texts may be without being less near for it.
	oneStory = 30
	// commonName is by how many families a name or a word may be had to bring texts
	// together: more of them would make all pairs of a big pile, and say little.
	commonName = 400
)

// leastNear is how near the texts of a story are on average, in a pile of so many
// witnesses: 0.14 among ten, 0.18 among a thousand. Found on the development sets of stories,
// and on piles of few of their texts among many of other matters: below it, other matches of
// the same teams and other steps of the same politicians come in, and the more texts there
// are, the more others are about to come in.
func leastNear(witnesses int) float64 {
	return 0.12 + 0.02*math.Log10(float64(max(witnesses, 1)))
}

// nearness says how near independent texts are: by the words that tell what both are about
// (the cosine of how much each of them tells), or of two languages by the names in both; by
// the counts and events that both tell of, and by the days between them.
func (l *leads) nearness(p *pile, ws []witness) [][]link {
	m := newMeeting(p, l, ws)
	var links [][]link
	for b := range ws {
		m.byWords(b)
		m.byNames(b)
		for _, a := range m.met {
			if near := m.near(int(a), b); near >= slightNear {
				links = also(links, link{a, int32(b), near})
			}
			m.sums[a] = 0
		}
		m.met = m.met[:0]
	}
	return links
}

// meeting finds for one witness after the other those before it that have something in common
// with it, and how much.
type meeting struct {
	p      *pile
	leads  *leads
	ws     []witness
	words  [][]bearer // word → who has it
	names  [][]bearer // actor → who names it; none where all texts are of one language
	tongue []int32    // of each witness, the number of its language
	met    []int32
	sums   []float64 // of each other witness, the products of what both have
}

// bearer is a witness that has something, and how much that tells of what it is about.
type bearer struct {
	witness int32
	tells   float32
}

func newMeeting(p *pile, l *leads, ws []witness) *meeting {
	m := &meeting{p: p, leads: l, ws: ws, words: make([][]bearer, len(l.words)), tongue: make([]int32, len(ws)), sums: make([]float64, len(ws))}
	tongues := map[string]int32{}
	for i := range ws {
		lang := p.texts[ws[i].head].lang
		if _, ok := tongues[lang]; !ok {
			tongues[lang] = int32(len(tongues))
		}
		m.tongue[i] = tongues[lang]
	}
	if len(tongues) > 1 {
		m.names = make([][]bearer, len(p.actors))
	}
	return m
}

// byWords meets those of the same language that have words of a witness.
func (m *meeting) byWords(b int) {
	for k, word := range m.ws[b].words {
		n := m.leads.families[word]
		if n < 2 || n > commonName {
			continue
		}
		if m.words[word] == nil {
			m.words[word] = make([]bearer, 0, n)
		}
		tells := m.leads.tells(&m.ws[b], k)
		m.share(m.words[word], tells, func(a int32) bool { return m.tongue[a] == m.tongue[b] })
		m.words[word] = append(m.words[word], bearer{int32(b), float32(tells)})
	}
}

// byNames meets those of other languages that name somebody whom a witness names.
func (m *meeting) byNames(b int) {
	if m.names == nil {
		return
	}
	for _, actor := range m.p.texts[m.ws[b].head].subject.actors {
		if m.p.actors[actor].families > commonName {
			continue
		}
		tells := m.p.weight[actor]
		m.share(m.names[actor], tells, func(a int32) bool { return m.tongue[a] != m.tongue[b] })
		m.names[actor] = append(m.names[actor], bearer{int32(b), float32(tells)})
	}
}

func (m *meeting) share(with []bearer, tells float64, meets func(int32) bool) {
	for _, o := range with {
		if !meets(o.witness) {
			continue
		}
		if m.sums[o.witness] == 0 {
			m.met = append(m.met, o.witness)
		}
		m.sums[o.witness] += tells * float64(o.tells)
	}
}

// near says how near two witnesses are that have met.
func (m *meeting) near(i, j int) float64 {
	a, b := &m.ws[i], &m.ws[j]
	groups := 0
	for range inBoth(a.tallies, b.tallies) {
		groups++
	}
	for range inBoth(a.happenings, b.happenings) {
		groups++
	}
	near := cosine(m.sums[i], a.square, b.square)
	if m.tongue[i] != m.tongue[j] {
		near = ofTongues * cosine(m.sums[i], m.p.texts[a.head].subject.square, m.p.texts[b.head].subject.square)
		if groups == 0 {
			near /= 2
		}
	}
	near += oneGroup * float64(min(groups, 2))
	if d := daysBetween(a, b); d > oneStory {
		near *= oneStory / d
	}
	return near
}

// mostLinks is how many links are kept together: what is put beside very many others would be
// copied with them.
const mostLinks = 1 << 18

// also adds a link to the last part.
func also(links [][]link, l link) [][]link {
	n := len(links) - 1
	if n < 0 || len(links[n]) == mostLinks {
		links, n = append(links, nil), n+1
	}
	links[n] = append(links[n], l)
	return links
}

// cosine of two lists, of what they share and of the squares of their lengths.
func cosine(shared, a, b float64) float64 {
	if shared == 0 {
		return 0
	}
	return shared / math.Sqrt(a*b)
}

// daysBetween is how many days lie between two witnesses; none where a date is unknown or they
// overlap.
func daysBetween(a, b *witness) float64 {
	if a.from.IsZero() || b.from.IsZero() {
		return 0
	}
	gap := max(b.from.Sub(a.until), a.from.Sub(b.until), 0)
	return gap.Hours() / (24 * time.Hour).Hours()
}
