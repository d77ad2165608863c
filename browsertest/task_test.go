package browsertest

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The tasks of the manual, by the page that tells of each.
var tasks = []struct {
	page string
	walk func(*walker)
}{
	{"build-a-casualty-tally", (*walker).tally},
	{"who-copied-whom", (*walker).copies},
	{"a-quote-and-its-versions", (*walker).quote},
	{"check-a-claim", (*walker).claim},
	{"hand-over-a-dossier", (*walker).dossier},
	{"correct-stemma", (*walker).correct},
	{"victims", (*walker).victims},
}

// Each task of the manual can be done as it tells, on the example pile. STEMMA_PICTURES
// names a folder for the manual's pictures, which are taken on the way.
func TestTasks(t *testing.T) {
	for _, task := range tasks {
		t.Run(task.page, func(t *testing.T) { doTask(t, base, os.Getenv("STEMMA_PICTURES"), 1400, task.walk) })
	}
}

// The same on a phone.
func TestTasksOnAPhone(t *testing.T) {
	for _, task := range tasks {
		t.Run(task.page, func(t *testing.T) { doTask(t, base, "", 360, task.walk) })
	}
}

// The same on sample pages of the world, where they lie beside the project.
func TestTasksOnSeeds(t *testing.T) {
	const seeds = "../../shared/data/seeds"
	files, _ := filepath.Glob(seeds + "/*.txt")
	if len(files) == 0 {
		t.Skip("no sample pages in ../shared/data/seeds")
	}
	pile := filepath.Join(t.TempDir(), "seeds.stemma")
	if out, err := exec.Command(binary, append([]string{"add", "--pile", pile}, files...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	address, stop, err := show("serve", "--pile", pile, "--port", "0", "--no-open")
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	for _, task := range tasks {
		t.Run(task.page, func(t *testing.T) { doTask(t, address, "", 1400, task.walk) })
	}
}

func doTask(t *testing.T, at, pictures string, wide int64, do func(*walker)) {
	ctx, l := browser(t)
	l.base = at
	w := &walker{T: t, ctx: ctx, at: at, pictures: pictures}
	w.run(chromedp.EmulateViewport(wide, 900))
	do(w)
	l.check(t)
}

// walker is a person doing a task.
type walker struct {
	*testing.T
	ctx      context.Context
	at       string // address of the pile shown
	pictures string // folder; "" for none
}

func (w *walker) run(actions ...chromedp.Action) { w.Helper(); run(w.ctx, w.T, actions...) }

// open goes to a screen.
func (w *walker) open(path string) { w.Helper(); w.run(chromedp.Navigate(w.at + path)) }

// follow goes where the first link to such an address in the screen's main part leads; it
// skips the task where there is none, as a pile may hold nothing of the kind.
func (w *walker) follow(path string) {
	w.Helper()
	var href string
	w.run(chromedp.Evaluate(`document.querySelector('main a[href^="`+path+`"]')?.getAttribute("href") ?? ""`, &href))
	if href == "" {
		if w.at == base {
			w.Fatalf("no link to %s", path)
		}
		w.Skipf("this pile has nothing that leads to %s", path)
	}
	w.open(href)
}

// press types a key and waits for the screen that it leads to.
func (w *walker) press(keys string) {
	w.Helper()
	submit(w.ctx, w.T, chromedp.KeyEvent(keys))
}

// has checks that something stands on the screen.
func (w *walker) has(selector string) {
	w.Helper()
	var n int
	w.run(chromedp.Evaluate("document.querySelectorAll(`"+selector+"`).length", &n))
	if n == 0 {
		var here string
		w.run(chromedp.Location(&here))
		w.Fatalf("%s has no %s", strings.TrimPrefix(here, w.at), selector)
	}
}

// picture takes what is in sight, for the manual.
func (w *walker) picture(name string) {
	w.Helper()
	if w.pictures == "" {
		return
	}
	var picture []byte
	w.run(chromedp.Sleep(time.Second), chromedp.ActionFunc(func(ctx context.Context) (err error) { // smooth scrolling ends
		picture, err = page.CaptureScreenshot().WithFormat(page.CaptureScreenshotFormatWebp).WithQuality(70).Do(ctx)
		return err
	}))
	if err := os.WriteFile(filepath.Join(w.pictures, name+".webp"), picture, 0o644); err != nil {
		w.Fatal(err)
	}
}

// tally: who said how many, by day and source, down to the sentence; and out as a workbook.
func (w *walker) tally() {
	w.open("/tolls")
	w.has(".toll .chart a.point")
	w.picture("tolls")
	submit(w.ctx, w.T, chromedp.Click(`form.pick button`, chromedp.ByQuery))
	w.has(".toll .chart a.point")
	var xlsx string
	w.run(chromedp.Evaluate(`document.querySelector('.out a[href*="/export/xlsx"]').href`, &xlsx))
	if body := w.file(xlsx); !bytes.HasPrefix(body, []byte("PK")) {
		w.Errorf("%s is no workbook", xlsx)
	}
	w.follow("/tally/")
	w.has("table.figures a.sentence")
	w.picture("tally")
	w.follow("/text/")
	w.has(".m.selected")
	w.picture("reading")
}

// copies: a family, its tree, and two of it side by side.
func (w *walker) copies() {
	w.open("/texts")
	w.follow("/family/")
	w.has("svg.tree")
	w.has(".members .why li")
	w.picture("family")
	w.follow("/copy/")
	w.has("ins, del")
	w.picture("copy")
}

// quote: one utterance in its forms.
func (w *walker) quote() {
	w.open("/quotes")
	w.follow("/saying/")
	w.has(".form .cite")
	w.picture("saying")
	w.follow("/text/")
	w.has(".m.selected")
}

// claim: a search, its sentence, and a clash, all without a mouse.
func (w *walker) claim() {
	w.open("/")
	w.has("#agree")
	w.picture("overview")
	// A driven browser types the “/” that a real one does not: it is selected and typed over.
	w.run(chromedp.KeyEvent("/"), chromedp.KeyEvent("a", chromedp.KeyModifiers(input.ModifierCtrl)), chromedp.KeyEvent("government~ OR minister"))
	w.press("\r")
	w.has(".spelt")
	w.has(".hits .sentence .m.hit")
	w.picture("search")
	w.run(chromedp.KeyEvent("j"))
	w.press("\r")
	w.has("article.body .s:target")
	w.run(chromedp.KeyEvent("g"))
	w.press("c")
	w.has("main [data-item]")
	w.run(chromedp.KeyEvent("j"))
	w.press("\r")
	w.has(".stands section")
	w.picture("clash")
}

// dossier: what a list shows, as a folder that proves itself.
func (w *walker) dossier() {
	w.open("/figures?measure=deaths")
	var href string
	w.run(chromedp.Evaluate(`document.querySelector('.out a[href*="/export/dossier"]').href`, &href))
	body := w.file(href)
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		w.Fatal(err)
	}
	folder := w.TempDir()
	if err := os.CopyFS(folder, z); err != nil {
		w.Fatal(err)
	}
	index, err := filepath.Glob(filepath.Join(folder, "*", "index.html"))
	if flat := filepath.Join(folder, "index.html"); err != nil || len(index) != 1 {
		index = []string{flat}
	}
	if out, err := exec.Command(binary, "verify", "--dossier", filepath.Dir(index[0])).CombinedOutput(); err != nil || !strings.Contains(string(out), "as it was made") {
		w.Errorf("%v\n%s", err, out)
	}
	page, l := browser(w.T) // a tab of its own: nothing of it is asked of the pile
	l.base = "file://" + folder
	d := &walker{T: w.T, ctx: page, at: "file://", pictures: w.pictures}
	d.run(chromedp.EmulateViewport(1400, 900))
	d.open(index[0])
	d.has("li[data-statement] mark")
	d.picture("dossier")
	l.check(w.T)
}

// victims: people harmed, each with a sentence.
func (w *walker) victims() {
	w.open("/victims")
	w.picture("victims")
	w.follow("/text/")
	w.has(".m.victim.selected")
}

// correct: a number is said to be wrong, and that is taken back.
func (w *walker) correct() {
	w.open("/figures")
	w.follow("/text/")
	w.has(".m.selected")
	w.run(
		chromedp.Evaluate(`document.querySelector('form input[value="reject"]').closest("details").open = true`, nil),
		chromedp.SetValue(`//form[input[@value="reject"]]//input[@name="by"]`, "R. Otieno", chromedp.BySearch),
		chromedp.SetValue(`//form[input[@value="reject"]]//input[@name="why"]`, "the drill of last year", chromedp.BySearch),
	)
	w.picture("correct")
	submit(w.ctx, w.T, chromedp.Focus(`//form[input[@value="reject"]]//input[@name="why"]`, chromedp.BySearch), chromedp.KeyEvent(kb.Enter))
	w.has(".m.rejected.selected")
	w.open("/rulings")
	w.picture("rulings")
	for w.holds() > 0 { // one for each copy
		submit(w.ctx, w.T,
			chromedp.Evaluate(`document.querySelector(".rulings details.rule").open = true`, nil),
			chromedp.SetValue(`.rulings .rule [name=by]`, "R. Otieno", chromedp.ByQuery),
			chromedp.Click(`.rulings .rule button`, chromedp.ByQuery),
		)
	}
}

// holds counts the rulings that can be taken back.
func (w *walker) holds() (n int) {
	w.open("/rulings")
	w.run(chromedp.Evaluate(`document.querySelectorAll(".rulings details.rule").length`, &n))
	return n
}

// file gets a file that a screen offers.
func (w *walker) file(href string) []byte {
	w.Helper()
	response, err := http.Get(href)
	if err != nil {
		w.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		w.Fatalf("%s: %s, %v", href, response.Status, err)
	}
	return body
}
