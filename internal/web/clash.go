package web

import (
	"net/http"

	"stemma"
)

// clashes shows where texts do not say the same.
func (s *server) clashes(r *http.Request) (page, error) {
	v, err := s.lib.Clashes(r.Context(), choice(r, "verdict", "type"))
	return page{Title: "Clashes", View: v}, err
}

// clash shows one clash with its sentences.
func (s *server) clash(r *http.Request) (page, error) {
	v, err := s.lib.Clash(r.Context(), stemma.ID(r.PathValue("id")))
	if err != nil {
		return page{}, err
	}
	return page{Title: v.About, View: v}, nil
}
