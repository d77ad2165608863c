package view

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// terminal are functions that only what is printed for a terminal calls.
var terminal = []string{"Where", "words", "details", "told", "ageWords", "stated"}

// TestViewsSpeakByMessages: what a view says comes from package message, so that it is said
// in the reader's language. English stands in errors, in what is printed for a terminal, in records
// and in no other function.
func TestViewsSpeakByMessages(t *testing.T) {
	paths, _ := filepath.Glob("*.go")
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, "_text.go") || strings.HasPrefix(path, "record") || path == "print.go" {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && !prints(fn) && !slices.Contains(terminal, fn.Name.Name) {
				look(t, path, fn)
			}
		}
	}
}

// prints reports whether a function writes for a terminal.
func prints(fn *ast.FuncDecl) bool {
	for _, p := range fn.Type.Params.List {
		switch x := p.Type.(type) {
		case *ast.StarExpr:
			if name, ok := x.X.(*ast.Ident); ok && name.Name == "printer" {
				return true
			}
		case *ast.SelectorExpr:
			if x.Sel.Name == "Writer" {
				return true
			}
		}
	}
	return false
}

func look(t *testing.T, path string, fn *ast.FuncDecl) {
	ast.Inspect(fn, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok {
			if s, ok := c.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "Errorf" {
				return false
			}
		}
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		s, _ := strconv.Unquote(lit.Value)
		words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLower(r) && r != ' ' })
		for _, w := range words {
			if strings.Contains(strings.TrimSpace(w), " ") || strings.HasPrefix(w, " ") && len(w) > 2 {
				t.Errorf("%s: %s says %q", path, fn.Name.Name, s)
			}
		}
		return true
	})
}

func TestValueAsked(t *testing.T) {
	for asked, want := range map[string]string{
		"coerce": "coerce", "Force or  restriction": "coerce", "fuerza o restriccion": "coerce", "withdrawal": "retreat", "no such act": "no such act", "": "",
	} {
		if got := ValueAsked("event", asked); got != want {
			t.Errorf("%q: %q, want %q", asked, got, want)
		}
	}
	if got := ValueAsked("measure", "en el hospital"); got != "in_hospital" {
		t.Errorf("%q", got)
	}
}
