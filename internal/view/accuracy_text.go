package view

import "io"

// Text prints how often Stemma is right.
func (v *Accuracy) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.All == 0 {
		p.line("There are no annotated texts to judge by.")
		return p.err
	}
	p.line("%s %s", Count(v.Texts, "annotated text", "annotated texts"), v.From)
	p.heading("By kind and language")
	for _, k := range v.Kinds {
		p.line("  %-34s %-10s right %-11s found %-11s (%d right, %d wrong, %d missed)", k.Name, k.Lang, k.Precision, k.Recall, k.Right, k.Wrong, k.Missed)
	}
	p.heading("Of what was found, right")
	for _, a := range v.Attributes {
		p.line("  %-44s %s (%d of %d)", a.Name, a.Share, a.Right, a.Of)
	}
	p.heading("By rule")
	for _, r := range v.Rules {
		p.line("  %-40s %-11s (%d right, %d wrong)", r.ID, r.Precision, r.Right, r.Wrong)
	}
	p.heading(Count(v.Total, "error", "errors"))
	for _, s := range v.Errors {
		s.print(p)
	}
	return p.err
}

// Text prints an annotated text's errors.
func (v *JudgedText) Text(w io.Writer) error {
	p := &printer{w: w}
	p.line("%s (%s, %s)", v.Title, v.File, v.Tongue)
	for _, s := range v.Errors {
		s.print(p)
	}
	return p.err
}

func (s Slip) print(p *printer) {
	p.wrap("  ", s.told()+before("  (", s.Rule)+closing(s.Rule))
	p.wrap("      ", "“"+Cite{Segments: s.Segments}.Words()+"” – "+s.File)
}

// closing gives the bracket behind words that may not be there.
func closing(s string) string {
	if s == "" {
		return ""
	}
	return ")"
}
