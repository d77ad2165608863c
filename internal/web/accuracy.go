package web

import "net/http"

// accuracy shows how often Stemma is right in texts that people labelled.
func (s *server) accuracy(r *http.Request) (page, error) {
	v, err := s.lib.Accuracy(r.Context(), choice(r, "set", "lang", "kind", "rule"))
	return page{Title: s.book.Say("accuracy.title"), View: v}, err
}

// judged shows one labelled text with the errors marked.
func (s *server) judged(r *http.Request) (page, error) {
	v, err := s.lib.JudgedText(r.Context(), r.PathValue("set"), r.PathValue("name"))
	if err != nil {
		return page{}, err
	}
	return page{Title: v.Title, View: v}, nil
}
