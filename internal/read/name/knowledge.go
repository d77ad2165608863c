package name

import (
	"strings"

	"stemma/lang"
)

// knowledge is what the finder needs of a language.
type knowledge struct {
	speech    *lang.List // verbs and phrases of saying
	headFirst bool       // the language puts the head of a name first: “Comité Central”
	words     lang.Table[facts]

	titles, plain         *lang.List
	noNames               *lang.List   // words with capitals that are no names
	bodies, namesakes     []*lang.List // of all languages, the own ones first
	demonyms, sports      *lang.List
	cues, former, ages    *lang.List
	articles, auxiliaries *lang.List
	juniors, pronouns     *lang.List
	particles             *lang.List
	peoples               []ending      // of demonyms
	ends                  *lang.Endings // of nounphrase.txt
	classes               *lang.List    // kinds of places
	compass               *lang.List    // words that begin names of places, “North”
	months, clause        *lang.List
	clauseEnds            *lang.Endings // of clause.txt
	abroad                []*lang.List  // months in the other languages

	nameRules, placeRules map[string]string // full IDs by their last part
}

// ending makes a demonym: behind the whole name, or in place of its last vowel.
type ending struct {
	text  string
	whole bool
}

var ready lang.Ready[knowledge]

// newKnowledge gives the lists of a pack as facts of single words.
func newKnowledge(p *lang.Pack) *knowledge {
	k := &knowledge{
		words: lang.NewTable[facts](p), nameRules: map[string]string{}, placeRules: map[string]string{}, titles: p.List("titles"), noNames: p.List("notnames"), bodies: lists(p, "bodies"), namesakes: lists(p, "namesakes"), plain: p.List("organisations"),
		cues: p.List("namecues"), demonyms: p.List("demonyms"), sports: p.List("sports"), former: p.List("former"), ages: p.List("ages"), articles: p.List("articles"), auxiliaries: p.List("auxiliaries"), juniors: p.List("juniors"), particles: p.List("particles"), pronouns: p.List("pronouns"), classes: p.List("placeclasses"), months: p.List("months"), clause: p.List("clause"), compass: p.List("placewords"), clauseEnds: p.List("clause").Endings(), abroad: lists(p, "months")[1:], ends: p.List("nounphrase").Endings(),
	}
	for _, code := range lang.Codes() {
		other := lang.Load(code)
		k.people(other)
		k.organisations(other, code == p.Code)
		for _, list := range [...]string{"bodies", "namesakes"} {
			k.firsts(other.List(list), aBodyName)
		}
		if code != p.Code {
			for _, w := range other.List("words").Phrases() {
				k.add(w, aForeign)
			}
		}
	}
	k.own(p)
	ends := p.List("demonymends")
	for _, e := range ends.Phrases() {
		v, _ := ends.Value(e)
		k.peoples = append(k.peoples, ending{e, v == "whole"})
	}
	for _, r := range []string{"head", "body", "title", "first-name", "context", "known", "team", "capitals", "dateline", "site"} {
		k.nameRules[r] = "name." + p.Code + "." + r
	}
	for _, r := range []string{"known", "located", "contained", "classed", "feature"} {
		k.placeRules[r] = "place." + p.Code + "." + r
	}
	return k
}

// rule gives the full ID of the rule by which a candidate was found.
func (k *knowledge) rule(c *candidate) string {
	if c.place && c.kind == aPlace {
		return k.placeRules[c.rule]
	}
	return k.nameRules[c.rule]
}

// people notes the names of people; they are the same in all languages.
func (k *knowledge) people(p *lang.Pack) {
	l := p.List("firstnames")
	for _, w := range l.Phrases() {
		v, _ := l.Value(w)
		f := aFirstName
		sex, weak, _ := strings.Cut(v, " ")
		if strings.Contains(sex, "m") {
			f |= aMan
		}
		if strings.Contains(sex, "f") {
			f |= aWoman
		}
		switch weak {
		case "weak":
			f |= aWeakFirst
		case "usual":
			f |= aUsual
		}
		k.add(w, f)
	}
	l = p.List("surnames")
	for _, w := range l.Phrases() {
		if v, _ := l.Value(w); v != "" {
			k.add(w, aWeakSurname)
		}
		k.add(w, aSurname)
	}
}

// firsts notes the first words of a list's phrases.
func (k *knowledge) firsts(l *lang.List, f facts) {
	for _, w := range l.Phrases() {
		word, _, _ := strings.Cut(w, " ")
		k.add(word, f)
	}
}

// organisations notes the words that make bodies' names.
func (k *knowledge) organisations(p *lang.Pack, own bool) {
	l := p.List("organisations")
	for _, w := range l.Phrases() {
		v, _ := l.Value(w)
		if strings.Contains(w, " ") { // its last or first word is a head by itself
			continue
		}
		for value := range strings.FieldsSeq(v) {
			switch value {
			case "head":
				k.add(w, aHead)
			case "first":
				k.add(w, aForward)
				k.headFirst = k.headFirst || own
			case "dash":
				k.add(w, aDash)
			case "suffix":
				k.add(w, aSuffix)
			case "press":
				k.add(w, aPress)
			case "alone":
				k.add(w, anAlone)
			case "local":
				k.add(w, aLocal)
			case "in":
				k.add(w, aSeated)
			case "before":
				k.add(w, aBefore)
			case "fact":
				k.add(w, aSite)
			}
		}
	}
}

// own notes what holds in this language only.
func (k *knowledge) own(p *lang.Pack) {
	whole := func(list string, f facts) {
		for _, w := range p.List(list).Phrases() {
			if !strings.Contains(w, " ") {
				k.add(w, f)
			}
		}
	}
	k.firsts(p.List("titles"), aTitle)
	whole("words", anOrdinary)
	whole("starters", aStarter|anOrdinary)
	whole("demonyms", aDemonym)
	for _, w := range p.List("organisations").Phrases() {
		if v, _ := p.List("organisations").Value(w); strings.Contains(v, "plain") {
			word, _, _ := strings.Cut(w, " ")
			k.add(word, aPlain)
		}
	}
	for _, w := range p.List("notnames").Phrases() {
		if v, _ := p.List("notnames").Value(w); v == "date" {
			k.add(w, aDate|aNoName)
		} else if !strings.Contains(w, " ") {
			k.add(w, aNoName)
		}
	}
	for _, w := range p.List("particles").Phrases() {
		v, _ := p.List("particles").Value(w)
		f := aParticle
		if strings.Contains(v, "person") {
			f |= aPersonal
		}
		if strings.Contains(v, "body") {
			f |= aBodily
		}
		if strings.Contains(v, "aim") {
			f |= anAim
		}
		k.add(w, f)
	}
	speech := p.List("speech")
	k.speech = speech
	for _, w := range speech.Phrases() {
		if v, _ := speech.Value(w); !strings.Contains(w, " ") && (strings.Contains(v, "past") || strings.Contains(v, "pres")) {
			k.add(w, aSaying)
		}
	}
}
