package export_test

import (
	"encoding/xml"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/encoding"
	"gonum.org/v1/gonum/graph/encoding/dot"
	"gonum.org/v1/gonum/graph/multi"

	"stemma/internal/view"
)

// counted counts the labels and lines that a reader of DOT finds.
type counted struct {
	*multi.DirectedGraph
	labels, lines int
}

// NewNode implements [graph.NodeAdder].
func (g *counted) NewNode() graph.Node { return labelled{g.DirectedGraph.NewNode(), g} }

// NewLine implements [graph.MultigraphBuilder].
func (g *counted) NewLine(from, to graph.Node) graph.Line {
	g.lines++
	return g.DirectedGraph.NewLine(from, to)
}

type labelled struct {
	graph.Node
	g *counted
}

// SetAttribute implements [encoding.AttributeSetter].
func (n labelled) SetAttribute(a encoding.Attribute) error {
	if a.Key == "label" && a.Value != "" {
		n.g.labels++
	}
	return nil
}

// A reader of DOT finds every text and person as a node and each relation as an edge.
func TestDOT(t *testing.T) {
	g := &counted{DirectedGraph: multi.NewDirectedGraph()}
	if err := dot.UnmarshalMulti(written(t, "dot", view.Part{}), g); err != nil {
		t.Fatal(err)
	}
	if want := recordsOf(t, "article", "entity"); g.Nodes().Len() != want || g.labels != want {
		t.Errorf("%d nodes, %d labels, want %d", g.Nodes().Len(), g.labels, want)
	}
	if g.lines != 1 { // of the example, one text was made from another
		t.Errorf("%d edges", g.lines)
	}
}

// The graph of GraphML is the same: every edge joins nodes that there are, and every value
// has a key that says what it is.
func TestGraphML(t *testing.T) {
	var doc struct {
		XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []struct {
			ID  string `xml:"id,attr"`
			For string `xml:"for,attr"`
		} `xml:"key"`
		Nodes []struct {
			ID   string `xml:"id,attr"`
			Data []struct {
				Key string `xml:"key,attr"`
			} `xml:"data"`
		} `xml:"graph>node"`
		Edges []struct {
			Source string `xml:"source,attr"`
			Target string `xml:"target,attr"`
		} `xml:"graph>edge"`
	}
	if err := xml.Unmarshal(written(t, "graphml", view.Part{}), &doc); err != nil {
		t.Fatal(err)
	}
	var keys, ids []string
	for _, k := range doc.Keys {
		keys = append(keys, k.ID)
	}
	for _, n := range doc.Nodes {
		ids = append(ids, n.ID)
		for _, d := range n.Data {
			if !slices.Contains(keys, d.Key) {
				t.Errorf("no key %s", d.Key)
			}
		}
	}
	if len(ids) != recordsOf(t, "article", "entity") || len(doc.Edges) != 1 {
		t.Errorf("%d nodes, %d edges", len(ids), len(doc.Edges))
	}
	for _, e := range doc.Edges {
		if !slices.Contains(ids, e.Source) || !slices.Contains(ids, e.Target) {
			t.Errorf("an edge from %s to %s, one of which is not there", e.Source, e.Target)
		}
	}
}
