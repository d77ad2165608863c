package view

import (
	"cmp"
	"math"
	"slices"

	"stemma"
)

// newCensus makes one of the findings of each of searchKinds.
func newCensus(k *kinship, all [len(searchKinds)]*sightings) *census {
	p := &census{starts: make([]int32, len(k.rank)+1)}
	n := censusNumbers{p, map[censusValue]int32{}, map[censusValue]int32{}}
	var numbers [len(searchKinds)]kindNumbers
	for i, kind := range searchKinds {
		numbers[i] = n.ofKind(kind, all[i])
	}
	for pass := range 2 { // the first counts what the second puts in
		for i := range all {
			n.place(k, all[i], numbers[i], pass == 1)
		}
		if pass == 0 {
			var sum int32
			for i, n := range p.starts {
				p.starts[i], sum = sum, sum+n
			}
			p.list = make([]censusEntry, sum)
		}
	}
	p.settle()
	return p
}

// censusNumbers numbers values while a census is made.
type censusNumbers struct {
	of     *census
	number map[censusValue]int32
	groups map[censusValue]int32
}

// kindNumbers are those of one kind of finding: of the kind, and of its values and places.
type kindNumbers struct {
	kind          int32
	values, place []int32 // by number in the columns; −1 for none
}

func (n *censusNumbers) ofKind(kind string, s *sightings) kindNumbers {
	out := kindNumbers{kind: n.get("type", kind)}
	field := map[string]string{KindQuote: "speaker", KindFigure: "measure"}[kind]
	for _, v := range s.value.values {
		out.values = append(out.values, n.get(field, v))
	}
	for _, v := range s.place.values {
		out.place = append(out.place, n.get("place", v))
	}
	return out
}

// get gives the number of a value, and to its group one of its own as soon as it has two.
func (n *censusNumbers) get(field, value string) int32 {
	if field == "" || value == "" {
		return -1
	}
	key := censusValue{field: field, value: value}
	if at, ok := n.number[key]; ok {
		return at
	}
	at := int32(len(n.of.values))
	n.number[key] = at
	n.of.values = append(n.of.values, censusValue{field, value, at})
	folded := censusValue{field: field, value: fold(value)}
	group, ok := n.groups[folded]
	if !ok {
		n.groups[folded] = at
		return at
	}
	if first := n.of.values[group]; first.value != "" { // the second of a group
		made := int32(len(n.of.values))
		n.of.values = append(n.of.values, censusValue{field: field, group: made})
		n.of.values[group].group, n.groups[folded], group = made, made, made
	}
	n.of.values[at].group = group
	return at
}

// place counts the entries of each text, or puts them in.
func (n *censusNumbers) place(k *kinship, s *sightings, numbers kindNumbers, put bool) {
	var last stemma.ID
	rank := int32(math.MaxInt32)
	for i := range s.list {
		x := &s.list[i]
		if x.article != last {
			last, rank = x.article, k.place(x.article)
		}
		if int(rank) >= len(n.of.starts)-1 {
			continue
		}
		for _, v := range [...]int32{numbers.kind, numbers.values[s.value.of[i]], numbers.place[s.place.of[i]]} {
			for v >= 0 {
				if put {
					n.of.list[n.of.starts[rank]] = censusEntry{uint32(x.sentence.Start), v}
				}
				n.of.starts[rank]++
				if group := n.of.values[v].group; group != v {
					v = group
				} else {
					v = -1
				}
			}
		}
	}
}

// settle orders the entries of each text and leaves each once.
func (p *census) settle() {
	var kept, from int32
	for i, end := range p.starts[:len(p.starts)-1] { // which putting in has moved to where they end
		own := p.list[from:end]
		slices.SortFunc(own, func(a, b censusEntry) int {
			return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.value, b.value))
		})
		from, p.starts[i] = end, kept
		kept += int32(copy(p.list[kept:], slices.Compact(own)))
	}
	p.starts[len(p.starts)-1] = kept
	p.list = slices.Clip(p.list[:kept])
}
