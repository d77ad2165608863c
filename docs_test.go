package stemma

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// markdown gives the pages that people read, by path.
func markdown(t *testing.T) map[string]string {
	t.Helper()
	pages := map[string]string{}
	add := func(path string) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		pages[filepath.ToSlash(path)] = string(data)
	}
	top, _ := filepath.Glob("*.md")
	for _, path := range append(top, filepath.Join("demo", "README.md")) {
		add(path)
	}
	err := filepath.WalkDir("docs", func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".md") {
			add(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// read gives a file of the project.
func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestFilesNamedAreThere: a file or folder that ARCHITECTURE.md or CONTRIBUTING.md names
// in code letters exists.
func TestFilesNamedAreThere(t *testing.T) {
	path := regexp.MustCompile("`([a-zA-Z.][a-zA-Z0-9_./-]*/[a-zA-Z0-9_./-]*)`")
	for _, page := range []string{"ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"} {
		for _, m := range path.FindAllStringSubmatch(read(t, page), -1) {
			if _, err := os.Stat(m[1]); err == nil {
				continue
			}
			if _, err := os.Stat(filepath.Join("internal", m[1])); err != nil {
				t.Errorf("%s names %s, which is not there", page, m[1])
			}
		}
	}
}

// TestLinks: every link of a page to a file of the project leads there, headings too.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	pages := markdown(t)
	for page, text := range pages {
		for _, m := range link.FindAllStringSubmatch(withoutCode(text), -1) {
			if strings.Contains(m[1], "://") || strings.HasPrefix(m[1], "mailto:") {
				continue
			}
			file, heading, _ := strings.Cut(m[1], "#")
			target := page
			if file != "" {
				target = filepath.ToSlash(filepath.Join(filepath.Dir(page), file))
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s: the link %s leads nowhere", page, m[1])
			}
			if heading != "" && !slices.Contains(anchors(pages[target]), heading) {
				t.Errorf("%s: the link %s: no such heading", page, m[1])
			}
		}
	}
}

// withoutCode drops blocks of code, in which nothing is a link.
func withoutCode(text string) string {
	parts := strings.Split(text, "```")
	var b strings.Builder
	for i := 0; i < len(parts); i += 2 {
		b.WriteString(parts[i])
	}
	return b.String()
}

// anchors gives the headings of a page as links name them.
func anchors(text string) []string {
	var list []string
	for line := range strings.Lines(withoutCode(text)) {
		if strings.HasPrefix(line, "#") {
			s := strings.ToLower(strings.TrimSpace(strings.TrimLeft(line, "#")))
			s = regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(s, "")
			list = append(list, strings.ReplaceAll(s, " ", "-"))
		}
	}
	return list
}

// TestDecisions: records are numbered without gaps, and each tells context, choice and
// consequences.
func TestDecisions(t *testing.T) {
	files, _ := filepath.Glob("docs/decisions/0*.md")
	for i, f := range files {
		number := filepath.Base(f)[:4]
		if want := "000" + string(rune('0'+(i+1)%10)); i < 9 && number != want {
			t.Errorf("%s: the number after the last one is %s", f, want)
		}
		text := read(t, f)
		parts := []string{"# " + number + " ", "**Context.**", "**Choice.**", "**Consequences.**"}
		if number == "0009" {
			parts = parts[:1] // a list with a reason in each line
		}
		for _, must := range parts {
			if !strings.Contains(text, must) {
				t.Errorf("%s: “%s” is missing", f, must)
			}
		}
	}
}

// TestNoForeignPaths: no file tells where it lay on somebody's machine.
func TestNoForeignPaths(t *testing.T) {
	foreign := regexp.MustCompile(`(^|[\s"'` + "`" + `(=:])/(home|Users|root|work|tmp|mnt|media)/[A-Za-z0-9._-]+|[A-Z]:\\Users\\`)
	looked := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			top, _, _ := strings.Cut(filepath.ToSlash(path), "/")
			if !slices.Contains(strings.Fields(". .ci bench browsertest cmd demo docs internal lang tools"), top) {
				return filepath.SkipDir // not ours: a pile, pages somebody saved here
			}
			return nil
		}
		if !slices.Contains([]string{".go", ".md", ".txt", ".rules", ".txtar", ".sql", ".tmpl", ".js", ".css", ".html", ".jsonl", ""}, filepath.Ext(path)) {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil || bytes.IndexByte(data, 0) >= 0 {
			return err // a program that was built here
		}
		looked++
		if m := foreign.Find(data); m != nil {
			t.Errorf("%s names %q, a place on one machine", path, m)
		}
		return nil
	})
	if err != nil || looked < 100 {
		t.Errorf("looked at %d files: %v", looked, err)
	}
}
