package chart

import (
	"strings"
	"time"

	"stemma/internal/message"
)

// TreeNode is a text of a family. Nodes come in the order of the tree, each behind its
// parent.
type TreeNode struct {
	Parent, Depth int       // index of the parent, -1 for a root; edges from the root
	At            time.Time // when it was published; zero when unknown
	Name, Label   string    // whose text it is; its title
	Href          string
	Relation      string // to the parent, in words
	Certainty     string // of the edge, in words
	Class         string // of the edge: “high”, “medium”, “low”
	First         bool
	Source        bool // it is no copy of its parent, but gave it parts
	Fold          int  // it stands for so many texts that are not drawn; 0 for a text
}

const (
	rowHeight = 34.0
	stepWidth = 26.0
	maxSteps  = 12 // deeper branches are drawn below each other
	nameRoom  = 250.0
	mostNodes = 200
)

// Tree draws who was made from whom: a row a text, a line from each to what it was made
// from, solid where that is certain, broken where it is likely, dotted where it is not;
// and where two days are known, on an axis of time, when each was published.
func Tree(book *message.Book, title string, nodes []TreeNode) (picture string, dated bool) {
	if len(nodes) < 2 {
		return "", false
	}
	all := len(nodes)
	nodes = nodes[:min(all, mostNodes)]
	x, dated := treeScale(book, nodes)
	foot := top + rowHeight*float64(len(nodes))
	var w writer
	w.put(`<svg class="chart tree" viewBox="0 0 %v %v" role="group" aria-label="%v">`, width, foot+bottom, title)
	if dated {
		for _, t := range x.ticks() {
			w.put(`<line class="grid" x1="%v" x2="%v" y1="%v" y2="%v"/><text class="tick" x="%v" y="%v" text-anchor="middle">%v</text>`,
				x.at(t.at), x.at(t.at), top, foot+5, x.at(t.at), foot+20, t.label)
		}
		axisYears(&w, x, x.ticks(), width, foot+38)
	}
	for i, n := range nodes {
		if n.Parent >= 0 && n.Parent < i {
			drawBranch(&w, book, nodes, i)
		}
	}
	for i, n := range nodes {
		drawNode(&w, book, n, branchX(n), rowY(i), dated)
		if dated && !n.At.IsZero() {
			w.put(`<circle class="mark" cx="%v" cy="%v" r="4.5"/>`, x.at(n.At), rowY(i))
		}
	}
	if all > len(nodes) {
		w.put(`<text class="tick" x="10" y="%v">%v</text>`, foot+20, book.Say("tree.more", "n", all-len(nodes)))
	}
	w.put(`</svg>`)
	return w.String(), dated
}

func rowY(i int) float64         { return top + rowHeight*(float64(i)+0.5) }
func branchX(n TreeNode) float64 { return 14 + stepWidth*float64(min(n.Depth, maxSteps)) }

// drawBranch draws the line from a text to what it was made from.
func drawBranch(w *writer, book *message.Book, nodes []TreeNode, i int) {
	n := nodes[i]
	x0, y0, x1, y1 := branchX(nodes[n.Parent]), rowY(n.Parent), branchX(n), rowY(i)
	title := book.Say("tree.branch", "relation", n.Relation, "certainty", n.Certainty)
	class := n.Class
	switch {
	case n.Fold > 0:
		title = n.Label
	case n.Source:
		title, class = book.Say("tree.gave", "certainty", n.Certainty), class+" source"
	}
	w.put(`<path class="branch %v" d="M%v %vV%vH%v"><title>%v</title></path>`, class, x0, y0+6, y1, x1-6, title)
}

// drawNode draws a text with its name, as a link. A name beside an axis of time has less
// room.
func drawNode(w *writer, book *message.Book, n TreeNode, x, y float64, dated bool) {
	class, most := "point", 34
	switch {
	case n.First:
		class = "point first"
	case n.Source:
		class, most = "point source", 44
	}
	if !dated {
		most = 80
	}
	if n.Fold > 0 {
		drawFold(w, book, n, x, y)
		return
	}
	w.put(`<a href="%v" class="%v" data-item=""><title>%v</title><circle class="mark" cx="%v" cy="%v" r="6"/><text class="name" x="%v" y="%v">%v</text></a>`,
		n.Href, class, strings.Join([]string{n.Label, n.Name}, ", "), x, y, x+12, y+4, cut(n.Name, most))
}

// drawFold draws a stack for texts that are not drawn, as a link to where they are.
func drawFold(w *writer, book *message.Book, n TreeNode, x, y float64) {
	w.put(`<a href="%v" class="point fold" data-item=""><title>%v</title>`, n.Href, book.Say("tree.show", "what", n.Label))
	for _, d := range [...]float64{4, 2, 0} {
		w.put(`<rect class="mark" x="%v" y="%v" width="11" height="9" rx="2"/>`, x-6+d, y-5-d)
	}
	w.put(`<text class="name" x="%v" y="%v">%v</text></a>`, x+14, y+4, cut(n.Name, 60))
}

// cut shortens a name that has no room.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// treeScale gives the axis of time to the right of the names, if two days are known.
func treeScale(book *message.Book, nodes []TreeNode) (scale, bool) {
	var from, until time.Time
	deepest, dated := 0, 0
	for _, n := range nodes {
		deepest = max(deepest, min(n.Depth, maxSteps))
		if n.At.IsZero() {
			continue
		}
		dated++
		if from.IsZero() || n.At.Before(from) {
			from = n.At
		}
		if n.At.After(until) {
			until = n.At
		}
	}
	left := 14 + stepWidth*float64(deepest) + nameRoom
	return newScale(book, from, until, min(left, width-right-200), width-right-20), dated >= 2 && until.After(from)
}
