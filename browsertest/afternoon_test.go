package browsertest

import (
	"bytes"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// An editor's afternoon without a mouse: from any screen a tally, a chronology, a file of
// quotations, a list of people and a dossier are a few keys away, and so is each as a file; at a
// desk and on a phone.
func TestAfternoon(t *testing.T) {
	for _, wide := range []int64{1400, 360} {
		doTask(t, base, "", wide, func(w *walker) {
			w.open("/")
			for _, take := range []struct{ screen, format, begins string }{
				{"/tolls", "xlsx", "PK"}, {"/timeline", "ical", "BEGIN:VCALENDAR"}, {"/quotes", "csv", ""}, {"/names", "csv", ""}, {"/tolls", "dossier", "PK"},
			} {
				w.goTo(take.screen)
				w.tabTo(".jump a", 60)
				w.run(chromedp.KeyEvent(kb.Enter))
				link := `.out a[href^="/export/` + take.format + `"]`
				w.tabTo(link, 80)
				var href string
				w.run(chromedp.Evaluate(`document.activeElement.href`, &href))
				if body := w.file(href); !bytes.HasPrefix(body, []byte(take.begins)) || len(body) == 0 {
					w.Errorf("%s of %s: %.40q", take.format, take.screen, body)
				}
			}
		})
	}
}

// goTo types the keys that lead to a screen, as the help lists them.
func (w *walker) goTo(path string) {
	w.Helper()
	var key, here string
	w.run(chromedp.Evaluate("document.querySelector(`.top nav a[href=\""+path+"\"]`).dataset.key ?? ''", &key))
	if key == "" {
		w.Fatalf("no key leads to %s", path)
	}
	w.run(chromedp.KeyEvent("g"))
	w.press(key)
	w.run(chromedp.Location(&here))
	if strings.TrimPrefix(here, w.at) != path {
		w.Fatalf("g %s leads to %s", key, here)
	}
}

// tabTo presses Tab until something has the focus, which must be seen.
func (w *walker) tabTo(selector string, most int) {
	w.Helper()
	for range most {
		var there, seen bool
		w.run(chromedp.KeyEvent(kb.Tab),
			chromedp.Evaluate("document.activeElement.matches(`"+selector+"`)", &there),
			chromedp.Evaluate("document.activeElement.matches(':focus-visible') && document.activeElement.getClientRects().length > 0", &seen))
		if there {
			if !seen {
				w.Fatalf("the focus on %s is not to be seen", selector)
			}
			return
		}
	}
	w.Fatalf("%d times Tab do not lead to %s", most, selector)
}
