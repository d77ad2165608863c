package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"stemma"
	"stemma/bench/gold"
	"stemma/internal/eval"
	"stemma/internal/gazetteer"
	"stemma/internal/golden"
	"stemma/internal/read"
	"stemma/internal/view"
)

// annotatedText is an annotated text with where it is from: its folder and file.
type annotatedText struct {
	set, name string
	*golden.Case
}

// annotatedTexts reads the annotated texts in the files and below the folders named, in
// order of their paths; those that come with the program when none are named.
func annotatedTexts(paths []string) ([]annotatedText, error) {
	if len(paths) == 0 {
		return goldTexts()
	}
	files, err := annotatedFiles(paths)
	if err != nil {
		return nil, err
	}
	var out []annotatedText
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		c, err := golden.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w: %w", file, err, stemma.ErrInvalid)
		}
		out = append(out, annotatedText{filepath.Base(filepath.Dir(file)), filepath.Base(file), c})
	}
	return out, nil
}

// goldTexts gives the annotated texts that come with the program.
func goldTexts() ([]annotatedText, error) {
	names, err := fs.Glob(gold.Texts(), "*/*.txtar")
	if err != nil {
		return nil, err
	}
	var out []annotatedText
	for _, name := range names {
		data, err := fs.ReadFile(gold.Texts(), name)
		if err != nil {
			return nil, err
		}
		c, err := golden.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, annotatedText{path.Dir(name), path.Base(name), c})
	}
	return out, nil
}

// annotatedFiles gives the files named and those below the folders named, in order.
func annotatedFiles(paths []string) ([]string, error) {
	var files []string
	for _, p := range paths {
		err := filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && (path == p || filepath.Ext(path) == ".txtar") {
				files = append(files, path)
			}
			return err
		})
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no file or folder %s: %w", p, stemma.ErrNotFound)
		}
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(files)
	files = slices.Compact(files)
	if len(files) == 0 {
		return nil, fmt.Errorf("no annotated texts (.txtar) in %s; “stemma golden” prints one to correct: %w", strings.Join(paths, ", "), stemma.ErrNotFound)
	}
	return files, nil
}

// labelled gives the annotated texts as they are read by this version, for the screens.
// They are read when they are first asked for, and once.
func labelled(paths []string) func() (view.Labelled, error) {
	return sync.OnceValues(func() (view.Labelled, error) {
		v := view.Labelled{Paths: paths}
		texts, err := annotatedTexts(paths)
		if err != nil {
			return v, err
		}
		for _, t := range texts {
			r := read.Read(&t.Article, gazetteer.Default())
			j, err := eval.Judge(t.set, t.name, t.Case, &r)
			if err != nil {
				return v, fmt.Errorf("%s/%s: %w: %w", t.set, t.name, err, stemma.ErrInvalid)
			}
			j.Kept = len(paths) == 0 && t.set == gold.Held
			v.Texts = append(v.Texts, j)
		}
		return v, nil
	})
}
