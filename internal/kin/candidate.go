package kin

import (
	"cmp"
	"slices"
)

// meeting says that a text has a stretch of a head's words.
type meeting struct {
	text int32
	head wordsOf // of the head's words
	own  wordsOf // of the text's
}

// meetings gives, for each text, the later texts that share passages with it.
// Each later text is found at the heads of its passages.
func meetings(texts lot) [][]meeting {
	x := NewIndex(nil, nil)
	x.all, x.lot = true, texts
	at := make([][]meeting, texts.len())
	for i := range texts.len() {
		_ = x.add(texts.at(i), func(head int32, b block) { // without a shelf there are no errors
			at[head] = append(at[head], meeting{int32(i), wordsOf{b.y, b.yEnd}, wordsOf{b.x, b.xEnd}})
		})
	}
	return at
}

// alike compares the texts that hang together and meet, and gives the pairs that share
// passages.
func alike(texts lot) []pair {
	var pairs []pair
	for _, part := range components(texts) {
		of := texts.some(part)
		for _, p := range compared(of) {
			p.a, p.b = part[p.a], part[p.b]
			pairs = append(pairs, p)
		}
		for i := range of.len() {
			if t := of.atHand(i); t != nil {
				t.kept, t.keys = nil, nil // of all texts they take more room than the texts
			}
		}
	}
	return pairs
}

// manyTexts is of how many texts that hang together the runs of words are hashed anew each
// time they are compared: kept, they would take as much room as all else of a text.
const manyTexts = 1 << 14

// compared is [alike] for texts that hang together. Of a crowd all are compared with its hubs
// first, and any two of them only where these share most of what others do not have.
func compared(texts lot) []pair {
	at, all := meetings(texts), newCrowds(texts)
	pairs := all.gather(at)
	wanted := partners(texts, at)
	for i, ms := range at {
		if again := all.repeated(ms); again > 0 {
			wanted[i] = slices.DeleteFunc(wanted[i], func(p partner) bool { return all.of[p.text] == again })
		}
		wanted[i] = once(wanted[i])
	}
	all.nearest(wanted)
	for i, ps := range wanted {
		if len(ps) == 0 {
			continue
		}
		table := newTable(texts.at(i))
		for _, p := range ps {
			if q, ok := table.pair(texts, i, int(p.text)); ok {
				q.sample = p.sample > 0
				pairs = append(pairs, q)
			}
			texts.forgetOfMany(int(p.text))
		}
		texts.forgetOfMany(i)
	}
	return distinct(pairs)
}

// forgetOfMany gives back the room of a text's hashed runs of words, where texts are many.
func (l lot) forgetOfMany(i int) {
	if l.len() > manyTexts {
		l.forget(i)
	}
}

// once gives each partner once, ordered.
func once(ps []partner) []partner {
	slices.SortFunc(ps, func(a, b partner) int { return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.sample, b.sample)) })
	return slices.CompactFunc(ps, func(a, b partner) bool { return a.text == b.text })
}

// pair compares the table's text, a, with another one of a greater number.
func (tb *table) pair(texts lot, a, b int) (pair, bool) {
	blocks := tb.compare(texts.at(b))
	for k := range blocks {
		blocks[k].flip()
	}
	slices.SortFunc(blocks, byPlace)
	return pair{a: a, b: b, blocks: blocks}, len(blocks) > 0
}

// distinct gives each pair of texts once: what was compared in the order of its numbers first.
func distinct(pairs []pair) []pair {
	slices.SortStableFunc(pairs, func(p, q pair) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) })
	return slices.CompactFunc(pairs, func(p, q pair) bool { return p.a == q.a && p.b == q.b })
}

// byLater gives the numbers of the pairs, those of one text b together. Where most pairs are of
// a few texts with very many others, each of these is so taken to hand once, and not once for
// each of the few: very many texts have no room in the processor's own memory.
func byLater(texts int, pairs []pair) []int32 {
	from := make([]int32, texts+1)
	for i := range pairs {
		from[pairs[i].b+1]++
	}
	for k := range texts {
		from[k+1] += from[k]
	}
	out := make([]int32, len(pairs))
	for i := range pairs {
		at := &from[pairs[i].b]
		out[*at] = int32(i)
		*at++
	}
	return out
}

// partner is a text with which another one must be compared.
type partner struct {
	text   int32
	sample uint8 // 1 where the two stand for many that share an outlet's note
}

// partners gives the texts with which each text must be compared, by their greater
// numbers: those that it meets as a head, and of those that meet at one head any two that
// share words of it, unless they are very many. What very many share is no reason to
// compare them at another head either, and of what many texts of one outlet share a few
// pairs tell all: it is the outlet's note.
func partners(texts lot, at [][]meeting) [][]partner {
	out := make([][]partner, texts.len())
	crowd := make(map[int32][]wordsOf) // by text: what it shares with very many
	above := make([][]meeting, texts.len())
	many := make([]bool, texts.len()) // by head: very many texts meet there
	for head, ms := range at {
		many[head] = count(ms) > maxMembers
		for _, m := range ms {
			out[head] = append(out[head], partner{text: m.text})
			above[m.text] = append(above[m.text], meeting{int32(head), m.own, m.head})
			if many[head] {
				crowd[m.text] = append(crowd[m.text], m.own)
			}
		}
	}
	for text, own := range crowd {
		crowd[text] = together(own)
	}
	for head, ms := range at {
		if !many[head] {
			siblings(texts, ms, crowd, out)
		}
		for _, up := range above[head] { // what a head has from another one they have too
			for _, m := range ms {
				met := within(m.own, crowd[m.text]) && (many[up.text] || within(up.own, crowd[up.text]))
				if m.meets(up) && !met {
					out[up.text] = append(out[up.text], partner{text: m.text})
				}
			}
		}
	}
	return out
}

// count gives how many texts meet: those of one text stand together.
func count(ms []meeting) int {
	n := 0
	for i, m := range ms {
		if i == 0 || ms[i-1].text != m.text {
			n++
		}
	}
	return n
}

// siblings adds the pairs of texts that meet at one head.
func siblings(texts lot, ms []meeting, crowd map[int32][]wordsOf, out [][]partner) {
	for k, m := range ms {
		few := sites + 1 // of the outlet
		for _, o := range slices.Backward(ms[:k]) {
			if !m.meets(o) || within(m.own, crowd[m.text]) && within(o.own, crowd[o.text]) {
				continue
			}
			sample := uint8(0)
			if len(ms) > maxNotes && m.notes(texts) && o.notes(texts) && akin(texts.at(int(m.text)), texts.at(int(o.text))) {
				if few--; few < 0 {
					continue
				}
				sample = 1
			}
			lo, hi := min(o.text, m.text), max(o.text, m.text)
			out[lo] = append(out[lo], partner{hi, sample})
		}
	}
}

// notes reports whether a text's part in a meeting is as small as an outlet's note.
func (m meeting) notes(texts lot) bool {
	return float64(m.own.len()) < siteShare*float64(texts.knows(int(m.text)).words)
}

// meets reports whether two texts share enough words of a head to share a passage.
func (m meeting) meets(o meeting) bool {
	both := min(m.head.end, o.head.end) - max(m.head.from, o.head.from)
	return o.text != m.text && (both >= minRun || both >= min(m.head.len(), o.head.len()) && both >= minQuote)
}

// together puts stretches in order and joins those that meet.
func together(all []wordsOf) []wordsOf {
	slices.SortFunc(all, func(a, b wordsOf) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.end, b.end)) })
	out := all[:0]
	for _, w := range all {
		if n := len(out); n > 0 && w.from <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, w.end)
		} else {
			out = append(out, w)
		}
	}
	return out
}

// within reports whether most words of a stretch stand in the others, which are apart.
func within(w wordsOf, others []wordsOf) bool {
	both := int32(0)
	for _, o := range others {
		both += max(0, min(w.end, o.end)-max(w.from, o.from))
	}
	return 2*both > w.len()
}
