package event_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/read/event"
	"stemma/internal/read/name"
	"stemma/internal/read/place"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// Find must not take ever longer for each byte of a long or hostile text.
func TestLongTexts(t *testing.T) {
	for _, s := range []string{
		`"` + strings.Repeat("Soldiers shot at the crowd. ", 20000) + `"`,
		strings.Repeat("Soldiers shot at the crowd in Lima.\n\n", 20000),
		strings.Repeat(`"Soldiers `, 20000),
		strings.Repeat("police killed a man, who ", 20000),
		strings.Repeat("Lima, Cusco and 12 people died in ", 20000),
	} {
		d := text.New(&stemma.Article{Text: s, Published: "2021-03-24"}, lang.Load("en"))
		found := event.Find(d, name.Find(d, place.Find(d, gazetteer.Default())), when.Find(d))
		if quoted := s[0] == '"'; quoted && len(found) > 0 {
			t.Errorf("%.20s…: %d events within quotation marks", s, len(found))
		}
	}
}
