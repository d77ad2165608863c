package view

import (
	"net/url"
	"sync"

	"stemma/internal/message"
)

// memo keeps what was worked out for the last choices: people turn pages of one list. Who
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
	m.mu.Lock()
	it, ok := m.kept[key]
	m.mu.Unlock()
	if ok {
		return it
	}
	it = from()
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil || len(m.kept) >= memoMost {
		m.kept = map[string]T{}
	}
	m.kept[key] = it
	return it
}
