package concord

import "testing"

func TestWhatComesTwiceIsKnown(t *testing.T) {
	met := newTwice(4000)
	for i := range uint64(4000) {
		met.note(mix(0, i))
		if i%4 == 0 {
			met.note(mix(0, i))
		}
	}
	once := 0
	for i := range uint64(4000) {
		if i%4 == 0 && !met.twice(mix(0, i)) {
			t.Fatalf("key %d came twice and is not known", i)
		}
		if i%4 != 0 && !met.twice(mix(0, i)) {
			once++
		}
	}
	if once < 1000 {
		t.Errorf("%d of 3000 keys are known to come once: too few to spare anything", once)
	}
}
