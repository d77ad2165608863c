// Package concord lines up what many texts state: quotes become sayings, figures
// tallies, events happenings, mentions actors; where texts do not say the same, that
// becomes a clash; and texts about one matter become a story.
//
// It takes all texts with their readings, the families that kin found, and what people say of
// who is who. Of a large pile it asks for the texts once for each kind, and holds of them only
// what that kind is lined up by: a pile may be far larger than memory (decision 0052).
// It gives the groups of a [stemma.Lineup], part by part. It promises that support is counted
// in families: a reprint adds a text to a group and nothing to its independence; that the
// order of the texts changes nothing; and that two people are never one on a surname alone,
// unless people say so. It settles no clash and picks no true value: it says what stands where,
// and why it takes two statements for a contradiction or for a development.
package concord

import (
	"iter"
	"slices"

	"stemma"
	"stemma/internal/borrowed"
)

// Text is one article with what it states.
type Text struct {
	Article *stemma.Article
	Reading *stemma.Reading
}

// Source gives all texts in the order of their IDs, each with its findings of the kinds
// asked for (“name”, “quote”, “figure”, “event”), as often as it is called and each time the
// same. What it gives is not kept, and stays as it is. An error ends it.
type Source func(kinds ...string) iter.Seq2[Text, error]

// LineUp lines up all texts. Families say which of them are one witness, the stretches that they
// share which of their statements count as another's, people who is who.
// The groups are put as they are found, each once, in no order; an error of put or of the
// source ends it and is given back. It gives what [Memo.Again] needs.
func LineUp(from Source, families []stemma.Family, shared []borrowed.Stretch, people []Told, put func(stemma.Lineup) error) (*Memo, error) {
	p := newPile(families, shared)
	out := &output{put: put}
	if err := actors(p, from, people, out); err != nil {
		return nil, err
	}
	if err := p.lineUp(from, out, gatherings()...); err != nil {
		return nil, err
	}
	return &Memo{p}, out.flush()
}

// gathering is what one kind is lined up by: taken from one text after the other, then
// grouped.
type gathering interface {
	kind() string // of findings; "" for what texts are about
	take(p *pile, t *stated)
	group(p *pile, out *output) error
}

// atOnce is of how many texts all kinds are gathered in one reading: reading costs more than
// grouping. Of more texts one kind is held at a time.
const atOnce = 100_000

// gatherings are what is gathered when it is known who is who, in order.
func gatherings() []gathering {
	return []gathering{newUtterances(), &figures{}, &acts{}, &leads{}}
}

// Readings is how often [LineUp] asks its source for all of so many texts.
func Readings(texts int) int {
	if texts <= atOnce {
		return 2
	}
	return 1 + len(gatherings())
}

// lineUp gathers kinds and groups them, in order.
func (p *pile) lineUp(from Source, out *output, all ...gathering) error {
	step := 1
	if len(p.texts) <= atOnce {
		step = len(all)
	}
	for some := range slices.Chunk(all, max(1, step)) {
		if err := p.gather(from, some); err != nil {
			return err
		}
		p.strings = map[string]string{} // those of the next kind are others
		for i, g := range some {
			if err := g.group(p, out); err != nil {
				return err
			}
			some[i] = nil
		}
	}
	return nil
}

func (p *pile) gather(from Source, all []gathering) error {
	var kinds []string
	for _, g := range all {
		if g.kind() != "" {
			kinds = append(kinds, g.kind())
		}
	}
	for t, err := range p.numbered(from(kinds...)) {
		if err != nil {
			return err
		}
		for _, g := range all {
			g.take(p, &t)
		}
	}
	return nil
}

// output gathers groups and puts them when there are enough.
type output struct {
	put  func(stemma.Lineup) error
	part stemma.Lineup
}

// enough is how many groups are put at once.
const enough = 1024

// full puts what there is if that is enough.
func (o *output) full() error {
	l := &o.part
	if len(l.Sayings)+len(l.Tallies)+len(l.Happenings)+len(l.Actors)+len(l.Clashes)+len(l.Stories) < enough {
		return nil
	}
	return o.flush()
}

func (o *output) flush() error {
	part := o.part
	o.part = stemma.Lineup{}
	return o.put(part)
}
