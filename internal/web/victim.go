package web

import "net/http"

// victims shows people who were harmed, one by one.
func (s *server) victims(r *http.Request) (page, error) {
	c := choice(r, "harm", "place")
	v, err := s.lib.Victims(r.Context(), c)
	return page{Title: "Victims", View: v, Part: list("victims", c)}, err
}
