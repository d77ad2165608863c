package web

import "net/http"

// victims shows people who were harmed, one by one.
func (s *server) victims(r *http.Request) (page, error) {
	v, err := s.lib.Victims(r.Context(), choice(r, "harm", "place"))
	return page{Title: "Victims", View: v}, err
}
