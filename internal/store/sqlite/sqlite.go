// Package sqlite keeps a pile in one SQLite file.
//
// It takes and gives what package store says. It promises what every keeper does,
// and besides:
//
//   - A batch that Put has acknowledged is in the file, whatever happens to the
//     process or the machine afterwards; one that it has not is not there at all.
//   - While a pile is open for writing, SQLite's write-ahead log stands beside the
//     file (“-wal”, “-shm”). Close folds it back in and leaves ONE file, which can be
//     copied, sent, and read from a medium that cannot be written. After a crash the
//     log stays; it belongs to the pile until the pile is opened and closed again.
//   - A pile opened by a newer Stemma than made it is brought up to date, step by
//     step; one made by a newer Stemma is refused, as is a file that is no pile.
//   - One process has the pile open for writing, while others read. Who would be the
//     second waits a little, then gets an error that wraps [stemma.ErrConflict]. The file
//     “-lock” says who it is; one that a crash has left behind means nothing.
//
// Lists leave the texts where they are. Search is ordered by place, not by rank, and
// finds sentences that begin within the first 4 million of an article. It does not
// check what findings say, and makes none.
package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"time"

	"github.com/gofrs/flock"
	"github.com/klauspost/compress/zstd"

	"stemma"
	"stemma/internal/store"
)

// Options say how a pile is opened. The zero Options are good.
type Options struct {
	// ReadOnly opens an existing pile for reading only. A file that cannot be
	// written is opened so in any case.
	ReadOnly bool
	// Wait is how long to wait for another process that writes; 0 means 5 seconds.
	Wait time.Duration
}

// Store is an open pile. It is safe for readers and writers at once: writers take
// turns, readers see the last batch that was kept whole.
type Store struct {
	path   string
	read   *sql.DB
	packer *packer
	zip    *zstd.Encoder
	unzip  *zstd.Decoder
	large  largeTexts

	lock *flock.Flock // nil when read-only

	mu    sync.Mutex // held by the one writer
	write *conn      // nil when read-only

	plans sync.Map // SQL → *sql.Stmt of read
}

var _ store.Store = (*Store)(nil)

// ReadOnly reports whether the pile was opened for reading only.
func (s *Store) ReadOnly() bool { return s.write == nil }

// Close folds the log into the pile's file and lets go of it.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	if s.read != nil {
		errs = append(errs, s.read.Close())
	}
	if s.write != nil && s.read != nil { // not where Open failed: it may be no pile
		errs = append(errs, s.write.settle())
	}
	if s.write != nil {
		errs = append(errs, s.write.close())
		s.write = nil
	}
	errs = append(errs, unlock(s.lock))
	s.lock = nil
	s.unzip.Close()
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("close pile %s: %w", s.path, explain(err))
	}
	return nil
}

// changed counts the writes of a pile, for [Store.State].
func changed(c *conn) error { return c.raise("changes") }

// grounded counts the writes that may change what [Store.Ground] names.
func grounded(c *conn) error { return c.raise("ground") }

// raise adds one to a counter of writes.
func (c *conn) raise(counter string) error {
	return c.exec("INSERT INTO state (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1", counter)
}

// Ground implements [store.Reader].
func (s *Store) Ground(ctx context.Context) (string, error) { return s.counter(ctx, "ground") }

// State implements [store.Reader]: it is how many writes the pile has seen.
func (s *Store) State(ctx context.Context) (string, error) { return s.counter(ctx, "changes") }

// counter gives a counter of writes.
func (s *Store) counter(ctx context.Context, name string) (string, error) {
	var n int64
	if err := s.first(ctx, "SELECT coalesce((SELECT value FROM state WHERE name = ?), 0)", []any{name}, &n); err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return strconv.FormatInt(n, 10), nil
}

// transaction runs do with the writing connection: all of it is kept, or nothing.
func (s *Store) transaction(ctx context.Context, what string, do func(c *conn) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.write == nil {
		return fmt.Errorf("%s: the pile %s is open for reading only: %w", what, s.path, stemma.ErrInvalid)
	}
	err := ctx.Err()
	if err == nil {
		err = s.write.transaction(ctx, func(c *conn) error { return cmp.Or(do(c), changed(c)) })
	}
	if err != nil {
		return fmt.Errorf("%s: %w", what, explain(err))
	}
	return nil
}
