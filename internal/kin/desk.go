package kin

import (
	"cmp"
	"iter"
	"slices"

	"stemma"
)

// roomWords is for how many words of texts a desk has room. Each takes 13 bytes: that is the
// room of a quarter of a million short texts.
const roomWords = 1 << 24

// perText is how many words' room a text takes beside its words.
const perText = 64

// leastOpen is how many texts lie open at least, however long they are: those that are compared at a time
// are not to close each other.
const leastOpen = 4

// desk holds the texts that are compared with each other. Where there is room for the words of
// all, all lie open. Of more, only those do that were asked for last; the others are closed, and
// opened again when they are asked for: then they are as they were. A text that is at hand stays
// as it is, whether the desk has closed it or not.
type desk struct {
	room    int // for words
	words   int // of those that are open
	ids     []stemma.ID
	about   []about
	open    []*text
	shut    []string            // all texts, as [closed] gives them; nil where all lie open
	queue   []int32             // those that are open and may be closed, the first of them next
	again   often               // which seeds come again, where texts do not keep theirs
	notes   map[int32][]wordsOf // what is site text, of texts that may be closed
	twinned map[int32]twinned   // for whom they stand, of those that do
}

// about is what is asked of a text without opening it.
type about struct {
	sum        uint64 // of all words in their order
	words, own int32  // all; those outside the headline
}

// lot are some texts of a desk, which count from 0 in it.
type lot struct {
	*desk
	of []int32 // their numbers on the desk
}

// arrival is a text that has no number yet.
type arrival struct {
	id    stemma.ID
	day   float64 // 2^60 when unknown
	about about
	open  *text
	shut  string
}

// layOut puts articles on a desk: by date, then ID, each ID once.
func layOut(articles iter.Seq2[*stemma.Article, error], room int) (lot, error) {
	d := &desk{room: room}
	var all []arrival
	for a, err := range articles {
		if err != nil {
			return lot{}, err
		}
		day, unknown := days(when(appeared(a)))
		if unknown {
			day = 1 << 60
		}
		t := newText(a)
		r := arrival{id: a.ID, day: day, about: about{t.sum, int32(len(t.hash)), int32(t.own)}}
		if d.words += r.about.room(); d.words <= room {
			t.fit()
			r.open = t
		} else {
			if n := len(all); n > 0 && all[n-1].open != nil {
				closeAll(all)
			}
			r.shut = closed(a)
		}
		all = append(all, r)
	}
	d.number(all)
	return d.all(), nil
}

func closeAll(all []arrival) {
	for i := range all {
		all[i].shut, all[i].open = closed(all[i].open.article), nil
	}
}

// number puts texts in order.
func (d *desk) number(all []arrival) {
	slices.SortFunc(all, func(a, b arrival) int {
		if c := cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.id, b.id)); c != 0 {
			return c
		}
		return cmp.Compare(a.wording(), b.wording())
	})
	seen := make(map[stemma.ID]bool, len(all))
	for _, r := range all {
		if seen[r.id] {
			continue
		}
		seen[r.id] = true
		d.ids, d.about, d.open = append(d.ids, r.id), append(d.about, r.about), append(d.open, r.open)
		if r.open == nil {
			d.shut = append(d.shut, r.shut)
		}
	}
	if d.shut != nil {
		d.words, d.notes = 0, make(map[int32][]wordsOf)
	}
}

func (r *arrival) wording() string {
	if r.open != nil {
		return r.open.article.Text
	}
	return opened(r.shut).Text
}

func (a *about) room() int { return int(a.words) + perText }

// all gives all texts of a desk.
func (d *desk) all() lot {
	of := make([]int32, len(d.ids))
	for i := range of {
		of[i] = int32(i)
	}
	return lot{d, of}
}

// some gives those of a lot that have some numbers in it.
func (l lot) some(numbers []int) lot {
	of := make([]int32, len(numbers))
	for i, n := range numbers {
		of[i] = l.of[n]
	}
	return lot{l.desk, of}
}

func (l lot) len() int           { return len(l.of) }
func (l lot) id(i int) stemma.ID { return l.ids[l.of[i]] }
func (l lot) knows(i int) *about { return &l.about[l.of[i]] }
func (l lot) crowded() bool      { return l.shut != nil }
func (l lot) atHand(i int) *text { return l.open[l.of[i]] } // nil when it is closed

// at gives a text, open.
func (l lot) at(i int) *text {
	n := l.of[i]
	if t := l.open[n]; t != nil {
		t.asked = true
		return t
	}
	return l.reopen(n)
}

// reopen opens a text, and closes others if there is no room for it.
func (d *desk) reopen(n int32) *text {
	a := opened(d.shut[n])
	a.ID = d.ids[n]
	t := newText(a)
	for _, w := range d.notes[n] {
		t.note(w)
	}
	d.open[n] = t
	d.words += d.about[n].room()
	for d.words > d.room && len(d.queue) >= leastOpen {
		k := d.queue[0]
		d.queue = d.queue[1:]
		if o := d.open[k]; o.asked {
			o.asked = false
			d.queue = append(d.queue, k)
			continue
		}
		d.open[k] = nil
		d.words -= d.about[k].room()
	}
	d.queue = append(d.queue, n)
	return t
}

// seeds gives those of a text's seeds that come again, after [sow]. They hold until the sieve is
// used again.
func (l lot) seeds(i int, s *sieve) []seed {
	t := l.at(i)
	if t.kept != nil {
		return t.kept
	}
	if t.winnow(s); l.again.counts == nil {
		return s.seeds
	}
	s.seeds = slices.DeleteFunc(s.seeds, func(d seed) bool { return !l.again.again(d.key) })
	return s.seeds
}

// forget gives back the room of a text's hashed runs of words.
func (l lot) forget(i int) {
	if t := l.atHand(i); t != nil {
		t.keys = nil
	}
}
