package export

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"stemma"
	"stemma/internal/view"
)

// A graph has the texts, with an edge from each to those that were made from it; and the
// people and bodies that they name, with an edge from each to those to whom it is said to
// have done something, and to the texts in which its words are quoted.

// graphKinds are the kinds of record that graphs are made of.
var graphKinds = []string{"article", "family", "entity", "event", "quote"}

// node is a text, a person or a body. Its values are those of nodeFields.
type node struct {
	id     stemma.ID
	values []string
}

// edge is one relation of two nodes. Its values are those of edgeFields.
type edge struct {
	from, to stemma.ID
	values   []string
}

var (
	nodeFields = []string{"kind", "label", "outlet", "published", "family", "url", "sha256"}
	edgeFields = []string{"kind", "label", "certainty", "date", "statement", "text", "url", "sha256", "start", "end", "exact", "prefix", "suffix"}
)

type graph struct {
	nodes []node
	edges []edge
	known map[stemma.ID]bool
}

// graph reads the nodes and edges of a source, in the order of its records.
func (s *Source) graph(ctx context.Context) (*graph, error) {
	kinds, err := s.of(graphKinds...)
	if err != nil {
		return nil, err
	}
	g := &graph{known: map[stemma.ID]bool{}}
	if err := s.walk(ctx, kinds, g.row, g.group); err != nil {
		return nil, err
	}
	var edges []edge
	for _, e := range g.edges {
		if g.known[e.from] && g.known[e.to] {
			edges = append(edges, e)
		}
	}
	g.edges = edges
	return g, nil
}

func (g *graph) row(r *row) error {
	t := r.text
	switch x := r.record.(type) {
	case *view.ArticleRecord:
		g.node(t.ID, "text", cmp.Or(t.Title, t.Source), t.Outlet, string(t.when()), string(t.Family), t.URL, t.SHA256)
	case *view.EventRecord:
		for _, from := range x.Actors {
			for _, to := range x.Targets {
				g.said(r, value(from.Entity), value(to.Entity), "event", joined(" ", value(x.Type), x.Exact), string(value(x.Date)))
			}
		}
	case *view.QuoteRecord:
		if x.Speaker != nil {
			g.said(r, value(x.Speaker.Entity), t.ID, "quoted in", content(x), string(t.when()))
		}
	}
	return nil
}

// said adds an edge that a statement tells of.
func (g *graph) said(r *row, from, to stemma.ID, kind, label, date string) {
	g.edges = append(g.edges, edge{from, to, []string{
		kind, label, "", date, string(r.ID), string(r.text.ID), r.text.URL, r.text.SHA256, fmt.Sprint(r.Start), fmt.Sprint(r.End), r.Exact, r.prefix, r.suffix,
	}})
}

func (g *graph) group(record any) error {
	switch x := record.(type) {
	case *view.EntityRecord:
		g.node(x.ID, x.Type, x.Name, "", "", "", "", "")
	case *view.FamilyRecord:
		for _, e := range x.Edges {
			values := make([]string, len(edgeFields))
			values[0], values[1], values[2] = "made into", view.Relation(e.Relation), value(e.Certainty)
			g.edges = append(g.edges, edge{e.From, e.To, values})
		}
		for _, s := range x.Further {
			values := make([]string, len(edgeFields))
			values[0], values[1], values[2] = "gave parts to", view.Relation(s.Relation), value(s.Certainty)
			g.edges = append(g.edges, edge{s.From, s.To, values})
		}
	}
	return nil
}

func (g *graph) node(id stemma.ID, values ...string) {
	g.nodes, g.known[id] = append(g.nodes, node{id, values}), true
}

// writeDOT writes the graph in the language of Graphviz.
func writeDOT(ctx context.Context, w io.Writer, s *Source) error {
	g, err := s.graph(ctx)
	if err != nil {
		return err
	}
	p := &lines{w: w}
	p.line("digraph stemma {")
	p.line("  rankdir=LR; node [shape=box, style=rounded];")
	for _, n := range g.nodes {
		p.line("  %s%s;", inDOT(string(n.id)), attributesDOT(nodeFields, n.values))
	}
	for _, e := range g.edges {
		p.line("  %s -> %s%s;", inDOT(string(e.from)), inDOT(string(e.to)), attributesDOT(edgeFields, e.values))
	}
	p.line("}")
	return p.err
}

// attributesDOT writes what is known of a node or an edge.
func attributesDOT(fields, values []string) string {
	out := ""
	for i, v := range values {
		if v != "" {
			out = joined(", ", out, fields[i]+"="+inDOT(v))
		}
	}
	return " [" + out + "]"
}

// inDOT puts words in quotation marks as DOT wants it: a mark and a backslash inside are
// escaped, a line break is one.
func inDOT(s string) string {
	out := []rune{'"'}
	for _, r := range s {
		switch r {
		case '"', '\\':
			out = append(out, '\\', r)
		case '\n':
			out = append(out, '\\', 'n')
		case '\r', 0:
		default:
			out = append(out, r)
		}
	}
	return string(append(out, '"'))
}

// lines writes lines and keeps the first error.
type lines struct {
	w   io.Writer
	err error
}

func (l *lines) line(format string, args ...any) {
	if l.err == nil {
		_, l.err = fmt.Fprintf(l.w, format+"\n", args...)
	}
}
