package view

import "io"

// Text prints the overview.
func (v *Overview) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Empty {
		p.line("This pile holds no texts yet. Add saved pages with: stemma add FOLDER")
	} else {
		v.textPile(p)
	}
	if v.Problems > 0 {
		p.heading("Could not be read: " + Count(v.Problems, "problem", "problems"))
		for _, g := range v.Unread {
			p.line("  %s (%s)", g.Message, Count(len(g.Sources), "source", "sources"))
		}
	}
	if len(v.Stories) > 0 {
		p.heading("What they tell of")
		for _, s := range v.Stories {
			p.wrap("  ", s.Label)
			p.line("    %s; %s", s.When, s.Support)
		}
	}
	if len(v.Agree) > 0 {
		p.heading("Where texts agree")
		for _, a := range v.Agree {
			p.wrap("  ", a.Kind+": "+a.Label)
			p.line("    %s", a.Support)
		}
	}
	if len(v.Disagree) > 0 {
		p.heading("Where texts disagree: " + Count(v.Clashes, "clash", "clashes"))
		for _, d := range v.Disagree {
			p.wrap("  ", d.Verdict+": "+d.About)
			for _, s := range d.Sides {
				p.line("    %s — %s", s.Value, s.Standing)
			}
			if d.Why != "" {
				p.wrap("    ", d.Why)
			}
		}
	}
	return p.err
}

func (v *Overview) textPile(p *printer) {
	c := v.Counts
	p.line("%s, %s", Count(v.Articles, "text", "texts"), Count(v.Independent, "independent", "independent"))
	p.line("from %s, %s", Count(c.Pages, "page", "pages"), Count(c.Words, "word", "words"))
	if v.Undated > 0 {
		p.line("period %s (%s without a date)", v.Period, Count(v.Undated, "text", "texts"))
	} else {
		p.line("period %s", v.Period)
	}
	p.line("%s, %s, %s, %s, %s, %s", Count(c.Quotes, "quotation", "quotations"), Count(c.Figures, "figure", "figures"),
		Count(c.Times, "time", "times"), Count(c.Mentions, "name", "names"), Count(c.Events, "event", "events"), Count(c.Victims, "victim", "victims"))
	p.heading("Outlets")
	for _, t := range head(v.Outlets, overviewList) {
		p.line("  %5s  %s", Number(float64(t.Texts)), t.Name)
	}
	if more := len(v.Outlets) + v.MoreOutlets - overviewList; more > 0 {
		p.line("         and %s more", Number(float64(more)))
	}
	p.heading("Languages")
	for _, t := range v.Languages {
		p.line("  %5s  %s", Number(float64(t.Texts)), t.Name)
	}
}
