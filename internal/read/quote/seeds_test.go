package quote_test

import (
	"testing"

	"stemma/internal/golden/goldentest"
	"stemma/internal/read/quote"
	"stemma/internal/text"
	"stemma/lang"
)

// shared is where evaluation texts that the project may not hold lie, if they do.
const shared = "../../../../shared/data"

// foundIn counts the quotations of a set.
func foundIn(t *testing.T, set string) int {
	n := 0
	for _, a := range goldentest.Set(t, shared, set) {
		a.Lang = "en" // PolNeAR does not say so
		d := text.New(&a, lang.Load(a.Lang))
		n += len(quote.Find(d, names(d)))
	}
	return n
}

func TestSeeds(t *testing.T) {
	if n := foundIn(t, "seeds"); n < 100 {
		t.Errorf("%d quotations found in pages that have more than 100", n)
	}
}

func TestPolnear(t *testing.T) {
	if n := foundIn(t, "quotes-polnear"); n < 5000 {
		t.Errorf("%d quotations found in texts that have more than 20,000", n)
	}
}
