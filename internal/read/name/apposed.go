package name

import (
	"cmp"
	"slices"
	"strings"

	"stemma/internal/text"
	"stemma/lang"
)

// appositive reads “a health minister of X” behind a comma: the tokens of the role,
// without its article; 0 when there is none.
func (f *finder) appositive(s text.Sentence, i int) (first, end int) {
	j := i
	if v, _ := f.d.Value(f.k.cues, j); strings.HasPrefix(v, "relative") || f.isAnd(j) || f.opensClause(j) {
		return 0, 0
	}
	for j < s.End && j < i+3 && f.facts[j].has(aStarter) && f.d.Tokens[j].Case == text.Lower {
		if w, _ := f.titleAt(j, s.End); w > 0 {
			break
		}
		if f.d.Has(f.k.auxiliaries, j) {
			return 0, 0 // “X, que fue nombrado ministro”: a clause, and no role
		}
		j++
	}
	first = j
	for k := j; k < s.End && k < j+5; k++ {
		if f.breaksRole(k, j) {
			return 0, 0
		}
		w, v := f.titleAt(k, s.End)
		if w == 0 || f.d.Has(f.k.former, k) && w == 1 && !f.facts[k].has(aTitle) {
			if f.facts[k].has(aStarter) && k > j {
				return 0, 0
			}
			continue
		}
		if f.d.Norm(k+w) == "'s" {
			first, k = k+w+1, k+w
			continue
		}
		if f.bearsNext(k, k+w) || f.partOfName(k, j, v) && !f.facts[min(k+w, s.End-1)].has(aBodily) {
			return 0, 0
		}
		w = f.longerTitle(s, k, w)
		if f.article(i) && f.goesOnAsClause(s, k+w) {
			return 0, 0
		}
		return first, f.roleEnd(s, k+w)
	}
	return 0, 0
}

// breaksRole reports whether token k, behind the first one at j of what may be a role, shows that
// it is none: a sign, a number, an auxiliary, a verb of saying, or a preposition before any office.
func (f *finder) breaksRole(k, j int) bool {
	t := &f.d.Tokens[k]
	if t.Kind == text.Punct && t.Norm != "-" || t.Kind == text.Mark || t.Kind == text.Number || t.Has(f.k.auxiliaries) || f.facts[k].has(aSaying) && k == j {
		return true
	}
	return k > j && !f.k.headFirst && t.Case == text.Lower && f.facts[k].has(aBodily) && !f.isAnd(k)
}

// opensClause reports whether the word at token i begins a clause or a phrase of place or company,
// so that what follows is no role: “X, while the mayor …”, “X, with his brother”.
func (f *finder) opensClause(i int) bool {
	v, _ := f.d.Value(f.k.clause, i)
	return lang.Flag(v, "sub") || lang.Flag(v, "prep")
}

// partOfName reports whether a calling or a courtesy with a capital behind another word with one is
// part of a name, as titles of works are: “The Little Princess”.
func (f *finder) partOfName(k, j int, value string) bool {
	return k > j && f.d.Tokens[k].Case == text.Title && f.capital(k-1) && (strings.HasPrefix(value, "calling") || strings.HasPrefix(value, "courtesy"))
}

// longerTitle goes on to a later title of which the one of w tokens at k is only the beginning,
// “chief market analyst”, “deputy editor”: the number of tokens to its end.
func (f *finder) longerTitle(s text.Sentence, k, w int) int {
	long := w
	for i := k + w; i < s.End && i < k+w+4; i++ {
		t := &f.d.Tokens[i]
		if t.Kind != text.Word || t.Case == text.Title && f.k.headFirst || f.facts[i].has(aStarter|aParticle|aSaying) || t.Has(f.k.auxiliaries) || f.opensClause(i) {
			break
		}
		if n, v := f.titleAt(i, s.End); n > 0 && t.Case == text.Lower && !strings.HasPrefix(v, "courtesy") && !f.bearsNext(i, i+n) {
			long, i = i+n-k, i+n-1
		}
	}
	return long
}

// goesOnAsClause reports whether the word behind a role at token i is rather the verb of the
// sentence, whose subject then is no role of the name before it: “after a pass by Orr, the striker
// found the net”.
func (f *finder) goesOnAsClause(s text.Sentence, i int) bool {
	if f.k.headFirst || i >= s.End || f.d.Tokens[i].Kind != text.Word || f.d.Tokens[i].Case != text.Lower || f.facts[i].has(aStarter|aParticle|aSaying|aDemonym) || f.d.Has(f.k.auxiliaries, i) {
		return false
	}
	if v, ok := f.d.Value(f.k.clause, i); ok && !lang.Flag(v, "adverb") {
		return false
	}
	norm := f.d.Norm(i)
	if says, _ := f.k.clauseEnds.Longest(norm, 3); says == "participle" {
		return false // “a lawyer representing”
	}
	next := i + 1
	return next >= s.End || !f.opensClause(next) // “the manager appointed by”
}

// bearsNext reports whether the title at tokens first to before end is that of a person
// named right behind it: “Dora Bell, Prime Minister Alban Otter”.
func (f *finder) bearsNext(first, end int) bool {
	i, _ := slices.BinarySearchFunc(f.all, first, func(c candidate, at int) int { return cmp.Compare(c.first, at) })
	return i < len(f.all) && f.all[i].kind == aPerson && (f.all[i].first == end || f.all[i].title == first || f.all[i].title == end)
}
