package message_test

import (
	"errors"
	"go/ast"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/message"
)

// told gives what the functions of files say: the sentences that stand there, and the formats
// of errors, each with a value in its places.
func told(t *testing.T, files string, errorsOnly bool) (said []string) {
	t.Helper()
	for _, f := range sources(t, files) {
		ast.Inspect(f, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok {
				if f, ok := c.Fun.(*ast.SelectorExpr); ok && (f.Sel.Name == "Errorf" || f.Sel.Name == "New") && len(c.Args) > 0 {
					if s := wording(c.Args[0]); s != "" && (!errorsOnly || ours(c)) {
						said = append(said, s)
					}
					return false
				}
			}
			e, ok := n.(ast.Expr)
			if !ok || wording(e) == "" {
				return true
			}
			if !errorsOnly {
				said = append(said, wording(e))
			}
			return false
		})
	}
	return said
}

// ours reports whether an error is one that people make: it wraps one of stemma's.
func ours(c *ast.CallExpr) bool {
	last, _ := c.Args[len(c.Args)-1].(*ast.SelectorExpr)
	return last != nil && slices.Contains([]string{"ErrInvalid", "ErrNotFound", "ErrConflict"}, last.Sel.Name)
}

// sentence reports whether words are meant for people: they begin in small letters, as what
// went wrong does, or end with a full stop, as what to do does.
func sentence(s string) bool {
	return strings.Count(s, " ") > 1 && (strings.HasSuffix(s, ".") && s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 'a' && s[0] <= 'z')
}

// TestEveryProblemIsWorded: why a page could not be read, and what to do about it, is worded
// in Spanish whichever step says so.
func TestEveryProblemIsWorded(t *testing.T) {
	spanish := message.In("es")
	said := 0
	for _, files := range []string{"../intake/*.go", "../intake/warc/*.go", "../intake/mail/*.go", "../clip/clip.go", "../clip/pdf/*.go", "../clip/docx/*.go", "../clip/feed/*.go", "../pipeline/page.go", "../watch/entry.go", "../watch/fetch/*.go"} {
		for _, s := range told(t, files, false) {
			if !sentence(s) || strings.HasPrefix(s, "intake 7") || s == "no more is wanted" {
				continue
			}
			said++
			switch s = strings.TrimSuffix(s, "; "); {
			case strings.HasSuffix(s, ": "):
				s += "7"
			case strings.HasPrefix(s, "files "): // the subject of a sentence
				s += " cannot be read"
			}
			if got := spanish.Problem(s); got == s {
				t.Errorf("%s: %q: a message problem.… is missing", files, s)
			}
		}
	}
	if said < 120 {
		t.Errorf("only %d sentences: does the test find them?", said)
	}
	for said, want := range map[string]string{
		"the file cannot be read: permission denied":                           "el archivo no se puede leer: permiso denegado",
		"styles, scripts and fonts are not read":                               "no se leen: estilos, scripts y tipos de letra",
		"parts of it were passed over: hidden files (2), images (13)":          "se omitieron partes: archivos ocultos (2), imágenes (13)",
		"line 7 cannot be an article: is over 256 MB":                          "la línea 7 no puede ser un artículo: pasa de 256 MB",
		"the file is an RTF document, which is not read":                       "el archivo es un documento RTF, que no se lee",
		"the page was not fetched: the server answers with status 404":         "la página no se descargó: el servidor responde con el estado 404",
		"damaged gzip data: the file ends inside":                              "datos gzip dañados: el archivo termina dentro",
		"words that somebody else wrote, which nobody here knows how to word.": "words that somebody else wrote, which nobody here knows how to word.",
	} {
		if got := spanish.Problem(said); got != want {
			t.Errorf("%q is worded %q, not %q", said, got, want)
		}
	}
}

// TestEveryRefusalIsWorded: what a person asked or sent in vain is answered in Spanish.
func TestEveryRefusalIsWorded(t *testing.T) {
	spanish := message.In("es")
	check := func(where, s string) {
		if !strings.ContainsAny(s, " ") || strings.Trim(s, "7\": ") == "" {
			return // no words of ours
		}
		if got := spanish.Refusal(errors.New(s)); got == strings.TrimSuffix(s, ": 7") {
			t.Errorf("%s: %q: a message refusal.… is missing", where, s)
		}
	}
	said := 0
	for _, files := range []string{"../view/*.go", "../store/ruled.go", "../pipeline/rule*.go", "../pipeline/search.go", "../mend/*.go", "../web/*.go", "../export/*.go"} {
		for _, s := range told(t, files, true) {
			s = strings.TrimSuffix(s, ": 7")
			if strings.Contains(s, "the API") || strings.Contains(s, "folder of a dossier") || strings.HasPrefix(s, "findings of kind") {
				continue // told to programs, and in the terminal
			}
			said++
			check(files, s)
		}
	}
	for _, files := range []string{"../view/search_*.go", "../mend/*.go"} {
		for _, s := range told(t, files, false) {
			if s == "and 7 left out" || s == "no word of this pile" {
				continue // the terminal's form of a search
			}
			if sentence(s) && !strings.HasSuffix(s, ".") && strings.Count(s, " ") > 2 {
				said++
				check(files, strings.TrimSuffix(s, ": 7"))
			}
		}
	}
	if said < 60 {
		t.Errorf("only %d refusals: does the test find them?", said)
	}
	for said, want := range map[string]string{
		"ruling: value: write the number in digits: 1200, 2.5, >27, >=27, ~300, or 20-30 for a range: invalid": "valor: escriba el número en cifras: 1200, 2.5, >27, >=27, ~300, o 20-30 para un intervalo",
		"clash c-1: not found": "discrepancia c-1",
		"export: a sheet holds 7 rows, and there are more figures; choose fewer, or take --format csv: invalid": "una hoja contiene 7 filas, y hay más (figures); elija menos o tome --format csv",
		"a name needs its name: invalid": "a un hallazgo del tipo «nombre» no puede faltarle: nombre",
		"disk is full":                   "disk is full",
	} {
		if got := spanish.Refusal(errors.New(said)); got != want {
			t.Errorf("%q is worded %q, not %q", said, got, want)
		}
	}
	if got, want := message.In("en").Refusal(errors.Join(stemma.ErrInvalid)), "invalid"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
}

// TestClash: what the pile keeps of a clash in English is worded for the reader.
func TestClash(t *testing.T) {
	spanish, english := message.In("es"), message.In("en")
	for said, want := range map[string]string{
		"61": "61", "about 2500": "alrededor de 2.500", "150 to 200": "150 a 200", "at least 131": "al menos 131", "30 or more": "al menos 30",
		"up to 12": "como máximo 12", "fewer than 5": "menos de 5", "an unstated number": "un número no indicado", "Oro": "Oro",
	} {
		if got := spanish.Side("number", "deaths · Oro", said); got != want {
			t.Errorf("%q is worded %q, not %q", said, got, want)
		}
	}
	if got := english.Side("number", "", "about 2500"); got != "about 2,500" {
		t.Error(got)
	}
	if got := english.Side("number", "poll disapprove · Oro", "at least 61"); got != "at least 61 %" {
		t.Error(got)
	}
	if got := spanish.Side("date", "", "2022-03-04"); got != "4 de marzo de 2022" {
		t.Error(got)
	}
	if got := spanish.About("number", "deaths · Alto Oro and Oro"); got != "muertes · Alto Oro y Oro" {
		t.Error(got)
	}
	if got := spanish.Reason("about 2500, 150 to 200 and 7 are given for different days; the count has moved on"); got != "se dan alrededor de 2.500, 150 a 200 y 7 para días distintos; el recuento ha avanzado" {
		t.Error(got)
	}
}
