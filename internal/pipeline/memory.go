package pipeline

import (
	"math"
	"runtime/debug"
	"runtime/metrics"
)

// Reading a page leaves many times its size behind as garbage, while little of it lives
// on. So the collector may wait until there is five times as much as lives, but only
// while that is little: above roomyLive it works as usual. That takes an eighth off the
// CPU time of adding web pages, for at most half a gigabyte.
const (
	roomyPercent = 400
	roomyLive    = 128 << 20
)

// usualPercent is Go's own setting. Another one was set by a person (GOGC) and stays.
const usualPercent = 100

// roomy makes the collector wait; the function that it gives makes it work as before.
// The setting is the whole process's: of two runs at once the one that ends first ends it.
func roomy() (back func()) {
	before := debug.SetGCPercent(roomyPercent)
	back = func() { debug.SetGCPercent(before) }
	if before != usualPercent {
		back()
	}
	return back
}

// mostHeld is how much memory Go holds before its collector works harder: so that a million
// short texts are lined up within 4 GB. A pile that needs more than that still gets it.
const mostHeld = 3 << 30

// bounded makes the collector keep to mostHeld, unless a person has set a limit (GOMEMLIMIT); the
// function that it gives takes that back.
func bounded() (back func()) {
	before := debug.SetMemoryLimit(-1)
	if before == math.MaxInt64 {
		debug.SetMemoryLimit(mostHeld)
	}
	return func() { debug.SetMemoryLimit(before) }
}

// crowded ends the waiting if much lives.
func crowded(back func()) {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	if metrics.Read(live); live[0].Value.Kind() == metrics.KindUint64 && live[0].Value.Uint64() > roomyLive {
		back()
	}
}

// sparingPercent is half of Go's own setting.
const sparingPercent = 50

// Sparing makes the collector work twice as often, until the function that it gives is called, which
// also gives back what is free: while a large pile is prepared for its screens much is made that does
// not stay, and the peak counts. The setting is the whole process's.
func Sparing() (end func()) {
	before := debug.SetGCPercent(sparingPercent)
	return func() {
		debug.SetGCPercent(before)
		debug.FreeOSMemory()
	}
}
