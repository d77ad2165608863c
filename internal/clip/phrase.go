package clip

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/lang"
)

// word is one word of a line: letters, digits and what joins them.
type word struct {
	fold       string
	start, end int // bytes in the line
}

// wordsOf splits a line into words, at most limit of them.
func wordsOf(s string, limit int) []word {
	ws := make([]word, 0, min(limit, len(s)/6+1))
	start := -1
	flush := func(end int) {
		if start >= 0 {
			w := strings.TrimRight(s[start:end], "'’-")
			ws = append(ws, word{fold: lang.Fold(w), start: start, end: start + len(w)})
			start = -1
		}
	}
	for i, r := range s {
		if r >= '\u0E00' && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) { // no spaces between words
			flush(i)
			start = i
			flush(i + utf8.RuneLen(r))
			if len(ws) >= limit {
				return ws
			}
			continue
		}
		if ofWord(r) || start >= 0 && (r == '\'' || r == '’' || r == '-') {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
		if len(ws) >= limit {
			return ws
		}
	}
	flush(len(s))
	return ws
}

// ofWord reports whether a sign is a letter, a digit or a mark on one.
func ofWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// phrase is an entry of a list: its words and what the list says of it.
type phrase struct {
	words []string
	kind  string
	where string // “start”, “line”, “sentence”, “in”; "" in lists that have no places
}

// phrases finds phrases by their first word.
type phrases map[string][]phrase

func (ps phrases) add(l *lang.List) {
	for _, p := range l.Phrases() {
		v, _ := l.Value(p)
		kind, where, _ := strings.Cut(v, " ")
		var ws []string
		for _, w := range wordsOf(p, 20) {
			ws = append(ws, w.fold)
		}
		if len(ws) > 0 {
			ps[ws[0]] = append(ps[ws[0]], phrase{words: ws, kind: kind, where: where})
		}
	}
}

// at gives the longest phrase that begins at the i-th word; its length is 0 when
// there is none. ok says which phrases may stand there; nil means all.
func (ps phrases) at(ws []word, i int, ok func(phrase) bool) (best phrase) {
	if i >= len(ws) {
		return best
	}
next:
	for _, p := range ps[ws[i].fold] {
		if len(p.words) <= len(best.words) || i+len(p.words) > len(ws) || ok != nil && !ok(p) {
			continue
		}
		for k, w := range p.words {
			if ws[i+k].fold != w {
				continue next
			}
		}
		best = p
	}
	return best
}

// kindAt gives the kind of the longest phrase at the i-th word and its number of
// words.
func (ps phrases) kindAt(ws []word, i int) (kind string, n int) {
	p := ps.at(ws, i, nil)
	return p.kind, len(p.words)
}
