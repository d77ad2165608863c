package web

import (
	"cmp"
	"html/template"
	"net/http"

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

// family shows a family of copies. With two texts chosen it goes on to their comparison.
func (s *server) family(r *http.Request) (page, error) {
	v, err := s.lib.Family(r.Context(), stemma.ID(r.PathValue("id")))
	if err != nil {
		return page{}, err
	}
	picture, dated := chart.Tree("Who was made from whom", treeNodes(v))
	p := familyPage{Family: v, Chart: template.HTML(picture), Dated: dated}
	p.A, p.B = v.Members[0].ID, v.Members[len(v.Members)-1].ID
	return page{Title: "Family: " + v.Title, View: p, Data: v, Part: group(cmp.Or(v.ID, v.Members[0].ID))}, nil
}

// compare leads to the comparison of two texts that a form names.
func (s *server) compare(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, view.CopyHref(stemma.ID(r.FormValue("a")), stemma.ID(r.FormValue("b"))), http.StatusSeeOther)
}

func treeNodes(v *view.Family) []chart.TreeNode {
	var nodes []chart.TreeNode
	for _, m := range v.Members {
		n := chart.TreeNode{Parent: m.Parent, Depth: m.Depth, Name: m.Where(), Label: m.Title, Href: m.Href, Relation: m.Relation, Certainty: m.Certainty, First: m.First}
		if day, _, ok := m.Published.Bounds(); ok {
			n.At = day
		}
		nodes = append(nodes, n)
	}
	return nodes
}
