package web

import (
	"context"
	"fmt"
	"mime"
	"net/http"
	"strings"

	"github.com/go-json-experiment/json"

	"stemma"
	"stemma/internal/web/openapi"
)

// saved lists the searches that people have kept.
func (s *server) saved(r *http.Request) (page, error) {
	v, err := s.lib.Saved(r.Context())
	return page{Title: s.book.Say("saved.title"), View: v}, err
}

// keepSearch takes a form that keeps a search, says that one was looked at, or takes one away.
func (s *server) keepSearch(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	err := s.keep(r.Context(), stemma.SearchEntry{
		Act: r.PostFormValue("act"), Name: r.PostFormValue("name"), Query: r.PostFormValue("q"), Independent: r.PostFormValue("independent") == "1",
		By: r.PostFormValue("by"), Answers: stemma.ID(r.PostFormValue("answers")),
	})
	if err != nil {
		s.trouble(w, r, err)
		return
	}
	tellDone(w, "search."+r.PostFormValue("act"))
	http.Redirect(w, r, ownPath(r.PostFormValue("to"), "/searches"), http.StatusSeeOther)
}

// keep notes what the search of an entry finds now, and keeps the entry.
func (s *server) keep(ctx context.Context, e stemma.SearchEntry) error {
	if e.By = strings.TrimSpace(e.By); e.By == "" {
		return fmt.Errorf("a saved search needs the name of who keeps it: %w", stemma.ErrInvalid)
	}
	if e.Answers != "" {
		v, err := s.lib.Saved(ctx)
		if err != nil {
			return err
		}
		for _, row := range v.Searches {
			if row.ID == e.Answers {
				e.Query, e.Independent = row.Query, row.Independent
			}
		}
	}
	if e.Act != stemma.SearchRemoved && e.Query != "" {
		var err error
		if e.Pages, err = s.lib.SearchPages(ctx, e.Query, e.Independent); err != nil {
			return err
		}
	}
	return s.options.Keep(context.WithoutCancel(ctx), e)
}

// apiKeepSearch takes such an entry as JSON; see apiRule.
func (s *server) apiKeepSearch(w http.ResponseWriter, req *http.Request) {
	var sent openapi.SearchEntry
	err := s.sent(w, req, &sent)
	if err == nil {
		err = s.keep(req.Context(), stemma.SearchEntry{Act: sent.Act, Name: sent.Name, Query: sent.Query, Independent: sent.Independent, By: sent.By, Answers: sent.Answers})
	}
	if err != nil {
		s.apiTrouble(w, req, err)
		return
	}
	v, err := s.lib.Saved(req.Context())
	if err != nil {
		s.apiTrouble(w, req, err)
		return
	}
	w.Header().Set("Location", apiRoot+"/searches")
	s.answer(w, req, http.StatusCreated, "application/json", v)
}

// sent reads what was sent to the API as JSON. Browsers send JSON to another site only after
// asking it, and Stemma does not answer that; so no page elsewhere can change anything.
func (s *server) sent(w http.ResponseWriter, req *http.Request, into any) error {
	if media, _, _ := mime.ParseMediaType(req.Header.Get("Content-Type")); media != "application/json" {
		return fmt.Errorf("it is sent as application/json: %w", stemma.ErrInvalid)
	}
	if err := json.UnmarshalRead(http.MaxBytesReader(w, req.Body, maxForm), into, json.RejectUnknownMembers(true)); err != nil {
		return fmt.Errorf("%w: %w", err, stemma.ErrInvalid)
	}
	return nil
}
