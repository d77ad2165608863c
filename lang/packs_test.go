package lang_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stemma/lang"
)

// packFiles gives all files of a kind (“txt”, “rules”) as language/name.
func packFiles(t *testing.T, kind string) []string {
	t.Helper()
	files, err := filepath.Glob("*/*." + kind)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files of the kind %s: %v", kind, err)
	}
	return files
}

// TestSameFiles: what one language has, every language has, so that a finder never
// meets a language in which it knows nothing without saying so.
func TestSameFiles(t *testing.T) {
	of := map[string][]string{}
	for _, kind := range []string{"txt", "rules"} {
		for _, f := range packFiles(t, kind) {
			code, name := filepath.Split(f)
			code = filepath.Base(code)
			of[name] = append(of[name], code)
		}
	}
	for name, codes := range of {
		if !slices.Equal(codes, lang.Codes()) {
			t.Errorf("%s: only in %v, not in all of %v", name, codes, lang.Codes())
		}
	}
}

// TestNothingElse: a pack holds word lists and rules and no other files.
func TestNothingElse(t *testing.T) {
	for _, code := range lang.Codes() {
		entries, err := os.ReadDir(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if ext := filepath.Ext(e.Name()); e.IsDir() || ext != ".txt" && ext != ".rules" {
				t.Errorf("%s/%s: neither a word list nor rules", code, e.Name())
			}
		}
	}
}

// head gives the comment at a file's head, without its marks, and the lines behind it.
func head(t *testing.T, path string) (comment string, rest []string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "\r") || !strings.HasSuffix(string(data), "\n") {
		t.Errorf("%s: lines end in “\\n” alone, the last one too", path)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for len(lines) > 0 && strings.HasPrefix(lines[0], "#") {
		comment += strings.TrimSpace(strings.TrimPrefix(lines[0], "#")) + " "
		lines = lines[1:]
	}
	return comment, lines
}

// TestHeads: every file says at its head what it holds; a word list also says whose it is.
func TestHeads(t *testing.T) {
	for _, f := range append(packFiles(t, "txt"), "months.txt") {
		comment, _ := head(t, f)
		if !strings.Contains(comment, "Source: ") || !strings.Contains(comment, "Licence: ") && !strings.Contains(comment, "Copyright ") {
			t.Errorf("%s: the comment at its head does not say “Source: …” and “Licence: …”", f)
		}
	}
	for _, f := range packFiles(t, "rules") {
		if comment, _ := head(t, f); comment == "" {
			t.Errorf("%s: no comment at its head", f)
		}
	}
}

// TestListsSorted: the phrases of a list stand in the order of their bytes once folded,
// each once, so that two people who add to a list do not add the same thing in two places.
func TestListsSorted(t *testing.T) {
	for _, f := range append(packFiles(t, "txt"), "months.txt") {
		_, lines := head(t, f)
		before := ""
		for _, line := range lines {
			if strings.HasPrefix(line, "#") {
				continue
			}
			if line != strings.TrimSpace(line) || line == "" {
				t.Errorf("%s: %q: no empty lines, no blanks around a line", f, line)
				continue
			}
			phrase, value, hasValue := strings.Cut(line, " = ")
			if hasValue && value == "" || strings.HasSuffix(phrase, "=") && phrase != "=" {
				t.Errorf("%s: %q: “phrase = value”, or the phrase alone", f, line)
			}
			if phrase = lang.Fold(phrase); phrase <= before {
				t.Errorf("%s: %q must not stand behind %q", f, phrase, before)
			}
			before = phrase
		}
	}
}

// TestRules: a rule's ID tells its file and language; it has a title, a version and an
// example (that the example matches is tested where rules are compiled). A rule without
// a pattern tells of a step in Go, so that it can be looked up, too.
func TestRules(t *testing.T) {
	for _, code := range lang.Codes() {
		pack := lang.Load(code)
		for _, name := range pack.RuleFiles() {
			rules := pack.Rules(name)
			if len(rules) == 0 {
				t.Errorf("%s/%s.rules holds no rule", code, name)
			}
			for _, r := range rules {
				prefix := name + "." + code + "."
				rest, ok := strings.CutPrefix(r.ID, prefix)
				if !ok || rest == "" || strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
					t.Errorf("%s/%s.rules: the ID %s is not %s and a name in small letters", code, name, r.ID, prefix)
				}
				if r.Title == "" || r.Since < 1 || len(r.Examples) == 0 {
					t.Errorf("%s: needs title, since and example", r.ID)
				}
			}
		}
	}
}

// TestLoad: a regional code gives the language's pack, an unknown one none, and the same
// pack is given each time.
func TestLoad(t *testing.T) {
	if p := lang.Load("es-CL"); p == nil || p.Code != "es" || p != lang.Load("ES") {
		t.Errorf("es-CL gives %v", p)
	}
	if p := lang.Load("xx"); p != nil {
		t.Errorf("xx gives the pack %s", p.Code)
	}
	if lang.Default().Code != "en" {
		t.Errorf("the default is %s", lang.Default().Code)
	}
	if lang.Default().List("no-such-list").Has("x") || lang.Default().HasList("no-such-list") {
		t.Error("a list that is not there has a phrase")
	}
}
