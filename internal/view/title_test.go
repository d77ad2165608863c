package view

import (
	"testing"

	"stemma"
)

func TestTitleOf(t *testing.T) {
	for _, c := range []struct{ given, want string }{
		{"Toll road costs &#163;5m\n more", "Toll road costs £5m more"}, {"Quay &amp; Sons&rsquo; strike", "Quay & Sons’ strike"},
		{"R&D; profit&notice", "R&D; profit&notice"}, {"&amp;lt;", "&lt;"}, {"plain", "plain"},
	} {
		if got := titleOf(&stemma.Article{TitleText: c.given}); got != c.want {
			t.Errorf("%q: %q, want %q", c.given, got, c.want)
		}
	}
	if got := titleOf(&stemma.Article{TitleText: "The mark &amp;", Title: stemma.Span{Start: 0, End: 14}}); got != "The mark &amp;" {
		t.Errorf("a title that stands in the text is shown as %q", got)
	}
}
