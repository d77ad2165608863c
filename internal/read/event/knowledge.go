package event

import (
	"cmp"
	"fmt"
	"strings"

	"stemma/internal/rule"
	"stemma/lang"
)

// knowledge is what the finder needs of a language, made ready once.
type knowledge struct {
	rules             *rule.Set
	acts              *lang.List
	words             map[string]word // by value of acts
	small             *lang.List      // actwords
	doers, people     *lang.List      // nouns for those who act
	origin            *lang.List      // demonyms
	gender            *lang.List      // pronouns
	titles, bodies    *lang.List      // of offices; words in names of organisations
	numbers, ordinals *lang.List
	speech, provokers *lang.List
	rights, aid       *lang.List
	bounds            *lang.List // words before a number
	sports, clause    *lang.List
	objects           *lang.List // what is lifted, signed, searched
	violence          *lang.List
	calamities        *lang.List // what kills without anybody killing
	ages              *lang.List
	adverbs           *lang.Endings // of clause.txt
	nounEnds          *lang.Endings // of nounphrase.txt

	compounds bool // a noun right before a noun belongs to it (“union hall”)
}

// word is what acts.txt says of a word.
type word struct {
	category, name            string
	dated, matter, self, bare bool

	light   bool   // passes who acts on to an act that is its object (“held a march”)
	only    bool   // … and is no act itself
	ahead   bool   // … which is then to come (“called a strike”)
	whom    bool   // an act only with someone acted upon
	undergo bool   // who stands before the verb is acted upon (“three people died”)
	whole   bool   // has its own subject within (“bombs went off”)
	object  bool   // no act but what is decided (“a curfew”): it gives the verb its type
	day     bool   // no event with less than a day
	metes   bool   // passes who acts on to what is done to somebody (“ordered pre-trial detention for”)
	counted bool   // enough to tell when a number of people is acted upon (“killing five”)
	people  bool   // an act only when people are acted upon (“released”)
	violent bool   // an act only beside other words of violence (“beat”)
	worded  bool   // may be done with words alone (“attacked the minister”)
	needs   string // the class of objects.txt that its object must have (“lifted a ban”); "" for any
}

var ready lang.Ready[knowledge]

func newKnowledge(p *lang.Pack) *knowledge {
	k := &knowledge{
		rules: rule.MustSet(p, "event"), acts: p.List("acts"), small: p.List("actwords"),
		doers: p.List("doers"), people: p.List("people"),
		origin: p.List("demonyms"), gender: p.List("pronouns"),
		numbers: p.List("numbers"), speech: p.List("speech"), titles: p.List("titles"), rights: p.List("rights"), bounds: p.List("bounds"), aid: p.List("aid"), sports: p.List("sports"), objects: p.List("objects"), violence: p.List("violence"), calamities: p.List("calamities"), clause: p.List("clause"), ages: p.List("ages"), adverbs: p.List("clause").Endings(), provokers: p.List("provokers"), ordinals: p.List("ordinals"), bodies: p.List("organisations"), nounEnds: p.List("nounphrase").Endings(), words: map[string]word{},
	}
	for _, phrase := range k.acts.Phrases() {
		v, _ := k.acts.Value(phrase)
		k.add(p.Code+"/acts.txt", phrase, v)
	}
	for _, r := range k.rules.Rules() {
		if v := r.Set["word"]; v != "" {
			k.add(p.Code+"/event.rules", r.ID, v)
		}
		k.compounds = k.compounds || r.Set["compound"] == "no"
	}
	return k
}

// add notes what a value says of a word. The files are part of the program: it panics on a
// malformed one.
func (k *knowledge) add(file, at, v string) {
	if _, known := k.words[v]; known {
		return
	}
	w, err := readWord(v)
	if err != nil {
		panic(fmt.Sprintf("lang/%s: %s: %v", file, at, err))
	}
	k.words[v] = w
}

// actIn gives the act that a rule has found, and its value: that of the list, or the one that
// the rule's field “word” gives to a phrase with gaps.
func (k *knowledge) actIn(m rule.Found) (rule.Capture, string) {
	c, _ := m.Get("act")
	return c, cmp.Or(m.Rule.Set["word"], c.Value)
}

// readWord reads a value of acts.txt: category, name, forms of the word, flags. It refuses
// what is no flag and what is given twice.
func readWord(v string) (word, error) {
	parts := strings.Fields(v)
	if len(parts) < 3 {
		return word{}, fmt.Errorf("%q: want a category, a name and a form", v)
	}
	w := word{category: parts[0], name: parts[1]}
	flags := map[string]*bool{
		"fin": new(bool), "part": new(bool), "base": new(bool), "ing": new(bool), "noun": new(bool), "future": new(bool), // asked for by rules
		"dated": &w.dated, "matter": &w.matter, "self": &w.self, "bare": &w.bare, "light": &w.light, "only": &w.only, "ahead": &w.ahead,
		"whom": &w.whom, "undergo": &w.undergo, "whole": &w.whole, "object": &w.object, "day": &w.day, "metes": &w.metes, "counted": &w.counted,
		"people": &w.people, "violent": &w.violent, "worded": &w.worded,
	}
	for _, flag := range parts[2:] {
		if class, ok := strings.CutPrefix(flag, "needs="); ok && w.needs == "" {
			w.needs = class
			continue
		}
		set := flags[flag]
		if set == nil || *set {
			return word{}, fmt.Errorf("%q: %s is no flag, or given twice", v, flag)
		}
		*set = true
	}
	return w, nil
}

func (k *knowledge) word(value string) word { return k.words[value] }

// plural reports whether a folded word has a plural's ending.
func (k *knowledge) plural(norm string) bool {
	says, _ := k.nounEnds.Longest(norm, 2)
	return says == "plural"
}
