package web

import (
	"net/http"
	"strconv"
)

// texts shows all texts by family.
func (s *server) texts(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("texts")...)
	v, err := s.lib.Texts(r.Context(), c)
	return page{Title: s.book.Say("nav.texts"), View: v, Part: list("texts", c)}, err
}

// offset reads where a list begins; what is no number is its beginning.
func offset(r *http.Request) int {
	n, err := strconv.Atoi(r.FormValue("offset"))
	if err != nil {
		return 0
	}
	return n
}
