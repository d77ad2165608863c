package web

import (
	"errors"
	"net/http"

	"stemma"
)

// troubleScreen is the folder of the page that says what went wrong.
const troubleScreen = "trouble"

// trouble is what the error page shows.
type trouble struct {
	Heading string
	What    string // what happened
	Do      string // what the person can do
	Detail  string // for a report; "" when it would not help
	Back    string // the screen whose form was sent; "" where none was
}

// trouble answers a request that could not be served.
func (s *server) trouble(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return // nobody is waiting for the answer
	}
	status, t := s.troubleOf(err)
	if r.Method == http.MethodPost && status < http.StatusConflict { // it is the form that is to be changed, not the address
		t = s.worded("trouble.refused", s.book.Refusal(err))
		t.Back = ownPath(r.PostFormValue("to"), "/")
	}
	s.write(w, r, troubleScreen, page{Title: t.Heading, View: t, status: status})
}

// troubleOf words an error, and gives its status.
func (s *server) troubleOf(err error) (int, trouble) {
	switch {
	case errors.Is(err, stemma.ErrDamaged):
		return http.StatusInternalServerError, s.worded("trouble.damaged", err.Error())
	case errors.Is(err, stemma.ErrNotFound):
		return http.StatusNotFound, s.worded("trouble.not-found", s.book.Refusal(err))
	case errors.Is(err, stemma.ErrInvalid):
		return http.StatusBadRequest, s.worded("trouble.invalid", s.book.Refusal(err))
	case errors.Is(err, stemma.ErrConflict):
		return http.StatusConflict, s.worded("trouble.conflict", s.book.Refusal(err))
	}
	return http.StatusInternalServerError, s.worded("trouble.failed", err.Error())
}

// worded gives the three messages of a kind of trouble.
func (s *server) worded(id, detail string, values ...any) trouble {
	return trouble{Heading: s.book.Say(id), What: s.book.Say(id+"-what", values...), Do: s.book.Say(id + "-do"), Detail: detail}
}

// notFound answers an address that no screen has.
func (s *server) notFound(w http.ResponseWriter, r *http.Request) {
	t := s.worded("trouble.no-page", "", "path", r.URL.Path)
	s.write(w, r, troubleScreen, page{Title: t.Heading, View: t, status: http.StatusNotFound})
}
