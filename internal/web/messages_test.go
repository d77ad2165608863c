package web_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	template "text/template/parse"
	"unicode"

	"golang.org/x/net/html"

	"stemma/internal/message"
)

// asked is one use of a message: its ID, or its beginning or end, and the values it is given.
type asked struct {
	where, id string
	values    []string
}

// uses gives all uses of messages in templates and in Go, and all strings that stand there.
func uses(t *testing.T) (said, terms []asked, literals map[string]bool) {
	t.Helper()
	literals = map[string]bool{}
	note := func(where, name string, args []string) {
		switch {
		case len(args) == 0 || args[0] == "":
		case strings.EqualFold(name, "say") || strings.EqualFold(name, "rich"):
			u := asked{where: where, id: args[0]}
			for i := 1; i < len(args); i += 2 {
				u.values = append(u.values, args[i])
			}
			said = append(said, u)
		case strings.EqualFold(name, "term"):
			terms = append(terms, asked{where: where, id: args[0]})
		}
	}
	for path, trees := range templates(t) {
		for _, tree := range trees {
			walk(tree.Root, func(n template.Node) {
				if s, ok := n.(*template.StringNode); ok {
					literals[s.Text] = true
				}
				c, ok := n.(*template.CommandNode)
				if !ok {
					return
				}
				var args []string
				for _, a := range c.Args[1:] {
					s, _ := a.(*template.StringNode)
					if s == nil {
						s = &template.StringNode{}
					}
					args = append(args, s.Text)
				}
				note(path, c.Args[0].String(), args)
			})
		}
	}
	for _, dir := range []string{".", "chart", "../view", "../message", "../export", "../../cmd/stemma"} {
		paths, _ := filepath.Glob(dir + "/*.go")
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				for s := range strings.SplitSeq(literal(n), "/") { // “nav.registers/nav.votes”
					literals[s] = true
				}
				c, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				if f, ok := c.Fun.(*ast.SelectorExpr); ok && c.Ellipsis == token.NoPos {
					var args []string
					for _, a := range c.Args {
						args = append(args, literal(a))
					}
					note(path, f.Sel.Name, args)
				}
				return true
			})
		}
	}
	return said, terms, literals
}

// literal gives the string that a node of Go is; "" for any other.
func literal(n ast.Node) string {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, _ := strconv.Unquote(lit.Value)
	return s
}

// TestEveryMessageIsThere: what a screen asks for is in the files, and gets the values that
// it has a place for.
func TestEveryMessageIsThere(t *testing.T) {
	english := message.In("en")
	ids := english.IDs()
	said, terms, literals := uses(t)
	if len(said) < 200 || len(terms) < 10 {
		t.Fatalf("only %d messages and %d terms are used", len(said), len(terms))
	}
	for _, u := range said {
		if strings.HasSuffix(u.id, ".") {
			continue // the beginning of one
		}
		if !slices.Contains(ids, u.id) {
			t.Errorf("%s: there is no message %s in internal/message/en.txt", u.where, u.id)
			continue
		}
		for _, name := range english.Values(u.id) {
			if !slices.Contains(u.values, name) {
				t.Errorf("%s: the message %s is not given {%s}", u.where, u.id, name)
			}
		}
	}
	for s := range literals {
		list, name, ok := strings.Cut(s, ".")
		if !ok || name == "" || strings.ContainsAny(s, " /") || slices.Contains([]string{"css", "js", "tmpl"}, name) || slices.Contains(ids, s) {
			continue
		}
		if slices.ContainsFunc(ids, func(id string) bool { return strings.HasPrefix(id, list+".") }) && !slices.ContainsFunc(ids, func(id string) bool { return strings.HasPrefix(id, s) }) {
			t.Errorf("%q looks like a message, and is none", s)
		}
	}
	for _, u := range terms {
		if !slices.ContainsFunc(ids, func(id string) bool { return strings.HasPrefix(id, "term."+u.id+".") }) {
			t.Errorf("%s: there are no messages term.%s.…", u.where, u.id)
		}
	}
}

// TestNoMessageIsLeftOver: what stands in the files is used. An ID may be put together from a
// beginning that ends with a full stop, or with an ending that begins with a dash.
func TestNoMessageIsLeftOver(t *testing.T) {
	_, terms, literals := uses(t)
	used := func(id string) bool {
		if literals[id] {
			return true
		}
		for i, c := range id {
			if c == '.' && literals[id[:i+1]] || c == '-' && literals[id[:i]] && literals[id[i:]] {
				return true
			}
		}
		list, _, _ := strings.Cut(strings.TrimPrefix(id, "term."), ".")
		return strings.HasPrefix(id, "term.") && slices.ContainsFunc(terms, func(u asked) bool { return u.id == list })
	}
	for _, id := range message.In("en").IDs() {
		if !used(id) {
			t.Errorf("no screen uses the message %s", id)
		}
	}
}

// spoken are the attributes whose words a reader sees or hears.
var spoken = []string{"title", "aria-label", "placeholder", "alt", "data-label"}

// TestNoWordsInTemplates: every word of a template comes from the message files. What people
// type, and the program's name, are no words of a language.
func TestNoWordsInTemplates(t *testing.T) {
	wordless := func(s string) bool {
		s = strings.ReplaceAll(s, "Stemma", "")
		return !strings.ContainsFunc(s, unicode.IsLetter)
	}
	for path, trees := range templates(t) {
		for _, tree := range trees {
			var page strings.Builder
			walk(tree.Root, func(n template.Node) {
				switch n := n.(type) {
				case *template.TextNode:
					page.Write(n.Text)
				case *template.StringNode:
					if strings.HasPrefix(n.Text, "%") {
						return // how numbers are written
					}
					if strings.ContainsFunc(n.Text, unicode.IsSpace) || n.Text != "" && unicode.IsUpper([]rune(n.Text)[0]) {
						t.Errorf("%s: the words %q stand in an action", path, n.Text)
					}
				}
			})
			typed := 0 // elements that hold what people type
			z := html.NewTokenizer(strings.NewReader(page.String()))
			for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
				token := z.Token()
				switch {
				case kind == html.TextToken && typed == 0 && !wordless(token.Data):
					t.Errorf("%s: the words %q belong into internal/message", path, strings.TrimSpace(token.Data))
				case token.Data == "code" || token.Data == "kbd" || token.Data == "title" && path == "layout/layout.tmpl":
					typed += map[html.TokenType]int{html.StartTagToken: 1, html.EndTagToken: -1}[kind]
				}
				for _, a := range token.Attr {
					if slices.Contains(spoken, a.Key) && !wordless(a.Val) {
						t.Errorf("%s: the words %q of %s belong into internal/message", path, a.Val, a.Key)
					}
				}
			}
		}
	}
}
