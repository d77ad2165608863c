// Package browsertest walks the screens in a real browser, on the example pile.
//
// It needs Chromium; without it the tests skip with a message. STEMMA_BIN names a built
// program, else one is built. STEMMA_SHOTS names a folder for pictures of every screen,
// STEMMA_PICTURES one for those of the manual. STEMMA_LARGE names a pile on which it is told
// how soon screens are painted.
package browsertest

import (
	"bufio"
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

var (
	binary string // the program under test
	base   string // address of the running demo
)

func TestMain(m *testing.M) {
	code, err := withProgram(m.Run)
	if err != nil {
		fmt.Fprintln(os.Stderr, "browsertest:", err)
		code = 1
	}
	os.Exit(code)
}

// withProgram runs the program on the example pile while f runs.
func withProgram(f func() int) (int, error) {
	binary = os.Getenv("STEMMA_BIN")
	if binary == "" {
		folder, err := os.MkdirTemp("", "stemma-browsertest-")
		if err != nil {
			return 1, err
		}
		defer os.RemoveAll(folder)
		binary = filepath.Join(folder, "stemma")
		build := exec.Command("go", "build", "-o", binary, "./cmd/stemma")
		build.Dir = ".."
		if out, err := build.CombinedOutput(); err != nil {
			return 1, fmt.Errorf("%w\n%s", err, out)
		}
	}
	address, stop, err := show("demo", "--port", "0", "--no-open")
	if err != nil {
		return 1, err
	}
	defer stop()
	base = address
	return f(), nil
}

// show starts the program with a command that shows a pile, and gives its address.
func show(command ...string) (address string, stop func(), err error) {
	shown := exec.Command(binary, command...)
	out, err := shown.StdoutPipe()
	if err != nil {
		return "", nil, err
	}
	if err := shown.Start(); err != nil {
		return "", nil, err
	}
	stop = func() {
		_ = shown.Process.Signal(os.Interrupt)
		_ = shown.Wait()
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if address, ok := strings.CutPrefix(lines.Text(), "Showing the pile at "); ok {
			return strings.TrimSuffix(address, "/"), stop, nil
		}
	}
	stop()
	return "", nil, fmt.Errorf("stemma %s ended without showing anything", command[0])
}

// browser gives a tab, and what it asked for and complained about.
func browser(t *testing.T) (context.Context, *log) {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("there is no Chromium on this machine")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	l := &log{base: base}
	chromedp.ListenTarget(ctx, l.hear)
	if err := chromedp.Run(ctx, network.Enable(), runtime.Enable()); err != nil {
		t.Fatal(err)
	}
	return ctx, l
}

// log is what happened in a tab.
type log struct {
	sync.Mutex
	base            string // what does not lie under it is foreign
	foreign, faults []string
}

func (l *log) hear(event any) {
	l.Lock()
	defer l.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(e.Request.URL); err != nil || u.Scheme != "data" && !strings.HasPrefix(e.Request.URL, l.base+"/") {
			l.foreign = append(l.foreign, e.Request.URL)
		}
	case *runtime.EventExceptionThrown:
		l.faults = append(l.faults, e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError {
			l.faults = append(l.faults, fmt.Sprint(e.Args))
		}
	}
}

func (l *log) check(t *testing.T) {
	t.Helper()
	l.Lock()
	defer l.Unlock()
	for _, u := range l.foreign {
		t.Errorf("the page asked for %s", u)
	}
	for _, f := range l.faults {
		t.Errorf("the page complained: %s", f)
	}
}

// links gives the addresses on a screen that begin with a path.
func links(ctx context.Context, t *testing.T, screen, path string) []string {
	t.Helper()
	var out []string
	js := fmt.Sprintf(`[...document.querySelectorAll('a[href^="%s"]')].map(a => a.getAttribute("href"))`, path)
	run(ctx, t, chromedp.Navigate(base+screen), chromedp.Evaluate(js, &out))
	return out
}

func run(ctx context.Context, t *testing.T, actions ...chromedp.Action) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// submit runs actions of which the last leads to another page, and waits until that page is
// there: what is visible may be the page before, still.
func submit(ctx context.Context, t *testing.T, actions ...chromedp.Action) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// Every screen fits a phone and a desk, in light and dark, and asks for nothing from
// elsewhere.
func TestEveryScreen(t *testing.T) {
	ctx, l := browser(t)
	lookAll(ctx, t, everyScreen(ctx, t)...)
	l.check(t)
}

// everyScreen gives the address of one screen of every kind.
func everyScreen(ctx context.Context, t *testing.T) []string {
	t.Helper()
	screens := []string{"/", "/texts", "/stories", "/tolls", "/figures", "/victims", "/votes", "/polls", "/measures", "/demands", "/map", "/quotes", "/timeline", "/names", "/clashes", "/search?q=dam", "/problems", "/search", "/searches", "/rulings", "/accuracy"}
	for _, from := range []struct{ screen, path string }{
		{"/texts", "/text/"}, {"/texts", "/copy/"}, {"/texts", "/family/"}, {"/stories", "/story/"}, {"/figures", "/tally/"}, {"/quotes", "/saying/"},
		{"/names", "/name/"}, {"/clashes", "/clash/"}, {"/timeline", "/happening/"}, {"/accuracy", "/accuracy/"},
	} {
		found := links(ctx, t, from.screen, from.path)
		if len(found) == 0 {
			t.Errorf("%s leads to no %s", from.screen, from.path)
			continue
		}
		screens = append(screens, found[0])
	}
	return screens
}

// lookAll looks at screens on a phone and on a desk, in light and dark.
func lookAll(ctx context.Context, t *testing.T, screens ...string) {
	t.Helper()
	shots := os.Getenv("STEMMA_SHOTS")
	for _, screen := range screens {
		for _, width := range []int64{360, 1400} {
			for _, scheme := range []string{"light", "dark"} {
				look(ctx, t, screen, width, scheme, shots)
			}
		}
	}
}

// squeezing gives the words of an element whose column is too narrow to read them.
const squeezing = `[...document.querySelectorAll("dd, p, li, td")].find(e => {
	const seen = e.cloneNode(true);
	seen.querySelectorAll(".hide").forEach(x => x.remove());
	return e.checkVisibility() && seen.textContent.trim().length > 8 && e.clientWidth < 60 && e.clientHeight > 3 * e.clientWidth;
})?.innerText ?? ""`

// clipped gives a word of a picture that its edge cuts off.
const clipped = `[...document.querySelectorAll("main svg.chart text")].find(t => {
	const box = t.ownerSVGElement.getBoundingClientRect(), r = t.getBoundingClientRect();
	return t.checkVisibility() && r.width > 0 && (r.left < box.left - 1 || r.right > box.right + 1);
})?.textContent ?? ""`

// hidden gives the words of a table of which a phone shows only the first columns, or of a
// form that goes beyond the edge, when all that can be unfolded is.
const hidden = `(() => {
	document.querySelectorAll("main details").forEach(d => d.open = true);
	const over = [...document.querySelectorAll("main .wide:has(table)")].find(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1);
	const past = [...document.querySelectorAll("main form *")].find(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1);
	return (over ?? past?.closest("form"))?.innerText.slice(0, 80) ?? "";
})()`

func look(ctx context.Context, t *testing.T, screen string, width int64, scheme, shots string) {
	t.Helper()
	var wide int
	var heading, squeezed, clip, cut string
	var picture []byte
	actions := []chromedp.Action{
		chromedp.EmulateViewport(width, 900),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
		chromedp.Navigate(base + screen),
		chromedp.Evaluate(`document.scrollingElement.scrollWidth - document.documentElement.clientWidth`, &wide),
		chromedp.Evaluate(`document.querySelector("h1")?.textContent ?? ""`, &heading),
		chromedp.Evaluate(squeezing, &squeezed),
		chromedp.Evaluate(clipped, &clip),
	}
	if shots != "" {
		actions = append(actions, chromedp.CaptureScreenshot(&picture))
	}
	if width < 400 {
		actions = append(actions, chromedp.Evaluate(hidden, &cut))
	}
	run(ctx, t, actions...)
	if wide > 1 {
		t.Errorf("%s at %d pixels is %d pixels too wide", screen, width, wide)
	}
	if heading == "" {
		t.Errorf("%s has no heading", screen)
	}
	if squeezed != "" {
		t.Errorf("%s at %d pixels: a column is too narrow for “%s”", screen, width, squeezed)
	}
	if clip != "" {
		t.Errorf("%s at %d pixels: “%s” goes beyond its picture", screen, width, clip)
	}
	if cut != "" {
		t.Errorf("%s at %d pixels: the right of a table or a form is out of sight: “%s”", screen, width, cut)
	}
	if shots != "" {
		name := strings.Trim(strings.NewReplacer("/", "-", "?", "-", "=", "-").Replace(strings.SplitN(screen, "-", 2)[0]), "-")
		if name == "" {
			name = "overview"
		}
		if err := os.WriteFile(filepath.Join(shots, fmt.Sprintf("%s-%d-%s.png", name, width, scheme)), picture, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Half as wide as a desk, which is a tablet, or a desk enlarged to 200 %, no table hides its last
// columns: the sentences stand there.
func TestTablesOnATablet(t *testing.T) {
	ctx, l := browser(t)
	for _, screen := range everyScreen(ctx, t) {
		var cut string
		var aside string
		run(ctx, t, chromedp.EmulateViewport(768, 900), chromedp.Navigate(base+screen), chromedp.Evaluate(hidden, &cut),
			chromedp.Evaluate(`[...document.querySelectorAll(".top nav a")].find(a => a.getBoundingClientRect().right > innerWidth)?.textContent ?? ""`, &aside))
		if aside != "" {
			t.Errorf("%s at 768 pixels: “%s” of the navigation is out of sight", screen, aside)
		}
		if cut != "" {
			t.Errorf("%s at 768 pixels: the right of a table or a form is out of sight: “%s”", screen, cut)
		}
	}
	l.check(t)
}

// From a toll to the very sentence, by the links that a reader follows.
func TestFromTollToSentence(t *testing.T) {
	ctx, l := browser(t)
	tallies := links(ctx, t, "/figures", "/tally/")
	if len(tallies) == 0 {
		t.Fatal("the example pile has no count over several texts")
	}
	var marked, visible string
	run(ctx, t,
		chromedp.EmulateViewport(1400, 900),
		chromedp.Navigate(base+tallies[0]),
		chromedp.Click(`table.figures a.sentence`, chromedp.ByQuery),
		chromedp.WaitVisible(`.m.selected`, chromedp.ByQuery),
		chromedp.Sleep(time.Second), // smooth scrolling
		chromedp.Text(`.m.selected`, &marked, chromedp.ByQuery),
		chromedp.Evaluate(`(() => { const r = document.querySelector(".m.selected").getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight ? "yes" : "no" })()`, &visible),
	)
	if strings.TrimSpace(marked) == "" || visible != "yes" {
		t.Errorf("marked %q, in sight: %s", marked, visible)
	}
	l.check(t)
}

// The screens without a mouse.
func TestKeyboard(t *testing.T) {
	ctx, l := browser(t)
	var focus, item, open string
	active := `document.activeElement.id + " " + document.activeElement.tagName`
	run(ctx, t,
		chromedp.Navigate(base+"/quotes"),
		chromedp.KeyEvent("/"), chromedp.Evaluate(active, &focus),
		chromedp.KeyEvent("\u001b"), chromedp.KeyEvent("j"),
		chromedp.Evaluate(`document.activeElement.hasAttribute("data-item") ? "item" : document.activeElement.tagName`, &item),
		chromedp.KeyEvent("?"), chromedp.Evaluate(`document.getElementById("help").open ? "open" : "shut"`, &open),
	)
	if !strings.HasPrefix(focus, "find") && !strings.HasPrefix(focus, "query") {
		t.Errorf("“/” puts the focus on %s", focus)
	}
	if item != "item" {
		t.Errorf("“j” puts the focus on %s", item)
	}
	if open != "open" {
		t.Error("“?” opens no help")
	}
	l.check(t)
}

// The address of a screen brings a colleague to the same place.
func TestLinkToSentence(t *testing.T) {
	ctx, l := browser(t)
	found := links(ctx, t, "/search?q=dam", "/text/")
	found = slices.DeleteFunc(found, func(href string) bool { return !strings.Contains(href, "#") })
	if len(found) == 0 {
		t.Fatal("a search for a word of the example pile finds nothing")
	}
	var top float64
	run(ctx, t,
		chromedp.EmulateViewport(1400, 900),
		chromedp.Navigate(base+found[0]), chromedp.Sleep(time.Second),
		chromedp.Evaluate(`document.getElementById(location.hash.slice(1))?.getBoundingClientRect().top ?? -1`, &top),
	)
	if top < 0 || top > 900 {
		t.Errorf("%s: the sentence is at %v, out of sight", found[0], top)
	}
	l.check(t)
}
