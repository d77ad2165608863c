package browsertest

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// A search is saved from what it found, stands on the overview and the screen of searches,
// and is taken away.
func TestSavedSearch(t *testing.T) {
	ctx, l := browser(t)
	saved := `document.querySelectorAll(".saved li").length`
	var overview, searches, left int
	run(ctx, t,
		chromedp.Navigate(base+"/search?q=engineer+memo*"),
		chromedp.Evaluate(`document.querySelector('form[action="/searches"]').closest("details").open = true`, nil),
		chromedp.SetValue(`form[action="/searches"] [name=name]`, "the memo", chromedp.ByQuery),
		chromedp.SetValue(`form[action="/searches"] [name=by]`, "Ida", chromedp.ByQuery),
	)
	submit(ctx, t, chromedp.Click(`form[action="/searches"] button`, chromedp.ByQuery))
	lookAll(ctx, t, "/", "/search", "/searches")
	run(ctx, t,
		chromedp.Navigate(base+"/"), chromedp.Evaluate(saved, &overview),
		chromedp.Navigate(base+"/searches"), chromedp.Evaluate(saved, &searches),
	)
	submit(ctx, t, chromedp.Click(`.saved button[value=remove]`, chromedp.ByQuery))
	run(ctx, t, chromedp.Evaluate(saved, &left))
	if overview != 1 || searches != 1 || left != 0 {
		t.Errorf("%d saved searches on the overview, %d on their screen, %d when it was taken away", overview, searches, left)
	}
	l.check(t)
}
