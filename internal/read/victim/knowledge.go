package victim

import (
	"strings"

	"stemma/internal/rule"
	"stemma/lang"
)

// knowledge is what the finder needs of a language, made ready once.
type knowledge struct {
	rules               *rule.Set
	harm, people, ages  *lang.List
	words               *lang.List // victims.txt
	speech              *lang.List
	nounphrase, numbers *lang.List
}

var ready lang.Ready[knowledge]

func newKnowledge(p *lang.Pack) *knowledge {
	return &knowledge{
		rules: rule.MustSet(p, "victim"), harm: p.List("harm"), people: p.List("people"), ages: p.List("ages"),
		words: p.List("victims"), speech: p.List("speech"), nounphrase: p.List("nounphrase"), numbers: p.List("numbers"),
	}
}

// is reports whether the token has the class in nounphrase.txt.
func (f *finder) is(i int, class string) bool {
	value, ok := f.d.Value(f.k.nounphrase, i)
	return ok && lang.Flag(value, class)
}

// harms gives the harm done by the measure that harm.txt gives a word.
var harms = map[string]string{
	"deaths": "killed", "injured": "injured", "detained": "detained", "missing": "missing", "kidnapped": "kidnapped",
}

// harmOf gives the harm of a value of harm.txt; "" for what harms nobody in person.
func harmOf(value string) string {
	measure, _, _ := strings.Cut(value, " ")
	return harms[measure]
}
