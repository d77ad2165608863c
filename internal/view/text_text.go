package view

import (
	"io"
	"strings"
)

// Text prints the list of texts.
func (v *Texts) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("This pile holds no texts yet. Add saved pages with: stemma add FOLDER")
		return p.err
	}
	p.line("%s, %s independent", Count(v.Total, "text", "texts"), Number(float64(v.Families)))
	for _, g := range v.Groups {
		p.line("")
		for i, row := range g.Texts {
			indent := ""
			if i > 0 {
				indent = "    "
			}
			row.text(p, indent)
		}
		if g.More > 0 {
			p.line("    … and %s of this family", Count(g.More, "more text", "more texts"))
		}
		if g.Note != "" {
			p.wrap("    ", g.Note)
		}
	}
	if v.Next != "" {
		p.line("")
		p.line("… and %s more", Count(v.Families-v.Offset-len(v.Groups), "independent text", "independent texts"))
	}
	return p.err
}

func (row TextRow) text(p *printer, indent string) {
	p.wrap(indent, row.Title)
	about := []string{row.When}
	for _, s := range []string{row.Byline, row.Outlet} {
		if s != "" {
			about = append(about, s)
		}
	}
	if row.Credit != "" {
		about = append(about, "credited to "+row.Credit)
	}
	about = append(about, Count(row.Words, "word", "words"))
	p.line("%s  %s", indent, strings.Join(about, " · "))
	p.line("%s  %s  %s", indent, row.ID, row.Source)
	if row.RelatedTo != nil {
		s := row.Relation + " “" + short(row.RelatedTo.Title, 48) + "” (" + row.RelatedTo.Where() + ")"
		if row.Certainty != "" {
			s += ", certainty " + row.Certainty
		}
		p.wrap(indent+"  → ", s)
		for _, why := range row.Why {
			p.wrap(indent+"    - ", why)
		}
	}
}
