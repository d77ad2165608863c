package web

import (
	"net/http"

	"stemma/internal/view"
)

// search shows the sentences that a query found.
func (s *server) search(r *http.Request) (page, error) {
	q := view.SearchQuery{Text: r.FormValue("q"), Independent: r.FormValue("independent") == "1", Offset: offset(r)}
	v, err := s.lib.Search(r.Context(), q)
	title := s.book.Say("nav.search")
	if q.Text != "" {
		title = s.book.Say("search.page", "query", q.Text)
	}
	return page{Title: title, View: v, Query: q.Text, Part: searched(q, v)}, err
}

// searched is the part that a search shows; nil before anything is asked that can be understood.
func searched(q view.SearchQuery, v *view.Search) *view.Part {
	if q.Text == "" || v == nil || v.Trouble != "" {
		return nil
	}
	return &view.Part{Query: q.Text, Independent: q.Independent}
}
