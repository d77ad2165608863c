package name

import (
	"stemma/internal/text"
)

// facts are what the word lists say of one word, as bits.
type facts uint32

const (
	aFirstName facts = 1 << iota
	aMan             // the first name is given to men
	aWoman
	aWeakFirst // the first name is also a word
	aUsual     // the first name is very common
	aSurname
	aWeakSurname
	anOrdinary // an ordinary word
	aStarter   // a small word that begins sentences
	aTitle     // a title begins with it
	aHead      // it makes a body's name, from the left: “Harbour Committee”
	aForward   // it makes a body's name, to the right: “Comité del Puerto”
	aSuffix    // “Ltd”
	aPress     // “Times”
	aSite      // “Airport”
	aPlain     // a phrase of plain bodies begins with it: “Congress”
	aDemonym
	aNoName // “Socialist”, “Internet”
	aDate   // “Monday”
	aParticle
	aPersonal // a particle between the parts of a person's name
	aBodily   // a particle between the parts of a body's name
	aBodyName // a known body's name begins with it
	aDash     // the body's name may go on behind a dash
	aSaying   // a verb of saying
	aLocal    // “de X” behind the body's name only says where: “Policía de X”
	aForeign  // an ordinary word of another language
	anAlone   // behind an article a body by itself: “the House”
	aSeated   // the body's name may go on with “in X”: “Embassy in X”
	aBefore   // with a capital it may stand before what makes a body's name: “Gran Consejo”
	anAim     // a particle behind which a body's name goes on with what it is for only
)

func (f facts) has(g facts) bool { return f&g != 0 }

// facts gives what is known of a token's word; a plural is as ordinary as its singular.
func (k *knowledge) facts(t *text.Token) facts { return k.plurals(k.words.Of(t.Known), t.Norm) }

// factsOf is facts for a folded word that is no token.
func (k *knowledge) factsOf(word string) facts { return k.plurals(k.words.OfFolded(word), word) }

func (k *knowledge) plurals(x facts, norm string) facts {
	if x.has(anOrdinary) {
		return x
	}
	if k.ends.Without(norm, 3, "plural", func(one string) bool { return k.words.OfFolded(one).has(anOrdinary) }) {
		x |= anOrdinary
	}
	return x
}

// plural reports whether a folded word has a plural's ending.
func (k *knowledge) plural(norm string) bool {
	says, _ := k.ends.Longest(norm, 2)
	return says == "plural"
}

func (k *knowledge) add(word string, f facts) {
	if x := k.words.At(word); x != nil { // phrases of several words are no token's
		*x |= f
	}
}
