package web

import "net/http"

// victims shows people who were harmed, one by one.
func (s *server) victims(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("victims")...)
	v, err := s.lib.Victims(r.Context(), c)
	return page{Title: s.book.Say("nav.victims"), View: v, Part: list("victims", c)}, err
}
