package web

import (
	"context"
	"net/http"
	"time"
)

// patience is how long a person waits for a screen that needs what is not prepared yet, before
// being told so.
const patience = 600 * time.Millisecond

// patiently makes a screen. While the pile is prepared for the first time it gives up after a while:
// late.
func (s *server) patiently(r route, req *http.Request) (p page, late bool, err error) {
	if _, preparing := s.lib.Preparing(); !preparing {
		p, err = r.show(s, req)
		return p, false, err
	}
	type answer struct {
		page  page
		err   error
		fault any
	}
	ctx, stop := context.WithTimeout(req.Context(), patience)
	answers := make(chan answer, 1)
	go func() { // who is deep in reading the pile sees late that nobody waits any more
		defer stop()
		defer func() {
			if fault := recover(); fault != nil {
				answers <- answer{fault: fault}
			}
		}()
		p, err := r.show(s, req.WithContext(ctx))
		answers <- answer{page: p, err: err}
	}()
	select {
	case a := <-answers:
		if a.fault != nil {
			panic(a.fault) // as where nobody had to be patient
		}
		return a.page, a.err != nil && ctx.Err() != nil, a.err
	case <-ctx.Done():
		return page{}, true, nil
	}
}

// preparing says how far the pile is prepared. Browsers ask again by themselves.
func (s *server) preparing(w http.ResponseWriter, req *http.Request) {
	percent, _ := s.lib.Preparing()
	t := s.worded("trouble.preparing", "", "percent", percent)
	w.Header().Set("Refresh", "1")
	w.Header().Set("Retry-After", "1")
	s.write(w, req, troubleScreen, page{Title: t.Heading, View: t, status: http.StatusServiceUnavailable})
}
