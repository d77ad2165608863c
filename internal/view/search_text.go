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
		v.spellings(p)
		return p.err
	}
	p.line("%s in %s, %s independent", Count(v.Total, "sentence", "sentences"), Count(v.Texts, "text", "texts"), Number(float64(v.Families)))
	if v.Foreign {
		p.wrap("  read as: ", v.Query)
	}
	v.spellings(p)
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

// spellings prints what words with a ~ were taken for.
func (v *Search) spellings(p *printer) {
	for _, s := range v.Spellings {
		var words []string
		for _, w := range s.Words {
			words = append(words, w.Word+" "+Number(float64(w.Sentences)))
		}
		if s.More > 0 {
			words = append(words, "and "+Count(s.More, "more word", "more words")+" left out")
		}
		if len(words) == 0 {
			words = []string{"no word of this pile"}
		}
		p.wrap("  "+s.Asked+": ", strings.Join(words, ", "))
	}
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
