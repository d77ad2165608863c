package message_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"stemma/internal/message"
)

// verb is a place for a value in a format.
var verb = regexp.MustCompile(`%[.\d]*[a-z]`)

// wording gives what a string expression of Go says, with “7” for each value that is put
// into it; "" where it is none.
func wording(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			s, _ := strconv.Unquote(e.Value)
			return verb.ReplaceAllString(s, "7")
		}
	case *ast.BinaryExpr:
		if x, y := wording(e.X), wording(e.Y); e.Op == token.ADD && x+y != "" {
			return orValue(x) + orValue(y)
		}
	case *ast.CallExpr:
		if f, ok := e.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "Sprintf" {
			return wording(e.Args[0])
		}
	}
	return ""
}

func orValue(s string) string {
	if s == "" {
		return "7"
	}
	return s
}

// sources gives the Go files of a pattern, without tests.
func sources(t *testing.T, files string) (list []*ast.File) {
	t.Helper()
	paths, _ := filepath.Glob(files)
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, f)
	}
	return list
}

// reasons gives the sentences that a package writes.
func reasons(t *testing.T, files string) (said []string) {
	t.Helper()
	for _, f := range sources(t, files) {
		ast.Inspect(f, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if c, isCall := n.(*ast.CallExpr); isCall {
				f, _ := c.Fun.(*ast.SelectorExpr)
				if id, _ := c.Fun.(*ast.Ident); f != nil && f.Sel.Name == "Errorf" || id != nil && id.Name == "panic" {
					return false
				}
			}
			if !ok || wording(e) == "" {
				return true
			}
			if s := wording(e); strings.Count(s, " ") > 1 {
				said = append(said, s)
			}
			return false
		})
	}
	return said
}

// turned words a reason that speaks for the other text, as kin does.
var turned = strings.NewReplacer(
	"the earlier text", "the later text", "the later text", "the earlier text",
	"the earlier one", "the later one", "the later one", "the earlier one")

// TestEveryReasonIsWorded: what kin and concord give as reasons is worded in Spanish, whichever
// of two texts it speaks for.
func TestEveryReasonIsWorded(t *testing.T) {
	spanish := message.In("es")
	worded := func(s string) {
		if got := spanish.Reason(s); got == s || strings.Contains(got, " text") && !strings.Contains(got, "texto") {
			t.Errorf("%q is worded %q: a message reason.… is missing", s, got)
		}
	}
	for files, least := range map[string]int{"../kin/*.go": 25, "../concord/*.go": 8} {
		said := 0
		for _, s := range reasons(t, files) {
			switch {
			case strings.Count(s, " ") < 3 || strings.HasPrefix(s, ",") || strings.Contains(s, "stemma rebuild"), // a piece of one, or none
				strings.HasPrefix(s, "7 told"), strings.HasPrefix(s, "7 stated"), strings.Contains(s, " · "), strings.HasPrefix(s, "against it"):
				continue
			case strings.HasPrefix(s, "7 7, the later"): // the first is one of these words
				for _, verb := range []string{"published", "reposted", "dated"} {
					worded(verb + s[1:])
					worded("against it: " + turned.Replace(verb+s[1:]))
				}
				continue
			}
			said++
			worded(s)
			if strings.Contains(s, "the later") && !strings.HasPrefix(s, "7 percent") {
				worded("against it: " + turned.Replace(s))
			}
		}
		if said < least {
			t.Errorf("only %d reasons in %s: does the test find them?", said, files)
		}
	}
	for said, want := range map[string]string{
		"published on 2022-03-04, the later text at 18:00 that day":      "publicado el 4 de marzo de 2022; el texto posterior, a las 18:00 de ese día",
		"against it: the earlier text is a repost, though from The Quay": "en contra: el texto anterior es una republicación, aunque de The Quay",
		"against it: published 2022-03-04, the earlier text 2022-03-05":  "en contra: publicado el 4 de marzo de 2022; el texto anterior, el 5 de marzo de 2022",
	} {
		if got := spanish.Reason(said); got != want {
			t.Errorf("%q is worded %q, not %q", said, got, want)
		}
	}
}
