package event_test

import (
	"testing"

	"stemma"
)

func TestACLED(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Miners marched in Ostrel on Monday.", "Protests/Peaceful protest"},
		{"Miners rioted in Ostrel on Monday.", "Riots/Violent demonstration"},
		{"Soldiers shelled Ostrel on 3 March 2021.", "Explosions/Remote violence/Shelling/artillery/missile attack"},
		{"Miners will march in Ostrel on Friday.", ""},       // it has not happened
		{"Police arrested a miner in Ostrel on Monday.", ""}, // one arrest is none of its events
	} {
		got := read(&stemma.Article{Text: c.text, Lang: "en", Published: "2021-03-24"}).Events
		if len(got) != 1 || got[0].ACLED != c.want {
			t.Errorf("%s: %+v, want one event with %q", c.text, got, c.want)
		}
	}
}

// TestLasting checks what golden texts do not print: how long a decree holds.
func TestLasting(t *testing.T) {
	for _, c := range []struct{ text, lang string }{
		{"President Ana Duarte declared a state of emergency on Monday for 30 days.", "en"},
		{"Se decretó el lunes el toque de queda en Ostrel por 30 días.", "es"},
	} {
		got := read(&stemma.Article{Text: c.text, Lang: c.lang, Published: "2021-03-24"}).Events
		if len(got) != 1 || got[0].Duration != "P30D" || got[0].Date != "2021-03-22" || got[0].Type != "COERCE" {
			t.Errorf("%s: %+v, want a COERCE of P30D from 2021-03-22", c.text, got)
		}
	}
}
