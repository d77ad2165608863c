package when

import (
	"strconv"
	"strings"

	"stemma/internal/rule"
	"stemma/lang"
)

// knowledge is what the finder needs of a language, made ready once.
type knowledge struct {
	single, period *rule.Set
	months         *lang.List
	weekdays       *lang.List
	words          *lang.List
	holidays       *lang.List
	tenses         *lang.List
	particles      *lang.List
	endings        []ending         // of tenses, longest first
	cues           lang.Table[bool] // words one of which, or a number, is in every time
}

type ending struct{ tail, tense string }

var ready lang.Ready[knowledge]

func newKnowledge(p *lang.Pack) *knowledge {
	k := &knowledge{
		single: rule.MustSet(p, "when"), period: rule.MustSet(p, "period"),
		months: p.List("months"), weekdays: p.List("weekdays"), words: p.List("timewords"),
		holidays: p.List("holidays"), tenses: p.List("tenses"), particles: p.List("particles"),
	}
	for _, phrase := range k.tenses.Phrases() {
		if tail, ok := strings.CutPrefix(phrase, "-"); ok {
			tense, _ := k.tenses.Value(phrase)
			k.endings = append(k.endings, ending{tail, tense})
		}
	}
	k.cues = cuesOf(p, k)
	return k
}

// class gives what a value of timewords says under a class: “D” for the class “unit”
// of “unit D plural”.
func class(value, name string) string {
	for {
		word, rest, more := strings.Cut(value, " ")
		if word == name {
			said, _, _ := strings.Cut(rest, " ")
			return said
		}
		if !more {
			return ""
		}
		value = rest
	}
}

// first gives the number that a value begins with.
func first(value string) int {
	if value == "" || value[0] >= 'a' { // most begin with a letter
		return 0
	}
	word, _, _ := strings.Cut(value, " ")
	n, err := strconv.Atoi(word)
	if err != nil {
		return 0
	}
	return n
}
