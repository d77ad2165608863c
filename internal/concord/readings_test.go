package concord

import (
	"iter"
	"testing"

	"stemma"
)

// The source is asked for all texts as often as it is said beforehand.
func TestReadings(t *testing.T) {
	asked := 0
	source := func(...string) iter.Seq2[Text, error] {
		asked++
		return func(yield func(Text, error) bool) {
			yield(Text{&stemma.Article{ID: "a-1"}, &stemma.Reading{}}, nil)
		}
	}
	if _, err := LineUp(source, nil, nil, nil, func(stemma.Lineup) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if asked != Readings(1) {
		t.Errorf("asked %d times, not %d", asked, Readings(1))
	}
}
