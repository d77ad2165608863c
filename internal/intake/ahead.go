package intake

import (
	"io/fs"
	"runtime"
	"sync"
)

// maxAhead is the size of a file, in bytes, up to which it is read while those before it
// are still being handed on. Larger ones are read in their turn, so that few bytes are held.
const maxAhead = 4 << 20

// ahead reads small files at the same time and hands on what they give in their order.
type ahead struct {
	yield   func(Input, error) bool // the caller's
	workers int
	queue   []chan Input // of the files being read, in order
	over    bool         // the caller wants no more
	stop    chan struct{}
	running sync.WaitGroup
}

// inOrder makes a walk read ahead; what it tells of by itself waits for the files before.
// The function that it gives hands on what is left, and must be called.
func inOrder(w *walk) (end func() bool) {
	a := &ahead{yield: w.yield, workers: runtime.GOMAXPROCS(0), stop: make(chan struct{})}
	w.ahead = a
	w.yield = func(in Input, err error) bool { return a.drain(0) && a.hand(in, err) }
	return func() bool {
		all := a.drain(0)
		close(a.stop)
		a.running.Wait()
		return all
	}
}

// file starts to read a file, when there is room for one more.
func (a *ahead) file(w walk, name string, info fs.FileInfo) bool {
	if !a.drain(a.workers - 1) {
		return false
	}
	out := make(chan Input, 1)
	w.ahead = nil
	w.yield = func(in Input, _ error) bool {
		select {
		case out <- in:
			return true
		case <-a.stop:
			return false
		}
	}
	a.queue = append(a.queue, out)
	a.running.Go(func() {
		defer close(out)
		w.file(name, info)
	})
	return true
}

// drain hands on what the first files give until no more than some are left.
func (a *ahead) drain(left int) bool {
	for !a.over && len(a.queue) > left {
		for in := range a.queue[0] {
			if !a.hand(in, nil) {
				return false
			}
		}
		a.queue = a.queue[1:]
	}
	return !a.over
}

// hand gives an input to the caller, who is never asked again once it wants no more, or
// has panicked.
func (a *ahead) hand(in Input, err error) bool {
	a.over = true
	a.over = !a.yield(in, err)
	return !a.over
}
