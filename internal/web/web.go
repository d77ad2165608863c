// Package web shows a pile in the browser.
//
// It takes a [view.Library] and gives an [http.Handler] that renders its views with
// templates, one route, one Go file and one folder page/<screen>/ a screen, and gives the
// same views as JSON (api.go), described by an OpenAPI document. It
// promises that nothing is loaded from elsewhere, that no page can run a script but
// our own, that every screen works without scripts, can be printed and linked, and
// that a request with a foreign Host is refused. It does not listen on a port, knows
// no store, changes nothing but by the rulings that a form of its own or the API sends, and holds no
// logic beyond routes and templates.
package web

import (
	"context"
	"net/http"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// Options say how the screens are served.
type Options struct {
	// Hosts are the names besides loopback ones under which the screens may be
	// asked for, without port. A page elsewhere on the web cannot read the pile by
	// pointing its own name at this machine (DNS rebinding).
	Hosts []string
	// Rule keeps a decision of a person and does what follows from it; nil for a pile
	// that can only be read. By is the name that its forms suggest.
	Rule func(context.Context, Decision) error
	By   string
	// Keep keeps an entry of the book of saved searches; nil for a pile that can only be read.
	Keep func(context.Context, stemma.SearchEntry) error
	// Formats are those in which what a screen shows can be taken out.
	Formats []Format
	// Version is shown at the foot of every page; "" shows none.
	Version string
}

// route is one address of the web.
type route struct {
	pattern string // as in [http.ServeMux]
	screen  string // folder in page/; "" when the route renders no page of its own
	nav     string // its name in the navigation, “Group/Name” in a group of it; "" for screens that others lead to
	show    func(*server, *http.Request) (page, error)
}

// routes lists every screen, in the order of the navigation. To add one: a line
// here, a file <screen>.go with its function, and page/<screen>/<screen>.tmpl, with
// .css and .js beside it if it needs them.
var routes = []route{
	{"GET /{$}", "overview", "Overview", (*server).overview},
	{"GET /texts", "texts", "Texts", (*server).texts},
	{"GET /text/{id}", "reading", "", (*server).reading},
	{"GET /copy/{a}/{b}", "copy", "", (*server).copy},
	{"GET /family/{id}", "family", "", (*server).family},
	{"GET /rulings", "rulings", "", (*server).rulings},
	{"GET /stories", "stories", "Stories", (*server).stories},
	{"GET /story/{id}", "story", "", (*server).story},
	{"GET /tolls", "tolls", "Tolls", (*server).tolls},
	{"GET /figures", "figures", "Figures", (*server).figures},
	{"GET /tally/{id}", "tally", "", (*server).tally},
	{"GET /victims", "victims", "Registers/Victims", (*server).victims},
	{"GET /votes", "votes", "Registers/Votes", (*server).votes},
	{"GET /polls", "polls", "Registers/Polls", (*server).polls},
	{"GET /measures", "measures", "Registers/Measures", (*server).measures},
	{"GET /demands", "demands", "Registers/Demands", (*server).demands},
	{"GET /quotes", "quotes", "Quotes", (*server).quotes},
	{"GET /saying/{id}", "saying", "", (*server).saying},
	{"GET /timeline", "timeline", "Timeline", (*server).timeline},
	{"GET /happening/{id}", "happening", "", (*server).happening},
	{"GET /names", "names", "People and places", (*server).names},
	{"GET /name/{id}", "name", "", (*server).name},
	{"GET /clashes", "clashes", "Clashes", (*server).clashes},
	{"GET /clash/{id}", "clash", "", (*server).clash},
	{"GET /search", "search", "Search", (*server).search},
	{"GET /searches", "searches", "", (*server).saved},
	{"GET /problems", "problems", "", (*server).problems},
	{"GET /accuracy", "accuracy", "", (*server).accuracy},
	{"GET /accuracy/{set}/{name}", "judged", "", (*server).judged},
}

// server serves one pile.
type server struct {
	lib     *view.Library
	options Options
	pages   map[string]*parsed
	assets  map[string]asset
	nav     []navItem
	known   map[string]bool // first parts of the addresses that exist
}

// New gives the handler of all screens of a pile. It panics when a template or a
// file of a screen is missing or broken: that is a fault of the build.
func New(lib *view.Library, options Options) http.Handler {
	s := &server{lib: lib, options: options, assets: readAssets(), known: map[string]bool{}}
	s.pages = s.parsePages()
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.HandleFunc(r.pattern, s.render(r))
		mux.HandleFunc("GET "+apiRoot+strings.TrimPrefix(r.pattern, "GET "), s.api(r))
		s.known[firstPart(r.pattern)] = true
		s.navigate(r)
	}
	mux.HandleFunc("GET /original/{page}", s.original)
	s.known["original"] = true
	mux.HandleFunc("GET /compare", s.compare)
	mux.HandleFunc("GET /export/{format}", s.export)
	s.known["export"] = true
	if options.Rule != nil {
		mux.HandleFunc("POST /rule", s.rule)
		mux.HandleFunc("POST "+apiRoot+"/rulings", s.apiRule)
	}
	if options.Keep != nil {
		mux.HandleFunc("POST /searches", s.keepSearch)
		mux.HandleFunc("POST "+apiRoot+"/searches", s.apiKeepSearch)
	}
	mux.HandleFunc("GET "+apiRoot+"/openapi.json", s.describe)
	mux.HandleFunc(apiRoot+"/", s.noAnswer)
	mux.HandleFunc("GET /static/{file...}", s.static)
	mux.HandleFunc("/", s.notFound)
	return s.guard(mux)
}
