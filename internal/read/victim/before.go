package victim

import (
	"stemma/internal/rule"
	"stemma/internal/text"
)

// applyBefore gives the one person of the sentence before the harm that a rule tells of
// without naming anybody: “Su cuerpo fue hallado ayer”. Where the rule is one for a verb
// without a subject (“Murió en el hospital”), it opens its sentence, and that person was
// harmed already.
func (f *finder) applyBefore(people []person, r *rule.Found, s text.Sentence) {
	word, ok := r.Get("h")
	if !ok || len(f.before) != 1 || f.unreal(word.First, s) {
		return
	}
	for i := range people {
		if people[i].first < word.First {
			return // it may be this one's
		}
	}
	p := f.before[0]
	if r.Rule.Set["opens"] == "yes" && (r.First != s.First || p.harm == "") {
		return
	}
	p.harm, p.rule, p.word = r.Rule.Set["harm"], r.Rule.ID, [2]int{word.First, word.End}
	f.add(&p, s)
}
