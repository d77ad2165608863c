package figure

import (
	"strconv"
	"strings"

	"stemma/internal/rule"
	"stemma/internal/text"
	"stemma/lang"
)

// knowledge is what a language pack says of figures, ready for use. It is made once
// for each pack and never changed.
type knowledge struct {
	pack                                                              *lang.Pack
	words                                                             map[string]numberWord
	numbers, people, units, things, bounds                            *lang.List
	nounphrase, numbered, demonyms, outlook, months                   *lang.List
	speech, clause, pronouns, stance, ordinals, placeclasses          *lang.List
	titles, organisations, harm, weekdays, demonymends, tenses, doers *lang.List
	timing                                                            *lang.List
	rules                                                             *rule.Set
	rank                                                              map[*lang.Rule]int
	endings                                                           *lang.Endings // ends of words → what they make of it (nounphrase.txt)
	toCome                                                            *lang.Endings // ends of words for what is to come (outlook.txt)
	sure                                                              int           // rules before this one hold whatever the number looks like
	subjectBehind                                                     bool          // who speaks may stand behind the verb, past other words
	sumsNeedOf                                                        bool          // a noun stands behind a sum only with “of” between them
}

// numberWord is what a word says of a number.
type numberWord struct {
	sort  numberSort
	value float64
	bound bool    // a part that stands only before a multiplier; a word that stands only before “of”
	alone float64 // the lower bound of a multiplier with no number before it: “millones de personas”; 0 for none
}

type numberSort uint8

const (
	adds       numberSort = iota + 1 // five, twenty
	times                            // hundred, million
	part                             // half, third
	vague                            // dozens
	article                          // a (dozen)
	joins                            // and
	groups                           // a sign between groups of three digits
	ratio                            // six “in” ten
	hundredths                       // per cent
	label                            // number (one)
	gluedTimes                       // m, behind the digits of a sum
	point                            // a sign before decimals
)

var ready lang.Ready[knowledge]

func newKnowledge(p *lang.Pack) *knowledge {
	k := &knowledge{
		pack: p, words: map[string]numberWord{}, rank: map[*lang.Rule]int{}, endings: p.List("nounphrase").Endings(), toCome: p.List("outlook").Endings(),
		numbers: p.List("numbers"), people: p.List("people"), units: p.List("units"), things: p.List("things"),
		bounds: p.List("bounds"), nounphrase: p.List("nounphrase"), numbered: p.List("numbered"),
		demonyms: p.List("demonyms"), outlook: p.List("outlook"), months: p.List("months"),
		speech: p.List("speech"), clause: p.List("clause"), pronouns: p.List("pronouns"),
		stance: p.List("stance"), ordinals: p.List("ordinals"), placeclasses: p.List("placeclasses"),
		titles: p.List("titles"), organisations: p.List("organisations"), harm: p.List("harm"), weekdays: p.List("weekdays"),
		demonymends: p.List("demonymends"), tenses: p.List("tenses"), doers: p.List("doers"), timing: p.List("timing"),
		rules: rule.MustSet(p, "figure"),
	}
	for _, w := range k.numbers.Phrases() {
		value, _ := k.numbers.Value(w)
		k.words[w] = parseNumberWord(value)
	}
	for _, w := range k.nounphrase.Phrases() {
		value, _ := k.nounphrase.Value(w)
		k.sumsNeedOf = k.sumsNeedOf || holds(value, "needed")
	}
	for _, r := range p.Rules("quote") {
		k.subjectBehind = k.subjectBehind || r.Set["content"] == "dropped"
	}
	rules := k.rules.Rules()
	for i := range rules {
		k.rank[&rules[i]] = i
		if rules[i].Set["sure"] != "" {
			k.sure = i + 1
		}
	}
	return k
}

// parseNumberWord reads a value of numbers.txt; its head comment says what there is.
func parseNumberWord(s string) numberWord {
	float := func(s string) float64 { v, _ := strconv.ParseFloat(s, 64); return v }
	switch {
	case s == "a":
		return numberWord{sort: article}
	case s == "and":
		return numberWord{sort: joins}
	case s == "group":
		return numberWord{sort: groups}
	case s == "ratio":
		return numberWord{sort: ratio}
	case s == "percent":
		return numberWord{sort: hundredths}
	case s == "point":
		return numberWord{sort: point}
	case s == "sign":
		return numberWord{sort: label}
	case strings.HasPrefix(s, "gx"):
		return numberWord{sort: gluedTimes, value: float(s[2:])}
	case strings.HasPrefix(s, "x"):
		by, least, _ := strings.Cut(s[1:], " >=")
		by, bound := strings.CutSuffix(by, "of")
		return numberWord{sort: times, value: float(by), bound: bound, alone: float(least)}
	case strings.HasPrefix(s, ">="):
		least, bound := strings.CutSuffix(s[2:], "of")
		return numberWord{sort: vague, value: float(least), bound: bound}
	case strings.Contains(s, "/"):
		up, down, _ := strings.Cut(s, "/")
		whole, bound := strings.CutSuffix(down, "x")
		return numberWord{sort: part, value: float(up) / float(whole), bound: bound}
	}
	return numberWord{sort: adds, value: float(s)}
}

// past reports whether a word is a form of its own for the past: “shot”, “fell”.
func (k *knowledge) past(t *text.Token) bool {
	value, _ := t.Value(k.tenses)
	return holds(value, "past")
}

// word gives what the folded word says of a number; the zero numberWord when nothing.
func (k *knowledge) word(norm string) numberWord { return k.words[norm] }

// wordAt is word for a token; none outside the text.
func (f *finder) wordAt(i int) numberWord {
	if !f.d.Has(f.k.numbers, i) { // most words
		return numberWord{}
	}
	return f.k.words[f.d.Tokens[i].Norm]
}
