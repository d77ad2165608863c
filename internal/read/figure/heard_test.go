package figure_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/read/figure"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// TestHeard reads numbers that stand in quotations: whose words they are, and whose they are not.
func TestHeard(t *testing.T) {
	for _, c := range []struct{ text, kind, content, speaker, cue, want string }{
		{"Ana Duarte shrugged. “We hold 12 boats here.”", stemma.DirectQuote, "We hold 12 boats here.", "Ana Duarte", "", "Ana Duarte"},
		{"A clerk at the pier snapped: “We hold 12 boats here.”", stemma.DirectQuote, "We hold 12 boats here.", "A clerk at the pier", "snapped", "A clerk at the pier"},
		{"The letter was blunt. “We hold 12 boats here.”", stemma.DirectQuote, "We hold 12 boats here.", "They", "", ""},
		{"Ana Duarte saluted the crews of 12 boats.", stemma.IndirectQuote, "the crews of 12 boats", "Ana Duarte", "saluted", ""},
		{"Ana Duarte asked the court to name those who left 12 people dead.", stemma.IndirectQuote, "the court to name those who left 12 people dead", "Ana Duarte", "asked", ""},
		{"“We left,” Ana Duarte said. A 9\" gate shut. The quay holds 12 boats.", stemma.DirectQuote, "We left,", "Ana Duarte", "said", ""},
		{"The name is the “12 boats” inn.", stemma.ScareQuote, "12 boats", "", "", ""},
	} {
		by := stemma.Named{Span: place(c.text, c.speaker)}
		if c.speaker == "Ana Duarte" {
			by.Name = c.speaker
		}
		q := stemma.Quote{Type: c.kind, Content: place(c.text, c.content), Speaker: by, Cue: place(c.text, c.cue)}
		q.Span = q.Content
		d := text.New(&stemma.Article{ID: "a", Text: c.text, Lang: "en"}, lang.Load("en"))
		all := figure.Find(d, named(c.text), when.Find(d), []stemma.Quote{q})
		if len(all) == 0 {
			t.Errorf("no figure in %q", c.text)
			continue
		}
		if got := sourceOf(all[len(all)-1].SaidBy, c.text); got != c.want {
			t.Errorf("the number of %q is said by %q, want %q", c.text, got, c.want)
		}
	}
}

// place gives where words stand in a text, nothing where they do not.
func place(s, words string) stemma.Span {
	at := strings.Index(s, words)
	if words == "" || at < 0 {
		return stemma.Span{}
	}
	return stemma.Span{Start: at, End: at + len(words)}
}

func sourceOf(n stemma.Named, s string) string {
	if n.Name != "" {
		return n.Name
	}
	return n.Span.Of(s)
}
