package concord

import (
	"testing"

	"stemma"
)

const (
	first  = "the quay must wait for 40 boats"
	second = "nobody asked the widows of Sella"
	uno    = "el muelle debe esperar 40 barcos"
	dos    = "nadie preguntó a las viudas de Sella"
)

// inTongue makes a text of somebody's quotes, one behind the other.
func inTongue(id, lang string, quotes ...string) *builder {
	words := "Ana Kelm. "
	for _, q := range quotes {
		words += "“" + q + "”, Ana Kelm. "
	}
	b := text(draft{id, "2021-03-05", id, words}).name(stemma.Person, "Ana Kelm", "Ana Kelm")
	for _, q := range quotes {
		b.quote(q, "Ana Kelm")
	}
	b.article.Lang = lang
	return b
}

// TestTranslatedQuotes: what a translation quotes is the same utterance, where which quote is
// which can be told.
func TestTranslatedQuotes(t *testing.T) {
	for _, c := range []struct {
		why    string
		quotes []string // of the Spanish text
		kin    bool
		want   int
	}{
		{"a translation", []string{uno, dos}, true, 2},
		{"two texts that are no copies", []string{uno, dos}, false, 0},
		{"one quote was left out", []string{dos}, true, 0},
		{"another number", []string{"el muelle debe esperar 50 barcos", dos}, true, 0},
		{"a much longer one", []string{uno + " y los que vengan antes del otoño con redes nuevas de la otra orilla", dos}, true, 0},
	} {
		var families []stemma.Family
		if c.kin {
			families = []stemma.Family{{ID: "F-1", Articles: []stemma.ID{"a-1", "a-2"}, First: "a-1"}}
		}
		l := Lineup(texts(inTongue("a-1", "en", first, second), inTongue("a-2", "es", c.quotes...)), families)
		if len(l.Sayings) != c.want || len(l.Clashes) != 0 {
			t.Errorf("%s: %d sayings, %+v", c.why, len(l.Sayings), l.Clashes)
		}
	}
}

// TestTranslationJoinsOthers: an independent text that quotes the translation's words says
// what the original says, and the label stays in the language of most.
func TestTranslationJoinsOthers(t *testing.T) {
	family := []stemma.Family{{ID: "F-1", Articles: []stemma.ID{"a-1", "a-2"}, First: "a-1"}}
	l := Lineup(texts(inTongue("a-1", "en", second), inTongue("a-2", "es", dos), inTongue("a-3", "es", dos)), family)
	if len(l.Sayings) != 1 || l.Sayings[0].Support.Families != 2 || l.Sayings[0].Label != "Ana Kelm: "+dos {
		t.Errorf("%+v", l.Sayings)
	}
}

// TestSpeltOtherwise: house style is no other wording; another word is.
func TestSpeltOtherwise(t *testing.T) {
	for other, want := range map[string]int{"what does a meter of gray wall cost": 0, "what does a yard of grey wall cost": 1} {
		l := Lineup(texts(inTongue("a-1", "en", "what does a metre of grey wall cost"), inTongue("a-2", "en", other)), nil)
		if len(l.Sayings) != 1 || len(l.Clashes) != want {
			t.Errorf("%q: %d sayings, %+v", other, len(l.Sayings), l.Clashes)
		}
	}
}
