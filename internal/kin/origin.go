package kin

// origins leads from keys to where each was met first, and to nothing more: of very many keys it
// takes half the room of a [recent].
type origins struct {
	slots []origin
	used  int
}

type origin struct {
	key  uint64
	text int32 // its number, and one more; 0 where the slot is empty
	pos  int32 // of the first word; below zero where the runs around are known, too
}

func newOrigins() *origins { return &origins{slots: make([]origin, 1<<8)} }

// at gives the slot of a key, which is empty when the key is new. It holds until a key is added.
func (o *origins) at(key uint64) *origin {
	mask := uint64(len(o.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if s := &o.slots[i]; s.text == 0 || s.key == key {
			return s
		}
	}
}

// add notes where a key that is new was met.
func (o *origins) add(key uint64, text, pos int32) {
	if pos >= maxPlace {
		return
	}
	if 4*(o.used+1) > 3*len(o.slots) {
		old := o.slots
		o.slots = make([]origin, 2*len(old))
		for i := range old {
			if old[i].text != 0 {
				*o.at(old[i].key) = old[i]
			}
		}
	}
	*o.at(key) = origin{key, text + 1, pos}
	o.used++
}

// found gives where a key was met first, and whether the runs around are known.
func (o *origin) found() (text, pos int32, sided bool) {
	if o.pos < 0 {
		return o.text - 1, ^o.pos, true
	}
	return o.text - 1, o.pos, false
}

// side notes that the runs around are known.
func (o *origin) side() { o.pos = ^o.pos }
