package event

import (
	"strings"

	"stemma/internal/rule"
	"stemma/lang"
)

// knowledge is what the finder needs of a language, made ready once.
type knowledge struct {
	rules                   *rule.Set
	acts                    *lang.List
	small                   *lang.List // actwords
	doers                   *lang.List
	people                  *lang.List
	origin                  *lang.List      // demonyms
	gender, numbers, speech *lang.List      // pronouns; number words
	words                   map[string]word // by value of acts
	titles, rights, aid     *lang.List
	sports                  *lang.List
	clause                  *lang.List
	adverbs                 *lang.Endings // … of adverbs among others
	provokers, ordinals     *lang.List
	bodies                  *lang.List // organisations

	compounds bool // a noun right before a noun belongs to it (“union hall”)
}

// word is what acts.txt says of a word.
type word struct {
	category, name            string
	dated, matter, self, bare bool

	light   bool // passes who acts on to an act that is its object (“held a march”)
	only    bool // … and is no act itself
	ahead   bool // … which is then to come (“called a strike”)
	whom    bool // an act only with someone acted upon
	undergo bool // who stands before the verb is acted upon (“three people died”)
	whole   bool // has its own subject within (“bombs went off”)
	object  bool // no act but what is decided (“a curfew”): it gives the verb its type
}

var ready lang.Ready[knowledge]

func newKnowledge(p *lang.Pack) *knowledge {
	k := &knowledge{
		rules: rule.MustSet(p, "event"), acts: p.List("acts"), small: p.List("actwords"),
		doers: p.List("doers"), people: p.List("people"),
		origin: p.List("demonyms"), gender: p.List("pronouns"),
		numbers: p.List("numbers"), speech: p.List("speech"), titles: p.List("titles"), rights: p.List("rights"), aid: p.List("aid"), sports: p.List("sports"), clause: p.List("clause"), adverbs: p.List("clause").Endings(), provokers: p.List("provokers"), ordinals: p.List("ordinals"), bodies: p.List("organisations"), words: map[string]word{},
	}
	for _, phrase := range k.acts.Phrases() {
		v, _ := k.acts.Value(phrase)
		if _, known := k.words[v]; !known {
			k.words[v] = readWord(v)
		}
	}
	for _, r := range k.rules.Rules() {
		k.compounds = k.compounds || r.Set["compound"] == "no"
	}
	return k
}

func readWord(v string) word {
	parts := strings.Fields(v)
	if len(parts) < 2 {
		return word{}
	}
	return word{
		category: parts[0], name: parts[1],
		dated: lang.Flag(v, "dated"), matter: lang.Flag(v, "matter"), self: lang.Flag(v, "self"), bare: lang.Flag(v, "bare"),
		light: lang.Flag(v, "light"), only: lang.Flag(v, "only"), ahead: lang.Flag(v, "ahead"),
		whom: lang.Flag(v, "whom"), undergo: lang.Flag(v, "undergo"), object: lang.Flag(v, "object"), whole: lang.Flag(v, "whole"),
	}
}

func (k *knowledge) word(value string) word { return k.words[value] }
