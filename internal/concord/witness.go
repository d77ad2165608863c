package concord

import (
	"slices"
	"time"
)

// witness is a family, a text without copies being one, ready to be compared.
type witness struct {
	texts       []int32   // ordered
	head        int32     // the longest of them stands for all
	words       []int32   // that tell what the head is about, each once, ordered
	times       []uint8   // how often it has each of them
	square      float64   // the sum of their weights squared
	from, until time.Time // the first and the last day of its texts; zero when none has a date
	tallies     []int32   // that it has a part in, each once
	happenings  []int32   // likewise
}

// witnesses gives the families of the pile, ordered by their first text.
func witnesses(p *pile) []witness {
	out := make([]witness, 0, len(p.alone))
	at := make([]int32, len(p.alone)) // of a family, and one more
	for i := range p.texts {
		f := p.familyOf(i)
		if at[f] == 0 {
			out = append(out, witness{head: int32(i)})
			at[f] = int32(len(out))
		}
		out[at[f]-1].add(p, i)
	}
	return out
}

// partake notes the groups that witnesses have a part in.
func partake(p *pile, ws []witness) {
	of := make([]*witness, len(p.alone)) // by family
	for i := range ws {
		of[p.familyOf(int(ws[i].head))] = &ws[i]
	}
	for _, m := range p.tallies.parts {
		of[m.family].tallies = append(of[m.family].tallies, m.group)
	}
	for _, m := range p.happenings.parts {
		of[m.family].happenings = append(of[m.family].happenings, m.group)
	}
	for i := range ws {
		w := &ws[i]
		slices.Sort(w.tallies)
		slices.Sort(w.happenings)
		w.tallies, w.happenings = slices.Compact(w.tallies), slices.Compact(w.happenings)
	}
}

// add takes a text of the family in.
func (w *witness) add(p *pile, text int) {
	w.texts = append(w.texts, int32(text))
	if p.texts[text].size > p.texts[w.head].size {
		w.head = int32(text)
	}
	first, last, ok := p.texts[text].date.Bounds()
	if !ok || first.IsZero() || last.IsZero() {
		return
	}
	if w.from.IsZero() || first.Before(w.from) {
		w.from = first
	}
	if last.After(w.until) {
		w.until = last
	}
}
