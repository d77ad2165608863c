package web_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"stemma/internal/view/viewtest"
)

// narrowed reports whether a search has two fields already: each of its ways to narrow it down
// leads to another one, without end.
func narrowed(href string) bool {
	_, query, ok := strings.Cut(href, "/search?")
	return ok && strings.Count(query, "%3A") > 1
}

// crawl asks for every page that links lead to, from the overview on.
func crawl(t *testing.T, b browser, look func(href string, doc *html.Node)) {
	t.Helper()
	todo, seen := []string{"/", "/problems"}, map[string]bool{}
	for len(todo) > 0 && len(seen) < 400 {
		href, _, _ := strings.Cut(todo[0], "#")
		todo = todo[1:]
		if seen[href] || narrowed(href) {
			continue
		}
		seen[href] = true
		w := b.ask("GET", "localhost", href)
		if w.Code != http.StatusOK {
			t.Errorf("%s: status %d", href, w.Code)
			continue
		}
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		doc := parse(t, w.Body.String())
		look(href, doc)
		path, _, _ := strings.Cut(href, "?")
		for _, a := range all(doc, "a[href], link[href], script[src]") {
			switch to := attr(a, "href") + attr(a, "src"); {
			case strings.HasPrefix(to, "?"):
				todo = append(todo, path+to)
			case strings.HasPrefix(to, "/"):
				todo = append(todo, to)
			}
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d pages were found", len(seen))
	}
}

// TestEveryLinkLeadsSomewhere follows all links of the canned pile, and looks for
// every anchor that they name.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	b := open(t, viewtest.Velmora())
	wanted := map[string][]string{}
	ids := map[string]map[string]bool{}
	crawl(t, b, func(href string, doc *html.Node) {
		if len(all(doc, "main h1")) != 1 {
			t.Errorf("%s: not one main heading", href)
		}
		if len(all(doc, "a.skip[href='#main']")) != 1 || len(all(doc, "main#main")) != 1 {
			t.Errorf("%s: no skip link", href)
		}
		path, _, _ := strings.Cut(href, "?")
		ids[path] = map[string]bool{}
		for _, n := range all(doc, "[id]") {
			if ids[path][attr(n, "id")] {
				t.Errorf("%s: two elements have the id %q", href, attr(n, "id"))
			}
			ids[path][attr(n, "id")] = true
		}
		for _, a := range all(doc, "main a[href*='#']") {
			to, anchor, _ := strings.Cut(attr(a, "href"), "#")
			if to, _, _ = strings.Cut(to, "?"); to == "" {
				to = path
			}
			wanted[to] = append(wanted[to], anchor)
		}
		for _, n := range all(doc, "[style], style, script:not([src])") {
			t.Errorf("%s: <%s> would be stopped by the content policy", href, n.Data)
		}
	})
	anchors := 0
	for path, list := range wanted {
		for _, anchor := range list {
			anchors++
			if !ids[path][anchor] {
				t.Errorf("%s has no element %q", path, anchor)
			}
		}
	}
	if anchors < 20 {
		t.Errorf("only %d links to sentences", anchors)
	}
}

func TestOverview(t *testing.T) {
	doc := open(t, viewtest.Velmora()).page("/")
	if got := words(all(doc, ".big")[0]); got != "6 texts, 5 independent" {
		t.Errorf("the pile is told as %q", got)
	}
	if got := words(all(doc, ".agree li")[0]); !strings.Contains(got, "met us with rifles") || !strings.Contains(got, "2 independent texts of 3") {
		t.Errorf("the best supported statement is %q", got)
	}
	if got := words(all(doc, ".dispute h3")[0]); !strings.HasSuffix(got, "contradiction") {
		t.Errorf("the gravest clash is %q", got)
	}
	if n := len(all(doc, "nav a[aria-current=page]")); n != 1 {
		t.Errorf("%d entries of the navigation are current", n)
	}
}

// TestStory leads from the overview to a story, from there to its texts, and back.
func TestStory(t *testing.T) {
	b := open(t, viewtest.Velmora())
	doc := b.page(find(t, b.page("/"), ".overview-stories a", "Dockers march"))
	if n := len(all(doc, ".told li")); n != 3 {
		t.Errorf("%d witnesses", n)
	}
	if n := len(all(doc, ".told .copy")); n != 1 {
		t.Errorf("%d copies", n)
	}
	if got := words(all(doc, ".dispute h3")[0]); !strings.HasSuffix(got, "contradiction") {
		t.Errorf("the gravest clash among its texts is %q", got)
	}
	text := b.page(find(t, doc, ".told a", "Thirty-one dead"))
	if got := words(b.main(find(t, text, ".kin a", "the story"))); !strings.Contains(got, "3 independent texts of 4") {
		t.Errorf("the text leads to %q", got)
	}
	if got := words(b.main("/stories?told=copies+of+one+text")); !strings.Contains(got, "Nothing fits this choice. Show all") {
		t.Errorf("stories of copies only: %q", got)
	}
}

// TestAccuracy leads from a finding to how often its rule is right, and to the errors.
func TestAccuracy(t *testing.T) {
	b := open(t, viewtest.Velmora())
	if got := words(b.main("/accuracy")); !strings.Contains(got, "stemma golden") {
		t.Errorf("without labelled texts it says only %q", got)
	}
	b = openLabelled(t, viewtest.Velmora())
	doc := b.page("/accuracy")
	if n := len(all(doc, "#errors ~ .slips > li")); n != 3 {
		t.Errorf("%d errors, want 3: those of a text kept for measuring are not listed", n)
	}
	if got := words(all(doc, ".slips .slip")[0]); !strings.Contains(got, "missed") || !strings.Contains(got, "place") {
		t.Errorf("the first error is %q", got)
	}
	if n := len(all(b.page(find(t, doc, ".accuracy a", "figure.en.dead")), ".slips > li")); n != 1 {
		t.Errorf("%d errors of one rule", n)
	}
	text := b.page(find(t, doc, ".slips .sentence", "counted 14 dead"))
	if n := len(all(text, ".body .m.wrong")); n != 2 {
		t.Errorf("%d places are marked as wrong", n)
	}
	if n := len(all(b.page("/accuracy/held/sella.txtar"), ".body .m")); n != 0 {
		t.Errorf("%d errors of a text that is kept for measuring are shown", n)
	}
	here := find(t, b.page("/texts"), "h2 a", "Dockers march on the assembly")
	reading := b.page(here + find(t, b.page(here), ".m.figure > a", "27"))
	if href := find(t, reading, "#panel a", "how often it is right"); href != "/accuracy?rule=figure.en.be-killed" {
		t.Errorf("the finding's rule leads to %q", href)
	}
}

func TestEmptyPileSaysWhatToDo(t *testing.T) {
	doc := open(t, viewtest.Empty()).page("/")
	if got := words(all(doc, ".empty")[0]); !strings.Contains(got, "stemma add") {
		t.Errorf("the empty pile says only %q", got)
	}
}

// A list without rows offers to show all where a choice left nothing, and only there.
func TestNoRows(t *testing.T) {
	none, some := open(t, viewtest.Empty()), open(t, viewtest.Velmora())
	for _, list := range []string{"/quotes", "/votes", "/polls", "/measures", "/demands", "/map", "/clashes", "/names", "/stories", "/victims", "/timeline", "/figures"} {
		if got := words(none.main(list)); strings.Contains(got, "choice") || strings.Contains(got, "Show all") {
			t.Errorf("%s of a pile without texts speaks of a choice: %q", list, got)
		}
		if list == "/clashes" {
			continue // it has no time to choose
		}
		if got := words(some.main(list + "?from=1871&until=1871")); !strings.Contains(got, "Show all") {
			t.Errorf("%s of a year without texts has no way out: %q", list, got)
		}
	}
}

// Words of a text say in which language they are, for those to whom the screen is read out; what is
// chosen in a list says so, too, and not by a sign alone.
func TestWhatIsReadOut(t *testing.T) {
	b := open(t, viewtest.Velmora())
	for _, screen := range []string{"/quotes", "/figures", "/search?q=quay", "/texts"} {
		if n := len(all(b.page(screen), `a[lang="en"]`)); n == 0 {
			t.Errorf("%s does not say in which language its texts are", screen)
		}
	}
	if got := words(all(b.page("/figures?measure=deaths"), `.facets a[aria-current="true"]`)[0]); got != "deaths ✕take off" {
		t.Errorf("the chosen measure is read out as %q", got)
	}
}

// TestReading shows a text exactly as published, leads from a mark to its panel, and
// from the margin to the other text.
func TestReading(t *testing.T) {
	b := open(t, viewtest.Velmora())
	here := find(t, b.page("/texts"), "h2 a", "Dockers march on the assembly")
	doc := b.page(here)
	if !strings.Contains(words(all(doc, ".body")[0]), "Some 4,000 dockers marched on the provincial assembly on Thursday") {
		t.Error("the text is not shown")
	}
	if n := len(all(doc, ".block.hole")); n != 2 { // byline and caption; the dateline stands inside a paragraph
		t.Errorf("%d holes are greyed as blocks", n)
	}
	doc = b.page(here + find(t, doc, ".m.figure > a", "27"))
	panel := words(all(doc, "#panel")[0])
	for _, want := range []string{"at least 27 deaths", "the health office", "figure.en.be-killed", "4 independent texts of 5", "general hospital had counted 31"} {
		if !strings.Contains(panel, want) {
			t.Errorf("the panel does not say %q: %s", want, panel)
		}
	}
	if got := words(all(doc, ".m.figure.selected")[0]); got != "27" {
		t.Errorf("%q is marked as selected", got)
	}
	other := b.page(find(t, doc, ".margin a", "Inland Courier"))
	if got := words(all(other, "h1")[0]); got != "Thirty-one dead in the harbour, hospital says" {
		t.Errorf("the margin leads to %q", got)
	}
}

// TestMarksNest finds a name inside an event's sentence inside a shared passage.
func TestMarksNest(t *testing.T) {
	b := open(t, viewtest.Velmora())
	doc := b.page(find(t, b.page("/texts"), "h2 a", "Dockers march on the assembly"))
	if len(all(doc, ".m.copied > .m.quote > a")) == 0 {
		t.Error("no quotation inside a shared passage")
	}
	for _, n := range all(doc, ".m.name > a") {
		if words(n) == "Tobias Renn" {
			return
		}
	}
	t.Error("a name is not marked")
}

func TestCopy(t *testing.T) {
	b := open(t, viewtest.Velmora())
	href := find(t, b.page("/texts"), ".relation a", "compare")
	doc := b.page(href)
	if !slices.ContainsFunc(all(doc, "del"), func(n *html.Node) bool { return words(n) == "the" }) {
		t.Error("the word that was left out is not marked")
	}
	if !slices.ContainsFunc(all(doc, "ins"), func(n *html.Node) bool { return words(n) == "old" }) {
		t.Error("the word that was added is not marked")
	}
	if !strings.Contains(words(all(doc, ".finding")[0]), "The left text came first.") {
		t.Error("the direction is not told")
	}
	if len(all(b.page(href+"?show=inline"), ".inline ins")) == 0 {
		t.Error("no additions in one text")
	}
}

func TestSearch(t *testing.T) {
	b := open(t, viewtest.Velmora())
	doc := b.page("/search?q=dockers+assembly")
	if n := len(all(doc, ".hits .sentence")); n != 5 {
		t.Errorf("%d sentences", n)
	}
	if n := len(all(doc, ".hits mark.hit")); n != 10 {
		t.Errorf("%d words are marked", n)
	}
	if n := len(all(b.page(find(t, doc, ".total a", "one text per family")), ".hits .sentence")); n != 3 {
		t.Errorf("%d sentences of independent texts", n)
	}
	if n := len(all(b.page(find(t, doc, ".facets a", "Ellery Standard")), ".hits .sentence")); n != 2 {
		t.Errorf("%d sentences of one outlet", n)
	}
	if n := len(all(b.page(`/search?q=%22open`), ".note[role=alert]")); n != 1 {
		t.Error("a broken query is not explained")
	}
}

func TestProblems(t *testing.T) {
	doc := open(t, viewtest.Velmora()).page("/problems")
	if n := len(all(doc, ".problem")); n != 2 {
		t.Errorf("%d reasons", n)
	}
	if n := len(all(doc, ".problem .files li")); n != 3 {
		t.Errorf("%d files", n)
	}
	if n := len(all(doc, ".passed .files li")); n != 2 {
		t.Errorf("%d files passed over on purpose", n)
	}
}

// TestKeysOfTheNavigation: every screen of the navigation has a letter of its own.
func TestKeysOfTheNavigation(t *testing.T) {
	doc := open(t, viewtest.Empty()).page("/")
	seen := map[string]bool{}
	for _, a := range all(doc, "nav[aria-label=Screens] a") {
		key := attr(a, "data-key")
		if key == "" || key == "g" || seen[key] {
			t.Errorf("%s has the key %q", words(a), key)
		}
		seen[key] = true
	}
	if !seen["o"] || !seen["t"] || len(all(doc, "#help dt")) < len(seen)+4 {
		t.Errorf("the help does not list the keys %v", seen)
	}
}
