package web

import (
	"net/http"

	"stemma/internal/view"
)

// overview shows what is in the pile.
func (s *server) overview(r *http.Request) (page, error) {
	v, err := s.lib.Overview(r.Context())
	return page{Title: s.book.Say("nav.overview"), View: v, Part: &view.Part{}}, err
}
