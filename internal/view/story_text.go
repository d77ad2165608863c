package view

import "io"

// Text prints the stories.
func (v *Stories) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("No two texts were found to tell one story.")
		return p.err
	}
	p.line("%s", Count(v.Total, "story", "stories"))
	for _, s := range v.Stories {
		p.line("")
		s.print(p)
	}
	if v.Next != "" {
		p.more(len(v.Stories), v.Choice.Offset)
	}
	return p.err
}

func (s StoryRow) print(p *printer) {
	p.wrap("", s.Label)
	p.line("  %s; %s  %s", s.When, s.Support, s.ID)
	for _, why := range s.Why {
		p.wrap("  - ", why)
	}
}

// Text prints one story.
func (v *Story) Text(w io.Writer) error {
	p := &printer{w: w}
	v.print(p)
	for _, part := range []struct {
		name string
		list []StoryPart
	}{{"Counts", v.Counts}, {"Events", v.Events}} {
		if len(part.list) > 0 {
			p.heading(part.name)
		}
		for _, x := range part.list {
			p.wrap("  ", x.Label)
			p.line("    %s  %s", x.Support, x.ID)
		}
	}
	if len(v.Clashes) > 0 {
		p.heading("Where its texts do not say the same")
	}
	for _, c := range v.Clashes {
		c.print(p)
	}
	if more := v.Disputed - len(v.Clashes); more > 0 {
		p.line("… and %s; the screen shows them all.", Count(more, "more clash", "more clashes"))
	}
	p.heading("Its texts")
	for _, g := range v.Groups {
		for i, t := range g.Texts {
			indent := "  "
			if i > 0 {
				indent = "      copy: "
			}
			p.wrap(indent, t.Title+" ("+t.Where()+")")
		}
		if g.More > 0 {
			p.line("      … and %s", Count(g.More, "more copy", "more copies"))
		}
	}
	if v.Next != "" {
		p.more(len(v.Groups), v.Choice.Offset)
	}
	return p.err
}
