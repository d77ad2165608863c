package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stemma/internal/export"
	"stemma/internal/message"
)

var update = flag.Bool("update", false, "write what the commands print into docs/manual, and docs/rules anew")

const again = "; if that is meant: go test ./cmd/stemma -run 'TestManual|TestRulesPages' -update"

// TestManual runs every command that the manual shows in a block “console”, on the
// example pile: each must do what it is shown to do, which is to succeed and to print
// something where something is shown. The words printed are those of the last -update,
// since every better rule changes them. A page that does not show “stemma add” begins
// with a pile; saved-pages/ holds the example pages.
func TestManual(t *testing.T) {
	pages, err := filepath.Glob("../../docs/manual/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, page := range pages {
		path, err := filepath.Abs(page)
		if err != nil {
			t.Fatal(err)
		}
		example, err := filepath.Abs("../../demo/pile")
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(page), ".md"), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			if err := os.CopyFS("saved-pages", os.DirFS(example)); err != nil {
				t.Fatal(err)
			}
			now := withFormats(shown(t, string(text)))
			if !*update && withFormats(string(text)) != string(text) {
				t.Error("the list of formats is not that of export.Formats" + again)
			}
			if *update {
				if err := os.WriteFile(path, []byte(now), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// A block of commands, with the comment before it that says which list its ID is from:
// <!-- ID: stemma figures --measure deaths --> names the first group that this shows.
var (
	consoleBlock = regexp.MustCompile("(?s)(?:<!-- ID: ([^\n]*) -->\n)?```console\n(.*?)```\n")
	groupID      = regexp.MustCompile(`\b[a-z]-[0-9a-f]{16}\b`)
	listID       = regexp.MustCompile(`\b[lyhcko]-[0-9a-f]{16}\b`)
)

// shown runs all commands of a page and gives the page with what they print now.
func shown(t *testing.T, page string) string {
	if !strings.Contains(page, "$ stemma add") {
		typed(t, "stemma add saved-pages/")
	}
	return consoleBlock.ReplaceAllStringFunc(page, func(block string) string {
		parts := consoleBlock.FindStringSubmatch(block)
		commands := parts[2]
		if parts[1] != "" {
			commands = withID(commands, listID.FindString(typed(t, parts[1])))
		}
		var now strings.Builder
		lines := strings.SplitAfter(commands, "\n")
		for i, line := range lines {
			command, ok := strings.CutPrefix(line, "$ ")
			if !ok {
				continue
			}
			printed := typed(t, strings.TrimSpace(command))
			now.WriteString(line + printed)
			if lines[i+1] != "" && !strings.HasPrefix(lines[i+1], "$ ") && printed == "" {
				t.Errorf("%sprints nothing, but the page shows\n%s", line, lines[i+1])
			}
			if lastCode != exitOK {
				t.Errorf("%sends with exit code %d\n%s", line, lastCode, printed)
			}
		}
		return strings.Replace(block, parts[2], now.String(), 1)
	})
}

// withFormats puts the list of formats in its place on a page, if the page has one.
func withFormats(page string) string {
	const begin, end = "<!-- formats -->\n", "<!-- end of formats -->\n"
	before, rest, ok := strings.Cut(page, begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return page
	}
	var b strings.Builder
	b.WriteString("| `--format` | what it is | good for |\n| --- | --- | --- |\n")
	english := message.In("en")
	for _, f := range export.Formats {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.Name, f.Title(english), strings.TrimPrefix(f.For(english), "for "))
	}
	return before + begin + b.String() + end + after
}

// withID puts an ID of today into the commands that name one of the day of writing.
func withID(commands, id string) string {
	for line := range strings.Lines(commands) {
		if old := groupID.FindString(line); old != "" && strings.HasPrefix(line, "$ ") {
			commands = strings.ReplaceAll(commands, old, id)
		}
	}
	return commands
}

var lastCode int // what “echo $?” tells

// typed does what a shell would do with a line, as far as the manual needs it: words in
// quotation marks, “> FILE”, “| head -N”, “| tail -N”, “echo $?”.
func typed(t *testing.T, line string) string {
	t.Helper()
	if line == "echo $?" {
		return fmt.Sprintln(lastCode)
	}
	words := shellWords(line)
	first, last, file := -1, -1, ""
	if i := slices.Index(words, "|"); i > 0 && len(words) == i+3 {
		n, err := strconv.Atoi(strings.TrimPrefix(words[i+2], "-"))
		switch {
		case err == nil && words[i+1] == "head":
			first = n
		case err == nil && words[i+1] == "tail":
			last = n
		default:
			t.Fatalf("%s: only head and tail are understood", line)
		}
		words = words[:i]
	}
	if i := slices.Index(words, ">"); i > 0 && len(words) == i+2 {
		file, words = words[i+1], words[:i]
	}
	if words[0] != "stemma" {
		t.Fatalf("%s: the manual shows commands of stemma only", line)
	}
	var out, errs bytes.Buffer
	lastCode = run(context.Background(), words[1:], &out, &errs)
	printed := out.String()
	if file != "" {
		if err := os.WriteFile(file, out.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		printed = ""
	}
	folder, _ := os.Getwd()
	printed = strings.ReplaceAll(printed+errs.String(), folder+string(filepath.Separator), "")
	lines := strings.SplitAfter(strings.TrimSuffix(printed, "\n"), "\n")
	switch {
	case first >= 0 && len(lines) > first:
		printed = strings.Join(lines[:first], "")
	case last >= 0 && len(lines) > last:
		printed = strings.Join(lines[len(lines)-last:], "") + "\n"
	}
	return printed
}

// shellWords cuts a line into words; quotation marks hold words together.
func shellWords(line string) []string {
	var words []string
	word, inWord, mark := "", false, rune(0)
	for _, r := range line + " " {
		switch {
		case mark == 0 && (r == '\'' || r == '"'):
			mark, inWord = r, true
		case r == mark && mark != 0:
			mark = 0
		case mark == 0 && r == ' ':
			if inWord {
				words = append(words, word)
			}
			word, inWord = "", false
		default:
			word, inWord = word+string(r), true
		}
	}
	return words
}

// TestRulesPages: docs/rules holds what “stemma rules” prints.
func TestRulesPages(t *testing.T) {
	folder := "../../docs/rules"
	want := map[string]string{}
	print := func(page string, args ...string) {
		var out, errs bytes.Buffer
		if code := run(context.Background(), append([]string{"rules"}, args...), &out, &errs); code != exitOK {
			t.Fatalf("stemma rules %v: exit code %d, %s", args, code, &errs)
		}
		want[page] = out.String()
	}
	print("README.md")
	print("person.md", "person")
	for _, f := range ruleFiles() {
		print(f.name()+".md", f.name())
	}
	if *update {
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	there, _ := filepath.Glob(folder + "/*.md")
	for _, path := range there {
		if _, ok := want[filepath.Base(path)]; ok {
			continue
		}
		if *update {
			os.Remove(path)
		} else {
			t.Errorf("%s: no such file of rules any more%s", path, again)
		}
	}
	for page, text := range want {
		path := filepath.Join(folder, page)
		if *update {
			if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Errorf("docs/rules/%s is not what “stemma rules” prints%s", page, again)
		}
	}
}
