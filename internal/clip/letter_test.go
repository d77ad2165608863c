package clip_test

import (
	"strings"
	"testing"

	"stemma"
)

// TestEndlessLetters: a letter of nothing but lines of heads, or of very many letters handed
// on, is cut in the time that its length needs.
func TestEndlessLetters(t *testing.T) {
	for name, text := range map[string]string{
		"lines of a head":   strings.Repeat("To: z\n", 300_000),
		"letters handed on": strings.Repeat("word ", 80) + ".\n\n" + strings.Repeat("From: z\nTo: y\n\nabc def.\n\n", 100_000),
	} {
		articles, _, _ := cutter().Articles(stemma.Page{ID: "p-test", Format: "eml", Text: "Subject\n\n" + text})
		if len(articles) > 1 {
			t.Errorf("%s: %d articles", name, len(articles))
		}
	}
}
