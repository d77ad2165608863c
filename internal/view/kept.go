package view

import (
	"context"
	"sync"

	"stemma/internal/store"
)

// kept is something that is made once. Who asks while it is made waits for it, as long as that
// may take; what could not be made is made anew.
type kept[T any] struct {
	mu     sync.Mutex
	made   bool
	it     T
	making chan struct{} // closed when whoever makes it ends; nil while nobody does
}

func (k *kept[T]) get(ctx context.Context, r store.Reader, from func(context.Context, store.Reader) (T, error)) (it T, err error) {
	for {
		it, made, wait := k.look()
		if made {
			return it, nil
		}
		if wait == nil {
			break
		}
		select {
		case <-wait:
		case <-ctx.Done():
			return it, ctx.Err()
		}
	}
	defer k.release()
	if it, err = from(ctx, r); err == nil {
		it = k.keep(it)
	}
	return it, err
}

// look gives it if it is made; else what to wait for, or nil if the caller is to make it now.
func (k *kept[T]) look() (it T, made bool, wait <-chan struct{}) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.made && k.making == nil {
		k.making = make(chan struct{})
		return it, false, nil
	}
	return k.it, k.made, k.making
}

// claim lets others wait until it is released; false where it is made already, or somebody
// makes it.
func (k *kept[T]) claim() bool {
	_, made, wait := k.look()
	return !made && wait == nil
}

// release lets those who wait look again; whoever has claimed it must do so once or more, nobody else.
func (k *kept[T]) release() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.making != nil {
		close(k.making)
		k.making = nil
	}
}

// keep keeps it, unless another was faster, and gives what is kept.
func (k *kept[T]) keep(it T) T {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.made {
		k.it, k.made = it, true
	}
	return k.it
}

// peek gives it if it is made already, without waiting.
func (k *kept[T]) peek() (it T, made bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.it, k.made
}
