package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The timeline is zoomed by its links alone, with scripts switched off, and led out of again.
func TestTimelineZoomsWithoutScript(t *testing.T) {
	ctx, l := browser(t)
	var parts, days int
	var around string
	run(ctx, t, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(base+"/timeline?from=2022&until=2022"))
	submit(ctx, t, chromedp.Click(`.periods a[href*="2022-03"]`, chromedp.ByQuery))
	run(ctx, t, emulation.SetScriptExecutionDisabled(false),
		chromedp.Text(`.around`, &around, chromedp.ByQuery),
		chromedp.Evaluate(`document.querySelectorAll(".periods li").length`, &parts),
		chromedp.Evaluate(`document.querySelectorAll(".lanes:not(.narrow) .point").length`, &days),
	)
	if !strings.Contains(around, "All dates") || !strings.Contains(around, "March 2022") || parts < 5 || days < 10 {
		t.Errorf("after a step into March: %q, %d days, %d marks", around, parts, days)
	}
	l.check(t)
}

// On a phone the drawings are those made for it, with letters that can be read.
func TestDrawingsForAPhone(t *testing.T) {
	ctx, l := browser(t)
	for _, screen := range []string{"/timeline", "/timeline?lanes=place", "/map?area=world"} {
		var least float64
		run(ctx, t, chromedp.EmulateViewport(360, 800), chromedp.Navigate(base+screen),
			chromedp.Evaluate(`Math.min(...[...document.querySelectorAll(".picture text")].filter(el => el.getClientRects().length)
				.map(el => parseFloat(getComputedStyle(el).fontSize) * el.ownerSVGElement.getBoundingClientRect().width / el.ownerSVGElement.viewBox.baseVal.width))`, &least))
		if least < 11 {
			t.Errorf("%s: the smallest letters are %.1f pixels high", screen, least)
		}
	}
	l.check(t)
}

// The map is used without a mouse: from mark to mark with j, and with Enter to the place.
func TestMapByKeyboard(t *testing.T) {
	ctx, l := browser(t)
	var name, heading string
	run(ctx, t, chromedp.EmulateViewport(1400, 900), chromedp.Navigate(base+"/map?area=world"),
		chromedp.KeyEvent("j"), chromedp.KeyEvent("j"),
		chromedp.Evaluate(`document.activeElement.querySelector("title")?.textContent ?? ""`, &name))
	if !strings.Contains(name, "independent text") {
		t.Fatalf("j leads to %q", name)
	}
	submit(ctx, t, chromedp.KeyEvent("\r"))
	run(ctx, t, chromedp.Text("h1", &heading, chromedp.ByQuery))
	if place, _, _ := strings.Cut(name, ","); !strings.HasPrefix(name, heading) && !strings.Contains(heading, place) {
		t.Errorf("the mark %q leads to %q", name, heading)
	}
	l.check(t)
}

// The list of texts is narrowed down by links and led back, and what is exported is what is shown.
func TestTextsOfAnOutlet(t *testing.T) {
	ctx, l := browser(t)
	var titles, shown int
	var to string
	run(ctx, t, chromedp.EmulateViewport(360, 800), chromedp.Navigate(base+"/texts"))
	submit(ctx, t, chromedp.Click(`.facets a[href*="copies=copy"]`, chromedp.ByQuery))
	submit(ctx, t, chromedp.Click(`.facets a[href*="lang=es"]`, chromedp.ByQuery))
	run(ctx, t, chromedp.Evaluate(`document.querySelectorAll(".text").length`, &titles),
		chromedp.Evaluate(`document.querySelectorAll('.text h2 a[lang="es"]').length`, &shown),
		chromedp.Evaluate(`document.querySelector('.out a[href*="bibtex"]').href`, &to))
	if titles == 0 || shown != titles || !strings.Contains(to, "copies=copy") || !strings.Contains(to, "lang=es") {
		t.Errorf("%d texts are shown, %d in Spanish; the export is %s", titles, shown, to)
	}
	submit(ctx, t, chromedp.Click(`.facets a[aria-current]`, chromedp.ByQuery))
	submit(ctx, t, chromedp.Click(`.facets a[aria-current]`, chromedp.ByQuery))
	run(ctx, t, chromedp.Evaluate(`document.querySelectorAll(".text").length`, &shown))
	if shown <= titles {
		t.Errorf("without the choice %d texts are shown, with it %d", shown, titles)
	}
	l.check(t)
}

// Among thousands of names one is found with the keyboard alone, by how its words begin.
func TestFindAName(t *testing.T) {
	w := &walker{T: t, at: base}
	var l *log
	w.ctx, l = browser(t)
	w.open("/names")
	w.tabTo(`input[name="name"]`, 60)
	w.run(chromedp.KeyEvent("tchan mir"))
	w.press("\r")
	var names []string
	w.run(chromedp.Evaluate(`[...document.querySelectorAll(".names b")].map(el => el.textContent)`, &names))
	if len(names) != 1 || names[0] != "Miriam Tchando" {
		t.Errorf("found %q", names)
	}
	l.check(t)
}

// The map goes through time with the arrow keys: the slider keeps the focus from stop to stop, and
// says where it stands.
func TestMapThroughTime(t *testing.T) {
	w := &walker{T: t, at: base}
	var l *log
	w.ctx, l = browser(t)
	w.open("/map")
	w.tabTo("#time", 60)
	stand := func() (here, says string) {
		var focused bool
		w.run(chromedp.Location(&here), chromedp.Evaluate(`document.activeElement.id === "time"`, &focused),
			chromedp.Evaluate(`document.querySelector(".slide output").textContent + "|" + document.getElementById("time").getAttribute("aria-valuetext")`, &says))
		if !focused {
			t.Errorf("%s: the slider has lost the focus", here)
		}
		return here, says
	}
	all, says := stand()
	if says != "All dates|All dates" {
		t.Errorf("at the beginning it says %q", says)
	}
	w.press(kb.ArrowRight)
	first, says := stand()
	w.press(kb.ArrowRight)
	second, _ := stand()
	if !strings.Contains(first, "from=") || first == second || strings.HasPrefix(says, "All dates") {
		t.Errorf("two steps lead from %s to %s (%q) and %s", all, first, says, second)
	}
	w.press(kb.Home)
	if here, _ := stand(); strings.Contains(here, "from=") {
		t.Errorf("Home leads to %s", here)
	}
	l.check(t)
}
