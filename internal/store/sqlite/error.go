package sqlite

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"stemma"
)

// explain adds to an error of SQLite what it means for the person, and which of
// Stemma's errors it is.
func explain(err error) error {
	switch full(err) {
	case sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY, sqlite3.SQLITE_READONLY_CANTINIT:
		return fmt.Errorf("the pile was not closed properly and has to be mended; open it once where it can be written: %w (%w)", stemma.ErrInvalid, err)
	}
	switch code(err) {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("another process is writing to the pile; try again when it is done: %w (%w)", stemma.ErrConflict, err)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w (%w)", stemma.ErrDamaged, err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("the pile's file or folder cannot be written; check its permissions: %w (%w)", stemma.ErrInvalid, err)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("the disk is full; what was kept before is safe: %w", err)
	}
	return err
}

// code gives SQLite's primary result code of an error; 0 for other errors.
func code(err error) int { return full(err) & 0xff }

// full gives the extended one, which says more.
func full(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// ignoreBusy drops the error that says that others use the file.
func ignoreBusy(err error) error {
	if c := code(err); c == sqlite3.SQLITE_BUSY || c == sqlite3.SQLITE_LOCKED {
		return nil
	}
	return err
}

// isConstraint reports whether a row was refused because another has its key.
func isConstraint(err error) bool { return code(err) == sqlite3.SQLITE_CONSTRAINT }
