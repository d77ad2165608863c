package web

import (
	"net/http"

	"stemma"
	"stemma/internal/view"
)

// seenCookie holds what a browser has seen of the pile; see [view.Overview.Mark].
const seenCookie = "stemma-seen"

// overviewPage is the overview with what is new in it for the one who looks.
type overviewPage struct {
	*view.Overview
	News *view.News
}

// overview shows what is in the pile. What is new is told by a cookie, which the first visit
// sets and “I have seen this” sets anew; nothing of it is kept here.
func (s *server) overview(r *http.Request) (page, error) {
	v, err := s.lib.Overview(r.Context())
	if err != nil {
		return page{}, err
	}
	p := overviewPage{Overview: v}
	out := page{Title: s.book.Say("nav.overview"), Data: v, Part: &view.Part{}}
	if c, err := r.Cookie(seenCookie); err == nil {
		p.News = v.Since(s.book, c.Value)
	}
	if seen := r.FormValue("seen") == "1"; s.options.Now != nil && !v.Empty && (seen || p.News == nil) {
		out.cookie = &http.Cookie{
			Name: seenCookie, Value: v.Mark(stemma.DateOf(s.options.Now().Date())), Path: "/", MaxAge: 400 * 86400, HttpOnly: true, SameSite: http.SameSiteStrictMode,
		}
		if seen {
			out.to = "/"
		}
	}
	out.View = p
	return out, nil
}
