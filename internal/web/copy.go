package web

import (
	"net/http"

	"stemma"
	"stemma/internal/view"
)

// copyPage is a comparison and the way in which it is shown.
type copyPage struct {
	*view.Copy
	Inline               bool
	SideHref, InlineHref string
}

// copy shows two texts beside each other, or in one.
func (s *server) copy(r *http.Request) (page, error) {
	a, b := stemma.ID(r.PathValue("a")), stemma.ID(r.PathValue("b"))
	v, err := s.lib.Copy(r.Context(), a, b)
	if err != nil {
		return page{}, err
	}
	here := view.CopyHref(a, b)
	return page{Title: s.book.Say("copy.page", "title", v.A.Title), View: copyPage{
		Copy: v, Inline: r.FormValue("show") == "inline", SideHref: here, InlineHref: here + "?show=inline",
	}, Data: v}, nil
}
