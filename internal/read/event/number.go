package event

import (
	"stemma/internal/text"
	"stemma/lang"
)

// counts reports whether the token is a number.
func (f *finder) counts(i int) bool {
	v, _ := f.d.Value(f.k.numbers, i)
	return f.d.Tokens[i].Kind == text.Number || v != "" && v[0] >= '0' && v[0] <= '9'
}

func (f *finder) countsAt(i int) bool { return i < f.s.End && f.counts(i) }

// countOf reports whether the token is a number that stands for those counted: “19 were
// hurt”, “another two died”.
func (f *finder) countOf(i int) bool {
	if !f.counts(i) || f.timeAt(i) || i+1 >= f.s.End {
		return false
	}
	if b := i - 1; b > f.s.First && f.d.Tokens[b].Case == text.Title && !f.timeAt(b) && !f.smallWord(b) {
		return false // “the Orvel Games 2030 were”
	}
	return f.is(i+1, "be") || f.is(i+1, "have") || f.harmed(i) || f.ofThem(i+1) && f.d.Norm(i-1) != ","
}

// ofThem reports whether “of them” begins at the token: what stands before it counts people.
func (f *finder) ofThem(i int) bool {
	if i+1 >= f.s.End || !f.is(i, "of") {
		return false
	}
	v, _ := f.d.Value(f.k.clause, i+1)
	return lang.Flag(v, "object") || lang.Flag(v, "pronoun") && lang.Flag(v, "plural")
}

// harmed reports whether a number is the object of a verb of harm and no noun follows it:
// “killed two and wounded 14”.
func (f *finder) harmed(i int) bool {
	if next := i + 1; f.plain(next) || f.d.Norm(next) == "-" || f.is(next, "of") || f.d.Tokens[next].Kind == text.Number {
		return false
	}
	at := i - 1
	for at > f.s.First && at > i-4 && f.is(at, "about") {
		at--
	}
	v, ok := f.d.Value(f.k.acts, at)
	w := f.k.word(v)
	return ok && w.category == "ASSAULT" && (w.name == "kill" || w.name == "injure") && !lang.Flag(v, "noun")
}

// bounded gives the number of tokens that say how exact the number behind them is: “at least”,
// “más de”; 0 where none do.
func (f *finder) bounded(i int) int {
	n, v := f.d.Longest(f.k.bounds, i, f.s.End)
	if n == 0 || !lang.Flag(v, "before") || lang.Flag(v, "range") || lang.Flag(v, "change") || !f.countsAt(i+n) {
		return 0
	}
	return n
}

// numbered reports whether a party is people with their number, “12 men”: what follows
// speaks of them and is no noun that they belong to.
func (f *finder) numbered(p party) bool {
	v, _ := f.d.Value(f.k.doers, p.head)
	return p.head > p.first && f.counts(p.first) && lang.Flag(v, "group")
}
