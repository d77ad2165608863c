package web_test

import (
	"net/http"
	"strings"
	"testing"
)

// Figures and quotations are narrowed down by outlet, credit, language and period like texts: at
// the side of the screen in the reader's language, and by the same words in the API, which says so.
func TestStatementsOfAnOrigin(t *testing.T) {
	b := openRuled(t, nil)
	_, paths := b.document()
	for _, list := range []string{"figures", "quotes", "texts"} {
		get, _ := paths["/api/v1/"+list]["get"].(map[string]any)
		parameters, _ := get["parameters"].([]any)
		said := map[string]bool{}
		for _, p := range parameters {
			said[p.(map[string]any)["name"].(string)] = true
		}
		for _, field := range []string{"outlet", "credit", "lang", "from", "until"} {
			if !said[field] {
				t.Errorf("%s: the document has no %q", list, field)
			}
		}
		all := b.ask(http.MethodGet, "localhost", "/"+list).Body.String()
		if !strings.Contains(all, "<h2>Outlet</h2>") || !strings.Contains(all, "<h2>Credited to</h2>") || !strings.Contains(all, "<h2>Language</h2>") {
			t.Errorf("%s: a filter is missing", list)
		}
		if one := b.ask(http.MethodGet, "localhost", "/"+list+"?lang=es").Body.String(); !strings.Contains(one, `lang="es"`) || len(one) >= len(all) {
			t.Errorf("%s in Spanish:\n%s", list, one)
		}
	}
}
