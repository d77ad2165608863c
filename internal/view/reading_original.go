package view

import (
	"context"
	"fmt"
	"path"

	"stemma"
)

// Original gives the bytes of a page's file as they came in, and a name to keep
// them under.
func (l *Library) Original(ctx context.Context, id stemma.ID) (name string, body []byte, err error) {
	p, err := l.r.Page(ctx, id)
	if err != nil {
		return "", nil, fmt.Errorf("page %s: %w", id, err)
	}
	body, err = l.r.Original(ctx, p.SHA256)
	if err != nil {
		return "", nil, fmt.Errorf("bytes of page %s: %w", id, err)
	}
	return path.Base(p.Path), body, nil
}
