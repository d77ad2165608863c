package sqlite

import (
	"path/filepath"
	"testing"

	"stemma/internal/store"
	"stemma/internal/store/storetest"
)

func TestStore(t *testing.T) {
	open := func(t *testing.T, path string) store.Store {
		s, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	storetest.Run(t, func(t *testing.T) store.Store {
		return open(t, filepath.Join(t.TempDir(), "a pile %41?#.stemma"))
	}, func(t *testing.T, s store.Store) store.Store {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		return open(t, s.(*Store).path)
	})
}
