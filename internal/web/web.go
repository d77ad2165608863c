// Package web shows a pile in the browser.
//
// It takes a [view.Library] and gives an [http.Handler] that renders its views with
// templates, one route, one Go file and one folder page/<screen>/ a screen, and gives the
// same views as JSON (api.go), described by an OpenAPI document. It
// promises that nothing is loaded from elsewhere, that no page can run a script but
// our own, that every screen works without scripts, can be printed and linked, and
// that a request with a foreign Host is refused. It does not listen on a port, knows
// no store, changes nothing but by the rulings and saved searches that a form of its own or the API
// sends, and holds no logic beyond routes and templates.
package web

import (
	"context"
	"net/http"
	"strings"
	"time"

	"stemma"
	"stemma/internal/message"
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
	// Now tells the day on which a browser has seen the overview; nil tells nobody what is new.
	Now func() time.Time
	// Version is shown at the foot of every page; "" shows none.
	Version string
}

// route is one address of the web.
type route struct {
	pattern string // as in [http.ServeMux]
	screen  string // folder in page/; "" when the route renders no page of its own
	nav     string // the message that is its name in the navigation, “group/name” in a group of it; "" for screens that others lead to
	show    func(*server, *http.Request) (page, error)
}

// routes lists every screen, in the order of the navigation. To add one: a line
// here, a file <screen>.go with its function, and page/<screen>/<screen>.tmpl, with
// .css and .js beside it if it needs them.
var routes = []route{
	{"GET /{$}", "overview", "nav.overview", (*server).overview},
	{"GET /texts", "texts", "nav.texts", (*server).texts},
	{"GET /text/{id}", "reading", "", (*server).reading},
	{"GET /copy/{a}/{b}", "copy", "", (*server).copy},
	{"GET /family/{id}", "family", "", (*server).family},
	{"GET /rulings", "rulings", "", (*server).rulings},
	{"GET /stories", "stories", "nav.stories", (*server).stories},
	{"GET /story/{id}", "story", "", (*server).story},
	{"GET /tolls", "tolls", "nav.tolls", (*server).tolls},
	{"GET /figures", "figures", "nav.figures", (*server).figures},
	{"GET /tally/{id}", "tally", "", (*server).tally},
	{"GET /victims", "victims", "nav.registers/nav.victims", (*server).victims},
	{"GET /votes", "votes", "nav.registers/nav.votes", (*server).votes},
	{"GET /polls", "polls", "nav.registers/nav.polls", (*server).polls},
	{"GET /measures", "measures", "nav.registers/nav.measures", (*server).measures},
	{"GET /demands", "demands", "nav.registers/nav.demands", (*server).demands},
	{"GET /quotes", "quotes", "nav.quotes", (*server).quotes},
	{"GET /saying/{id}", "saying", "", (*server).saying},
	{"GET /timeline", "timeline", "nav.timeline", (*server).timeline},
	{"GET /map", "map", "nav.map", (*server).placeMap},
	{"GET /happening/{id}", "happening", "", (*server).happening},
	{"GET /names", "names", "nav.names", (*server).names},
	{"GET /name/{id}", "name", "", (*server).name},
	{"GET /clashes", "clashes", "nav.clashes", (*server).clashes},
	{"GET /clash/{id}", "clash", "", (*server).clash},
	{"GET /search", "search", "nav.search", (*server).search},
	{"GET /searches", "searches", "", (*server).saved},
	{"GET /problems", "problems", "", (*server).problems},
	{"GET /accuracy", "accuracy", "", (*server).accuracy},
	{"GET /accuracy/{set}/{name}", "judged", "", (*server).judged},
}

// server serves one pile in one language.
type server struct {
	lib     *view.Library
	options Options
	book    *message.Book
	pages   map[string]*parsed
	assets  map[string]asset
	nav     []navItem
	known   map[string]bool // first parts of the addresses that exist
	tongues []*server       // one for each language, itself among them; those of all are the same
}

// New gives the handler of all screens of a pile. It panics when a template or a
// file of a screen is missing or broken: that is a fault of the build.
func New(lib *view.Library, options Options) http.Handler {
	return inTongues(lib, options)[0].handler()
}

// inTongues gives a server for each language.
func inTongues(lib *view.Library, options Options) (tongues []*server) {
	known, assets := knownAddresses(), readAssets()
	for _, lang := range message.Languages() {
		book := message.In(lang)
		s := &server{lib: lib.In(book), options: options, book: book, assets: assets, known: known}
		s.pages = s.parsePages()
		for _, r := range routes {
			s.navigate(r)
		}
		tongues = append(tongues, s)
	}
	for _, s := range tongues {
		s.tongues = tongues
	}
	return tongues
}

// knownAddresses gives the first parts of the addresses that links may lead to.
func knownAddresses() map[string]bool {
	known := map[string]bool{"original": true, "export": true}
	for _, r := range routes {
		known[firstPart(r.pattern)] = true
	}
	return known
}

// handler routes requests: screens to the server of the reader's language, the API to
// this one, which speaks English.
func (s *server) handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.HandleFunc(r.pattern, s.inLanguage(func(s *server, w http.ResponseWriter, req *http.Request) { s.render(r)(w, req) }))
		mux.HandleFunc("GET "+apiRoot+strings.TrimPrefix(r.pattern, "GET "), s.api(r))
	}
	mux.HandleFunc("GET /original/{page}", s.inLanguage((*server).original))
	mux.HandleFunc("GET /compare", s.compare)
	mux.HandleFunc("GET /export/{format}", s.inLanguage((*server).export))
	mux.HandleFunc("POST /language", s.choose)
	if s.options.Rule != nil {
		mux.HandleFunc("POST /rule", s.inLanguage((*server).rule))
		mux.HandleFunc("POST "+apiRoot+"/rulings", s.apiRule)
	}
	if s.options.Keep != nil {
		mux.HandleFunc("POST /searches", s.inLanguage((*server).keepSearch))
		mux.HandleFunc("POST "+apiRoot+"/searches", s.apiKeepSearch)
	}
	mux.HandleFunc("GET "+apiRoot+"/openapi.json", s.describe)
	mux.HandleFunc(apiRoot+"/", s.noAnswer)
	mux.HandleFunc("GET /static/{file...}", s.static)
	mux.HandleFunc("/", s.inLanguage((*server).notFound))
	return s.guard(mux)
}
