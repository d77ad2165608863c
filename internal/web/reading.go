package web

import (
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"

	"stemma"
)

// reading shows one article with its statements marked.
func (s *server) reading(r *http.Request) (page, error) {
	v, err := s.lib.Reading(r.Context(), stemma.ID(r.PathValue("id")), stemma.ID(r.FormValue("select")))
	if err != nil {
		return page{}, err
	}
	if kind := r.FormValue("make"); kind != "" {
		from, _ := strconv.Atoi(r.FormValue("from")) // 0, the beginning, where it says nothing
		if v.Make, err = s.lib.MakeForm(r.Context(), v.Article.ID, kind, from, r.FormValue("words")); err != nil {
			return page{}, err
		}
	}
	return page{Title: v.Article.Title, View: v, Part: group(v.Article.ID)}, nil
}

// original gives the bytes of a page as they came in, as a file to keep: never as a
// page of ours, since they may hold anything.
func (s *server) original(w http.ResponseWriter, r *http.Request) {
	name, size, body, err := s.lib.Original(r.Context(), stemma.ID(r.PathValue("page")))
	if err != nil {
		s.trouble(w, r, fmt.Errorf("original: %w", err))
		return
	}
	defer body.Close()
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Length", strconv.FormatInt(size, 10))
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	w.Header().Set("Content-Security-Policy", "default-src 'none'; sandbox")
	_, _ = io.Copy(w, body) // the reader is gone if this fails
}
