package quote_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/read/quote"
	"stemma/internal/text"
	"stemma/lang"
)

func TestDebug(t *testing.T) {
	b, err := os.ReadFile(os.Getenv("QDEBUG"))
	if err != nil {
		t.Skip()
	}
	code := os.Getenv("QLANG")
	if code == "" {
		code = "en"
	}
	for _, para := range strings.Split(strings.TrimSpace(string(b)), "\n=====\n") {
		a := &stemma.Article{Text: para, Lang: code}
		d := text.New(a, lang.Load(code))
		fmt.Println("##", para)
		ns := capitalised(d)
		for _, q := range quote.Find(d, ns) {
			c := q.Content.Of(a.Text)
			if len(q.Pieces) > 0 {
				c = ""
				for _, p := range q.Pieces {
					c += "[" + p.Of(a.Text) + "] "
				}
			}
			fmt.Printf("   %-8s %-24s SP=%q (%s) CUE=%q OCC=%q\n            %s\n", q.Type, q.Rule, q.Speaker.Span.Of(a.Text), q.Speaker.Name, q.Cue.Of(a.Text), q.Occasion.Span.Of(a.Text), c)
		}
	}
}
