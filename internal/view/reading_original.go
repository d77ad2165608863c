package view

import (
	"context"
	"fmt"
	"io"
	"path"

	"stemma"
)

// Original gives the bytes of a page's file as they came in, how many they are, and a name
// to keep them under.
func (l *Library) Original(ctx context.Context, id stemma.ID) (name string, size int64, body io.ReadCloser, err error) {
	p, err := l.r.Page(ctx, id)
	if err != nil {
		return "", 0, nil, fmt.Errorf("page %s: %w", id, err)
	}
	f, err := l.r.OpenOriginal(ctx, p.SHA256)
	if err != nil {
		return "", 0, nil, fmt.Errorf("bytes of page %s: %w", id, err)
	}
	return path.Base(p.Path), f.Size(), f, nil
}
