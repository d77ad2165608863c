package export

import (
	"context"
	"encoding/json"
	"io"

	"stemma/internal/view"
)

// writePassim writes the texts as JSON Lines that passim reads: a document a line, its own
// words, its outlet as the series within which no copies are looked for. Stemma reads the
// same lines as texts.
func writePassim(ctx context.Context, w io.Writer, s *Source) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return s.texts(ctx, func(r *row) error {
		t := r.text
		return enc.Encode(struct {
			ID     string `json:"id"`
			Series string `json:"series,omitempty"`
			Date   string `json:"date,omitempty"`
			Title  string `json:"title,omitempty"`
			Text   string `json:"text"`
			Lang   string `json:"lang,omitempty"`
			URL    string `json:"url,omitempty"`
			Family string `json:"family"`
			Source string `json:"source"`
			Start  int    `json:"start"`
			End    int    `json:"end"`
			SHA256 string `json:"sha256"`
		}{
			string(t.ID), t.Outlet, string(t.when()), t.Title, r.record.(*view.ArticleRecord).Text, undetermined(t.Lang), t.URL,
			string(t.Family), t.Source, r.Start, r.End, t.SHA256,
		})
	})
}
