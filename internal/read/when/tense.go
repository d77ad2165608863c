package when

import (
	"strings"

	"stemma/internal/text"
	"stemma/lang"
)

// nearest is how many words the phrases have that count only right before a time.
const nearest = 3

// tense tells whether the sentence speaks of what was (-1) or will be (1) around the
// tokens from first to before end: the nearest word that says so decides, up to the
// next sign; 0 when none does.
func (f *finder) tense(first, end int) int {
	if f.owns(end) {
		return -1
	}
	s := f.d.Sentences[f.sentenceNo]
	for i := max(first-nearest, s.First); i < first; i++ {
		if n, v := f.d.Longest(f.k.tenses, i, first); n == first-i && lang.Flag(v, "near") {
			if lang.Flag(v, "unless-past") && f.told(i, end) {
				return -1
			}
			tense, _, _ := strings.Cut(v, " ")
			return tenses[tense]
		}
	}
	return f.nearestTense(first, end)
}

// possessive is the token that package text makes of “’s”.
const possessive = "'s"

// owns reports whether the noun behind a time says what happened then: “appealed against Monday's
// ruling”.
func (f *finder) owns(end int) bool {
	s := f.d.Sentences[f.sentenceNo]
	if end+1 >= s.End || f.d.Norm(end) != possessive {
		return false
	}
	v, _ := f.d.Value(f.k.tenses, end+1)
	return v == "done"
}

// told reports whether the verb nearest to a time is past, and no infinitive stands
// between them: “it rose to six by Friday”, not “he agreed to leave by Friday”.
func (f *finder) told(first, end int) bool {
	s := f.d.Sentences[f.sentenceNo]
	for i := first - 1; i >= s.First; i-- {
		n, v := f.d.Longest(f.k.tenses, i, s.End)
		if n > 0 && (tenses[v] > 0 || v == "infinitive" && f.d.Tokens[min(i+n, s.End-1)].Kind != text.Number || lang.Flag(v, "defers")) {
			return false
		}
		if f.tenseAt(i, s.First, s.End) < 0 {
			return true
		}
	}
	return f.nearestTense(first, end) < 0
}

// nearestTense gives the tense of the sign nearest to the tokens from first to before
// end; 0 when the sentence has none. Inside quotation marks the words around them do not
// count: “said” is no tense of what will be “on Thursday,” as someone said.
func (f *finder) nearestTense(first, end int) int {
	from, to := f.voice(first, end)
	if and := f.clauseEnd(end, to); and < to {
		if t := f.nearestIn(first, end, from, and); t != 0 {
			return t
		}
	}
	return f.nearestIn(first, end, from, to)
}

// clauseEnd gives the first “and” behind a time, where another clause may begin: “they
// plan to march on Friday and were asked …”; to when there is none.
func (f *finder) clauseEnd(end, to int) int {
	for i := end; i < to; i++ {
		if v, _ := f.d.Value(f.k.particles, i); lang.Flag(v, "and") {
			return i
		}
	}
	return to
}

// nearestIn gives the tense of the sign between from and to that is nearest to the tokens
// from first to before end; 0 when there is none.
func (f *finder) nearestIn(first, end, from, to int) int {
	for away := 1; away < 40; away++ {
		left, right := first-away, end-1+away
		if left < from && right >= to {
			break
		}
		if t := f.tenseAt(left, from, to); t != 0 {
			return t
		}
		if t := f.tenseAt(right, from, to); t != 0 {
			return t
		}
	}
	return 0
}

// voice gives the part of the sentence around the tokens from first to before end that
// one voice says: up to the nearest double quotation marks.
func (f *finder) voice(first, end int) (from, to int) {
	s := f.d.Sentences[f.sentenceNo]
	from, to = s.First, s.End
	for i := first - 1; i >= s.First; i-- {
		if f.d.Tokens[i].Norm == `"` {
			from = i + 1
			break
		}
	}
	for i := end; i < s.End; i++ {
		if f.d.Tokens[i].Norm == `"` {
			to = i
			break
		}
	}
	return from, to
}

func (f *finder) tenseAt(i, from, to int) int {
	if i < from || i >= to {
		return 0
	}
	if n, v := f.d.Longest(f.k.tenses, i, to); n > 0 {
		tense, defers := strings.CutSuffix(v, " defers")
		if !defers {
			tense = v
		}
		if tenses[tense] < 0 && f.ofPassive(i, from) {
			return 0
		}
		return tenses[tense] // nothing for those that count only right before the time
	}
	if f.nameHere(i, from) || f.ofPassive(i, from) {
		return 0 // “United”, “García”
	}
	norm := f.d.Tokens[i].Norm
	for _, e := range f.k.endings {
		if len(norm) > len(e.tail)+1 && strings.HasSuffix(norm, e.tail) {
			return tenses[e.tense]
		}
	}
	return 0
}

// ofPassive reports whether a word stands right behind one that makes a passive of no tense of it: “will be
// named in June”, “to be paid in May”.
func (f *finder) ofPassive(i, from int) bool {
	if i <= from {
		return false
	}
	v, _ := f.d.Value(f.k.tenses, i-1)
	return v == "passive"
}

// nameHere reports whether a word has a capital that is not the beginning of what is said:
// it is part of a name, whatever it ends with.
func (f *finder) nameHere(i, from int) bool {
	return f.d.Tokens[i].Case == text.Title && i > from && !f.d.Sentences[f.sentenceNo].Title && f.d.Tokens[i-1].Kind == text.Word
}

var tenses = map[string]int{"past": -1, "future": 1}
