package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"stemma"
	"stemma/internal/watch"
)

// TestMemory: what is remembered comes back; of two that remember at once the second is
// told, and nothing of the first is lost; what is damaged is refused.
func TestMemory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.stemma.watch")
	one, two := memory{path: path}, memory{path: path}
	s, err := one.load()
	if err != nil {
		t.Fatal(err)
	}
	other, err := two.load()
	if err != nil {
		t.Fatal(err)
	}
	s.Feeds["https://tal.example/feed"] = &watch.Feed{ETag: "1"}
	if err := one.save(s); err != nil {
		t.Fatal(err)
	}
	if err := one.save(s); err != nil {
		t.Errorf("saved again: %v", err)
	}
	other.Pending = "x"
	if err := two.save(other); !errors.Is(err, stemma.ErrConflict) {
		t.Errorf("two at once: %v", err)
	}
	again := memory{path: path}
	if got, err := again.load(); err != nil || got.Pending != "" || got.Feeds["https://tal.example/feed"].ETag != "1" {
		t.Errorf("read again: %+v, %v", got, err)
	}
	if err := os.WriteFile(path, []byte(`{"Feeds":7}`), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := again.load(); !errors.Is(err, stemma.ErrInvalid) {
		t.Errorf("a damaged one: %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("beside it stands %v", left)
	}
}

// What is left of a watch that was killed when all was in the pile is tidied away; what
// another watch has just written stays.
func TestMemoryTidies(t *testing.T) {
	m := memory{path: filepath.Join(t.TempDir(), "p.stemma.watch")}
	old, fresh := watch.Batch{Archive: []byte("old")}, watch.Batch{Archive: []byte("fresh")}
	for _, c := range []struct {
		lies  watch.Batch
		state watch.State
		stays bool
	}{
		{old, watch.State{Added: old.Name(time.Time{})}, false},
		{fresh, watch.State{Added: old.Name(time.Time{})}, true},
		{old, watch.State{Pending: old.Name(time.Time{})}, true},
		{fresh, watch.State{}, true},
	} {
		if err := os.WriteFile(m.archive(), c.lies.Archive, 0o666); err != nil {
			t.Fatal(err)
		}
		m.tidy(c.state)
		if _, err := os.Stat(m.archive()); (err == nil) != c.stays {
			t.Errorf("%s with %+v: %v", c.lies.Archive, c.state, err)
		}
	}
}
