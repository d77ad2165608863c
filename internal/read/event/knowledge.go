package event

import (
	"strings"
	"sync"

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
	titles                  *lang.List

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
	object  bool // no act but what is decided (“a curfew”): it gives the verb its type
}

var ready = struct {
	sync.Mutex
	of map[*lang.Pack]*knowledge
}{of: map[*lang.Pack]*knowledge{}}

func knowledgeOf(p *lang.Pack) *knowledge {
	ready.Lock()
	defer ready.Unlock()
	if k := ready.of[p]; k != nil {
		return k
	}
	k := &knowledge{
		rules: rule.MustSet(p, "event"), acts: p.List("acts"), small: p.List("actwords"),
		doers: p.List("doers"), people: p.List("people"),
		origin: p.List("demonyms"), gender: p.List("pronouns"),
		numbers: p.List("numbers"), speech: p.List("speech"), titles: p.List("titles"), words: map[string]word{},
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
	ready.of[p] = k
	return k
}

func readWord(v string) word {
	parts := strings.Fields(v)
	if len(parts) < 2 {
		return word{}
	}
	return word{
		category: parts[0], name: parts[1],
		dated: has(v, "dated"), matter: has(v, "matter"), self: has(v, "self"), bare: has(v, "bare"),
		light: has(v, "light"), only: has(v, "only"), ahead: has(v, "ahead"),
		whom: has(v, "whom"), undergo: has(v, "undergo"), object: has(v, "object"),
	}
}

func (k *knowledge) word(value string) word { return k.words[value] }

// has reports whether a flag stands among the words of a value.
func has(value, flag string) bool {
	for w := range strings.FieldsSeq(value) {
		if w == flag {
			return true
		}
	}
	return false
}
