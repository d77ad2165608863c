package web

import (
	"net/http"

	"stemma"
)

// names shows people, organisations and places.
func (s *server) names(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("names")...)
	v, err := s.lib.Names(r.Context(), c)
	return page{Title: s.book.Say("nav.names"), View: v, Part: list("names", c)}, err
}

// name shows one person, body or place.
func (s *server) name(r *http.Request) (page, error) {
	v, err := s.lib.Actor(r.Context(), stemma.ID(r.PathValue("id")))
	if err != nil {
		return page{}, err
	}
	return page{Title: v.Name, View: v, Part: group(v.ID)}, nil
}
