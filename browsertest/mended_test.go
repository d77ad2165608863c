package browsertest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// into puts words into a field by keyboard, in the place of what stands there.
func into(selector, words string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		return chromedp.Run(ctx, chromedp.Focus(selector, chromedp.ByQuery),
			chromedp.Evaluate(fmt.Sprintf(`document.querySelector(%q).select()`, selector), nil), chromedp.KeyEvent(words))
	})
}

// unfold opens a form by keyboard.
func unfold(form string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		return chromedp.Run(ctx, chromedp.Focus(form+" summary", chromedp.ByQuery), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(form+" form", chromedp.ByQuery))
	})
}

// text gives what an element says.
func text(selector string, to *string) chromedp.Action {
	return chromedp.Evaluate(fmt.Sprintf(`[...document.querySelectorAll(%q)].map(e => e.textContent).join(" ")`, selector), to)
}

// takeBack takes the latest ruling back, by keyboard.
func takeBack(ctx context.Context, t *testing.T) {
	t.Helper()
	run(ctx, t, chromedp.Navigate(base+"/rulings"), unfold(".rulings li:first-child .rule"))
	submit(ctx, t, chromedp.Focus(".rulings li:first-child .rule button", chromedp.ByQuery), chromedp.KeyEvent(kb.Enter))
}

// A number is mended without a mouse, and the count that it is part of says so, until the
// ruling is taken back.
func TestMendANumber(t *testing.T) {
	ctx, l := browser(t)
	tallies := links(ctx, t, "/figures", "/tally/")
	if len(tallies) == 0 {
		t.Fatal("the example pile has no count over several texts")
	}
	var before, mended, log, after, number string
	var sentence []string
	run(ctx, t, chromedp.Navigate(base+tallies[0]), text("main", &before),
		chromedp.Evaluate(`[...document.querySelectorAll("table.figures a.sentence")].map(a => a.getAttribute("href"))`, &sentence))
	if len(sentence) == 0 {
		t.Fatalf("%s has no statement", tallies[0])
	}
	run(ctx, t, chromedp.EmulateViewport(1400, 900), chromedp.Navigate(base+sentence[0]), unfold(".mend"),
		chromedp.Evaluate(`String(Number(document.querySelector(".mend [name='say.number']").value.replace(/\D/g, "")) + 1)`, &number),
		chromedp.Focus(".mend [name=copies]", chromedp.ByQuery), chromedp.KeyEvent(" ")) // this text alone
	run(ctx, t, into(".mend [name='say.number']", number))
	submit(ctx, t, chromedp.KeyEvent(kb.Enter))
	var rule string
	run(ctx, t, text("#panel .fields dd:has(code)", &rule))
	if rule != "person.mended" { // and no word of how often that is right
		t.Errorf("the mended number's rule is %q", rule)
	}
	run(ctx, t, chromedp.Navigate(base+tallies[0]), text("main", &mended), chromedp.Navigate(base+"/rulings"), text(".rulings li:first-child", &log))
	if !strings.Contains(mended, number) || mended == before {
		t.Errorf("%s does not say %s", tallies[0], number)
	}
	if !strings.Contains(log, number) || !strings.Contains(log, "mended") {
		t.Errorf("the log says %s", log)
	}
	takeBack(ctx, t)
	run(ctx, t, chromedp.Navigate(base+tallies[0]), text("main", &after))
	if after != before {
		t.Error("taken back, the count is another")
	}
	l.check(t)
}

// A quotation is made of words without a mouse: its form, its sentence, its words.
func TestMakeAQuotation(t *testing.T) {
	ctx, l := browser(t)
	texts := links(ctx, t, "/texts", "/text/")
	var words, marked, rule string
	run(ctx, t, chromedp.EmulateViewport(1400, 900), chromedp.Navigate(base+texts[0]),
		chromedp.Focus("#by-hand", chromedp.ByQuery))
	submit(ctx, t, chromedp.KeyEvent(kb.Enter))
	run(ctx, t, chromedp.Focus(".kinds li:nth-child(2) a", chromedp.ByQuery))
	submit(ctx, t, chromedp.KeyEvent(kb.Enter))
	run(ctx, t,
		chromedp.Evaluate(`[...document.querySelectorAll(".body .block.text .s")].map(s => s.textContent.trim()).filter(s => s.length > 30)[2].split(/\s+/).slice(1, 6).join(" ")`, &words))
	run(ctx, t,
		chromedp.Focus(".make [name=words]", chromedp.ByQuery), chromedp.KeyEvent(words),
		chromedp.Focus(".make [name=copies]", chromedp.ByQuery), chromedp.KeyEvent(" "), into(".make [name='say.speaker']", "Nobody Known"))
	submit(ctx, t, chromedp.KeyEvent(kb.Enter))
	var href string
	run(ctx, t, chromedp.Navigate(base+"/rulings"), chromedp.AttributeValue(`.rulings li:first-child p.soft a`, "href", &href, nil, chromedp.ByQuery),
		chromedp.Evaluate(`location.href = document.querySelector(".rulings li:first-child p.soft a").href; 0`, nil), chromedp.WaitVisible("#panel", chromedp.ByQuery),
		text(".panel .exact", &marked), text(".panel code", &rule))
	if strings.Join(strings.Fields(marked), " ") != words || rule != "person.made" {
		t.Errorf("made of %q by %s: %q, at %s", words, rule, marked, href)
	}
	takeBack(ctx, t)
	l.check(t)
}

// Two people are said to be one, and that is taken back on their own screen.
func TestMergePeople(t *testing.T) {
	ctx, l := browser(t)
	var names []string
	run(ctx, t, chromedp.Navigate(base+"/names?type=person"),
		chromedp.Evaluate(`[...document.querySelectorAll('main a[href^="/name/"]')].map(a => a.textContent + "\t" + a.getAttribute("href"))`, &names))
	if len(names) < 2 {
		t.Fatal("the example pile has no two people")
	}
	one, href, _ := strings.Cut(names[0], "\t")
	other, otherHref, _ := strings.Cut(names[1], "\t")
	var merged, parted, gone string
	run(ctx, t, chromedp.Navigate(base+href), unfold(".who-is-who .rule:nth-of-type(1)"), into(".who-is-who .rule:nth-of-type(1) [name=other]", other))
	submit(ctx, t, chromedp.Focus(".who-is-who .rule:nth-of-type(1) button", chromedp.ByQuery), chromedp.KeyEvent(kb.Enter))
	run(ctx, t, text("#written + ul", &merged))
	if !strings.Contains(merged, one) || !strings.Contains(merged, other) {
		t.Errorf("%s and %s are written %s", one, other, merged)
	}
	run(ctx, t, unfold(".ruled .rule"))
	submit(ctx, t, chromedp.Focus(".ruled .rule button", chromedp.ByQuery), chromedp.KeyEvent(kb.Enter))
	run(ctx, t, text("#written + ul", &parted), chromedp.Navigate(base+otherHref), text("h1", &gone))
	if strings.Contains(parted, other) || gone != other {
		t.Errorf("taken back, %s is written %s, and %s leads to %s", one, parted, otherHref, gone)
	}
	l.check(t)
}
