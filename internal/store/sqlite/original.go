package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"stemma"
	"stemma/internal/store"
)

// partSize is how many bytes of a big original lie in one row.
const partSize = 4 << 20

// PutOriginal implements [store.Writer].
func (s *Store) PutOriginal(ctx context.Context, sum string, from io.Reader) error {
	key, err := hex.DecodeString(sum)
	if err != nil || len(key) != sha256.Size {
		return fmt.Errorf("put original %q: no SHA-256: %w", sum, stemma.ErrInvalid)
	}
	known := false
	err = s.first(ctx, "SELECT EXISTS (SELECT 1 FROM original WHERE sha256 = ?)", []any{key}, &known)
	if err != nil || known {
		return err
	}
	return s.transaction(ctx, "put original", func(c *conn) error {
		hash, size, part := sha256.New(), int64(0), make([]byte, partSize)
		for number := int64(0); ; number++ {
			n, err := io.ReadFull(from, part)
			if n > 0 {
				hash.Write(part[:n])
				size += int64(n)
				if err := c.exec("INSERT INTO original_part (sha256, part, bytes) VALUES (?, ?, ?)", key, number, s.squeeze(part[:n])); err != nil {
					return err
				}
			}
			if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				break
			}
			if err = errors.Join(err, ctx.Err()); err != nil {
				return err
			}
		}
		if !bytes.Equal(hash.Sum(nil), key) {
			return fmt.Errorf("original %q: its bytes are others: %w", sum, stemma.ErrInvalid)
		}
		return c.exec("INSERT INTO original (sha256, size) VALUES (?, ?)", key, size)
	})
}

// OpenOriginal implements [store.Reader].
func (s *Store) OpenOriginal(ctx context.Context, sum string) (store.File, error) {
	key, err := hex.DecodeString(sum)
	if err != nil {
		return nil, fmt.Errorf("original %q: %w", sum, stemma.ErrNotFound)
	}
	var size sql.NullInt64
	err = s.first(ctx, "SELECT size FROM original WHERE sha256 = ?", []any{key}, &size)
	if err != nil {
		return nil, fmt.Errorf("original %q: %w", sum, err)
	}
	if size.Valid {
		return store.NewFile(&parts{ctx: ctx, s: s, key: key, size: size.Int64, at: -1}, size.Int64), nil
	}
	body, err := s.Original(ctx, sum)
	if err != nil {
		return nil, err
	}
	return store.NewFile(bytes.NewReader(body), int64(len(body))), nil
}

// parts reads a big original, and holds the part that it read last.
type parts struct {
	ctx  context.Context
	s    *Store
	key  []byte
	size int64
	at   int64 // the number of the part that is held
	held []byte
}

// ReadAt implements [io.ReaderAt], for one reader at a time.
func (p *parts) ReadAt(into []byte, from int64) (n int, err error) {
	for n < len(into) && from < p.size {
		if err := p.hold(from / partSize); err != nil {
			return n, err
		}
		some := copy(into[n:], p.held[from%partSize:])
		n, from = n+some, from+int64(some)
	}
	if n < len(into) {
		return n, io.EOF
	}
	return n, nil
}

func (p *parts) hold(part int64) error {
	if p.at == part {
		return nil
	}
	var b []byte
	err := p.s.first(p.ctx, "SELECT bytes FROM original_part WHERE sha256 = ? AND part = ?", []any{p.key, part}, &b)
	if err == nil {
		b, err = p.s.expand(b)
	}
	if want := min(partSize, p.size-part*partSize); err == nil && int64(len(b)) != want {
		err = fmt.Errorf("it has %d bytes and not %d: %w", len(b), want, stemma.ErrDamaged)
	}
	if err != nil {
		return fmt.Errorf("original %x, part %d: %w", p.key, part, err)
	}
	p.at, p.held = part, b
	return nil
}
