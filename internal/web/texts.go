package web

import (
	"net/http"
	"strconv"

	"stemma/internal/view"
)

// texts shows all texts by family.
func (s *server) texts(r *http.Request) (page, error) {
	v, err := s.lib.Texts(r.Context(), offset(r))
	return page{Title: s.book.Say("nav.texts"), View: v, Part: list("texts", view.Choice{})}, err
}

// offset reads where a list begins; what is no number is its beginning.
func offset(r *http.Request) int {
	n, err := strconv.Atoi(r.FormValue("offset"))
	if err != nil {
		return 0
	}
	return n
}
