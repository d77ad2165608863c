package web

import (
	"net/http"

	"stemma"
	"stemma/internal/view"
)

// stories shows which texts are about one event or one chain of events.
func (s *server) stories(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("stories")...)
	v, err := s.lib.Stories(r.Context(), c)
	return page{Title: s.book.Say("nav.stories"), View: v, Part: list("stories", c)}, err
}

// story shows one story with its texts.
func (s *server) story(r *http.Request) (page, error) {
	v, err := s.lib.Story(r.Context(), stemma.ID(r.PathValue("id")), choice(r, view.ClashesFrom))
	if err != nil {
		return page{}, err
	}
	return page{Title: v.Label, View: v, Part: group(v.ID)}, nil
}
