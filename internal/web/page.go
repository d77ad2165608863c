package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/view"
)

//go:embed layout page static
var files embed.FS

// page is what a screen gives to its template.
type page struct {
	Title  string     // of the browser's window
	View   any        // the screen's view
	Data   any        // the same for the API, where View holds more: pictures
	Query  string     // what the search box holds
	Part   *view.Part // what can be taken out of it; nil for nothing
	status int
	cookie *http.Cookie // for the browser to keep; nil for none
	to     string       // another address, where the browser is sent; "" for none
}

// frame is what the layout shows around a page.
type frame struct {
	page
	Screen  string
	Nav     []navItem
	Tabs    *navItem // the group of the navigation that the screen is in; nil for none
	CSS, JS string   // the screen's own files; "" when it has none
	Out     []takeOut
	Done    template.HTML // what a form did before this screen; "" for nothing
	Version string
	spoken
}

// navItem is one entry of the navigation.
type navItem struct {
	Name, Href string
	Key        string // the letter that leads there after “g”; "" when none is free
	Here       bool
	Tabs       []navItem // the screens of a group, the first of which it leads to
}

// navigate puts a screen into the navigation.
func (s *server) navigate(r route) {
	group, tab, grouped := strings.Cut(r.nav, "/")
	name := s.book.Say(group)
	href := hrefOf(r.pattern)
	n := slices.IndexFunc(s.nav, func(item navItem) bool { return item.Name == name })
	if n < 0 && group != "" {
		n = len(s.nav)
		s.nav = append(s.nav, navItem{Name: name, Href: href, Key: s.freeKey(name)})
	}
	if grouped {
		s.nav[n].Tabs = append(s.nav[n].Tabs, navItem{Name: s.book.Say(tab), Href: href})
	}
}

// at gives the entry as the screen of an address shows it.
func (item navItem) at(path string) navItem {
	item.Here = item.Href == path
	tabs := slices.Clone(item.Tabs)
	for i := range tabs {
		tabs[i] = tabs[i].at(path)
		item.Here = item.Here || tabs[i].Here
	}
	item.Tabs = tabs
	return item
}

// freeKey gives the first letter of a name that no other entry of the navigation has.
func (s *server) freeKey(name string) string {
	for _, r := range strings.ToLower(name) {
		key := string(r)
		taken := slices.ContainsFunc(s.nav, func(item navItem) bool { return item.Key == key })
		if r >= 'a' && r <= 'z' && !taken {
			return key
		}
	}
	return ""
}

// parsed is a screen's template with the addresses of its files.
type parsed struct {
	tmpl    *template.Template
	css, js string
}

// parsePages reads the templates of all screens.
func (s *server) parsePages() map[string]*parsed {
	layout := template.Must(template.New("layout.tmpl").Funcs(s.funcs()).ParseFS(files, "layout/*.tmpl"))
	pages := map[string]*parsed{}
	for _, r := range append(routes, route{screen: troubleScreen}) {
		if pages[r.screen] != nil {
			continue
		}
		t := template.Must(template.Must(layout.Clone()).ParseFS(files, path.Join("page", r.screen, r.screen+".tmpl")))
		if t.Lookup("main") == nil {
			panic("web: page/" + r.screen + " defines no template “main”")
		}
		pages[r.screen] = &parsed{tmpl: t, css: s.assetHref(r.screen + ".css"), js: s.assetHref(r.screen + ".js")}
	}
	return pages
}

// render gives the handler of a screen.
func (s *server) render(r route) http.HandlerFunc {
	return func(w http.ResponseWriter, req *http.Request) {
		p, late, err := s.patiently(r, req)
		switch {
		case late:
			s.preparing(w, req)
		case err != nil:
			s.trouble(w, req, err)
		default:
			s.write(w, req, r.screen, p)
		}
	}
}

// write renders a page whole before the first byte is sent.
func (s *server) write(w http.ResponseWriter, req *http.Request, screen string, p page) {
	if p.cookie != nil {
		http.SetCookie(w, p.cookie)
	}
	if p.to != "" {
		http.Redirect(w, req, p.to, http.StatusSeeOther)
		return
	}
	f := frame{
		page: p, Screen: screen, CSS: s.pages[screen].css, JS: s.pages[screen].js, Out: s.takeOuts(p.Part), Version: s.options.Version,
		spoken: s.spoken(req),
	}
	if p.status == 0 {
		f.Done = s.done(w, req)
	}
	for _, item := range s.nav {
		item = item.at(req.URL.Path)
		f.Nav = append(f.Nav, item)
		if item.Here && len(item.Tabs) > 0 {
			f.Tabs = &item
		}
	}
	var b bytes.Buffer
	if err := s.pages[screen].tmpl.ExecuteTemplate(&b, "layout.tmpl", f); err != nil {
		http.Error(w, "This page could not be drawn: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", f.Lang)
	w.Header().Set("Cache-Control", "no-cache")
	if p.status != 0 {
		w.WriteHeader(p.status)
	}
	_, _ = w.Write(b.Bytes()) // the reader is gone if this fails
}

// funcs are the functions that templates may call.
func (s *server) funcs() template.FuncMap {
	return template.FuncMap{
		"asset":  s.assetHref,
		"exists": s.exists,
		"say":    s.book.Say,
		"rich":   func(id string, values ...any) template.HTML { return template.HTML(s.book.Rich(id, values...)) },
		"term":   s.book.Term,
		"number": func(n int) string { return s.book.Number(float64(n)) },
		"day":    func(day string) string { return s.book.Day(stemma.Date(day)) },
		"dots":   dots,
		"share":  func(n, rest int) int { return 100 * n / max(n+rest, 1) },
		"part":   func(n, of int) int { return 100 * n / max(of, 1) },
		"list":   func(items ...any) []any { return items },
		"ruling": func(verdict string, text, other stemma.ID, to, name string) ruleForm {
			return ruleForm{Verdict: verdict, Text: text, Other: other, To: to, Name: name}
		},
		"finding": func(verdict string, text, finding stemma.ID, to, name string) ruleForm {
			return ruleForm{Verdict: verdict, Text: text, Finding: finding, To: to, Name: name}
		},
		"mayRule":    func() bool { return s.options.Rule != nil },
		"mayKeep":    func() bool { return s.options.Keep != nil },
		"ruler":      func() string { return s.options.By },
		"familyHref": view.FamilyHref,
		"ruleHref":   view.RuleHref,
		"wholeTime":  view.WholeTimeHref,
		"narrowed":   view.Choice.Narrowed,
	}
}

// ruleForm is a decision that a person can send.
type ruleForm struct {
	Verdict     string
	Text, Other stemma.ID
	Finding     stemma.ID // of the text
	To          string    // the screen to go back to
	Name        string    // of the button
}

// dots draws support: a full dot for each independent text, an empty one for each
// copy.
func dots(families, texts int) string {
	const most = 12
	full := min(families, most)
	return strings.Repeat("●", full) + strings.Repeat("○", min(max(texts-families, 0), most-full))
}

// exists reports whether an address leads to a screen.
func (s *server) exists(href string) bool {
	u, err := url.Parse(href)
	return err == nil && s.known[firstPart(u.Path)]
}

// firstPart gives “text” of “GET /text/{id}” and of “/text/a-1”.
func firstPart(pattern string) string {
	_, p, _ := strings.Cut(pattern, "/")
	p, _, _ = strings.Cut(p, "/")
	return strings.TrimSuffix(p, "{$}")
}

// hrefOf gives the address of a route without wildcards.
func hrefOf(pattern string) string {
	_, p, ok := strings.Cut(pattern, " ")
	if !ok {
		panic(fmt.Sprintf("web: pattern %q has no method", pattern))
	}
	return strings.TrimSuffix(p, "{$}")
}
