package place

import (
	"strings"

	"stemma/internal/gazetteer"
	"stemma/internal/text"
	"stemma/lang"
)

// knowledge is what the finder needs of a language.
type knowledge struct {
	classes    *lang.List // “province” → class and where it stands
	cues       *lang.List // “in”, “near” → before place
	demonyms   *lang.List
	notNames   *lang.List
	words      *lang.List
	starters   *lang.List
	articles   *lang.List
	firstNames []*lang.List // of all languages: news names people from everywhere
	surnames   []*lang.List
	titles     *lang.List
	months     *lang.List
	bodies     []*lang.List // of all languages
	heads      *lang.List
	particles  *lang.List
	capitals   bool              // demonyms are written with a capital
	behind     bool              // “X province”
	contains   bool              // “X de Y”: X lies in Y
	rules      map[string]string // the IDs of the rules
	aliases    *lang.List        // “Calif.” → “California”
	peoples    []string          // endings of demonyms
	begins     *lang.List        // “Upper”, “Port”
	countries  *lang.List        // where the language is read
	ends       *lang.Endings     // of nounphrase.txt
}

var ready lang.Ready[knowledge]

// newKnowledge gives the lists of a pack.
func newKnowledge(p *lang.Pack) *knowledge {
	k := &knowledge{
		classes: p.List("placeclasses"), cues: p.List("namecues"), demonyms: p.List("demonyms"),
		notNames: p.List("notnames"), words: p.List("words"), starters: p.List("starters"), articles: p.List("articles"),
		titles: p.List("titles"), months: p.List("months"), heads: p.List("organisations"),
		particles: p.List("particles"), aliases: p.List("placenames"), begins: p.List("placewords"), countries: p.List("countries"), peoples: p.List("demonymends").Phrases(), ends: p.List("nounphrase").Endings(),
	}
	grammar := p.List("grammar")
	k.capitals, k.behind, k.contains = grammar.Has("demonyms with capitals"), grammar.Has("kind behind name"), grammar.Has("particle contains")
	k.rules = map[string]string{}
	for _, r := range []string{Known, Located, Contained, Classed, Feature, Possible} {
		k.rules[r] = "place." + p.Code + "." + r
	}
	for _, code := range lang.Codes() {
		k.firstNames = append(k.firstNames, lang.Load(code).List("firstnames"))
		k.surnames = append(k.surnames, lang.Load(code).List("surnames"))
		k.bodies = append(k.bodies, lang.Load(code).List("bodies"))
	}
	return k
}

func (k *knowledge) firstName(t *text.Token) bool { return anyHas(k.firstNames, t) }
func (k *knowledge) surname(t *text.Token) bool   { return anyHas(k.surnames, t) }

// ofPeople reports whether a folded word ends as the names of peoples do.
func (k *knowledge) ofPeople(norm string) bool {
	for _, end := range k.peoples {
		if len(norm) > len(end)+2 && strings.HasSuffix(norm, end) {
			return true
		}
	}
	return false
}

func anyHas(lists []*lang.List, t *text.Token) bool {
	for _, l := range lists {
		if t.Has(l) {
			return true
		}
	}
	return false
}

// classOf reads the value of a class word: its class, and whether it may stand before
// (“province of X”) or behind the name.
func classOf(value string) gazetteer.Class {
	class, _, _ := strings.Cut(value, " ")
	return gazetteer.Class(class)
}
