package view

import "testing"

// TestTranslatedForm: a form in another language stands under that language and is not
// compared with words that it cannot share; a second one there is compared with the first.
func TestTranslatedForm(t *testing.T) {
	in := func(lang, words string) Cite {
		return Cite{Text: TextRef{Lang: lang}, Segments: []Segment{{Text: words, Marks: []Covered{{Kind: "quote"}}}}}
	}
	v := &Saying{}
	v.addForms(&Library{words: english}, []Cite{
		in("en", "the quay must wait"), in("es", "el muelle debe esperar"), in("en", "the quay can wait"), in("es", "el muelle puede esperar"),
	}, nil)
	for i, want := range []struct {
		other string
		diff  bool
	}{{"", false}, {"Spanish", false}, {"", true}, {"Spanish", true}} {
		if f := v.Forms[i]; f.Other != want.other || (len(f.Diff) > 0) != want.diff {
			t.Errorf("form %d: %+v", i, f)
		}
	}
}
