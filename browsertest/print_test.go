package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// cutOff gives the words of an element of which paper would not show all: what can be moved
// aside on a screen cannot be there.
const cutOff = `[...document.querySelectorAll("main *")].find(e => e.checkVisibility() && getComputedStyle(e).overflowX !== "visible" && getComputedStyle(e).clipPath === "none" && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && !e.closest("svg"))?.innerText?.slice(0, 80) ?? ""`

// TestPaper: on paper, as wide as an A4 page, no screen has a column that is too narrow, and
// nothing is cut off.
func TestPaper(t *testing.T) {
	ctx, l := browser(t)
	for _, screen := range everyScreen(ctx, t) {
		var squeezed, cut string
		run(ctx, t, chromedp.EmulateViewport(700, 1000), emulation.SetEmulatedMedia().WithMedia("print"), chromedp.Navigate(base+screen),
			chromedp.Evaluate(squeezing, &squeezed), chromedp.Evaluate(cutOff, &cut))
		if squeezed != "" {
			t.Errorf("%s on paper: a column is too narrow for “%s”", screen, squeezed)
		}
		if cut != "" {
			t.Errorf("%s on paper: “%s” is cut off", screen, cut)
		}
	}
	l.check(t)
}

// On paper the timeline is drawn as for a desk, and below a sentence stands which text it is from,
// and which file: no link can tell.
func TestPaperNamesSources(t *testing.T) {
	ctx, l := browser(t)
	var desk bool
	var source string
	run(ctx, t, chromedp.EmulateViewport(700, 1000), emulation.SetEmulatedMedia().WithMedia("print"), chromedp.Navigate(base+"/timeline"),
		chromedp.Evaluate(`document.querySelector(".on-desk").checkVisibility() && !document.querySelector(".on-phone").checkVisibility()`, &desk),
		chromedp.Evaluate(`getComputedStyle(document.querySelector(".cite footer"), "::after").content`, &source))
	if !desk || !strings.Contains(source, "data-paper") && !strings.Contains(source, " · ") {
		t.Errorf("drawn for a desk: %v; below a sentence stands %s", desk, source)
	}
	l.check(t)
}
