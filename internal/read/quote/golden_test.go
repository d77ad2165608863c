package quote_test

import (
	"testing"

	"stemma"
	"stemma/internal/golden/goldentest"
	"stemma/internal/read/quote"
	"stemma/internal/text"
	"stemma/lang"
)

func TestGolden(t *testing.T) {
	goldentest.Run(t, "testdata", func(a *stemma.Article) stemma.Reading {
		d := text.New(a, lang.Load(a.Lang))
		return stemma.Reading{Article: a.ID, Quotes: quote.Find(d, castIn(d))}
	}, "quote")
}
