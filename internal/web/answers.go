package web

import (
	"cmp"
	"net/http"
	"slices"

	"stemma/internal/view"
	"stemma/internal/web/openapi"
)

// answer is what the API gives for a screen.
type answer struct {
	what   string   // in a line
	data   any      // a value of its type
	fields []string // what the address may ask with, besides its own parts
}

// answers has one for each of routes, by the route's pattern.
var answers = map[string]answer{
	"GET /{$}":                   {"What is in the pile, where texts agree and where they do not", view.Overview{}, nil},
	"GET /texts":                 {"Texts by family, by outlet, first outlet (credit), language, what they are among copies, and period", view.Texts{}, listFields("texts")},
	"GET /text/{id}":             {"A text as published, with its statements; one of them may be selected", view.Reading{}, []string{"select", "make", "from", "words"}},
	"GET /copy/{a}/{b}":          {"Two texts compared, word by word and statement by statement", view.Copy{}, nil},
	"GET /family/{id}":           {"The family of a text: its tree, versions and rulings; of a large one what was made of one text (of), of one relation, from a number on", view.Family{}, []string{"of", "relation", "from"}},
	"GET /rulings":               {"What people have decided: who, when, before, after and why, the latest first", view.Rulings{}, listFields("rulings")},
	"GET /stories":               {"Texts about one event together", view.Stories{}, listFields("stories")},
	"GET /story/{id}":            {"One story with its texts and clashes, a page of each: texts from “offset” on, clashes from “clashes” on", view.Story{}, []string{view.ClashesFrom, "offset"}},
	"GET /tolls":                 {"A measure over time, by place, by whom is counted and by period", view.Tolls{}, view.TollFields},
	"GET /figures":               {"Stated numbers, and the counts that line them up", view.Figures{}, listFields("figures")},
	"GET /tally/{id}":            {"One count over texts and days", view.Tally{}, nil},
	"GET /victims":               {"People harmed, one by one", view.Victims{}, listFields("victims")},
	"GET /votes":                 {"Votes: for, against, abstained, needed, on what", view.Votes{}, listFields("votes")},
	"GET /polls":                 {"Opinion polls with their answers", view.Polls{}, listFields("polls")},
	"GET /measures":              {"Measures in force: curfews, states of emergency, bans", view.LegalMeasures{}, listFields("measures")},
	"GET /demands":               {"Demands: who, of whom, what", view.Demands{}, listFields("demands")},
	"GET /quotes":                {"Quotations by speaker; “?” is a speaker who is not named", view.Quotes{}, listFields("quotes")},
	"GET /saying/{id}":           {"One utterance in all its forms", view.Saying{}, nil},
	"GET /timeline":              {"Events by day", view.Timeline{}, append(listFields("events"), "lanes")},
	"GET /map":                   {"Places by how many independent texts name them or tell of events, figures or victims there", view.Map{}, slices.Concat(view.MapFields, view.PeriodFields, []string{"offset"})},
	"GET /happening/{id}":        {"One event with its tellings, a page of them", view.Happening{}, []string{"offset"}},
	"GET /names":                 {"People, bodies and places", view.Names{}, listFields("names")},
	"GET /name/{id}":             {"One person, body or place: roles, quotations, figures, events", view.Actor{}, nil},
	"GET /clashes":               {"Where texts do not say the same, the gravest first", view.Clashes{}, listFields("clashes")},
	"GET /clash/{id}":            {"One clash with the sentences on each side", view.Clash{}, nil},
	"GET /search":                {"Sentences that a query finds; independent=1 gives one text per family", view.Search{}, []string{"q", "independent", "offset"}},
	"GET /searches":              {"The saved searches, with what is new in each since it was last looked at", view.Saved{}, nil},
	"GET /problems":              {"What could not be read, why, and what to do", view.Problems{}, nil},
	"GET /accuracy":              {"How often Stemma is right, by kind, language and rule", view.Accuracy{}, []string{"set", "lang", "kind", "rule", "offset"}},
	"GET /accuracy/{set}/{name}": {"One labelled text with what was missed or found wrongly", view.JudgedText{}, nil},
}

// listFields gives what the address of a list may ask with.
func listFields(list string) []string { return append(slices.Clone(fieldsOf(list)), "offset") }

const apiText = "Everything that the screens show, as JSON: an answer has the address of its screen with " + apiRoot + " before it. " +
	"Addresses in an answer (“href”, “prev”, “next”) are those of screens. Lists come in pages; the Link header leads on. " +
	"Answers can be asked for conditionally by their ETag. Trouble is told as problem details (RFC 9457). " +
	"Fields may be added to an answer; none is taken away or changes its meaning under one version."

// describe answers with the OpenAPI document of the API.
func (s *server) describe(w http.ResponseWriter, req *http.Request) {
	d := openapi.New("Stemma", cmp.Or(s.options.Version, view.Unknown), apiText)
	for _, r := range routes {
		a := answers[r.pattern]
		d.Get(apiRoot+hrefOf(r.pattern), r.screen, a.what, a.data, a.fields...)
	}
	d.File("/original/{page}", "original", "The bytes of a page's file as they came in")
	d.File("/export/{format}", "export", "What a screen shows, or the whole pile, in a format; a list's own fields narrow it too, and the language of a dossier is “en” or “es”", "list", "q", "independent", "group", "language")
	if s.options.Rule != nil {
		d.Post(apiRoot+"/rulings", "rule", "Decide: a finding is right, wrong, mended, made or noted; names are the same, apart or renamed; a clash is settled; a text is not a copy or was first; a ruling is taken back", openapi.Ruling{}, view.Rulings{})
	}
	if s.options.Keep != nil {
		d.Post(apiRoot+"/searches", "saveSearch", "Keep a search, say that one was looked at, or take one away", openapi.SearchEntry{}, view.Saved{})
	}
	s.answer(w, req, http.StatusOK, "application/json", d)
}
