package web

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
)

// table gives the statements of a kind as a file for a spreadsheet. It is made whole
// before it is sent: a broken one must not look like a short one.
func (s *server) table(w http.ResponseWriter, r *http.Request) {
	kind := r.PathValue("kind")
	var b bytes.Buffer
	if err := s.options.Table(r.Context(), &b, kind); err != nil {
		s.trouble(w, r, fmt.Errorf("table: %w", err))
		return
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": "stemma-" + kind + ".csv"}))
	_, _ = w.Write(b.Bytes()) // the reader is gone if this fails
}
