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
}

// trouble answers a request that could not be served.
func (s *server) trouble(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return // nobody is waiting for the answer
	}
	status, t := troubleOf(err)
	s.write(w, r, troubleScreen, page{Title: t.Heading, View: t, status: status})
}

// troubleOf words an error, and gives its status.
func troubleOf(err error) (int, trouble) {
	switch {
	case errors.Is(err, stemma.ErrNotFound):
		return http.StatusNotFound, trouble{
			Heading: "Not in this pile",
			What:    "What this address names is not in the pile that is open.",
			Do:      "The pile may have been read anew, or the link may come from another pile. Look for it in the list of texts or search for its words.",
			Detail:  err.Error(),
		}
	case errors.Is(err, stemma.ErrInvalid):
		return http.StatusBadRequest, trouble{
			Heading: "This address makes no sense",
			What:    "Stemma does not know what to show for it.",
			Do:      "Check the link, or start from the overview.",
			Detail:  err.Error(),
		}
	case errors.Is(err, stemma.ErrConflict):
		return http.StatusConflict, trouble{
			Heading: "This cannot be kept",
			What:    "It does not go with what the pile holds, or another process is writing to the pile.",
			Do:      "Go back and change what is said below, or wait until the other process has ended.",
			Detail:  err.Error(),
		}
	}
	return http.StatusInternalServerError, trouble{
		Heading: "This screen could not be made",
		What:    "Stemma could not read what it needs from the pile.",
		Do:      "Try again. If it happens again, stop Stemma and run “stemma verify” on the pile.",
		Detail:  err.Error(),
	}
}

// notFound answers an address that no screen has.
func (s *server) notFound(w http.ResponseWriter, r *http.Request) {
	t := trouble{
		Heading: "There is no such page",
		What:    "No screen of Stemma has the address " + r.URL.Path + ".",
		Do:      "Check the link, or start from the overview.",
	}
	s.write(w, r, troubleScreen, page{Title: t.Heading, View: t, status: http.StatusNotFound})
}
