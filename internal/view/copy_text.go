package view

import (
	"io"
	"strings"
)

// Text prints the comparison: words only in the first text as [-so-], words only in
// the second as {+so+}, a paragraph and its translation below one another.
func (v *Copy) Text(w io.Writer) error {
	p := &printer{w: w}
	p.wrap("A  ", v.A.Title+" ("+v.A.Where()+")")
	p.wrap("B  ", v.B.Title+" ("+v.B.Where()+")")
	p.line("")
	p.line("relation    %s", v.Relation)
	if v.Listed {
		p.line("copied      %s of A stands in B, %s of B in A; %s", v.ShareA, v.ShareB, Count(v.Passages, "passage", "passages"))
	}
	p.line("direction   %s", v.Direction)
	if v.Certainty != "" {
		p.line("certainty   %s", v.Certainty)
	}
	for _, why := range v.Why {
		p.wrap("            - ", why)
	}
	for _, r := range v.Rulings {
		p.wrap("ruled       ", r.Verdict+", by "+r.By+" on "+r.Day+" ("+r.State+")")
	}
	for _, f := range v.Facts {
		p.wrap("fact        ", f.Words())
	}
	p.line("")
	for _, r := range v.Rows {
		if r.Kind == "translated" {
			p.fill("A ≈ ", "  ≈ ", unmarked(r.A))
			p.fill("B ≈ ", "  ≈ ", unmarked(r.B))
			continue
		}
		p.fill(r.gutter(), r.gutter(), r.words())
	}
	return p.err
}

func (r CopyRow) gutter() string {
	switch r.Kind {
	case "only-a":
		return "A | "
	case "only-b":
		return "B | "
	case "changed", "replaced":
		return "≠ | "
	}
	return "  | "
}

func (r CopyRow) words() string {
	var b strings.Builder
	for _, part := range r.Inline {
		text := strings.TrimSpace(part.Text)
		if text == "" || part.Op == "same" || r.Kind == "only-a" || r.Kind == "only-b" {
			b.WriteString(part.Text)
			continue
		}
		lead := part.Text[:strings.Index(part.Text, text)]
		tail := part.Text[len(lead)+len(text):]
		if part.Op == "removed" {
			b.WriteString(lead + "[-" + text + "-]" + tail)
		} else {
			b.WriteString(lead + "{+" + text + "+}" + tail)
		}
	}
	return b.String()
}

// Words tells the change in one line.
func (f Fact) Words() string {
	switch f.Change {
	case "added":
		return "only in B: " + f.Kind + " " + f.B
	case "dropped":
		return "only in A: " + f.Kind + " " + f.A
	}
	return f.What + ": " + f.Kind + " " + f.A + " → " + f.B
}
