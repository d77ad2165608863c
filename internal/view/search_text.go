package view

import (
	"io"
	"strings"
)

// Text prints what was found, with the words asked for between asterisks.
func (v *Search) Text(w io.Writer) error {
	p := &printer{w: w}
	switch {
	case v.Trouble != "":
		p.line("The search cannot be answered: %s", v.Trouble)
		return p.err
	case v.Query == "":
		p.line("Nothing was asked for.")
		return p.err
	case v.Total == 0:
		p.line("No sentence was found for: %s", v.Query)
		return p.err
	}
	p.line("%s in %s, %s independent", Count(v.Total, "sentence", "sentences"), Count(v.Texts, "text", "texts"), Number(float64(v.Families)))
	if v.Partial {
		p.line("More were found than are counted here: narrow the search down.")
	}
	for _, f := range v.Facets {
		var words []string
		for _, value := range f.Values {
			words = append(words, value.Name+" "+Number(float64(value.Count)))
		}
		if len(words) > 1 {
			p.wrap("  "+strings.ToLower(f.Name)+": ", strings.Join(words, ", "))
		}
	}
	left := v.Total - v.Offset
	for _, f := range v.Found {
		p.line("")
		p.wrap("", f.Text.Title+" ("+f.Text.Where()+")")
		for _, c := range f.Sentences {
			p.wrap("  ", starred(c.Segments))
			left--
		}
	}
	if v.Next != "" {
		p.line("")
		p.line("… and %s", Count(left, "more sentence", "more sentences"))
	}
	return p.err
}

func starred(segments []Segment) string {
	var b strings.Builder
	for _, s := range segments {
		hit := ""
		for _, m := range s.Marks {
			if m.Kind == KindHit {
				hit = "*"
			}
		}
		b.WriteString(hit + s.Text + hit)
	}
	return b.String()
}
