package web

import (
	"cmp"
	"html/template"
	"net/http"
	"strconv"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/web/chart"
)

// familyPage is a family with the picture of its tree.
type familyPage struct {
	*view.Family
	Chart template.HTML
	Dated bool      // the picture has an axis of time
	A, B  stemma.ID // chosen for a comparison
}

// family shows a family of copies, or the part of a large one that the address asks for.
func (s *server) family(r *http.Request) (page, error) {
	from, _ := strconv.Atoi(r.FormValue("from"))
	part := view.FamilyPart{Of: stemma.ID(r.FormValue("of")), Relation: r.FormValue("relation"), From: from}
	v, err := s.lib.FamilyPart(r.Context(), stemma.ID(r.PathValue("id")), part)
	if err != nil {
		return page{}, err
	}
	picture, dated := chart.Tree(s.book, s.book.Say("family.picture"), s.treeNodes(v))
	p := familyPage{Family: v, Chart: template.HTML(picture), Dated: dated}
	for _, m := range v.Members {
		if m.Fold == nil {
			p.B = m.ID
		}
	}
	p.A = v.Members[0].ID
	return page{Title: s.book.Say("family.page", "title", v.Title), View: p, Data: v, Part: group(cmp.Or(v.ID, v.Members[0].ID))}, nil
}

// compare leads to the comparison of two texts that a form names.
func (s *server) compare(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, view.CopyHref(stemma.ID(r.FormValue("a")), stemma.ID(r.FormValue("b"))), http.StatusSeeOther)
}

// treeNodes gives the nodes of the picture: the texts and folds, and behind each text what it
// was put together from beside its source.
func (s *server) treeNodes(v *view.Family) []chart.TreeNode {
	var nodes []chart.TreeNode
	at := make([]int, len(v.Members)) // where each member stands among the nodes
	for i, m := range v.Members {
		n := chart.TreeNode{Parent: m.Parent, Depth: m.Depth, Name: m.Where(), Label: m.Title, Href: m.Href, Relation: m.Relation, Certainty: s.book.Term("certainty", m.Certainty), Class: m.Certainty, First: m.First}
		if m.Parent >= 0 {
			n.Parent = at[m.Parent]
		}
		if m.Fold != nil {
			n.Name, n.Label, n.Href, n.Fold = m.Fold.Label, m.Fold.Label, m.Fold.Href, m.Fold.Texts
		}
		if day, _, ok := m.Published.Bounds(); ok {
			n.At = day
		}
		at[i] = len(nodes)
		nodes = append(nodes, n)
		for _, from := range m.Sources {
			nodes = append(nodes, chart.TreeNode{
				Parent: at[i], Depth: m.Depth + 1, Name: s.book.Say("family.partly", "who", from.Text.Where()), Label: from.Text.Title, Href: from.Text.Href,
				Certainty: s.book.Term("certainty", from.Certainty), Class: from.Certainty, Source: true,
			})
		}
	}
	return nodes
}
