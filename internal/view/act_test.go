package view

import (
	"testing"

	"stemma"
	"stemma/internal/message"
)

// Who did what is kept once and said in each reader's language.
func TestDeedInLanguages(t *testing.T) {
	const text = "blocked"
	e := stemma.Event{
		Actors:  []stemma.Named{{Name: "Ana Ruiz"}, {Name: "Bo  Lund"}, {Name: "Port Board"}},
		Targets: []stemma.Named{{Name: "Sella"}, {Name: "Tessa"}},
	}
	e.Span = stemma.Span{End: len(text)}
	d := newDeed(&e, text, &people{})
	for lang, want := range map[string]string{
		"en": "Ana Ruiz, Bo Lund and Port Board blocked Sella and Tessa",
		"es": "Ana Ruiz, Bo Lund y Port Board blocked Sella y Tessa",
	} {
		if got := d.words(message.In(lang)); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
