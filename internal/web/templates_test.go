package web_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	template "text/template/parse"
)

// templates gives the parsed templates of all screens and of the dossier, by file.
func templates(t *testing.T) map[string][]*template.Tree {
	t.Helper()
	out := map[string][]*template.Tree{}
	for _, pattern := range []string{"layout/*.tmpl", "page/*/*.tmpl", "../export/*.tmpl"} {
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			trees := map[string]*template.Tree{}
			p := template.New(path)
			p.Mode = template.SkipFuncCheck
			if _, err := p.Parse(string(data), "", "", trees); err != nil {
				t.Fatal(err)
			}
			for _, tree := range trees {
				out[path] = append(out[path], tree)
			}
		}
	}
	if len(out) < 20 {
		t.Fatalf("only %d templates", len(out))
	}
	return out
}

// walk calls for each node of a template.
func walk(n template.Node, see func(template.Node)) {
	see(n)
	branch := func(b *template.BranchNode) {
		walk(b.Pipe, see)
		walk(b.List, see)
		if b.ElseList != nil {
			walk(b.ElseList, see)
		}
	}
	switch n := n.(type) {
	case *template.ListNode:
		for _, x := range n.Nodes {
			walk(x, see)
		}
	case *template.ActionNode:
		walk(n.Pipe, see)
	case *template.TemplateNode:
		if n.Pipe != nil {
			walk(n.Pipe, see)
		}
	case *template.PipeNode:
		for _, c := range n.Cmds {
			walk(c, see)
		}
	case *template.CommandNode:
		for _, a := range n.Args {
			walk(a, see)
		}
	case *template.ChainNode:
		walk(n.Node, see)
	case *template.IfNode:
		branch(&n.BranchNode)
	case *template.RangeNode:
		branch(&n.BranchNode)
	case *template.WithNode:
		branch(&n.BranchNode)
	}
}

// TestTemplatesOfTheLayoutAreNotReplaced: a screen that defines a template under a name of the
// layout's would get its own wherever the layout's is meant.
func TestTemplatesOfTheLayoutAreNotReplaced(t *testing.T) {
	all := templates(t)
	shared := map[string]string{}
	for path, trees := range all {
		for _, tree := range trees {
			if strings.HasPrefix(path, "layout/") {
				shared[tree.Name] = path
			}
		}
	}
	for path, trees := range all {
		for _, tree := range trees {
			if of := shared[tree.Name]; of != "" && of != path {
				t.Errorf("%s and %s both define the template %q", of, path, tree.Name)
			}
		}
	}
}
