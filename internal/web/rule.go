package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"stemma"
)

// Decision is what a person says of texts, as a form of ours or the API sends it.
type Decision struct {
	By      string
	Why     string
	Verdict string    // one of stemma's
	Text    stemma.ID // the article that it is about, or whose finding it is about
	Other   stemma.ID // the other article of a pair
	Finding stemma.ID // that is right or wrong
	Copies  bool      // in all copies of the text too
	Answers stemma.ID // the ruling that is taken back
}

// maxForm bounds a form that is sent, in bytes.
const maxForm = 64 << 10

// rulings lists what people have decided.
func (s *server) rulings(r *http.Request) (page, error) {
	v, err := s.lib.Rulings(r.Context())
	if err != nil {
		return page{}, err
	}
	return page{Title: "Rulings", View: v}, nil
}

// rule takes a person's decision and goes back to the screen that it came from. What was
// sent is kept even when the browser does not wait for the answer.
func (s *server) rule(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	d := Decision{
		By: strings.TrimSpace(r.PostFormValue("by")), Why: strings.TrimSpace(r.PostFormValue("why")), Verdict: r.PostFormValue("verdict"),
		Text: stemma.ID(r.PostFormValue("text")), Other: stemma.ID(r.PostFormValue("other")), Finding: stemma.ID(r.PostFormValue("finding")), Copies: r.PostFormValue("copies") == "1", Answers: stemma.ID(r.PostFormValue("answers")),
	}
	err := errNoName
	if d.By != "" {
		err = s.options.Rule(context.WithoutCancel(r.Context()), d)
	}
	if err != nil {
		s.trouble(w, r, err)
		return
	}
	http.Redirect(w, r, ownPath(r.PostFormValue("to"), "/rulings"), http.StatusSeeOther)
}

// ownPath gives an address on this server, and another one of ours for any elsewhere.
func ownPath(to, other string) string {
	u, err := url.Parse(to)
	if err != nil || u.Host != "" || u.Scheme != "" || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(to, "//") || strings.Contains(to, "\\") {
		return other
	}
	return u.String()
}

// ownForm reports whether a request was sent by a page of ours: browsers tell the site
// that a form stands on, or its origin.
func ownForm(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" {
		return site == "same-origin"
	}
	origin, err := url.Parse(r.Header.Get("Origin"))
	return err == nil && origin.Host != "" && origin.Host == r.Host
}
