package browsertest

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// violation is one rule of axe that a screen breaks.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct{ HTML string }
}

// An accessibility checker (axe-core, https://github.com/dequelabs/axe-core) finds nothing
// serious on any screen, light and dark, on a phone and on a desk. STEMMA_AXE names its
// script, axe.min.js; without it the test skips.
func TestAccessibility(t *testing.T) {
	path := os.Getenv("STEMMA_AXE")
	if path == "" {
		t.Skip("STEMMA_AXE names no axe.min.js")
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, l := browser(t)
	for _, screen := range everyScreen(ctx, t) {
		for _, width := range []int64{360, 1400} {
			for _, scheme := range []string{"light", "dark"} {
				for _, v := range check(ctx, t, string(axe), screen, width, scheme) {
					if v.Impact != "serious" && v.Impact != "critical" {
						continue
					}
					var where []string
					for _, n := range v.Nodes[:min(3, len(v.Nodes))] {
						where = append(where, fmt.Sprintf("%.200s", n.HTML))
					}
					t.Errorf("%s at %d pixels, %s: %s, %s: %s (%d places)\n\t%s", screen, width, scheme, v.Impact, v.ID, v.Help, len(v.Nodes), strings.Join(where, "\n\t"))
				}
			}
		}
	}
	l.check(t)
}

// check runs the checker on a screen.
func check(ctx context.Context, t *testing.T, axe, screen string, width int64, scheme string) (found []violation) {
	t.Helper()
	wait := func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
	run(ctx, t,
		chromedp.EmulateViewport(width, 900),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
		chromedp.Navigate(base+screen), chromedp.Evaluate(axe, nil),
		chromedp.Evaluate(`axe.run({resultTypes: ["violations"]}).then(r => r.violations.map(v => ({id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.map(n => ({html: n.html}))})))`, &found, wait),
	)
	return found
}
