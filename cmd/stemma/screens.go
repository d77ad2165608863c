package main

import (
	"net/http"
	"sync"
	"sync/atomic"

	"stemma/internal/pipeline"
	"stemma/internal/view"
	"stemma/internal/web"
)

// screens are what is served of a pile: the pile itself as soon as it can be shown, and how far
// that is while it is made ready.
type screens struct {
	options web.Options
	now     atomic.Pointer[http.Handler]
	once    sync.Once
	begun   chan struct{} // closed when there is something to answer with
	far     atomic.Pointer[pipeline.Progress]
}

func newScreens(o web.Options) *screens { return &screens{options: o, begun: make(chan struct{})} }

// ServeHTTP implements [http.Handler].
func (s *screens) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	select {
	case <-s.begun:
		(*s.now.Load()).ServeHTTP(w, r)
	case <-r.Context().Done():
	}
}

func (s *screens) answer(with http.Handler) {
	s.now.Store(&with)
	s.once.Do(func() { close(s.begun) })
}

// tell says how far the pile is.
func (s *screens) tell(p pipeline.Progress) {
	if s.far.Swap(&p) != nil {
		return
	}
	s.answer(web.Coming(s.options, func() (string, int) {
		p := s.far.Load()
		return p.Step, p.Percent
	}))
}

// show shows the pile.
func (s *screens) show(lib *view.Library) {
	o := s.options
	o.Formats = formats(lib)
	s.answer(web.New(lib, o))
}
