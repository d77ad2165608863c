package web

import "net/http"

// problems shows what could not be read, and why.
func (s *server) problems(r *http.Request) (page, error) {
	v, err := s.lib.Problems(r.Context())
	return page{Title: s.book.Say("problems.title"), View: v}, err
}
