package quote

import (
	"strings"

	"stemma/internal/rule"
	"stemma/lang"
)

// class is a set of classes of function words, from clause.txt.
type class uint32

const (
	isAux class = 1 << iota
	isBe
	isAdverb
	isDet
	isPossessive
	isPronoun
	isMale
	isFemale
	isThing
	isPlural
	isObject
	isRelative
	isSub
	isConj
	isPrep
	isJoin
	isTime
	isNot
	isAs
	isThat
	isParticiple
	isInfinitive
	isFirst
	isSingle
	isClitic
	isThe
	isSame
	isInf
	isLower
	isSelf
)

var classNames = map[string]class{
	"aux": isAux, "be": isBe, "adverb": isAdverb, "det": isDet, "possessive": isPossessive,
	"pronoun": isPronoun, "m": isMale, "f": isFemale, "thing": isThing, "plural": isPlural,
	"object": isObject, "relative": isRelative, "sub": isSub, "conj": isConj, "prep": isPrep,
	"join": isJoin, "time": isTime, "not": isNot, "as": isAs, "that": isThat, "participle": isParticiple, "infinitive": isInfinitive,
	"first": isFirst, "single": isSingle, "clitic": isClitic, "the": isThe, "same": isSame, "inf": isInf, "lower": isLower, "self": isSelf,
}

// knowledge is what a language pack says, made ready for use.
type knowledge struct {
	rules                                *rule.Set
	speech                               *lang.List
	former                               *lang.List // “ex” before an office
	tenses                               *lang.List
	numbers                              *lang.List
	words                                map[string]class
	people, titles, organisations, doers *lang.List       // words for those who can speak
	endings                              map[string]class // by ending, without the dash
	longest                              int              // bytes of the longest ending
	dropped                              bool             // a verb may do without its subject
	dialogue                             bool             // a dash that opens a paragraph opens speech
}

// past reports whether a word is a verb's form for the past, or ends as one does.
func (k *knowledge) past(norm string) bool {
	if value, ok := k.tenses.Value(norm); ok {
		return lang.Flag(value, "past")
	}
	for n := 2; n <= 5 && n < len(norm)-1; n++ {
		if value, ok := k.tenses.Value("-" + norm[len(norm)-n:]); ok && lang.Flag(value, "past") {
			return true
		}
	}
	return false
}

var ready lang.Ready[knowledge]

func newKnowledge(p *lang.Pack) *knowledge {
	k := &knowledge{
		rules: rule.MustSet(p, "quote"), speech: p.List("speech"), tenses: p.List("tenses"), numbers: p.List("numbers"),
		people: p.List("people"), titles: p.List("titles"), organisations: p.List("organisations"), doers: p.List("doers"), former: p.List("former"),
		words: map[string]class{}, endings: map[string]class{},
	}
	list := p.List("clause")
	for _, phrase := range list.Phrases() {
		value, _ := list.Value(phrase)
		var c class
		for name := range strings.FieldsSeq(value) {
			c |= classNames[name]
		}
		if ending, ok := strings.CutPrefix(phrase, "-"); ok {
			k.endings[ending] = c
			k.longest = max(k.longest, len(ending))
		} else {
			k.words[phrase] = c
		}
	}
	for _, r := range p.Rules("quote") {
		k.dialogue = k.dialogue || r.Set["content"] == "dialogue"
		k.dropped = k.dropped || r.Set["content"] == "dropped"
	}
	return k
}

func (k *knowledge) classOf(norm string) class {
	if c, ok := k.words[norm]; ok {
		return c
	}
	for n := min(k.longest, len(norm)-2); n > 0; n-- {
		if c, ok := k.endings[norm[len(norm)-n:]]; ok {
			return c
		}
	}
	return 0
}

// id gives the ID of a rule of the pack by its last part, for findings that are made
// by code and not by a pattern.
func (k *knowledge) id(name string) string {
	for _, r := range k.rules.Rules() {
		if strings.HasSuffix(r.ID, "."+name) {
			return r.ID
		}
	}
	return "quote." + name
}
