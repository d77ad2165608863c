package web

import (
	"net/http"

	"stemma"
)

// quotes shows quotations by speaker.
func (s *server) quotes(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("quotes")...)
	v, err := s.lib.Quotes(r.Context(), c)
	return page{Title: s.book.Say("nav.quotes"), View: v, Part: list("quotes", c)}, err
}

// saying shows one utterance with its forms.
func (s *server) saying(r *http.Request) (page, error) {
	v, err := s.lib.Saying(r.Context(), stemma.ID(r.PathValue("id")))
	if err != nil {
		return page{}, err
	}
	return page{Title: v.Label, View: v, Part: group(v.ID)}, nil
}
