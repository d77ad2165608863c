package browsertest

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// Chosen at the foot of a page, Spanish stays for every screen; its longer words fit a phone
// and a desk, and the accessibility checker finds nothing serious.
func TestSpanish(t *testing.T) {
	ctx, l := browser(t)
	run(ctx, t, chromedp.Navigate(base+"/texts"))
	submit(ctx, t, chromedp.Click(`form.languages button[value="es"]`))
	var path string
	run(ctx, t, chromedp.Location(&path))
	if path != base+"/texts" {
		t.Errorf("choosing a language leads to %s", path)
	}
	shots := os.Getenv("STEMMA_SHOTS")
	if shots != "" {
		shots = filepath.Join(shots, "es")
		if err := os.MkdirAll(shots, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	var axe []byte
	if name := os.Getenv("STEMMA_AXE"); name != "" {
		var err error
		if axe, err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	for _, screen := range everyScreen(ctx, t) {
		for _, width := range []int64{360, 1400} {
			look(ctx, t, screen, width, "light", shots)
			inSpanish(ctx, t, screen)
			if len(axe) == 0 {
				continue
			}
			for _, v := range check(ctx, t, string(axe), screen, width, "light") {
				if v.Impact == "serious" || v.Impact == "critical" {
					t.Errorf("%s at %d pixels: %s, %s: %s", screen, width, v.Impact, v.ID, v.Help)
				}
			}
		}
	}
	l.check(t)
}

// inSpanish looks at the language of a screen, and at that of the texts on it.
func inSpanish(ctx context.Context, t *testing.T, screen string) {
	t.Helper()
	var lang, switched, nav string
	run(ctx, t,
		chromedp.Evaluate(`document.documentElement.lang`, &lang),
		chromedp.Evaluate(`document.querySelector('.languages [aria-current="true"]').lang`, &switched),
		chromedp.Evaluate(`document.querySelector('.top nav a').textContent`, &nav))
	if lang != "es" || switched != "es" || nav != "Resumen" {
		t.Errorf("%s: in %q, the switch on %q, the navigation begins with %q", screen, lang, switched, nav)
	}
}
