package view

import (
	"strings"
	"testing"

	"stemma"
)

// TestTranslatedRows: a translation stands paragraph by paragraph beside its text, with no
// word marked; what one of them lacks stands alone.
func TestTranslatedRows(t *testing.T) {
	a := &stemma.Article{Text: "Bridge of Sund opens\n\nThe bridge of Sund was opened on Tuesday, after three years of work.\n\nRain fell.\n\n“It holds,” the mayor said, and drove across it in her own car.", Lang: "en"}
	b := &stemma.Article{Text: "Se abre el puente de Sund\n\nEl puente de Sund se abrió el martes, después de tres años de obras.\n\n«Aguanta», dijo la alcaldesa, y lo cruzó en su propio coche.", Lang: "es"}
	var got []string
	for _, r := range translatedRows(a, b, nil) {
		got = append(got, r.Kind+" "+strings.Fields(unmarked(r.Inline))[0])
		for _, p := range r.Inline {
			if r.Kind == "translated" && p.Op != "translated" {
				t.Errorf("%q is marked %s", p.Text, p.Op)
			}
		}
	}
	if want := "translated Bridge|translated The|only-a Rain|translated “It"; strings.Join(got, "|") != want {
		t.Errorf("rows %q, want %s", got, want)
	}
}

// TestTranslatedHeadlines: headlines stand beside each other, not beside the line about the
// author that happens to be as long.
func TestTranslatedHeadlines(t *testing.T) {
	const en, es = "Bridge of Sund opens", "Se abre por fin el viejo puente de piedra de Sund"
	a := &stemma.Article{Text: en + "\n\nBy Ana Duarte | 5 March 2031 | Rivers | 2 comments\n\nRain fell on all of it.", Title: stemma.Span{End: len(en)}}
	b := &stemma.Article{Text: es + "\n\nAna Duarte\n\nLlovió sobre todo ello.", Title: stemma.Span{End: len(es)}}
	rows := translatedRows(a, b, nil)
	if got := rows[0]; got.Kind != "translated" || !strings.Contains(unmarked(got.Inline), en) || !strings.Contains(unmarked(got.Inline), es) {
		t.Errorf("the first row is %s, %q", got.Kind, unmarked(got.Inline))
	}
	b.Title = stemma.Span{}
	if got := translatedRows(a, b, nil)[0]; got.Kind == "translated" {
		t.Errorf("without knowing the headlines the first row is %q: this test tells nothing", unmarked(got.Inline))
	}
}
