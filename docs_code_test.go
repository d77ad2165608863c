package stemma

import (
	"go/ast"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestRoomsAreDescribed: ARCHITECTURE.md names every package, on the floor that
// layers_test.go gives it.
func TestRoomsAreDescribed(t *testing.T) {
	rows := map[string]string{} // room → floor
	row := regexp.MustCompile(`(?m)^\| *(\d+) *\|([^|]*)\|`)
	name := regexp.MustCompile("`([^`]+)`")
	for _, m := range row.FindAllStringSubmatch(read(t, "ARCHITECTURE.md"), -1) {
		for _, n := range name.FindAllStringSubmatch(m[2], -1) {
			rows[n[1]] = m[1]
		}
	}
	for _, f := range floors {
		for _, room := range strings.Fields(f.rooms) {
			if room == "." {
				room = module
			}
			want := string(rune('0' + f.floor))
			if rows[room] != want {
				t.Errorf("ARCHITECTURE.md: %s stands on floor %q, layers_test.go says %s", room, rows[room], want)
			}
			delete(rows, room)
		}
	}
	for room := range rows {
		t.Errorf("ARCHITECTURE.md names %s, which layers_test.go does not", room)
	}
}

// TestGlossary: every noun of this package stands in GLOSSARY.md, in its column for code.
// Parts of a noun, such as an Edge of a Family, need no line of their own.
func TestGlossary(t *testing.T) {
	parts := []string{"Named", "Given", "Block", "Role", "Side", "Edge", "Sentence", "Geo", "Meta"}
	glossary := read(t, "GLOSSARY.md")
	found := 0
	for _, noun := range nouns(t) {
		switch {
		case regexp.MustCompile("`" + noun + "(`|\\.)").MatchString(glossary):
			found++
		case !slices.Contains(parts, noun):
			t.Errorf("%s does not stand in GLOSSARY.md", noun)
		}
	}
	if found < 15 {
		t.Errorf("only %d nouns found: does this test look at the right files?", found)
	}
}

// nouns gives the exported structs of this package.
func nouns(t *testing.T) []string {
	var list []string
	for _, s := range sources(t) {
		if s.room != "." {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok && spec.Name.IsExported() {
				if _, ok := spec.Type.(*ast.StructType); ok {
					list = append(list, spec.Name.Name)
				}
			}
			return true
		})
	}
	return list
}

// TestDependencies: every direct dependency has its reason in the decision record.
func TestDependencies(t *testing.T) {
	record := read(t, "docs/decisions/0009-dependencies.md")
	direct := map[string]bool{}
	for _, s := range sources(t) {
		for _, imp := range s.file.Imports {
			if path := strings.Trim(imp.Path.Value, `"`); strings.Contains(strings.SplitN(path, "/", 2)[0], ".") {
				direct[moduleOf(t, path)] = true
			}
		}
	}
	for path := range direct {
		if !strings.Contains(record, "`"+path) {
			t.Errorf("%s is imported, but docs/decisions/0009-dependencies.md does not say why", path)
		}
	}
	if len(direct) < 5 {
		t.Errorf("only %d dependencies found", len(direct))
	}
}

// moduleOf gives the module of go.mod that a package belongs to.
func moduleOf(t *testing.T, pkg string) string {
	best := ""
	for line := range strings.Lines(read(t, "go.mod")) {
		fields := strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "require "))
		if len(fields) >= 2 && (pkg == fields[0] || strings.HasPrefix(pkg, fields[0]+"/")) && len(fields[0]) > len(best) {
			best = fields[0]
		}
	}
	if best == "" {
		t.Errorf("go.mod does not name the module of %s", pkg)
	}
	return best
}
