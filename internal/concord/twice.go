package concord

// twice tells keys that come once from those that come again, in a byte or two for each
// key: it may take one that comes once for another, and never the other way round. What is
// found under a key that comes once is found by nobody, so that it need not be kept.
type twice []uint8

// newTwice is for about so many keys.
func newTwice(keys int) twice {
	size := 1 << 10
	for size < 2*keys {
		size *= 2
	}
	return make(twice, size)
}

func (t twice) note(hash uint64) {
	if n := &t[hash&uint64(len(t)-1)]; *n < 2 {
		*n++
	}
}

func (t twice) twice(hash uint64) bool { return t[hash&uint64(len(t)-1)] > 1 }

// mix makes one number of two, whose bits say nothing of either (the finaliser of
// splitmix64, Steele, Lea and Flood 2014).
func mix(a, b uint64) uint64 {
	x := a*0x9e3779b97f4a7c15 + b + 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
