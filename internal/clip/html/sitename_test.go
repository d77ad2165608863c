package html_test

import (
	"testing"

	"stemma/internal/clip/html"
)

// TestSiteName: where no metadata name the outlet, the document's title does, beside a
// headline that stands on the page.
func TestSiteName(t *testing.T) {
	const text = "<p>The bridge of Sund was opened on Tuesday after three years.</p>"
	for name, tt := range map[string]struct{ doc, want string }{
		"behind the headline":       {"<title>Bridge of Sund opens | Sund Gazette</title><h1>Bridge of Sund opens</h1>" + text, "Sund Gazette"},
		"behind a section, too":     {"<title>Bridge of Sund opens - North - Sund Gazette</title><h1>Bridge of Sund opens</h1>" + text, "Sund Gazette"},
		"before it":                 {"<title>Sund Gazette – Bridge of Sund opens</title><h1>Bridge of Sund opens</h1>" + text, "Sund Gazette"},
		"a linked heading":          {"<title>Bridge of Sund opens | Notes from a Quay</title><h1><a href=/>Notes from a Quay</a></h1><h2>Bridge of Sund opens</h2>" + text, "Notes from a Quay"},
		"metadata know better":      {"<meta property=og:site_name content=Gazette><title>Bridge of Sund opens | News</title><h1>Bridge of Sund opens</h1>" + text, "Gazette"},
		"no headline of the page":   {"<title>Bridge of Sund opens | Sund Gazette</title><h1>Three arches</h1>" + text, ""},
		"the rest is a headline":    {"<title>Notes from a Quay | Bridge opens</title><h1>Notes from a Quay</h1><h2>Bridge opens</h2>" + text, ""},
		"the rest is a sentence":    {"<title>Bridge of Sund opens – was it worth it?</title><h1>Bridge of Sund opens</h1>" + text, ""},
		"a part of the headline":    {"<title>Bridge of Sund opens – at last</title><h1>Bridge of Sund opens – at last</h1>" + text, ""},
		"a small word is no outlet": {"<title>Bridge of Sund opens – at last</title><h1>Bridge of Sund opens</h1>" + text, ""},
	} {
		if got := html.Read(tt.doc).Meta.Outlet; got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
