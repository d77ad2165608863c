package gazetteer

import (
	"strings"
	"sync/atomic"
)

// memo keeps what was found out about some names, since news names the same places again
// and again: a name has one slot, and the last name that came to a slot has it. It may be
// used from many goroutines, keeps no more names than it has slots, and changes no answer.
type memo[T any] struct {
	slots [memoSlots]atomic.Pointer[remembered[T]]
}

const memoSlots = 1 << 13

type remembered[T any] struct {
	name string
	what T
}

// of gives what is known of a name, or finds it out.
func (m *memo[T]) of(name string, find func(name string) T) T {
	slot := &m.slots[WordHash(name)%memoSlots]
	if r := slot.Load(); r != nil && r.name == name {
		return r.what
	}
	r := &remembered[T]{name: strings.Clone(name)} // the name may be a piece of a long text
	r.what = find(r.name)
	slot.Store(r)
	return r.what
}
