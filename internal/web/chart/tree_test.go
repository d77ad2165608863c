package chart

import (
	"strings"
	"testing"
	"time"

	"stemma/internal/message"
)

func TestTree(t *testing.T) {
	nodes := []TreeNode{
		{Parent: -1, At: day(1), Name: "Harbour <b>Post", Label: "Dockers", Href: "/text/a", First: true},
		{Parent: 0, Depth: 1, At: day(2), Name: "Ellery Standard", Label: "Dockers", Href: "/text/b", Relation: "a reprint of", Certainty: "high", Class: "high"},
		{Parent: 1, Depth: 2, Name: "Undated", Label: "x", Href: "/text/c", Relation: "an excerpt of", Certainty: "low", Class: "low"},
	}
	s, dated := Tree(message.In("en"), "tree", nodes)
	wellFormed(t, s)
	if !dated || strings.Contains(s, "<b>") || strings.Count(s, "<a ") != 3 || strings.Count(s, `class="branch`) != 2 {
		t.Errorf("dated %v:\n%s", dated, s)
	}
	if !strings.Contains(s, `branch low`) || !strings.Contains(s, "certainty high") {
		t.Error("certainty must show by the line and in words")
	}
	for i := range nodes {
		nodes[i].At = time.Time{}
	}
	if s, dated := Tree(message.In("en"), "tree", nodes); dated || strings.Contains(s, "grid") {
		t.Error("an axis of time without dates")
	}
	if s, _ := Tree(message.In("en"), "one", nodes[:1]); s != "" {
		t.Error("one text is no tree")
	}
	s, _ = Tree(message.In("en"), "folded", []TreeNode{nodes[0], {Parent: 0, Depth: 1, Name: "312 more", Label: "312 more", Href: "/family/a?of=a", Fold: 312}})
	wellFormed(t, s)
	if !strings.Contains(s, `href="/family/a?of=a"`) || !strings.Contains(s, "show 312 more") {
		t.Errorf("a fold must be a link that says what it opens:\n%s", s)
	}
	many := make([]TreeNode, 300)
	for i := range many {
		many[i] = TreeNode{Parent: i - 1, Depth: i, Href: "/x"}
	}
	s, _ = Tree(message.In("en"), "many", many)
	wellFormed(t, s)
	if !strings.Contains(s, "and 100 more") {
		t.Error("what is left out is not told")
	}
}
