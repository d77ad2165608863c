package event

import (
	"stemma/internal/text"
	"stemma/lang"
)

// sameSubject gives who acted in the clause before, for a passive that follows on it without a
// subject of its own: “The driver fled, but was arrested”.
func (f *finder) sameSubject(n, at int) []party {
	if n == 0 || !f.k.compounds || f.acts[n].voice != "passive" || !f.is(at-1, "and") && !f.is(at-1, "turn") {
		return nil
	}
	if o := &f.acts[n-1]; o.voice == "active" && o.status == "" {
		return append(without(o.actors, nil), undergone(o)...)
	}
	return nil
}

// undergone gives whom a verb befell that stand before it: “two men drowned and were found”.
func undergone(o *act) []party {
	if o.word.undergo {
		return o.targets
	}
	return nil
}

// between reports whether “between” governs the phrase that begins at the token.
func (f *finder) between(first int) bool {
	for f.is(first-1, "det") || f.is(first-1, "possessive") {
		first--
	}
	return f.is(first-1, "between")
}

// antecedent gives the party that a relative word at the token speaks of.
func (f *finder) antecedent(at int) []party {
	if f.d.Norm(at-1) == "," {
		at--
	}
	for i := len(f.people) - 1; i >= 0; i-- {
		if f.people[i].end == at {
			return f.people[i : i+1 : i+1]
		}
	}
	return nil
}

// inherited gives who acts in the act before, for a verb that is joined to it.
func (f *finder) inherited(n int) []party {
	n--
	for n > 0 && (f.acts[n].voice == "noun" || f.acts[n].voice == "purpose") {
		n--
	}
	if n < 0 {
		return nil
	}
	p := &f.acts[n]
	if p.voice == "passive" {
		return nil
	}
	return p.actors
}

// attribute reports whether nothing but plain nouns stands between two tokens, so that what ends
// at the first one only says which of them is meant.
func (f *finder) attribute(from, to int) bool {
	for i := from; i < to; i++ {
		if !f.nounLike(i) || f.timeAt(i) || f.manner(i) {
			return false
		}
	}
	return f.k.compounds && from < to
}

// accused gives who is said to have done it, before “of having”, “de haber”.
func (f *finder) accused(at int) []party {
	v, _ := f.d.Value(f.k.small, at)
	if !lang.Flag(v, "inf") || !f.is(at-1, "of") {
		return nil
	}
	if f.d.Norm(at-2) == "," {
		at--
	}
	return f.ending(at - 1)
}

// nounLike reports whether the token can be a noun: also a word for an act that is none here
// (“the grenade killed …”).
func (f *finder) nounLike(i int) bool {
	return f.plain(i) || i >= f.s.First && i < f.s.End && f.d.Tokens[i].Kind == text.Word && !f.smallWord(i) && !f.actAt(i) && !f.reports(i)
}
