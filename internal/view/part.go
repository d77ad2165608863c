package view

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// Part says what of a pile is taken out: what a list shows with its choice, what a search
// finds, what groups or texts hold; where several are given, what all of them hold. The
// zero Part is the whole pile.
type Part struct {
	List        string            // one of those in [Lists]; "" for statements of all kinds
	Fields      map[string]string // the list's choice, as in [Choice]
	Query       string            // as a person types it into the search
	Independent bool              // of what the search finds, one text per family
	// Groups are sayings, tallies, happenings, names, clashes, families, stories and texts, of which
	// one must hold what is taken out; nil for any.
	Groups []stemma.ID
	// Lined takes along what is lined up with what was chosen: all members of its sayings,
	// tallies, happenings and clashes, so that nobody's dissent is left behind.
	Lined bool
}

// Whole reports whether nothing is left out.
func (p Part) Whole() bool { return p.List == "" && p.Query == "" && p.Groups == nil }

// Lists are the lists whose choice a Part can take, with the fields of each and the kind
// of record that its rows are.
var Lists = lists()

// PartList is a list whose choice a Part can take.
type PartList struct {
	Name   string
	Kind   string   // of the records that its rows are made of
	Fields []string // that it is narrowed down by
}

// choices are the fields by which each list is narrowed down, besides those of a period, in the
// order in which its ledger holds them: screens, exports, the API and commands take them from here.
var choices = map[string][]string{
	"texts": {"outlet", "credit", "lang", "copies"}, "stories": {"told"}, "quotes": {"speaker", "type", "outlet", "credit", "lang"},
	"figures": {"measure", "place", "said_by", "status", "outlet", "credit", "lang"}, "victims": {"harm", "place"},
	"times": {"type"}, "names": {"type"}, "events": {"type", "place", "who", "status"}, "clashes": {"verdict", "type"}, "rulings": {"by", "verdict"},
}

func lists() []PartList {
	dated := func(list string) []string { return slices.Concat(choices[list], PeriodFields) }
	out := []PartList{
		{"texts", "article", append(dated("texts"), afterField)},
		{"stories", "story", dated("stories")},
		{"quotes", "quote", dated("quotes")},
		{"figures", "figure", dated("figures")},
		{"victims", "victim", dated("victims")},
		{"times", "time", choices["times"]},
		{"names", "name", append(dated("names"), nameField)},
		{"events", "event", dated("events")},
		{"clashes", "clash", choices["clashes"]},
		{"rulings", "ruling", choices["rulings"]}, // no records: see [Library.RulingRecords]
	}
	for _, r := range Registers {
		out = append(out, PartList{r.Name, r.Kind, slices.Concat(r.Fields, PeriodFields)})
	}
	return out
}

// Kind is the kind of record that the rows of the part's list are; "" without a list.
func (p Part) Kind() string {
	for _, l := range Lists {
		if l.Name == p.List {
			return l.Kind
		}
	}
	return ""
}

// check reports a list that there is not, and a field that its list has not.
func (p Part) check() error {
	var fields []string
	found := p.List == ""
	var names []string
	for _, l := range Lists {
		names = append(names, l.Name)
		if l.Name == p.List {
			fields, found = l.Fields, true
		}
	}
	if !found {
		return fmt.Errorf("there is no list %q; there are %s: %w", p.List, strings.Join(names, ", "), stemma.ErrInvalid)
	}
	for _, f := range sortedKeys(p.Fields) {
		switch {
		case p.Fields[f] == "" || slices.Contains(fields, f):
		case p.List == "":
			return fmt.Errorf("%s narrows a list down; say which with the list's name (%s): %w", f, strings.Join(names, ", "), stemma.ErrInvalid)
		default:
			return fmt.Errorf("the list of %s is not narrowed down by %s, only by %s: %w", p.List, f, strings.Join(fields, ", "), stemma.ErrInvalid)
		}
	}
	_, err := Choice{Fields: p.Fields}.period()
	return err
}

// chosen is a part, found in the pile: the statements in it and the texts they stand in.
type chosen struct {
	findings map[stemma.ID]bool
	articles map[stemma.ID]bool
	entities map[stemma.ID]bool // people and places that the statements name, noted on the way
	clashes  map[stemma.ID]bool // those of the list of clashes; nil for all that a statement is in
	names    map[stemma.ID]bool // those of the list of names; nil for all that a statement names
	stories  map[stemma.ID]bool // those of the list of stories; nil for all whose texts are chosen
}

// choose finds a part. It gives nil for the whole pile.
func (l *Library) choose(ctx context.Context, p Part) (*chosen, error) {
	if err := p.check(); err != nil || p.Whole() {
		return nil, err
	}
	m := &chooser{searcher: searcher{shelf: l.shelf(), q: SearchQuery{Text: p.Query, Independent: p.Independent}}, part: p,
		out: &chosen{findings: map[stemma.ID]bool{}, articles: map[stemma.ID]bool{}, entities: map[stemma.ID]bool{}}}
	if err := m.search(ctx); err != nil {
		return nil, err
	}
	if err := m.groups(ctx); err != nil {
		return nil, err
	}
	if err := m.choose(ctx); err != nil {
		return nil, err
	}
	if p.Lined {
		return m.out, m.lined(ctx)
	}
	return m.out, nil
}

// chooser is a part being found.
type chooser struct {
	searcher
	part    Part
	found   sentenceSet        // what the search found; nil without one
	members map[stemma.ID]bool // statements of the groups; nil where no group has any
	within  map[stemma.ID]bool // texts of the groups; nil where no group has any
	out     *chosen
}

// search finds the sentences of the query, all of them.
func (m *chooser) search(ctx context.Context) error {
	if m.part.Query == "" {
		return nil
	}
	if err := m.read(ctx); err != nil {
		return fmt.Errorf("search for %q: %w", m.part.Query, err)
	}
	m.found, m.all = sentenceSet{}, true
	if m.expr == nil {
		return nil
	}
	hits, err := m.find(ctx)
	for _, h := range hits.Hits {
		m.found.add(h.Article, h.Sentence)
	}
	return err
}

// sentenceSet is a set of places: article → beginnings of sentences.
type sentenceSet map[stemma.ID]map[stemma.Span]bool

func (set sentenceSet) add(article stemma.ID, sentence stemma.Span) {
	if set[article] == nil {
		set[article] = map[stemma.Span]bool{}
	}
	set[article][sentence] = true
}
