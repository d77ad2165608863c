package web

import (
	"net/http"

	"stemma/internal/view"
	"stemma/internal/web/openapi"
)

// Coming gives the handler of a pile that is lined up before it can be shown. Whatever is asked
// for, it says how far that is, under the same address, and browsers ask again by themselves; the
// API answers with the same as a problem. Far gives the step (“placing”, “comparing”, “lining up”; ""
// before the first) and how much of it is done, in percent.
func Coming(options Options, far func() (step string, percent int)) http.Handler {
	tongues := inTongues(view.New(nil), options) // no screen is asked of it
	mux := http.NewServeMux()
	first := tongues[0]
	mux.HandleFunc("POST /language", first.choose)
	mux.HandleFunc("GET /static/{file...}", first.static)
	mux.HandleFunc(apiRoot+"/", func(w http.ResponseWriter, req *http.Request) {
		t := first.lining(far())
		w.Header().Set("Retry-After", "1")
		first.answer(w, req, http.StatusServiceUnavailable, "application/problem+json",
			openapi.Problem{Title: t.Heading, Status: http.StatusServiceUnavailable, Detail: t.What, Do: "Ask again.", Instance: req.URL.RequestURI()})
	})
	mux.HandleFunc("/", first.inLanguage(func(s *server, w http.ResponseWriter, req *http.Request) { s.later(w, req, s.lining(far())) }))
	return first.guard(mux)
}

// lining words how far a pile is lined up.
func (s *server) lining(step string, percent int) trouble {
	if step == "" {
		return s.worded("trouble.lining", "", "how", s.book.Say("lining.begins"))
	}
	return s.worded("trouble.lining", "", "how", s.book.Say("lining.step", "step", s.book.Term("step", step), "percent", percent))
}
