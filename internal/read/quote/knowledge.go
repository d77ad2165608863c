package quote

import (
	"strings"

	"stemma/internal/rule"
	"stemma/internal/text"
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
	isFrom
)

var classNames = map[string]class{
	"aux": isAux, "be": isBe, "adverb": isAdverb, "det": isDet, "possessive": isPossessive,
	"pronoun": isPronoun, "m": isMale, "f": isFemale, "thing": isThing, "plural": isPlural,
	"object": isObject, "relative": isRelative, "sub": isSub, "conj": isConj, "prep": isPrep,
	"join": isJoin, "time": isTime, "not": isNot, "as": isAs, "that": isThat, "participle": isParticiple, "infinitive": isInfinitive,
	"first": isFirst, "single": isSingle, "clitic": isClitic, "the": isThe, "same": isSame, "inf": isInf, "lower": isLower, "self": isSelf, "from": isFrom,
}

// knowledge is what a language pack says, made ready for use.
type knowledge struct {
	rules                                *rule.Set
	speech, clause                       *lang.List
	former                               *lang.List // “ex” before an office
	tenses                               *lang.List
	numbers                              *lang.List
	words                                lang.Table[class]
	people, titles, organisations, doers *lang.List    // words for those who can speak
	endings                              *lang.Endings // of clause.txt
	pasts                                *lang.Endings // of tenses.txt
	nounEnds                             *lang.Endings // of nounphrase.txt
	dropped                              bool          // a verb may do without its subject
	dialogue                             bool          // a dash that opens a paragraph opens speech
}

// past reports whether a word is a verb's form for the past, or ends as one does.
func (k *knowledge) past(t *text.Token) bool {
	if value, ok := t.Value(k.tenses); ok {
		return lang.Flag(value, "past")
	}
	_, ok := k.pasts.First(t.Norm, 2, func(value string) bool { return lang.Flag(value, "past") })
	return ok
}

// plural reports whether a folded word has a plural's ending.
func (k *knowledge) plural(norm string) bool {
	says, _ := k.nounEnds.Longest(norm, 2)
	return says == "plural"
}

var ready lang.Ready[knowledge]

func newKnowledge(p *lang.Pack) *knowledge {
	k := &knowledge{
		rules: rule.MustSet(p, "quote"), speech: p.List("speech"), clause: p.List("clause"), tenses: p.List("tenses"), numbers: p.List("numbers"),
		people: p.List("people"), titles: p.List("titles"), organisations: p.List("organisations"), doers: p.List("doers"), former: p.List("former"),
		words: lang.NewTable[class](p), endings: p.List("clause").Endings(), pasts: p.List("tenses").Endings(), nounEnds: p.List("nounphrase").Endings(),
	}
	for _, phrase := range k.clause.Phrases() {
		value, _ := k.clause.Value(phrase)
		if word := k.words.At(phrase); word != nil && !strings.HasPrefix(phrase, "-") {
			*word = classesOf(value)
		}
	}
	for _, r := range p.Rules("quote") {
		k.dialogue = k.dialogue || r.Set["content"] == "dialogue"
		k.dropped = k.dropped || r.Set["content"] == "dropped"
	}
	return k
}

// classesOf gives the classes that a value of clause.txt names.
func classesOf(value string) class {
	var c class
	for name := range strings.FieldsSeq(value) {
		c |= classNames[name]
	}
	return c
}

// classOf gives the classes of a token's word, by itself or else by its ending.
func (k *knowledge) classOf(t *text.Token) class {
	if t.Has(k.clause) {
		return k.words.Of(t.Known)
	}
	value, _ := k.endings.Longest(t.Norm, 2)
	return classesOf(value)
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
