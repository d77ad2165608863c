package lang_test

import (
	"strings"
	"testing"

	"stemma/lang"
)

// TestPhrases: every phrase of every list is found by its words, and says what the list's
// file says, also when it is asked for word by word.
func TestPhrases(t *testing.T) {
	for _, code := range lang.Codes() {
		pack := lang.Load(code)
		for _, name := range pack.Lists() {
			l := pack.List(name)
			for _, phrase := range l.Phrases() {
				words := strings.Fields(phrase)
				b := l.Begin(pack.Word(words[0]))
				for _, w := range words[1:] {
					if b != nil {
						b = l.Next(b, pack.Word(w))
					}
				}
				if b == nil {
					t.Fatalf("lang/%s/%s.txt: %q is not found", code, name, phrase)
				}
				value, is := l.Says(b)
				if whole, has := l.Value(phrase); !is || !has || value != whole {
					t.Errorf("lang/%s/%s.txt: %q says %q and %q", code, name, phrase, value, whole)
				}
			}
		}
	}
}

// TestRead: a word as written is folded as Fold does, and known as its folded form is.
func TestRead(t *testing.T) {
	p := lang.Default()
	for _, written := range []string{"The", "said", "SAID", "Señor", "o’clock", "it`s", "Zzqqx", "", strings.Repeat("Ab", 40)} {
		folded, w := p.Read(written)
		if folded != lang.Fold(written) || w != p.Word(folded) {
			t.Errorf("%q is read as %q, word %d", written, folded, w.Number())
		}
	}
	if p.Word("zzqqx").Number() != 0 || p.Word("said").Number() == 0 || p.List("no-such-list").Begin(p.Word("said")) != nil {
		t.Error("a word that no pack has is known, or “said” is not")
	}
}

// TestEndings: the longest end that leaves enough before it wins.
func TestEndings(t *testing.T) {
	e := lang.Load("es").List("tenses").Endings()
	for word, want := range map[string]string{"hablaron": "past", "cantaremos": "future", "aba": "", "": "", "mesa": ""} {
		if got, _ := e.Longest(word, 2); got != want {
			t.Errorf("%q ends as %q, want %q", word, got, want)
		}
	}
}

// TestWithout: an end is taken off where the longest one says so, any of those that say it.
func TestWithout(t *testing.T) {
	e := lang.Load("en").List("nounphrase").Endings()
	for word, want := range map[string]bool{"boxes": true, "horses": true, "pass": false, "basis": false, "s": false, "": false} {
		known := func(rest string) bool { return rest == "box" || rest == "horse" || rest == "pas" || rest == "basi" }
		if got := e.Without(word, 2, "plural", known); got != want {
			t.Errorf("%q is the plural of a known word: %v, want %v", word, got, want)
		}
	}
}
