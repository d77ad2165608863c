package when_test

import (
	"testing"

	"stemma"
	"stemma/internal/golden/goldentest"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

func find(a *stemma.Article) stemma.Reading {
	return stemma.Reading{Times: when.Find(text.New(a, lang.Load(a.Lang)))}
}

func TestGolden(t *testing.T) { goldentest.Run(t, "testdata", find, "time") }
