package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"stemma"
	"stemma/internal/golden"
	"stemma/lang"
)

// goldTexts gives the annotated texts of the project.
func goldTexts(root string) ([]stemma.Article, error) {
	files, err := filepath.Glob(filepath.Join(root, "bench", "gold", "*", "*.txtar"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no texts below %s; name the project's folder with -root", filepath.Join(root, "bench", "gold"))
	}
	var texts []stemma.Article
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		c, err := golden.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		texts = append(texts, c.Article)
	}
	return texts, nil
}

// longestLine is how many bytes a line of JSON may have.
const longestLine = 16 << 20

// fileTexts gives the first articles of a file of JSON Lines, as “stemma add” takes it;
// articles of a language without a pack are left out.
func fileTexts(path string, most int) ([]stemma.Article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var texts []stemma.Article
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, longestLine)
	for len(texts) < most && lines.Scan() {
		var r struct{ ID, Title, Published, Lang, Text string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if lang.Load(r.Lang) == nil {
			continue
		}
		texts = append(texts, stemma.Article{
			ID: stemma.ID(r.ID), TitleText: r.Title, Published: stemma.Date(r.Published), Lang: r.Lang, Text: r.Text,
		})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("%s has no articles in a language that is read; each line needs “text” and “lang”", path)
	}
	return texts, nil
}
