package web

import (
	"net/http"

	"stemma"
)

// clashes shows where texts do not say the same.
func (s *server) clashes(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("clashes")...)
	v, err := s.lib.Clashes(r.Context(), c)
	return page{Title: s.book.Say("nav.clashes"), View: v, Part: list("clashes", c)}, err
}

// clash shows one clash with its sentences.
func (s *server) clash(r *http.Request) (page, error) {
	v, err := s.lib.Clash(r.Context(), stemma.ID(r.PathValue("id")))
	if err != nil {
		return page{}, err
	}
	return page{Title: v.About, View: v, Part: group(v.ID)}, nil
}
