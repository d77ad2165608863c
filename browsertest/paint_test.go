package browsertest

import (
	"os"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Tells how soon each screen is painted, from the click on, and that none asks for anything
// from elsewhere: on the pile of STEMMA_LARGE (bench/screens -pile makes one), else on the
// example pile. It holds nobody to a time: machines differ.
func TestFirstPaint(t *testing.T) {
	at := base
	if pile := os.Getenv("STEMMA_LARGE"); pile != "" {
		address, stop, err := show("serve", "--pile", pile, "--port", "0", "--no-open")
		if err != nil {
			t.Fatal(err)
		}
		defer stop()
		at = address
	}
	ctx, l := browser(t)
	l.base = at
	for _, screen := range []string{
		"/", "/texts", "/stories", "/tolls", "/figures", "/victims", "/quotes", "/timeline", "/names", "/clashes", "/search?q=council", "/search?q=harbor~", "/searches", "/problems", "/rulings",
	} {
		var paint struct{ First, Answer, Size float64 }
		for _, visit := range []string{"first", "second"} {
			run(ctx, t, chromedp.Navigate(at+screen), chromedp.Evaluate(`new Promise(told => {
				const tell = e => told({ First: e.startTime, Answer: performance.getEntriesByType("navigation")[0].responseEnd, Size: performance.getEntriesByType("navigation")[0].decodedBodySize });
				new PerformanceObserver(list => list.getEntriesByName("first-contentful-paint").forEach(tell)).observe({ type: "paint", buffered: true });
			})`, &paint, awaited))
			t.Logf("%-18s %s visit: answered after %5.0f ms, painted after %5.0f ms, %4.0f KB", screen, visit, paint.Answer, paint.First, paint.Size/1024)
		}
		if paint.First <= 0 {
			t.Errorf("%s was not painted", screen)
		}
	}
	l.check(t)
}

func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
