package web_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/pb33f/libopenapi"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
	"stemma/internal/web"
)

// openRuled is open for a pile that can be decided about; the decisions are noted.
func openRuled(t *testing.T, decided *[]web.Decision) browser {
	lib := view.New(viewtest.Velmora())
	lib.Diff, lib.Labelled = viewtest.Diff, viewtest.Labelled
	return browser{t: t, h: web.New(lib, web.Options{Version: "test", Rule: func(_ context.Context, d web.Decision) error {
		*decided = append(*decided, d)
		return nil
	}})}
}

// document gives the API's own description, read by libraries that were not written here.
func (b browser) document() (schemas *jsonschema.Compiler, paths map[string]map[string]any) {
	b.t.Helper()
	w := b.ask("GET", "localhost", "/api/v1/openapi.json")
	doc, err := libopenapi.NewDocument(w.Body.Bytes())
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := doc.BuildV3Model(); err != nil {
		b.t.Fatal(err)
	}
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(w.Body.Bytes()))
	if err != nil {
		b.t.Fatal(err)
	}
	schemas = jsonschema.NewCompiler()
	if err := schemas.AddResource("api.json", tree); err != nil {
		b.t.Fatal(err)
	}
	var described struct{ Paths map[string]map[string]any }
	if err := json.Unmarshal(w.Body.Bytes(), &described); err != nil {
		b.t.Fatal(err)
	}
	return schemas, described.Paths
}

// suits checks an answer against the schema that the document gives for it.
func (b browser) suits(schemas *jsonschema.Compiler, path, method, status, media string, body []byte) {
	b.t.Helper()
	pointer := "api.json#/paths/" + strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(path) + "/" + method +
		"/responses/" + status + "/content/" + strings.ReplaceAll(media, "/", "~1") + "/schema"
	schema, err := schemas.Compile(pointer)
	if err != nil {
		b.t.Fatalf("%s: %v", path, err)
	}
	data, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err == nil {
		err = schema.Validate(data)
	}
	if err != nil {
		b.t.Errorf("%s: %v\n%.600s", path, err, body)
	}
}

// Every screen's answer is what the API's description says, from the overview on, as far as
// its links lead.
func TestAnswersAreAsDescribed(t *testing.T) {
	var decided []web.Decision
	b := openRuled(t, &decided)
	schemas, paths := b.document()
	reached := map[string]bool{}
	seen := map[string]bool{}
	todo := []string{"/", "/texts", "/figures", "/victims", "/votes", "/polls", "/measures", "/demands", "/map", "/map?what=events&area=all", "/quotes", "/timeline", "/names", "/clashes", "/stories", "/tolls", "/search?q=quay", "/search?q=quai~", "/problems", "/rulings", "/searches", "/accuracy"}
	for len(todo) > 0 {
		screen := strings.Split(todo[0], "#")[0]
		todo = todo[1:]
		if seen[screen] || narrowed(screen) || strings.HasPrefix(screen, "/original") || strings.HasPrefix(screen, "/export") {
			continue
		}
		seen[screen] = true
		w := b.ask("GET", "localhost", "/api/v1"+screen)
		if w.Code != http.StatusOK {
			t.Errorf("%s: status %d: %s", screen, w.Code, w.Body)
			continue
		}
		path := pathOf(paths, "/api/v1"+screen)
		reached[path] = true
		b.suits(schemas, path, "get", "200", "application/json", w.Body.Bytes())
		todo = append(todo, hrefs(t, w.Body.Bytes())...)
	}
	for path := range paths {
		if strings.HasPrefix(path, "/api/") && !reached[path] {
			t.Errorf("no link led to %s", path)
		}
	}
}

// pathOf finds the described path of an address.
func pathOf(paths map[string]map[string]any, address string) string {
	address, _, _ = strings.Cut(address, "?")
	for path := range paths {
		a, p := strings.Split(address, "/"), strings.Split(path, "/")
		if len(a) == len(p) && slices.EqualFunc(a, p, func(x, y string) bool { return x == y || strings.HasPrefix(y, "{") }) {
			return path
		}
	}
	return address
}

// hrefs gives the addresses of screens in an answer.
func hrefs(t *testing.T, body []byte) (out []string) {
	t.Helper()
	var tree any
	if err := json.Unmarshal(body, &tree); err != nil {
		t.Fatal(err)
	}
	var walk func(any)
	walk = func(x any) {
		switch x := x.(type) {
		case map[string]any:
			for name, y := range x {
				if s, ok := y.(string); ok && (strings.HasSuffix(name, "href") || name == "next" || name == "prev") && strings.HasPrefix(s, "/") {
					out = append(out, s)
				}
				walk(y)
			}
		case []any:
			for _, y := range x {
				walk(y)
			}
		}
	}
	walk(tree)
	return out
}

// An answer can be asked for conditionally: it is not sent again while the pile is the same.
func TestConditionalRequests(t *testing.T) {
	var decided []web.Decision
	b := openRuled(t, &decided)
	first := b.ask("GET", "localhost", "/api/v1/texts")
	tag := first.Header().Get("ETag")
	if tag == "" || tag == b.ask("GET", "localhost", "/api/v1/names").Header().Get("ETag") {
		t.Errorf("tag %s", tag)
	}
	r := httptest.NewRequest("GET", "http://localhost/api/v1/texts", nil)
	r.Header.Set("If-None-Match", `"other", `+tag)
	w := httptest.NewRecorder()
	b.h.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("status %d, body %s", w.Code, w.Body)
	}
}

// A list tells where its next page is.
func TestPagesOfAnswers(t *testing.T) {
	b := open(t, viewtest.Velmora())
	link := b.ask("GET", "localhost", "/api/v1/names?type=person&offset=1").Header().Get("Link")
	if link != `</api/v1/names?type=person>; rel="prev"` {
		t.Errorf("Link: %s", link)
	}
}

// What an address asks with is described as it is: “from” is a day where there is a period,
// else a number.
func TestFieldsAreAsDescribed(t *testing.T) {
	b := open(t, viewtest.Velmora())
	_, paths := b.document()
	kinds := map[string]any{}
	for _, path := range []string{"/timeline", "/text/{id}", "/family/{id}"} {
		for _, p := range paths["/api/v1"+path]["get"].(map[string]any)["parameters"].([]any) {
			p := p.(map[string]any)
			kinds[path+" "+p["name"].(string)] = p["schema"].(map[string]any)["type"]
		}
	}
	for field, want := range map[string]string{"/timeline from": "string", "/timeline lanes": "string", "/timeline offset": "integer", "/text/{id} from": "integer", "/family/{id} from": "integer"} {
		if kinds[field] != want {
			t.Errorf("%s is described as %v, want %s", field, kinds[field], want)
		}
	}
}

// Trouble is told as problem details.
func TestTroubleOfAnswers(t *testing.T) {
	var decided []web.Decision
	b := openRuled(t, &decided)
	schemas, _ := b.document()
	for _, x := range []struct {
		path, asked string
		status      int
	}{
		{"/api/v1/text/{id}", "/api/v1/text/a-none", 404}, {"/api/v1/copy/{a}/{b}", "/api/v1/copy/a-1/a-1", 400}, {"/api/v1/texts", "/api/v1/nowhere", 404},
	} {
		w := b.ask("GET", "localhost", x.asked)
		if w.Code != x.status || w.Header().Get("Content-Type") != "application/problem+json" || w.Header().Get("ETag") != "" {
			t.Errorf("%s: status %d, headers %v", x.asked, w.Code, w.Header())
		}
		b.suits(schemas, x.path, "get", "default", "application/problem+json", w.Body.Bytes())
	}
	// What can only be read says so in the same form, and what is sent wrongly is told from a wrong address.
	for asked, want := range map[string]string{"/api/v1/figures": "can only be read", "/api/v1/rulings": "was not kept"} {
		w := b.ask("POST", "localhost", asked)
		if w.Header().Get("Content-Type") != "application/problem+json" || !strings.Contains(w.Body.String(), want) {
			t.Errorf("POST %s: status %d, %s", asked, w.Code, w.Body)
		}
	}
}

// A ruling can be sent as JSON, by nobody else's page and with a name.
func TestRuleByAPI(t *testing.T) {
	var decided []web.Decision
	b := openRuled(t, &decided)
	schemas, _ := b.document()
	send := func(media, site, body string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("POST", "http://localhost/api/v1/rulings", strings.NewReader(body))
		r.Header.Set("Content-Type", media)
		if site != "" {
			r.Header.Set("Sec-Fetch-Site", site)
		}
		w := httptest.NewRecorder()
		b.h.ServeHTTP(w, r)
		return w
	}
	const ruling = `{"by": "Ida", "verdict": "first", "text": "a-1", "why": "seen in print"}`
	for _, x := range []struct {
		media, site, body string
		status            int
	}{
		{"text/plain", "", ruling, 400}, {"application/json", "cross-site", ruling, 405}, {"application/json", "", `{"by": " ", "verdict": "first"}`, 400},
		{"application/json", "", `{"by": "Ida", "verdikt": "first"}`, 400}, {"application/json", "", `{`, 400},
	} {
		if w := send(x.media, x.site, x.body); w.Code != x.status || len(decided) > 0 {
			t.Errorf("%s %s %s: status %d, decided %v", x.media, x.site, x.body, w.Code, decided)
		}
	}
	w := send("application/json; charset=utf-8", "", ruling)
	if w.Code != http.StatusCreated || w.Header().Get("Location") != "/api/v1/rulings" {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
	b.suits(schemas, "/api/v1/rulings", "post", "201", "application/json", w.Body.Bytes())
	if want := (web.Decision{By: "Ida", Verdict: stemma.CameFirst, Text: "a-1", Why: "seen in print"}); !reflect.DeepEqual(decided, []web.Decision{want}) {
		t.Errorf("decided %+v", decided)
	}
}
