package web

import "net/http"

// votes shows ballots.
func (s *server) votes(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("votes")...)
	v, err := s.lib.Votes(r.Context(), c)
	return page{Title: s.book.Say("nav.votes"), View: v, Part: list("votes", c)}, err
}

// polls shows opinion polls.
func (s *server) polls(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("polls")...)
	v, err := s.lib.Polls(r.Context(), c)
	return page{Title: s.book.Say("nav.polls"), View: v, Part: list("polls", c)}, err
}

// measures shows curfews, states of emergency and bans.
func (s *server) measures(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("measures")...)
	v, err := s.lib.LegalMeasures(r.Context(), c)
	return page{Title: s.book.Say("measures.title"), View: v, Part: list("measures", c)}, err
}

// demands shows who demands what of whom.
func (s *server) demands(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("demands")...)
	v, err := s.lib.Demands(r.Context(), c)
	return page{Title: s.book.Say("nav.demands"), View: v, Part: list("demands", c)}, err
}
