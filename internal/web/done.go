package web

import (
	"html/template"
	"net/http"
	"slices"
	"strings"
)

// doneCookie names what a form has just done, for the screen that is shown next.
const doneCookie = "stemma-done"

// tellDone lets the next screen say that something was done: the end of a message done.…
func tellDone(w http.ResponseWriter, what string) {
	http.SetCookie(w, &http.Cookie{Name: doneCookie, Value: what, Path: "/", MaxAge: 30, HttpOnly: true, SameSite: http.SameSiteStrictMode})
}

// done words what was done before this screen, and forgets it. Whoever sends another word than
// ours is told nothing.
func (s *server) done(w http.ResponseWriter, r *http.Request) template.HTML {
	c, err := r.Cookie(doneCookie)
	if err != nil {
		return ""
	}
	http.SetCookie(w, &http.Cookie{Name: doneCookie, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	list, what, _ := strings.Cut(c.Value, ".")
	if !slices.Contains(s.book.IDs(), "term."+list+"."+what) {
		return ""
	}
	switch list {
	case "ruling":
		return template.HTML(s.book.Rich("done.ruling", "what", s.book.Term("ruling", what), "href", "/rulings"))
	case "search":
		return template.HTML(s.book.Rich("done.search", "what", s.book.Term("search", what), "href", "/searches"))
	}
	return ""
}
