package viewtest

import (
	"strings"

	"stemma"
	"stemma/internal/eval"
	"stemma/internal/golden"
	"stemma/internal/view"
)

const labelledText = `# A report of a flood.
-- article --
title:     Flood at Sella
published: 2021-03-24
lang:      en

Ana Belo counted 14 dead on Monday. The mayor asked for boats.
-- gold --
figure deaths =14 "14"
	said-by "Ana Belo"
name person "Ana Belo"
name place "Sella"
`

// Labelled gives two annotated texts, the second of which is kept for measuring: a figure
// with another source than the label's, a place that is missed, and a name that is none.
func Labelled() (view.Labelled, error) {
	v := view.Labelled{Paths: []string{"this test"}}
	for _, set := range []string{"flood", "held"} {
		c, err := golden.Parse([]byte(labelledText))
		if err != nil {
			return v, err
		}
		text := c.Article.Text
		at := func(words, rule string) stemma.Evidence {
			i := strings.Index(text, words)
			return stemma.Evidence{Article: c.Article.ID, Span: stemma.Span{Start: i, End: i + len(words)}, Rule: rule}
		}
		n := 14.0
		r := stemma.Reading{
			Sentences: []stemma.Span{at("Flood at Sella", "").Span, at("Ana Belo counted 14 dead on Monday.", "").Span, at("The mayor asked for boats.", "").Span},
			Figures:   []stemma.Figure{{Evidence: at("14", "figure.en.dead"), Value: &n, Op: "=", Measure: "deaths", SaidBy: stemma.Named{Name: "The mayor"}}},
			Mentions: []stemma.Mention{
				{Evidence: at("Ana Belo", "name.cap"), Type: stemma.Person, Name: "Ana Belo"},
				{Evidence: at("The mayor", "name.cap"), Type: stemma.Person, Name: "The mayor"},
			},
		}
		j, err := eval.Judge(set, "sella.txtar", c, &r)
		if err != nil {
			return v, err
		}
		j.Kept = set == "held"
		v.Texts = append(v.Texts, j)
	}
	return v, nil
}
