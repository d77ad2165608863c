package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// attacks are strings that would run a script, load something, or break out of where they
// are printed, if a screen took them for markup. What they would run sets window.ran; what
// they would make bears data-attack.
var attacks = []string{
	`<script data-attack>window.ran=1</script>`,
	`"><script data-attack>window.ran=1</script>`,
	`'><script data-attack>window.ran=1</script>`,
	`</title><script data-attack>window.ran=1</script>`,
	`</textarea><script data-attack>window.ran=1</script>`,
	`</style></script><script data-attack>window.ran=1</script>`,
	`--><script data-attack>window.ran=1</script><!--`,
	`]]><script data-attack>window.ran=1</script>`,
	`<scr<script>ipt data-attack>window.ran=1</scr</script>ipt>`,
	`<img data-attack src=x onerror=window.ran=1>`,
	`<img data-attack src=//attack.example/pixel.png>`,
	`" autofocus onfocus=window.ran=1 data-attack x="`,
	`' onmouseover='window.ran=1' data-attack x='`,
	"` onload=window.ran=1 data-attack `",
	`<svg data-attack onload=window.ran=1><script>window.ran=1</script></svg>`,
	`<svg data-attack><animate onbegin=window.ran=1 attributeName=x dur=1s>`,
	`<math data-attack><mtext><table><mglyph><style><img src=x onerror=window.ran=1>`,
	`<iframe data-attack srcdoc="<script>parent.ran=1</script>"></iframe>`,
	`<iframe data-attack src="javascript:parent.ran=1"></iframe>`,
	`<object data-attack data="data:text/html,<script>parent.ran=1</script>"></object>`,
	`<embed data-attack src="//attack.example/x.swf">`,
	`<link data-attack rel=stylesheet href=//attack.example/x.css>`,
	`<style data-attack>@import '//attack.example/x.css';body{background:url(//attack.example/y)}</style>`,
	`<base data-attack href="//attack.example/">`,
	`<meta data-attack http-equiv=refresh content="0;url=//attack.example/">`,
	`<form data-attack action=//attack.example/><input name=x autofocus onfocus=window.ran=1></form>`,
	`<details data-attack open ontoggle=window.ran=1>`,
	`<video data-attack><source onerror=window.ran=1></video>`,
	`<body data-attack onpageshow=window.ran=1>`,
	`<a data-attack href="javascript:window.ran=1">go</a>`,
	`<template data-attack shadowrootmode=open><script>window.ran=1</script></template>`,
	`<noscript><p title="</noscript><img data-attack src=x onerror=window.ran=1>">`,
	`{{.}} {{template "x"}} ${window.ran=1} #{window.ran=1} <%= window.ran=1 %>`,
	`&lt;script data-attack&gt;window.ran=1&lt;/script&gt;`,
	`&#60;img data-attack src=x onerror=window.ran=1&#62;`,
	"\u202egnp.exe\u202c \u2066<script data-attack>window.ran=1</script>\u2069",
	"<script\u0000data-attack>window.ran=1</script>",
	"\ufeff+ADw-script data-attack+AD4-window.ran=1+ADw-/script+AD4-",
	`=HYPERLINK("http://attack.example/","x") +1 -1 @x`,
}

// hostilePile writes pages in whose every field and sentence an attack stands, and gives
// the folder.
func hostilePile(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	var lines strings.Builder
	for i, a := range attacks {
		text := fmt.Sprintf("Orvale %s port. On Monday 4 March 2024 at least %d people were killed in Orvale %[1]s when a wall fell.\n\n"+
			"“We will rebuild %[1]s the whole quay before the winter comes,” said the harbour master, Ilsa %[1]s Brandt.\n\n"+
			"Minister Tomas Reuel %[1]s said that %d police had been sent. Dario Velk, 34, was killed.", a, 12+i%3, 40+i)
		line, err := json.Marshal(map[string]any{
			"id": fmt.Sprintf("attack-%02d %s", i, a), "title": "Wall falls " + a, "byline": "Ada " + a, "outlet": "Courier " + a,
			"url": "javascript:window.ran=1//" + a, "published": "2024-03-05", "text": text,
		})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
		page := fmt.Sprintf(`<html><head><title>Quay %s</title><meta property="og:site_name" content="%s"><link rel=canonical href="javascript:window.ran=1">
<meta name=author content="%[2]s"></head><body onload="window.ran=1"><article><h1>Quay %[1]s</h1><p>%[3]s</p><p>%[4]s</p></article></body></html>`,
			a, strings.ReplaceAll(a, `"`, "&quot;"), escaped(text), a)
		name := fmt.Sprintf("page-%02d <img src=x onerror=window.ran=1>.html", i)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "attacks.jsonl"), []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "broken <script>window.ran=1<.pdf"), []byte("%PDF-1.4\n<script>window.ran=1</script>"), 0o644); err != nil {
		t.Fatal(err)
	}
	return folder
}

// escaped is a text as words of a page, as most pages that quote code have it.
func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}

// Nothing that a page brings is run, loaded or made part of a screen.
func TestHostilePages(t *testing.T) {
	ctx, l := browser(t)
	pile := filepath.Join(t.TempDir(), "hostile.stemma")
	if out, err := exec.Command(binary, "add", "--pile", pile, hostilePile(t)).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	address, stop, err := show("serve", "--pile", pile, "--port", "0", "--no-open")
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	l.base = address
	chromedp.ListenTarget(ctx, func(event any) {
		if e, ok := event.(*page.EventJavascriptDialogOpening); ok {
			t.Errorf("a page asks: %s", e.Message)
		}
	})
	reached := walk(ctx, t, address)
	for _, kind := range []string{"", "texts", "text", "copy", "family", "figures", "tally", "victims", "quotes", "saying", "timeline", "names", "name", "search", "problems"} {
		if reached[kind] == 0 {
			t.Errorf("no screen of /%s was reached", kind)
		}
	}
	l.check(t)
}

// walk opens the screens that links lead to, a bounded number of each kind, searches with
// each attack, and gives how many of each kind were opened.
func walk(ctx context.Context, t *testing.T, address string) map[string]int {
	seen, kinds, attacked := map[string]bool{}, map[string]int{}, 0
	todo := []string{"/", "/rulings", "/problems"}
	for _, a := range attacks {
		todo = append(todo, "/search?q="+url.QueryEscape(a), "/texts?offset="+url.QueryEscape(a))
	}
	for len(todo) > 0 {
		screen := todo[0]
		todo = todo[1:]
		if seen[screen] || kinds[kindOf(screen)] > len(attacks) {
			continue
		}
		seen[screen] = true
		kinds[kindOf(screen)]++
		shown, to := harmless(ctx, t, address, screen)
		if todo = append(todo, to...); shown {
			attacked++
		}
	}
	if attacked < len(attacks) {
		t.Errorf("attacks stand on %d screens only", attacked)
	}
	return kinds
}

// kindOf is the first part of a screen's address.
func kindOf(screen string) string {
	path, _, _ := strings.Cut(strings.TrimPrefix(screen, "/"), "?")
	first, _, _ := strings.Cut(path, "/")
	return first
}

// harmless opens a screen, checks that no attack became part of it, and gives whether one
// stands there as words, and the screens to which it leads.
func harmless(ctx context.Context, t *testing.T, address, screen string) (shown bool, to []string) {
	t.Helper()
	var found struct {
		Ran   bool
		Shown bool
		Made  int
		Bad   []string
		Links []string
		Where string
	}
	run(ctx, t, chromedp.Navigate(address+screen), chromedp.Evaluate(`({
		ran: window.ran !== undefined, shown: document.body.textContent.includes("window.ran=1"), made: document.querySelectorAll("[data-attack], iframe, object, embed, base, meta[http-equiv], [onload], [onerror], [onfocus]").length,
		bad: [...document.querySelectorAll("[href], [src], [action]")].map(e => e.getAttribute("href") ?? e.getAttribute("src") ?? e.getAttribute("action")).filter(u => /^\s*(javascript|data|vbscript):/i.test(u)),
		links: [...document.querySelectorAll('a[href^="/"]')].map(a => a.getAttribute("href").split("#")[0]), where: location.href})`, &found))
	if found.Ran || found.Made > 0 || len(found.Bad) > 0 {
		t.Errorf("%s: ran %v, %d things made, addresses %q", screen, found.Ran, found.Made, found.Bad)
	}
	if !strings.HasPrefix(found.Where, address+"/") {
		t.Errorf("%s leads away to %s", screen, found.Where)
	}
	return found.Shown, slices.DeleteFunc(found.Links, func(href string) bool {
		return strings.HasPrefix(href, "/original/") || strings.HasPrefix(href, "/export/") || strings.HasPrefix(href, "//")
	})
}
