package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/klauspost/compress/zstd"

	"stemma"
)

// The header of every SQLite file (https://www.sqlite.org/fileformat.html).
const (
	magic      = "SQLite format 3\x00"
	headerSize = 100
)

// Open opens the pile in a file, or begins one where there is none. Errors wrap
// [stemma.ErrInvalid] for what is no pile and for a newer one, [stemma.ErrDamaged] for a damaged one,
// [stemma.ErrNotFound] for a missing folder (or file, when ReadOnly), and
// [stemma.ErrConflict] when another process is writing.
func Open(ctx context.Context, path string, opts Options) (*Store, error) {
	steps, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	s, err := open(ctx, path, opts, steps)
	if err != nil {
		return nil, fmt.Errorf("open pile %s: %w", path, explain(err))
	}
	return s, nil
}

func open(ctx context.Context, path string, opts Options, steps fs.FS) (*Store, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	writable, err := look(full, opts.ReadOnly)
	if err != nil {
		return nil, err
	}
	s := &Store{path: path}
	if s.zip, err = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(runtime.GOMAXPROCS(0)), zstd.WithLowerEncoderMem(true), zstd.WithEncoderLevel(zstd.SpeedFastest)); err != nil {
		return nil, err
	}
	if s.unzip, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(1<<30)); err != nil {
		return nil, err
	}
	wait := cmp.Or(opts.Wait, 5*time.Second)
	if writable {
		s.lock, err = lock(ctx, full, wait)
	}
	if writable && err == nil {
		err = s.openWriter(ctx, dsn(full, wait), steps)
	} else if err == nil {
		err = s.openReader(ctx, full, wait, steps)
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// look tells whether the file can be written, and refuses what cannot be a pile
// before SQLite touches it.
func look(path string, readOnly bool) (writable bool, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); err != nil || readOnly {
			return false, fmt.Errorf("there is no such file or folder: %w", stemma.ErrNotFound)
		}
		return true, nil
	case err != nil:
		return false, err
	case info.IsDir():
		return false, fmt.Errorf("it is a folder; give the name of a file in it: %w", stemma.ErrInvalid)
	case !info.Mode().IsRegular():
		return false, fmt.Errorf("it is not a plain file: %w", stemma.ErrInvalid)
	}
	if info.Size() > 0 {
		if header, err := readHeader(path); err != nil {
			return false, err
		} else if !isPile(header) {
			return false, fmt.Errorf("it is not a pile of Stemma; give the name of a pile, or a new name to begin one: %w", stemma.ErrInvalid)
		}
	}
	if readOnly {
		return false, nil
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false, nil // to be read only
	}
	return true, f.Close()
}

// isPile tells a pile by the beginning of its file, so that another program's database
// is not even opened. The mark is there from the first bytes that SQLite writes.
func isPile(header []byte) bool {
	return len(header) == headerSize && string(header[:len(magic)]) == magic &&
		binary.BigEndian.Uint32(header[68:]) == applicationID
}

func readHeader(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	header := make([]byte, headerSize)
	n, err := io.ReadFull(f, header)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return header[:n], err
}

// dsn names the file to the driver, with the settings of every connection.
func dsn(path string, wait time.Duration, more ...string) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	if u.Path[0] != '/' {
		u.Path = "/" + u.Path // C:/…
	}
	name := u.String() + fmt.Sprintf("?_pragma=busy_timeout(%d)&_pragma=temp_store(memory)", wait.Milliseconds())
	for _, m := range more {
		name += "&" + m
	}
	return name
}

// openWriter opens the connection that writes and those that read beside it.
func (s *Store) openWriter(ctx context.Context, name string, steps fs.FS) error {
	c, err := dial(name)
	if err != nil {
		return err
	}
	s.write = c
	// The page size takes effect in a new file only.
	if err := c.script("PRAGMA page_size = 8192; PRAGMA cache_size = -65536"); err != nil {
		return err
	}
	if err := migrate(ctx, c, steps); err != nil {
		return err
	}
	// A commit is on the disk when it returns: FULL costs one sync a batch. The log is folded
	// into the file when it has 64 MB: a page that many batches change is written once.
	if err := c.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8192"); err != nil {
		return err
	}
	if err := c.transaction(ctx, s.learnFields); err != nil {
		return err
	}
	s.read, err = sql.Open("sqlite", name+"&_pragma=query_only(1)")
	if err == nil {
		s.read.SetMaxOpenConns(max(4, runtime.GOMAXPROCS(0)))
		s.read.SetMaxIdleConns(max(4, runtime.GOMAXPROCS(0)))
	}
	return err
}

// openReader opens a pile that is not to be written. Where a crash left the log mode
// on and the folder cannot be written either, SQLite reads the file only when told
// that nobody changes it, which is so if there is no log.
func (s *Store) openReader(ctx context.Context, path string, wait time.Duration, steps fs.FS) error {
	name := dsn(path, wait, "mode=ro")
	err := s.check(ctx, name, steps)
	if err != nil && !errors.Is(err, stemma.ErrInvalid) && !errors.Is(err, stemma.ErrDamaged) && atRest(path) {
		name += "&immutable=1"
		err = s.check(ctx, name, steps)
	}
	if err != nil {
		return err
	}
	s.read, err = sql.Open("sqlite", name)
	return err
}

// check makes sure that the file is a pile of today's layout, and learns its fields.
func (s *Store) check(ctx context.Context, name string, steps fs.FS) error {
	names, err := fs.Glob(steps, "*.sql")
	if err != nil {
		return err
	}
	c, err := dial(name)
	if err != nil {
		return err
	}
	defer c.close()
	have, err := layout(c, len(names))
	if err == nil && have < len(names) {
		err = fmt.Errorf("it was made by an older Stemma (layout %d of %d); make the file writable and open it once to bring it up to date: %w", have, len(names), stemma.ErrInvalid)
	}
	if err != nil {
		return err
	}
	return s.learnFields(c)
}

// atRest reports whether the file is in log mode without anything in its log.
func atRest(path string) bool {
	header, err := readHeader(path)
	if err != nil || len(header) < 20 || binary.BigEndian.Uint16(header[18:]) != 0x0202 {
		return false
	}
	info, err := os.Stat(path + "-wal")
	return errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0
}
