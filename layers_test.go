package stemma

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// floors are the storeys of the house: a package imports only from lower ones; packages
// of one floor are strangers. ARCHITECTURE.md says what each may know.
var floors = []struct {
	floor int
	rooms string
}{
	{0, "."},
	{1, "lang internal/borrowed internal/message internal/golden internal/gazetteer internal/mend internal/outline demo bench/gold"},
	{2, "internal/text internal/score internal/golden/goldentest internal/gazetteer/generate internal/outline/generate"},
	{3, "internal/rule internal/eval internal/read/age internal/clip/readable"},
	{4, "internal/read/name internal/read/when internal/read/place internal/clip/html internal/clip/docx internal/clip/feed internal/clip/markdown internal/clip/pdf internal/intake/warc internal/intake/mail"},
	{5, "internal/read/quote internal/read/figure internal/read/event internal/read/victim"},
	{6, "internal/intake internal/clip internal/read internal/kin internal/concord internal/store"},
	{7, "internal/pipeline internal/view internal/store/mem internal/store/sqlite internal/store/storetest internal/web/chart internal/web/openapi internal/watch/fetch internal/watch/change"},
	{8, "internal/web internal/export internal/view/viewtest internal/watch internal/watch/send bench/copies bench/measure bench/press"},
	{9, "cmd/stemma bench bench/speed bench/copyspeed bench/readspeed bench/crash bench/screens bench/touch"},
}

// doors say who alone may enter a room, where floors would let in more.
var doors = []struct{ room, callers string }{
	{"internal/store", "internal/store/mem internal/store/sqlite internal/store/storetest internal/pipeline internal/view internal/view/viewtest cmd/stemma bench bench/copyspeed bench/screens bench/touch"},
	{"internal/web/openapi", "internal/web"},
	{"internal/store/sqlite", "cmd/stemma bench bench/speed bench/copyspeed bench/screens bench/touch"},
	{"internal/store/mem", "cmd/stemma bench internal/view/viewtest"},
	{"internal/pipeline", "cmd/stemma bench bench/speed bench/copyspeed bench/screens bench/touch"},
	{"internal/read/quote", "internal/read"},
	{"internal/read/victim", "internal/read"},
	{"internal/read/age", "internal/read/name internal/read/victim"},
	{"internal/read/figure", "internal/read"},
	{"internal/read/event", "internal/read"},
	{"internal/read/name", "internal/read"},
	{"internal/read/place", "internal/read"},
	{"internal/read/when", "internal/read"},
	{"internal/clip/html", "internal/clip internal/intake"},
	{"internal/clip/readable", "internal/clip/html"},
	{"internal/clip/docx", "internal/intake"},
	{"internal/clip/feed", "internal/intake internal/watch"},
	{"internal/clip/markdown", "internal/intake"},
	{"internal/clip/pdf", "internal/intake"},
	{"internal/intake/warc", "internal/intake"},
	{"internal/intake/mail", "internal/intake"},
	{"internal/kin", "internal/pipeline cmd/stemma bench bench/copies bench/copyspeed"},
	{"internal/concord", "internal/pipeline bench"},
	{"internal/watch", "cmd/stemma"},
	{"internal/watch/fetch", "internal/watch cmd/stemma"},
	{"internal/watch/send", "cmd/stemma"},
	{"internal/watch/change", "internal/watch/send cmd/stemma"},
	{"internal/outline", "internal/web/chart"},
	{"internal/gazetteer", "internal/gazetteer/generate internal/read internal/read/place internal/read/name internal/pipeline cmd/stemma bench bench/readspeed"},
}

// banned are imports that only the rooms named may have: the world stays outside the
// steps.
var banned = []struct{ path, allowed string }{
	{"net/http", "internal/web internal/watch internal/watch/fetch internal/watch/send cmd/stemma bench/screens"},
	{"net", "internal/web internal/watch/fetch internal/watch/send cmd/stemma"},
	{"net/smtp", "internal/watch/send"},
	{"net/rpc", ""},
	{"net/http/httputil", ""},
	{"crypto/tls", "internal/watch/send"},
	{"os", "cmd/stemma bench bench/speed bench/copyspeed bench/readspeed bench/crash bench/measure bench/screens bench/touch internal/store/sqlite internal/gazetteer/generate internal/outline/generate internal/golden/goldentest"},
	{"os/exec", "cmd/stemma bench bench/crash"},
	{"math/rand", ""},
	{"math/rand/v2", "internal/store/storetest bench/copies bench/copyspeed bench/crash bench/press"},
	{"database/sql", "internal/store/sqlite"},
	{"html/template", "internal/web internal/export"},
	{"text/template", ""},
	{"unsafe", ""},
	{"regexp", "bench bench/screens"},
}

const module = "stemma"

// source is one Go file of the project that is not a test.
type source struct {
	room string
	file *ast.File
	path string
}

func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			nested := false
			if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil && path != "." {
				nested = true // another module keeps its own house
			}
			if nested || d.Name() == "testdata" || path != "." && strings.HasPrefix(d.Name(), ".") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		all = append(all, source{filepath.ToSlash(filepath.Dir(path)), f, path})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func floorOf(room string) int {
	for _, f := range floors {
		if slices.Contains(strings.Fields(f.rooms), room) {
			return f.floor
		}
	}
	return -1
}

func TestFloors(t *testing.T) {
	for _, s := range sources(t) {
		floor := floorOf(s.room)
		if floor < 0 {
			t.Errorf("%s: the package has no floor in layers_test.go", s.path)
			continue
		}
		for _, imp := range s.file.Imports {
			path, _ := strconv.Unquote(imp.Path.Value)
			if path != module && !strings.HasPrefix(path, module+"/") {
				checkOutside(t, s, path)
				continue
			}
			room := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
			if room == "" {
				room = "."
			}
			if other := floorOf(room); other >= floor {
				t.Errorf("%s (floor %d) imports %s (floor %d): imports go down only", s.path, floor, path, other)
			}
			for _, d := range doors {
				if d.room == room && !slices.Contains(strings.Fields(d.callers), s.room) {
					t.Errorf("%s imports %s: only %s may", s.path, path, d.callers)
				}
			}
		}
	}
}

func checkOutside(t *testing.T, s source, path string) {
	for _, b := range banned {
		if b.path == path && !slices.Contains(strings.Fields(b.allowed), s.room) {
			t.Errorf("%s imports %s: only these may: %s", s.path, path, b.allowed)
		}
	}
	if s.room == "." && strings.Contains(path, ".") {
		t.Errorf("%s imports %s: the nouns need the standard library only", s.path, path)
	}
}

// Every room stands on a floor that exists, every floor's rooms exist.
func TestFloorsAreReal(t *testing.T) {
	rooms := map[string]bool{}
	for _, s := range sources(t) {
		rooms[s.room] = true
	}
	for _, f := range floors {
		for _, room := range strings.Fields(f.rooms) {
			if files, _ := filepath.Glob(filepath.Join(filepath.FromSlash(room), "*.go")); !rooms[room] && len(files) == 0 {
				t.Errorf("floor %d names %s, which is not there", f.floor, room)
			}
		}
	}
}

// A step's result hangs on its arguments alone: no clock.
func TestNoClockInSteps(t *testing.T) {
	for _, s := range sources(t) {
		if floor := floorOf(s.room); floor > 6 {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && (sel.Sel.Name == "Now" || sel.Sel.Name == "Since") {
				t.Errorf("%s: time.%s in a step", s.path, sel.Sel.Name)
			}
			return true
		})
	}
}

// Every package says what it is, and every exported name what it means.
func TestComments(t *testing.T) {
	documented := map[string]bool{}
	rooms := map[string]string{}
	for _, s := range sources(t) {
		rooms[s.room] = s.path
		if s.file.Doc != nil {
			documented[s.room] = true
		}
		for _, d := range s.file.Decls {
			checkComment(t, s, d)
		}
	}
	for room, path := range rooms {
		if !documented[room] {
			t.Errorf("%s: the package has no comment", path)
		}
	}
}

func checkComment(t *testing.T, s source, d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) && d.Name.Name != "String" {
			t.Errorf("%s: %s has no comment", s.path, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				if spec.Name.IsExported() && d.Doc == nil && spec.Doc == nil && spec.Comment == nil {
					t.Errorf("%s: %s has no comment", s.path, spec.Name.Name)
				}
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					if name.IsExported() && d.Doc == nil && spec.Doc == nil && spec.Comment == nil {
						t.Errorf("%s: %s has no comment", s.path, name.Name)
					}
				}
			}
		}
	}
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return true
	}
	x := d.Recv.List[0].Type
	for {
		switch y := x.(type) {
		case *ast.StarExpr:
			x = y.X
		case *ast.IndexExpr:
			x = y.X
		case *ast.Ident:
			return y.IsExported()
		default:
			return false
		}
	}
}

// JSON tags stand only where views and exports are made.
func TestTags(t *testing.T) {
	for _, s := range sources(t) {
		if s.room == "internal/view" || s.room == "internal/export" || s.room == "internal/intake" || s.room == "internal/gazetteer/generate" || s.room == "internal/outline/generate" || s.room == "bench" || s.room == "internal/watch/send" || s.room == "internal/web/openapi" {
			continue // intake reads other people's JSON, and send writes it for them
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if f, ok := n.(*ast.Field); ok && f.Tag != nil && strings.Contains(f.Tag.Value, "json:") {
				t.Errorf("%s: json tag %s", s.path, f.Tag.Value)
			}
			return true
		})
	}
}

// No word of a human language stands in a finder or in clip: it belongs into lang/.
func TestNoLanguageInSteps(t *testing.T) {
	for _, s := range sources(t) {
		if !strings.HasPrefix(s.room, "internal/read") && s.room != "internal/clip" && s.room != "internal/concord" && s.room != "internal/kin" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			v, _ := strconv.Unquote(lit.Value)
			for _, r := range v {
				if r >= 'À' && r <= 'ÿ' && r != '×' && r != '÷' {
					t.Errorf("%s: accented string %s", s.path, lit.Value)
					break
				}
			}
			return true
		})
	}
}
