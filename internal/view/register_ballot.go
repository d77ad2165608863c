package view

import (
	"slices"

	"stemma"
)

// poll is one ballot or poll as its texts count it, the earliest first.
type poll struct {
	counts []*count
	place  map[string]int // by number: where it stands among the polls that have it
}

// ballots puts together what is one ballot or poll: the smaller count's numbers are all among
// the other's, in copies; of independent texts two numbers must be the same, the texts near each
// other in time, and neither day, place nor source at odds.
func ballots(all []*count, k *kinship) (out []*poll) {
	b := ballotIndex{by: map[ballotKey][]*poll{}, have: map[string]int{}}
	for _, c := range all {
		numbers := sortedKeys(c.said)
		keys := ballotKeys(numbers, k.witness(c.article))
		same := b.find(c, numbers, keys, k)
		if same == nil {
			same = &poll{place: map[string]int{}}
			out = append(out, same)
		}
		same.counts = append(same.counts, c)
		b.put(same, numbers, keys)
	}
	return out
}

// ballotKey is what two counts of one ballot have in common at least: a number, in texts that are
// one witness, or two numbers.
type ballotKey struct{ witness, number, other string }

func ballotKeys(numbers []string, witness stemma.ID) (keys []ballotKey) {
	for i, n := range numbers {
		keys = append(keys, ballotKey{witness: string(witness), number: n})
		for _, m := range numbers[i+1:] {
			keys = append(keys, ballotKey{number: n, other: m})
		}
	}
	return keys
}

// ballotIndex finds the polls that a count may belong to: many share one number, few two.
type ballotIndex struct {
	by   map[ballotKey][]*poll
	have map[string]int // how many polls have a number
}

// find gives the poll that a count belongs to: of those that have its first number the one that
// got it first, else of those that have its second, and so on; nil when there is none.
func (b *ballotIndex) find(c *count, numbers []string, keys []ballotKey, k *kinship) *poll {
	var may []*poll
	for _, key := range keys {
		may = append(may, b.by[key]...)
	}
	for _, n := range numbers {
		var best *poll
		for _, p := range may {
			at, has := p.place[n]
			if has && (best == nil || at < best.place[n]) && p.holds(c, k) {
				best = p
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// put notes the numbers and keys of a count that a poll has got.
func (b *ballotIndex) put(p *poll, numbers []string, keys []ballotKey) {
	for _, n := range numbers {
		if _, has := p.place[n]; !has {
			p.place[n] = b.have[n]
			b.have[n]++
		}
	}
	for _, key := range keys {
		if !slices.Contains(b.by[key], p) {
			b.by[key] = append(b.by[key], p)
		}
	}
}

// holds reports whether a count is of a ballot or poll.
func (p *poll) holds(c *count, k *kinship) bool {
	return slices.ContainsFunc(p.counts, func(o *count) bool {
		shared := 0
		for number := range c.said {
			if o.said[number] {
				shared++
			}
		}
		switch {
		case shared < min(len(c.said), len(o.said)):
			return false
		case k.witness(o.article) == k.witness(c.article):
			return true
		}
		return shared > 1 && c.near(o, k)
	})
}
