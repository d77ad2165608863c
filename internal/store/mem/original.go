package mem

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"stemma"
	"stemma/internal/store"
)

// PutOriginal implements [store.Writer].
func (s *Store) PutOriginal(ctx context.Context, sum string, from io.Reader) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.originals[sum]; known {
		return ctx.Err()
	}
	body, err := io.ReadAll(from)
	if got := sha256.Sum256(body); err == nil && hex.EncodeToString(got[:]) != sum {
		err = fmt.Errorf("its bytes are others: %w", stemma.ErrInvalid)
	}
	if err != nil {
		return fmt.Errorf("put original %q: %w", sum, err)
	}
	s.changes++
	s.originals[sum] = body
	return nil
}

// OpenOriginal implements [store.Reader].
func (s *Store) OpenOriginal(ctx context.Context, sum string) (store.File, error) {
	body, err := s.Original(ctx, sum)
	if err != nil {
		return nil, err
	}
	return store.NewFile(bytes.NewReader(body), int64(len(body))), nil
}
