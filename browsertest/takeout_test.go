package browsertest

import (
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// What a screen shows is taken out without a mouse: the formats open with Enter, and each
// link gives a file.
func TestTakeOut(t *testing.T) {
	ctx, l := browser(t)
	var open bool
	var formats []string
	run(ctx, t,
		chromedp.Navigate(base+"/figures?measure=deaths"),
		chromedp.Focus(`details.out summary`, chromedp.ByQuery), chromedp.KeyEvent("\r"),
		chromedp.Evaluate(`document.querySelector("details.out").open`, &open),
		chromedp.Evaluate(`[...document.querySelectorAll("details.out a")].map(a => a.href)`, &formats),
	)
	if !open || len(formats) < 10 {
		t.Fatalf("open: %v, %d formats", open, len(formats))
	}
	for _, href := range formats {
		if !strings.Contains(href, "measure=deaths") {
			t.Errorf("%s is not narrowed down as the screen is", href)
		}
		response, err := http.Get(href)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != http.StatusOK || !strings.HasPrefix(response.Header.Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: %s", href, response.Status)
		}
	}
	l.check(t)
}

// A toll is chosen by its form, with a period.
func TestTollOfAPeriod(t *testing.T) {
	ctx, l := browser(t)
	var all, few int
	var register string
	marks := `document.querySelectorAll(".toll .chart a.point").length`
	run(ctx, t,
		chromedp.Navigate(base+"/tolls"), chromedp.Evaluate(marks, &all),
		chromedp.SetValue(`input[name=until]`, "2022-03-05", chromedp.ByQuery),
		chromedp.Click(`form.pick button`, chromedp.ByQuery), chromedp.WaitVisible(`input[name=until][value="2022-03-05"]`, chromedp.ByQuery), // as the server writes it
		chromedp.Evaluate(marks, &few),
		chromedp.Evaluate(`document.querySelector('.out a[href*="/export/register"]').href`, &register),
	)
	steps := string((&walker{T: t, at: base}).file(register))
	if !strings.Contains(steps, "2022-03-05") || strings.Contains(steps, ",2022-03-06,") {
		t.Errorf("%s are not the steps of the period:\n%s", register, steps)
	}
	if few == 0 || few >= all {
		t.Errorf("%d marks before, %d of the period", all, few)
	}
	l.check(t)
}

// The page of a dossier, tables and all, fits a phone and a desk, and asks for nothing, not even a file
// beside it.
func TestDossierPage(t *testing.T) {
	folder := t.TempDir()
	pile := filepath.Join(folder, "p.stemma")
	for _, args := range [][]string{{"add", "--pile", pile, "../demo/pile"}, {"dossier", "--pile", pile, filepath.Join(folder, "d"), "--list", "figures", "--measure", "deaths"}} {
		if out, err := exec.Command(binary, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	ctx, l := browser(t)
	l.base = "file://" + folder
	for _, width := range []int64{360, 1400} {
		for _, scheme := range []string{"light", "dark"} {
			var wide, hidden, notes, asked int
			run(ctx, t,
				chromedp.EmulateViewport(width, 900),
				emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
				chromedp.Navigate("file://"+filepath.Join(folder, "d", "index.html")),
				chromedp.Evaluate(`document.scrollingElement.scrollWidth - document.documentElement.clientWidth`, &wide),
				chromedp.Evaluate(`[...document.querySelectorAll("article")].filter(el => el.scrollWidth > el.clientWidth + 1).length`, &hidden),
				chromedp.Evaluate(`document.querySelectorAll("li[data-statement] mark").length`, &notes),
				chromedp.Evaluate(`performance.getEntriesByType("resource").length`, &asked),
			)
			if wide > 1 || hidden > 0 || notes == 0 || asked > 0 {
				t.Errorf("%d pixels, %s: %d too wide, %d tolls with columns out of sight, %d notes, %d things loaded", width, scheme, wide, hidden, notes, asked)
			}
		}
	}
	l.check(t)
}
