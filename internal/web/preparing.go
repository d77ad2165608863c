package web

import (
	"context"
	"net/http"
	"time"
)

// patience is how long a person waits for a screen that needs what is not prepared yet, before
// being told so.
const patience = 600 * time.Millisecond

// made is what came of making a screen.
type made struct {
	page  page
	err   error
	fault any // of a panic
}

// patiently makes a screen. While the pile is prepared for the first time it gives up after a while:
// late. Whether it is prepared is asked only then, as the first request may come before it begins.
func (s *server) patiently(r route, req *http.Request) (p page, late bool, err error) {
	ctx, stop := context.WithCancel(req.Context())
	answers := make(chan made, 1)
	go func() { // who is deep in reading the pile sees late that nobody waits any more
		defer func() {
			if fault := recover(); fault != nil {
				answers <- made{fault: fault}
			}
		}()
		p, err := r.show(s, req.WithContext(ctx))
		answers <- made{page: p, err: err}
	}()
	defer stop()
	for {
		select {
		case a := <-answers:
			if a.fault != nil {
				panic(a.fault) // as where nobody is patient
			}
			return a.page, false, a.err
		case <-time.After(patience):
			if _, preparing := s.lib.Preparing(); preparing {
				return page{}, true, nil
			}
		}
	}
}

// preparing says how far the pile is prepared. Browsers ask again by themselves.
func (s *server) preparing(w http.ResponseWriter, req *http.Request) {
	percent, _ := s.lib.Preparing()
	s.later(w, req, s.worded("trouble.preparing", "", "percent", percent))
}

// later tells a person who asks too early why that is.
func (s *server) later(w http.ResponseWriter, req *http.Request, t trouble) {
	w.Header().Set("Refresh", "1")
	w.Header().Set("Retry-After", "1")
	s.write(w, req, troubleScreen, page{Title: t.Heading, View: t, status: http.StatusServiceUnavailable})
}
