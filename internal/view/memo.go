package view

import (
	"net/url"
	"sync"

	"stemma/internal/message"
)

// memo keeps what was worked out for the last choices or searches: people turn pages. Who
// gets something out of it must not change it.
type memo[T any] struct {
	mu   sync.Mutex
	kept map[string]T
}

// memoMost is how many choices a memo keeps. When there are more it begins anew.
const memoMost = 16

// byLanguage gives a memo for each language, for what cannot be worded late.
func byLanguage[T any]() map[string]*memo[T] {
	out := map[string]*memo[T]{}
	for _, lang := range message.Languages() {
		out[lang] = &memo[T]{}
	}
	return out
}

// get gives what is kept for a choice, whatever its page, or keeps what from gives.
func (m *memo[T]) get(c Choice, from func() T) T {
	fields := url.Values{}
	for name, value := range c.Fields {
		if value != "" {
			fields.Set(name, value)
		}
	}
	key := fields.Encode()
	if it, ok := m.of(key); ok {
		return it
	}
	it := from()
	m.keep(key, it)
	return it
}

// of gives what is kept under a key.
func (m *memo[T]) of(key string) (it T, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	it, ok = m.kept[key]
	return it, ok
}

// keep keeps something under a key.
func (m *memo[T]) keep(key string, it T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil || len(m.kept) >= memoMost {
		m.kept = map[string]T{}
	}
	m.kept[key] = it
}
