package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"stemma"
)

// lockRetry is how often a lock that another process holds is tried again.
const lockRetry = 20 * time.Millisecond

// lock makes this process the one that writes to the pile, until the lock is let go of: what
// a run derives from all texts together must not be mixed with what another derives. The
// system lets go of it when the process ends, however that ends; the empty file “-lock”
// may then be left, which means nothing.
func lock(ctx context.Context, pile string, wait time.Duration) (*flock.Flock, error) {
	path := pile + "-lock"
	in, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	for {
		l := flock.New(path, flock.SetPermissions(0o666))
		_, err := l.TryLockContext(in, lockRetry)
		switch {
		case ctx.Err() != nil:
			l.Close()
			return nil, ctx.Err()
		case errors.Is(err, context.DeadlineExceeded):
			return nil, fmt.Errorf("another process is writing to the pile; try again when it is done: %w", stemma.ErrConflict)
		case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
			return nil, fmt.Errorf("the pile's folder cannot be written; check its permissions: %w", err)
		case errors.Is(err, syscall.ENOSPC):
			return nil, fmt.Errorf("the disk is full; what was kept before is safe: %w", err)
		case err != nil:
			return nil, err
		}
		if current(l, path) {
			return l, nil
		}
		l.Close() // who held it has taken the file away: that lock is nobody's business
	}
}

// current reports whether the locked file is the one that others find.
func current(l *flock.Flock, path string) bool {
	mine, err1 := l.Stat()
	theirs, err2 := os.Stat(path)
	return err1 == nil && err2 == nil && os.SameFile(mine, theirs)
}

// unlock takes the file away and lets go of the lock. Where an open file cannot be taken
// away it stays.
func unlock(l *flock.Flock) error {
	if l == nil {
		return nil
	}
	os.Remove(l.Path())
	return l.Close()
}
