// Package name finds the people, bodies and places that a text names, and tells which
// mentions name the same one.
//
// It takes a text and the places that package place proposes, and gives all mentions:
// persons, organisations and the places that are not part of another name. It promises
// that spans begin and end on token borders, do not overlap and come in order; that a
// span holds no title; that mentions with the same Entity have the same Type and Name;
// and that two people who are both named in full are never merged on a surname alone.
// It does not know who is meant beyond this text, resolves no pronouns and no “the
// president”, and looks into no holes.
//
// The order of work is that of Mikheev, Moens and Grover, “Named Entity Recognition
// without Gazetteers” (EACL 1999): first what is sure from titles, heads and lists,
// then other mentions of what was found, then doubtful names by what speaks for them
// anywhere in the text.
package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/text"
)

// Find gives all mentions of a text, ordered by span.
func Find(d *text.Doc, places []stemma.Mention) []stemma.Mention {
	f := newFinder(d, places)
	for i := range d.Sentences {
		if s := d.Sentences[i]; !s.Hole && !f.styled(s) {
			f.sentence(i)
		}
	}
	f.rejoin()
	f.trim()
	f.settle()
	f.headlines()
	f.order()
	f.persons()
	f.bodies()
	f.placeEntities()
	return f.mentions()
}

// finder holds what is known of one text while its names are sought.
type finder struct {
	d         *text.Doc
	k         *knowledge
	facts     []facts            // of each token
	place     map[int]placed     // by first token
	maybe     map[int]placed     // names that the atlas knows and for which too little speaks
	seen      map[string]written // how each folded word is written in this text
	all       []candidate
	people    []*person
	known     map[string]kind  // settled forms, folded
	homes     map[string]bool  // names from which the text makes a demonym
	heads     map[string]bool  // words that make the name of a body of this text
	lineups   map[int]bool     // whether a sentence is a list of names
	sport     bool             // the text is about sports
	addressed map[string]bool  // forms that stand behind a title somewhere
	bare      map[string][]int // where single names of persons stand without a title
	tails     map[string]bool  // ends of persons' names that begin with a small word
}

// placed is a place candidate, in tokens.
type placed struct {
	end     int
	rule    string // “known”, “located” …: how sure package place is
	mention *stemma.Mention
}

// written counts how a word stands in the text.
type written struct {
	lower, capital int   // capital: where small letters would be usual
	facts          facts // what the lists say of it
}

// kind is what a name may be.
type kind uint8

const (
	unknown kind = iota
	aPerson
	aBody
	aPlace
)

var types = [...]string{"", stemma.Person, stemma.Organisation, stemma.Place}

// candidate is a name: tokens first to before end.
type candidate struct {
	first, end int
	sentence   int
	kind       kind
	sure       bool
	rule       string // without “name.en.”; of package place where place is set
	place      bool   // it was proposed by package place
	form       string // folded tokens, one space between them
	title      int    // first token of the titles before it, or first
	geo        *stemma.Geo
	name       string // the entity's name
	entity     stemma.ID
	who        *person
}

func newFinder(d *text.Doc, places []stemma.Mention) *finder {
	f := &finder{
		d: d, k: ready.Of(d.Pack, newKnowledge), facts: make([]facts, len(d.Tokens)),
		place: make(map[int]placed, len(places)), maybe: map[int]placed{}, lineups: map[int]bool{}, seen: make(map[string]written, len(d.Tokens)/3), known: map[string]kind{}, homes: map[string]bool{}, heads: map[string]bool{}, addressed: map[string]bool{},
	}
	for i := range d.Tokens {
		if d.Tokens[i].Kind == text.Word {
			f.facts[i] = f.k.facts(&d.Tokens[i])
			if at := strings.IndexByte(d.Tokens[i].Norm, '-'); at > 0 && f.k.words.OfFolded(d.Tokens[i].Norm[:at]).has(aDate) {
				f.facts[i] |= aDate // “March-to-May”
			}
		}
	}
	if f.k.headFirst {
		f.undate()
	} else {
		f.datedSurnames()
	}
	for i := range places {
		first, end := d.Range(places[i].Span)
		rule := places[i].Rule
		p := placed{end, rule[strings.LastIndexByte(rule, '.')+1:], &places[i]}
		if p.rule == "possible" {
			f.maybe[first] = p
		} else {
			f.place[first] = p
		}
	}
	f.sport = f.d.SportsPage()
	for _, s := range d.Sentences {
		f.count(s)
	}
	f.findHomes()
	return f
}

// count notes how the words of a sentence are written.
func (f *finder) count(s text.Sentence) {
	if s.Hole || f.styled(s) {
		return
	}
	for i := s.First; i < s.End; i++ {
		t := f.d.Tokens[i]
		if t.Kind != text.Word || f.opens(s, i) {
			continue
		}
		w := f.seen[t.Norm]
		if t.Case == text.Lower {
			w.lower++
		} else if t.Case != text.NoCase {
			w.capital++
		}
		w.facts = f.k.words.Of(t.Known)
		f.seen[t.Norm] = w
	}
}

// opens reports whether token i stands where any word is written with a capital.
func (f *finder) opens(s text.Sentence, i int) bool {
	if i == s.First {
		return true
	}
	t := f.d.Tokens[i-1]
	if t.Kind == text.Mark {
		return true
	}
	return t.Kind == text.Punct && (t.Norm == ":" || t.Norm == "•" || t.Norm == "¿" || t.Norm == "¡" || t.Norm == "—" || t.Norm == "-" && !t.Glued || t.Norm == "…" || t.Norm == "." || t.Norm == "(")
}

// styled reports whether a sentence's capitals tell nothing: a headline with a capital
// on most words, or a line in capitals only.
func (f *finder) styled(s text.Sentence) bool {
	big, small, upper, run := 0, 0, 0, 0
	for i := s.First; i < s.End; i++ {
		t := f.d.Tokens[i]
		if t.Kind != text.Word || t.Span.Len() < 3 && t.Case != text.Title || f.facts[i].has(aParticle) && t.Case == text.Lower {
			continue
		}
		switch t.Case {
		case text.Lower:
			small++
		case text.Upper:
			upper++
			big++
		default:
			big++
		}
		if f.facts[i].has(anOrdinary) && t.Case != text.Lower {
			run++
		}
	}
	if upper >= 4 && upper >= (big+small)*3/4 || upper >= 2 && small == 0 && upper == big {
		return true
	}
	return s.Title && big >= 4 && small*3 <= big && run >= 2 || big >= 6 && small == 0 && run*2 >= big
}

// capital reports whether token i is a word that begins with a capital letter.
func (f *finder) capital(i int) bool {
	if i >= len(f.d.Tokens) {
		return false
	}
	t := f.d.Tokens[i]
	if t.Kind != text.Word || t.Case == text.Lower || t.Case == text.NoCase {
		return false
	}
	if t.Case != text.Mixed {
		return true
	}
	r, _ := utf8.DecodeRuneInString(f.d.Text[t.Span.Start:])
	return unicode.IsUpper(r)
}

// titleAt looks for a title at token i, as text.Doc.Longest does; “ex-” before it is
// read over.
func (f *finder) titleAt(i, limit int) (int, string) {
	if i >= limit {
		return 0, ""
	}
	if f.facts[i].has(aTitle) {
		if f.initial(i) && i > 0 && f.initial(i-1) {
			return 0, "" // “J. D. P.”
		}
		return f.d.Longest(f.k.titles, i, limit)
	}
	n := f.d.Norm(i)
	if at := strings.IndexByte(n, '-'); at > 0 && f.k.former.Has(n[:at]) {
		if v, ok := f.k.titles.Value(n[at+1:]); ok {
			return 1, v
		}
	}
	return 0, ""
}
