package view

import (
	"context"
	"fmt"
	"io"

	"stemma"
	"stemma/internal/store"
)

// Saying is one utterance with all the forms in which texts give it.
type Saying struct {
	ID       stemma.ID `json:"id"`
	Label    string    `json:"label"`
	Support  string    `json:"support"`
	Families int       `json:"families"`
	Texts    int       `json:"texts"`
	Speakers []string  `json:"speakers"`
	Forms    []Form    `json:"forms"` // the first in the pile first
	Clashes  []Dispute `json:"clashes"`
}

// Form is one wording of a saying.
type Form struct {
	Type  string     `json:"type"`
	Lang  string     `json:"lang"`            // of its text
	Other string     `json:"other,omitempty"` // that language in words, where the first form has another: a translation
	Cites []Cite     `json:"cites"`
	Diff  []DiffPart `json:"diff"` // against the first form in its language; empty for that one
	words string
}

// Saying gives one saying.
func (l *Library) Saying(ctx context.Context, id stemma.ID) (*Saying, error) {
	s := l.shelf()
	g, err := one(ctx, s.r.Sayings, "saying", id)
	if err != nil {
		return nil, err
	}
	v := &Saying{
		ID: g.ID, Label: g.Label, Support: l.words.Support(g.Support), Families: g.Support.Families, Texts: g.Support.Texts, Speakers: g.Support.Sources,
	}
	cites, err := s.cites(ctx, g.Members)
	if err != nil {
		return nil, fmt.Errorf("saying %s: %w", id, err)
	}
	quotes, err := s.r.Quotes(ctx, store.Query{IDs: g.Members})
	if err != nil {
		return nil, fmt.Errorf("saying %s: %w", id, err)
	}
	kinds := map[stemma.ID]string{}
	for _, q := range quotes {
		kinds[q.ID] = q.Type
	}
	v.addForms(l, cites, kinds)
	v.Clashes, err = s.clashesOf(ctx, g.Members)
	return v, err
}

// addForms puts equal wordings together, in the order of their first text.
func (v *Saying) addForms(l *Library, cites []Cite, kinds map[stemma.ID]string) {
	at := map[string]int{}
	for _, c := range cites {
		key := quoted(c)
		n, ok := at[key]
		if !ok {
			n = len(v.Forms)
			at[key] = n
			v.Forms = append(v.Forms, Form{Type: kinds[c.Finding], Lang: c.Text.Lang, words: marked(c)})
		}
		v.Forms[n].Cites = append(v.Forms[n].Cites, c)
	}
	first := map[string]string{} // language → its first form
	for n := range v.Forms {
		f := &v.Forms[n]
		if f.Lang != v.Forms[0].Lang {
			f.Other = l.words.Language(f.Lang)
		}
		if base, ok := first[f.Lang]; ok {
			f.Diff = l.wordDiff(base, f.words)
		} else {
			first[f.Lang] = f.words
		}
	}
}

// Text prints the forms.
func (v *Saying) Text(w io.Writer) error {
	p := &printer{w: w}
	p.line("%s: %s", v.Label, v.Support)
	for _, f := range v.Forms {
		p.line("")
		if f.Other != "" {
			p.line("in %s, %s:", f.Other, f.Type)
		} else {
			p.line("%s:", f.Type)
		}
		for _, c := range f.Cites {
			p.wrap("  ", marked(c))
			p.line("    %s", c.Text.Where())
		}
	}
	for _, c := range v.Clashes {
		p.line("")
		c.print(p)
	}
	return p.err
}

// wordDiff gives what the second text changes in the first.
func (l *Library) wordDiff(a, b string) []DiffPart {
	var out []DiffPart
	for _, e := range l.align(a, b) {
		if e.Same {
			out = append(out, DiffPart{Op: "same", Text: e.B.Of(b)})
			continue
		}
		if !e.A.Empty() {
			out = append(out, DiffPart{Op: "removed", Text: e.A.Of(a)})
		}
		if !e.B.Empty() {
			out = append(out, DiffPart{Op: "added", Text: e.B.Of(b)})
		}
	}
	return out
}
