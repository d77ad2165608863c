package kin

// often tells keys that come once from those that come again, in a byte or so for each key:
// it may take one that comes once for another, and never the other way round. Of very many
// texts most seeds come once, and a table of them all would be larger than the texts.
type often struct {
	counts []uint8 // four in a byte
	mask   uint64
}

// newOften is for about so many keys, whose bits are well mixed.
func newOften(keys int) often {
	slots := 1 << 10
	for slots < 4*keys {
		slots *= 2
	}
	return often{make([]uint8, slots/4), uint64(slots - 1)}
}

func (o often) note(key uint64) {
	if at, shift := o.at(key); o.counts[at]>>shift&3 < 2 {
		o.counts[at] += 1 << shift
	}
}

func (o often) again(key uint64) bool {
	at, shift := o.at(key)
	return o.counts[at]>>shift&3 > 1
}

func (o often) at(key uint64) (at uint64, shift uint) {
	key &= o.mask
	return key >> 2, uint(key&3) * 2
}
