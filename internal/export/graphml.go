package export

import (
	"context"
	"encoding/xml"
	"io"
)

// The elements of GraphML 1.0 (graphml.graphdrawing.org) as far as graphs use them.
type (
	graphML struct {
		XMLName xml.Name     `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []graphMLKey `xml:"key"`
		Graph   graphMLGraph `xml:"graph"`
	}
	graphMLKey struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	}
	graphMLGraph struct {
		ID      string        `xml:"id,attr"`
		Default string        `xml:"edgedefault,attr"`
		Nodes   []graphMLNode `xml:"node"`
		Edges   []graphMLEdge `xml:"edge"`
	}
	graphMLNode struct {
		ID   string        `xml:"id,attr"`
		Data []graphMLData `xml:"data"`
	}
	graphMLEdge struct {
		Source string        `xml:"source,attr"`
		Target string        `xml:"target,attr"`
		Data   []graphMLData `xml:"data"`
	}
	graphMLData struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	}
)

// writeGraphML writes the graph for Gephi, yEd and the like.
func writeGraphML(ctx context.Context, w io.Writer, s *Source) error {
	g, err := s.graph(ctx)
	if err != nil {
		return err
	}
	doc := graphML{Graph: graphMLGraph{ID: "stemma", Default: "directed"}}
	for _, f := range nodeFields {
		doc.Keys = append(doc.Keys, graphMLKey{"n-" + f, "node", f, "string"})
	}
	for _, f := range edgeFields {
		doc.Keys = append(doc.Keys, graphMLKey{"e-" + f, "edge", f, "string"})
	}
	for _, n := range g.nodes {
		doc.Graph.Nodes = append(doc.Graph.Nodes, graphMLNode{string(n.id), dataML("n-", nodeFields, n.values)})
	}
	for _, e := range g.edges {
		doc.Graph.Edges = append(doc.Graph.Edges, graphMLEdge{string(e.from), string(e.to), dataML("e-", edgeFields, e.values)})
	}
	return writeXML(w, doc)
}

func dataML(prefix string, fields, values []string) []graphMLData {
	var out []graphMLData
	for i, v := range values {
		if v != "" {
			out = append(out, graphMLData{prefix + fields[i], v})
		}
	}
	return out
}

// writeXML writes a document with its head line.
func writeXML(w io.Writer, doc any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
