package view

import (
	"testing"

	"stemma"
)

// The forms of one saying are shown together, however many quotations a screen shows.
func TestSayingsAreNotCut(t *testing.T) {
	viral, other := &stemma.Saying{ID: "y-1"}, &stemma.Saying{ID: "y-2"}
	q := &quotes{}
	var rows []int32
	for i, g := range []*stemma.Saying{nil, viral, viral, viral, nil, nil, other, other} {
		q.list = append(q.list, uttered{saying: g})
		rows = append(rows, int32(i))
	}
	for n, want := range []int{0, 1, 4, 5, 6, 8, 8} {
		if got := q.first(rows, n); got != want {
			t.Errorf("the first %d utterances end at %d, want %d", n, got, want)
		}
	}
	for end, want := range []int{0, 1, 4, 4, 4, 5, 6, 8, 8} {
		if got := q.whole(rows, end); got != want {
			t.Errorf("a cut at %d is moved to %d, want %d", end, got, want)
		}
	}
	for range 3 * mostForms {
		q.list = append(q.list, uttered{saying: other})
		rows = append(rows, int32(len(rows)))
	}
	if got := q.first(rows, 5); got != 7+mostForms {
		t.Errorf("a saying of very many forms is cut at %d", got)
	}
}
