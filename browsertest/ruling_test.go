package browsertest

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// What was done is said where the focus is after it: a keyboard goes on from there, and a screen
// reader says it. A form that was refused leads back to what was typed.
func TestFocusAfterRuling(t *testing.T) {
	ctx, l := browser(t)
	names := links(ctx, t, "/names?type=person", "/name/")
	var done, typed string
	run(ctx, t, chromedp.Navigate(base+names[0]), unfold(".who-is-who .rule:nth-of-type(3)"), into(".who-is-who .rule:nth-of-type(3) [name='say.name']", "Somebody Renamed"))
	submit(ctx, t, chromedp.KeyEvent("\r"))
	run(ctx, t, chromedp.Sleep(300*time.Millisecond), chromedp.Evaluate(`document.activeElement.className`, &done)) // it moves when the screen is drawn
	if done != "done" {
		t.Errorf("after a ruling the focus is on %q", done)
	}
	takeBack(ctx, t)
	run(ctx, t, chromedp.Navigate(base+names[0]), unfold(".who-is-who .rule:nth-of-type(1)"), into(".who-is-who .rule:nth-of-type(1) [name=other]", "Nobody Here"))
	submit(ctx, t, chromedp.Focus(".who-is-who .rule:nth-of-type(1) button", chromedp.ByQuery), chromedp.KeyEvent("\r"))
	for range 10 { // a busy browser takes keys only when it has drawn the screen
		var held bool
		run(ctx, t, chromedp.Evaluate(`(() => { const a = document.querySelector("[data-back]"); a?.focus(); return a != null && document.activeElement === a })()`, &held))
		if held {
			run(ctx, t, chromedp.KeyEvent("\r"))
		}
		run(ctx, t, chromedp.Sleep(time.Second), chromedp.Evaluate(`document.querySelector(".who-is-who .rule [name=other]")?.value ?? location.pathname`, &typed))
		if typed != "/rule" {
			break
		}
	}
	if typed != "Nobody Here" {
		t.Errorf("back at the form, it holds %q", typed)
	}
	l.check(t)
}

// A person walks a family by keyboard, compares a copy, says that it is none, sees it kept,
// and takes it back.
func TestRuling(t *testing.T) {
	ctx, l := browser(t)
	families := links(ctx, t, "/texts", "/family/")
	if len(families) == 0 {
		t.Fatal("the example pile has no family")
	}
	copies := links(ctx, t, families[0], "/copy/")
	if len(copies) == 0 {
		t.Fatalf("%s leads to no comparison", families[0])
	}
	var inTree bool
	var ruled, back string
	const state = `document.querySelector(".rulings .tag")?.textContent ?? ""`
	run(ctx, t,
		chromedp.Navigate(base+families[0]), chromedp.KeyEvent("j"),
		chromedp.Evaluate(`document.activeElement.closest("svg.tree") != null`, &inTree),
		chromedp.Navigate(base+copies[0]),
		chromedp.Click(`.finding .rule summary`, chromedp.ByQuery),
		chromedp.SetValue(`.finding .rule [name=by]`, "Ida", chromedp.ByQuery),
		chromedp.Click(`.finding .rule button`, chromedp.ByQuery),
		chromedp.WaitVisible(`.ruled .tag`, chromedp.ByQuery),
		chromedp.Navigate(base+"/rulings"), chromedp.Evaluate(state, &ruled),
	)
	submit(ctx, t,
		chromedp.Click(`.rulings .rule summary`, chromedp.ByQuery),
		chromedp.SetValue(`.rulings .rule [name=by]`, "Ida", chromedp.ByQuery),
		chromedp.Click(`.rulings .rule button`, chromedp.ByQuery),
	)
	run(ctx, t, chromedp.Evaluate(state, &back))
	if !inTree {
		t.Error("“j” puts the focus on no text of the tree")
	}
	if ruled != "holds" || !strings.HasPrefix(back, "takes back ") {
		t.Errorf("the ruling is %q, what answers it %q", ruled, back)
	}
	l.check(t)
}
