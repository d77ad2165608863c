package browsertest

import (
	"os"
	"strings"
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
	base, at = at, base
	defer func() { base = at }()
	ctx, l := browser(t)
	l.base = base
	for _, screen := range []string{
		"/", "/texts", "/stories", "/tolls", "/figures", "/victims", "/votes", "/polls", "/measures", "/demands", "/quotes", "/timeline", "/map", "/names", "/clashes",
		"/search?q=council", "/search?q=measure:deaths", "/search?q=harbor~", "/searches", "/problems", "/rulings", "/accuracy",
		"/texts /text/", "/texts /family/", "/stories /story/", "/figures /tally/", "/tolls /tally/", "/quotes /saying/", "/timeline /happening/", "/names /name/", "/clashes /clash/",
	} {
		if list, kind, ok := strings.Cut(screen, " "); ok { // the first of its kind that a list leads to
			found := links(ctx, t, list, kind)
			if len(found) == 0 {
				continue
			}
			screen = found[0]
		}
		var paint struct{ First, Answer, Size float64 }
		for _, visit := range []string{"first", "second"} {
			run(ctx, t, chromedp.Navigate(base+screen), chromedp.Evaluate(`new Promise(told => {
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
