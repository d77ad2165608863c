package clip

import (
	"testing"

	"stemma/lang"
)

func TestLanguage(t *testing.T) {
	c := New(lang.Load("en"), lang.Load("es"))
	for text, want := range map[string]string{
		"The ferry to Port Sella was late again on Monday, and nobody on the quay was told why. The master said that the engine had been cold and the crew had waited for a new pump, which came from the other side of the bay only after two hours.":                     "en",
		"El barco de Puerto Sella llegó tarde otra vez el lunes, y nadie en el muelle supo por qué. El capitán dijo que la máquina estaba fría y que la gente había esperado una bomba nueva, que llegó del otro lado de la bahía solo después de dos horas.":              "es",
		"Die Fähre nach Port Sella kam am Montag wieder zu spät, und niemand am Kai erfuhr, warum. Der Kapitän sagte, die Maschine sei kalt gewesen und die Mannschaft habe auf eine neue Pumpe gewartet, die erst nach zwei Stunden von der anderen Seite der Bucht kam.": "de",
		"O barco para Porto Sela chegou outra vez tarde na segunda-feira, e ninguém no cais soube porquê. O capitão disse que a máquina estava fria e que a tripulação tinha esperado por uma bomba nova, que só veio do outro lado da baía depois de duas horas.":         "pt",
		"Late ferry": "und",
		"":           "und",
	} {
		if got := c.language(text); got != want {
			t.Errorf("%s: %.60s", got, text)
		}
	}
}
