package pipeline

import (
	"iter"

	"stemma/internal/concord"
)

// course tells how far lining up has come: how many of the texts that a step goes through
// it has read.
type course struct {
	tell      func(Progress)
	told      Progress
	all, done int // texts; one that a step reads twice counts twice
}

// begin says which step comes, and how many texts it goes through.
func (c *course) begin(step string, texts int) {
	c.told.Step, c.told.Percent, c.all, c.done = step, 0, texts, 0
	if c.tell != nil {
		c.tell(c.told)
	}
}

// did notes that one more text was gone through. It tells so once for each percent.
func (c *course) did() {
	c.done++
	if percent := min(100*c.done/max(c.all, 1), 99); percent != c.told.Percent && c.tell != nil {
		c.told.Percent = percent
		c.tell(c.told)
	}
}

// counted gives the same texts, and notes each of them.
func counted[T any](c *course, texts iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for t, err := range texts {
			c.did()
			if !yield(t, err) {
				return
			}
		}
	}
}

// watched gives the same texts, and notes each as often as it is read.
func (c *course) watched(from concord.Source) concord.Source {
	return func(kinds ...string) iter.Seq2[concord.Text, error] { return counted(c, from(kinds...)) }
}
