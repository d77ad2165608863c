package web

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"net/http"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/web/openapi"
)

// apiRoot stands before the address of a screen for what it shows as JSON. It counts the
// versions: what an answer says is only added to under one number.
const apiRoot = "/api/v1"

// api gives the handler of a screen's answer. It can be asked for conditionally: the ETag
// names the state of the pile.
func (s *server) api(r route) http.HandlerFunc {
	return func(w http.ResponseWriter, req *http.Request) {
		tag, err := s.tag(req)
		if err != nil {
			s.apiTrouble(w, req, err)
			return
		}
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("ETag", tag)
		if slices.ContainsFunc(strings.Split(req.Header.Get("If-None-Match"), ","), func(t string) bool {
			return strings.TrimSpace(t) == tag || strings.TrimSpace(t) == "*"
		}) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		p, err := r.show(s, req)
		if err != nil {
			w.Header().Del("ETag")
			s.apiTrouble(w, req, err)
			return
		}
		data := cmp.Or(p.Data, p.View)
		pages(w.Header(), data)
		s.answer(w, req, http.StatusOK, "application/json", data)
	}
}

// tag names what an answer is made of: the state of the pile, the program, the address.
func (s *server) tag(req *http.Request) (string, error) {
	state, err := s.lib.State(req.Context())
	if err != nil {
		return "", err
	}
	hash := fnv.New64a()
	fmt.Fprint(hash, s.options.Version, "\x00", req.URL.RequestURI())
	return fmt.Sprintf("%q", fmt.Sprintf("%s-%x", state, hash.Sum64())), nil
}

// paged is a view that is one page of a list.
type paged interface{ Turns() (prev, next string) }

// pages tells where the pages before and behind are (RFC 8288).
func pages(h http.Header, data any) {
	v, ok := data.(paged)
	if !ok {
		return
	}
	prev, next := v.Turns()
	for _, link := range []struct{ href, rel string }{{prev, "prev"}, {next, "next"}} {
		if link.href != "" {
			h.Add("Link", fmt.Sprintf("<%s%s>; rel=%q", apiRoot, link.href, link.rel))
		}
	}
}

// answer writes JSON whole before the first byte is sent. A list that is empty is [], not
// null.
func (s *server) answer(w http.ResponseWriter, req *http.Request, status int, media string, data any) {
	b, err := json.Marshal(data, json.Deterministic(true))
	if err != nil {
		s.apiTrouble(w, req, err)
		return
	}
	w.Header().Set("Content-Type", media)
	w.WriteHeader(status)
	_, _ = w.Write(append(b, '\n')) // the reader is gone if this fails
}

// apiTrouble answers a request that could not be served.
func (s *server) apiTrouble(w http.ResponseWriter, req *http.Request, err error) {
	if req.Context().Err() != nil {
		return // nobody is waiting for the answer
	}
	status, t := s.troubleOf(err)
	if req.Method == http.MethodPost && status == http.StatusBadRequest { // it is what was sent that is to be changed, not the address
		t = s.worded("trouble.refused", s.book.Refusal(err))
		t.Do = "Change what is sent; " + apiRoot + "/openapi.json describes it."
	}
	s.answer(w, req, status, "application/problem+json", openapi.Problem{Title: t.Heading, Status: status, Detail: cmp.Or(t.Detail, t.What), Do: t.Do, Instance: req.URL.RequestURI()})
}

// readOnly answers a request that would change what can only be read.
func (s *server) readOnly(w http.ResponseWriter, req *http.Request) {
	w.Header().Set("Allow", "GET, HEAD")
	if !strings.HasPrefix(req.URL.Path, apiRoot+"/") {
		http.Error(w, "The screens can only be read.", http.StatusMethodNotAllowed)
		return
	}
	s.answer(w, req, http.StatusMethodNotAllowed, "application/problem+json", openapi.Problem{
		Title: "This address can only be read", Status: http.StatusMethodNotAllowed, Detail: req.Method + " is not taken here",
		Do: "Ask with GET; " + apiRoot + "/openapi.json says which addresses take POST.", Instance: req.URL.RequestURI(),
	})
}

// noAnswer answers an address below apiRoot that there is not.
func (s *server) noAnswer(w http.ResponseWriter, req *http.Request) {
	s.apiTrouble(w, req, fmt.Errorf("the API has no address %s; %s/openapi.json lists them: %w", req.URL.Path, apiRoot, stemma.ErrNotFound))
}

// apiRule takes a decision as JSON.
func (s *server) apiRule(w http.ResponseWriter, req *http.Request) {
	var sent openapi.Ruling
	err := s.sent(w, req, &sent)
	if err == nil {
		err = s.decide(req.Context(), Decision(sent))
	}
	if err != nil {
		s.apiTrouble(w, req, err)
		return
	}
	v, err := s.lib.Rulings(req.Context(), view.Choice{})
	if err != nil {
		s.apiTrouble(w, req, err)
		return
	}
	w.Header().Set("Location", apiRoot+"/rulings")
	s.answer(w, req, http.StatusCreated, "application/json", v)
}

var errNoName = fmt.Errorf("a ruling needs the name of who makes it: %w", stemma.ErrInvalid)

// The views that are one page of a list.
var _ = []paged{
	(*view.Texts)(nil), (*view.Figures)(nil), (*view.Victims)(nil), (*view.Quotes)(nil), (*view.Timeline)(nil),
	(*view.Names)(nil), (*view.Clashes)(nil), (*view.Search)(nil), (*view.Stories)(nil), (*view.Accuracy)(nil), (*view.Rulings)(nil),
	(*view.Map)(nil), (*view.Votes)(nil), (*view.Polls)(nil), (*view.LegalMeasures)(nil), (*view.Demands)(nil),
	(*view.Story)(nil), (*view.Happening)(nil),
}
