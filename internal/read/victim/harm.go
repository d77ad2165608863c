package victim

import (
	"stemma/internal/rule"
	"stemma/internal/text"
	"stemma/lang"
)

// apply gives the person whom a rule caught the harm that it tells of, and the others
// of one list with that person.
func (f *finder) apply(people []person, r *rule.Found, s text.Sentence) {
	if r.Rule.Set["person"] == "before" {
		f.applyBefore(people, r, s)
		return
	}
	who, _ := r.Get("who")
	n := at(people, who.First)
	if n < 0 {
		return
	}
	word, told := r.Get("h")
	harm := f.last
	if told {
		harm = f.harmAt(word)
	}
	if own := r.Rule.Set["harm"]; own != "" && (harm == "killed" || harm == "") {
		harm = own
	}
	if harm == "" || f.unreal(word.First, s) || f.d.Norm(people[n].end) == "'s" {
		return
	}
	if (harm == "died" || f.weak(word)) && r.Rule.Set["sure"] == "" && !f.violent(s, &people[n], word) || who.First < word.First && f.ofAnother(&people[n], s) {
		return
	}
	f.harmed(people, n, harm, r, word)
	switch r.Rule.Set["list"] {
	case "back":
		for i := n - 1; i >= 0 && f.joined(&people[i], &people[i+1]); i-- {
			f.harmed(people, i, harm, r, word)
		}
	case "on":
		for i := n + 1; i < len(people) && f.joined(&people[i-1], &people[i]) && !f.verbal(people[i].to, s.End); i++ {
			f.harmed(people, i, harm, r, word)
		}
	}
}

// weak reports whether a word of harm is said of players and of accidents at home too:
// “injured”, and not “wounded”.
func (f *finder) weak(word rule.Capture) bool {
	value, _ := f.d.Value(f.k.words, word.End-1)
	return lang.Flag(value, "weak")
}

// harmAt gives the harm of the word that a rule caught.
func (f *finder) harmAt(word rule.Capture) string {
	value := word.Value
	if value == "" {
		_, value = f.d.Longest(f.k.harm, word.First, word.End)
	}
	return harmOf(value)
}

// ofAnother reports whether a name before its verb belongs to somebody else's
// description: “the son-in-law of Marta Oluo was killed”.
func (f *finder) ofAnother(p *person, s text.Sentence) bool {
	i := p.from - 1
	for i > s.First && (f.is(i, "det") || f.d.Tokens[i].Kind == text.Word && f.d.Tokens[i].Case == text.Title) {
		i--
	}
	return i >= s.First && f.is(i, "of")
}

// harmed notes a harm; the first that the rules find stays, but a plain death gives way
// to what killed.
func (f *finder) harmed(people []person, n int, harm string, r *rule.Found, word rule.Capture) {
	p := &people[n]
	if p.harm != "" && (p.harm != "died" || harm != "killed") {
		return
	}
	p.harm, p.rule, p.word = harm, r.Rule.ID, [2]int{word.First, word.End}
}

// joined reports whether only “and”, a comma, an age, a role stand between two people.
func (f *finder) joined(a, b *person) bool {
	if b.from-a.end > 14 {
		return false
	}
	signs := 0
	for i := a.end; i < b.from; i++ {
		n, _ := f.d.Longest(f.k.speech, i, b.from)
		_, value := f.d.Longest(f.k.words, i, b.from)
		switch {
		case n > 0, lang.Flag(value, "alias"), f.is(i, "aux"), f.d.Tokens[i].Kind == text.Mark, f.verbal(i, b.from):
			return false
		case f.d.Norm(i) == ",", f.d.Norm(i) == ";", f.d.Norm(i) == "(", f.is(i, "and"):
			signs++
		}
	}
	last := b.from - 1
	for last > a.end && last > b.from-5 && f.d.Tokens[last].Kind == text.Word && f.d.Tokens[last].Case == text.Lower && !f.is(last, "and") {
		if f.is(last, "of") {
			return false // “vecino de Orla”
		}
		if f.is(last, "stop") && !f.is(last, "det") {
			return false // “outside the court in …”
		}
		last-- // “the sisters”
	}
	return signs > 0 && (f.is(last, "and") || f.d.Norm(last) == "," || f.d.Norm(last) == ";")
}

// unreal reports whether the words before the harm say that it did not happen, or may
// not have: “would have been killed”, “tried to murder”, “was not hurt”.
func (f *finder) unreal(at int, s text.Sentence) bool {
	for i := at - 1; i >= s.First && i >= at-4; i-- {
		if value, ok := f.d.Value(f.k.words, i); ok && lang.Flag(value, "unreal") || f.is(i, "not") {
			return true
		}
		if f.d.Tokens[i].Kind != text.Word {
			break
		}
	}
	_, value := f.d.Longest(f.k.words, s.First, s.End)
	return lang.Flag(value, "if") || f.d.Norm(s.End-1) == "?"
}

// violent reports whether the sentence says what killed or wounded, or tells of a harm
// besides: players are injured and old people die without either.
func (f *finder) violent(s text.Sentence, p *person, word rule.Capture) bool {
	for i := s.First; i < s.End; i++ {
		if i >= p.first && i < p.to || i >= word.First && i < word.End {
			continue
		}
		if f.cause(i, s) > 0 && f.behindPreposition(i, s.First) >= 0 {
			return true
		}
		n, value := f.d.Longest(f.k.harm, i, s.End)
		if n == 0 || f.weak(rule.Capture{First: i, End: i + n}) {
			continue
		}
		if h := harmOf(value); (h == "killed" || h == "injured") && (lang.Flag(value, "part") || lang.Flag(value, "act")) {
			return true
		}
	}
	return false
}

// cause gives how many tokens a cause of harm at token i has; a name of something else
// (“Ring of Fire”) is none.
func (f *finder) cause(i int, s text.Sentence) int {
	n, value := f.d.Longest(f.k.words, i, s.End)
	if n == 0 || !lang.Flag(value, "cause") || f.d.Tokens[i].Case == text.Title && i > s.First {
		return 0
	}
	for j := i - 1; j >= s.First && j >= i-2; j-- {
		if m, value := f.d.Longest(f.k.words, j, s.End); m > i-j && lang.Flag(value, "none") {
			return 0 // “a heart attack”
		}
	}
	return n
}
