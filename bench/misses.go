package main

import (
	"fmt"
	"io"
	"path/filepath"

	"stemma/internal/eval"
	"stemma/internal/gazetteer"
	"stemma/internal/read"
)

// misses prints what was missed or found wrongly in one set, for one kind.
func misses(w io.Writer, root, set, kind string) error {
	files, err := filepath.Glob(filepath.Join(root, "bench", "gold", set, "*.txtar"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no gold set %q", set)
	}
	for _, path := range files {
		c, err := annotated(path)
		if err != nil {
			return err
		}
		r := read.Read(&c.Article, gazetteer.Default())
		fmt.Fprintf(w, "== %s\n", filepath.Base(path))
		if err := eval.Misses(w, c, &r, kind); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}
