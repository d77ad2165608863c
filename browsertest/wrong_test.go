package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A person opens a number, says that it is wrong, sees it struck through and gone from the
// tolls, and takes that back.
func TestWrong(t *testing.T) {
	ctx, l := browser(t)
	tallies := links(ctx, t, "/figures", "/tally/")
	if len(tallies) == 0 {
		t.Fatal("the example pile has no count over several texts")
	}
	var ruled, left, here string
	run(ctx, t,
		chromedp.EmulateViewport(1400, 900),
		chromedp.Navigate(base+tallies[0]),
		chromedp.Click(`table.figures a.sentence`, chromedp.ByQuery),
		chromedp.WaitVisible(`.panel`, chromedp.ByQuery),
		chromedp.Evaluate(`[...document.querySelectorAll(".panel .rule")].find(d => d.querySelector("[value=reject]")).open = true`, nil),
		chromedp.SetValue(`//form[input[@value="reject"]]//input[@name="by"]`, "Ida", chromedp.BySearch),
		chromedp.SetValue(`//form[input[@value="reject"]]//input[@name="why"]`, "the drill of 1988", chromedp.BySearch),
		chromedp.Click(`//form[input[@value="reject"]]//button`, chromedp.BySearch),
		chromedp.WaitVisible(`.m.rejected.selected`, chromedp.ByQuery),
		chromedp.Text(`.panel .ruled`, &ruled, chromedp.ByQuery),
		chromedp.Evaluate(`location.pathname + location.search`, &here),
	)
	lookAll(ctx, t, here, "/rulings")
	if !strings.Contains(ruled, "wrong") || !strings.Contains(ruled, "Ida") || !strings.Contains(ruled, "the drill of 1988") {
		t.Errorf("the panel says %q", ruled)
	}
	const holding = `[...document.querySelectorAll(".rulings details.rule")].length + ""`
	for range 20 { // one for each copy
		run(ctx, t, chromedp.Navigate(base+"/rulings"), chromedp.Evaluate(holding, &left))
		if left == "0" {
			break
		}
		submit(ctx, t,
			chromedp.Click(`.rulings .rule summary`, chromedp.ByQuery),
			chromedp.SetValue(`.rulings .rule [name=by]`, "Ida", chromedp.ByQuery),
			chromedp.Click(`.rulings .rule button`, chromedp.ByQuery),
		)
	}
	if left != "0" {
		t.Errorf("%s rulings still hold", left)
	}
	l.check(t)
}
