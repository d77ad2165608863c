package view

import (
	"io"
	"strings"
)

// Text prints the article with its margin notes, then what was found in it.
func (v *Reading) Text(w io.Writer) error {
	p := &printer{w: w}
	p.wrap("", v.Article.Title)
	p.line("")
	for _, f := range v.Facts {
		p.line("%-16s %s", f.Name, f.Value)
	}
	if v.Story != nil {
		p.line("%-16s %s (%s)  %s", "Story", v.Story.Label, v.Story.Support, v.Story.ID)
	}
	for _, s := range v.Problems {
		p.wrap("!  ", s)
	}
	for _, b := range v.Blocks {
		p.line("")
		b.text(p)
	}
	if v.Panel != nil {
		v.Panel.text(p)
	}
	v.findings(p)
	if len(v.Copies) > 0 {
		p.heading("Other texts with the same words")
		for _, c := range v.Copies {
			p.wrap("  ", c.Text.Title+" ("+c.Text.Where()+")")
			p.line("    %s; %s of this text stands there, %s of that one here", c.Relation, c.Here, c.There)
		}
	}
	if v.MoreCopies > 0 {
		p.line("  and %s", Count(v.MoreCopies, "further text", "further texts"))
	}
	return p.err
}

func (b Block) text(p *printer) {
	var words strings.Builder
	for _, s := range b.Sentences {
		for _, seg := range s.Segments {
			words.WriteString(seg.Text)
		}
	}
	indent := ""
	if b.Kind == "hole" {
		indent = ". "
	}
	for line := range strings.Lines(words.String()) {
		p.fill(indent, indent, line)
	}
	for _, n := range b.Notes {
		p.line("    | %s also in: %s (%s)", Count(n.Words, "word", "words"), short(n.Text.Title, 40), n.Text.Where())
	}
	if b.MoreNotes > 0 {
		p.line("    | and in %s", Count(b.MoreNotes, "further text", "further texts"))
	}
}

// findings lists the marks by kind, in the order of the text.
func (v *Reading) findings(p *printer) {
	for _, layer := range v.Layers {
		if layer.Count == 0 || layer.Kind == KindCopied {
			continue
		}
		p.heading(layer.Name)
		open := map[string]string{} // a mark's words so far
		for _, b := range v.Blocks {
			for _, s := range b.Sentences {
				for _, seg := range s.Segments {
					seg.collect(p, layer.Kind, open)
				}
			}
		}
	}
}

// collect adds a segment to the marks of a kind, and prints those that end.
func (s Segment) collect(p *printer, kind string, open map[string]string) {
	for _, m := range s.Marks {
		if m.Kind != kind {
			continue
		}
		id := string(m.ID)
		open[id] += s.Text
		if m.Last {
			p.line("  %s  “%s”", m.Label, short(strings.Trim(open[id], "“”\""), 60))
			delete(open, id)
		}
	}
}

func (v *Panel) text(p *printer) {
	p.heading("Selected " + v.Kind + ": " + v.Label)
	p.wrap("  ", "“"+strings.Trim(v.Exact, "“”\"")+"”")
	for _, f := range v.Fields {
		p.line("  %-16s %s", f.Name, f.Value)
	}
	p.line("  %-16s %s", "Rule", v.Rule)
	for _, g := range v.Groups {
		p.line("")
		p.wrap("  ", g.Kind+": "+g.Label)
		p.line("  %s", g.Support)
		for _, c := range g.Others {
			p.wrap("    ", c.Text.Where()+": "+c.Words())
		}
	}
	for _, d := range v.Clashes {
		p.line("")
		p.wrap("  ", d.Verdict+": "+d.About)
		for _, s := range d.Sides {
			p.line("    %s — %s", s.Value, s.Standing)
		}
	}
}
