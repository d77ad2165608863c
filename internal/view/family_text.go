package view

import (
	"io"
	"strings"
)

// Text prints the tree of the family.
func (v *Family) Text(w io.Writer) error {
	p := &printer{w: w}
	if len(v.Members) == 1 {
		p.line("A text without copies in this pile")
	} else {
		p.line("%d texts of one family", len(v.Members))
	}
	if v.Note != "" {
		p.wrap("", v.Note)
	}
	for _, m := range v.Members {
		indent := strings.Repeat("   ", m.Depth)
		p.line("")
		p.wrap(indent, m.Title+" ("+m.Where()+")")
		p.wrap(indent+"   ", m.Source)
		if m.First {
			p.wrap(indent+"   ", "first of its family")
		}
		if m.RelatedTo != nil {
			p.wrap(indent+"   ", m.Relation+" “"+m.RelatedTo.Title+"”, certainty "+m.Certainty)
		}
		for _, why := range m.Why {
			p.wrap(indent+"   - ", why)
		}
		for _, o := range m.Sources {
			p.wrap(indent+"   + ", "also put together from “"+o.Text.Title+"” ("+o.Text.Where()+"), certainty "+o.Certainty)
			for _, part := range o.Parts {
				p.wrap(indent+"     “", part+"”")
			}
			for _, why := range o.Why {
				p.wrap(indent+"     - ", why)
			}
		}
		for _, a := range m.Also {
			p.wrap(indent+"   + ", a.Share+" of it stands in “"+a.Text.Title+"” ("+a.Text.Where()+"), of another family")
		}
	}
	if len(v.Versions) > 0 {
		p.line("")
		p.line("Saved from one address, one after the other:")
		for _, m := range v.Versions {
			p.wrap("   ", m.When+"  "+m.Source)
		}
	}
	for _, r := range v.Rulings {
		p.line("")
		p.wrap("", "Ruled by "+r.By+" on "+r.Day+": "+r.Verdict+" ("+r.State+")")
	}
	return p.err
}
