package lang

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// List is a word list: phrases, each with a value that may be "".
type List struct {
	values map[string]string
	heads  map[string]head // by first word
	order  []string        // as in the file
	firsts Sieve           // of the first words
}

// head is what is known of a phrase's first word.
type head struct {
	longest int    // number of words of the longest phrase that begins with it
	alone   bool   // it is a phrase by itself
	value   string // of that phrase
}

var empty = &List{values: map[string]string{}, heads: map[string]head{}, firsts: NewSieve(0)}

// Fold gives the form in which phrases are compared: lower case, curly apostrophes
// straight. Accents stay: in Spanish they tell words apart.
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z')
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', 'ʼ', '`', '´':
			return '\''
		}
		return unicode.ToLower(r)
	}, s)
}

// Has reports whether the folded phrase is in the list.
func (l *List) Has(phrase string) bool {
	_, ok := l.values[phrase]
	return ok
}

// Value gives what the list says of the folded phrase.
func (l *List) Value(phrase string) (string, bool) {
	v, ok := l.values[phrase]
	return v, ok
}

// Phrases gives all phrases, folded, in file order.
func (l *List) Phrases() []string { return l.order }

// Starts gives the number of words of the longest phrase that begins with the folded
// word, 0 when there is none.
func (l *List) Starts(word string) int { return l.heads[word].longest }

// MayStart reports whether a phrase may begin with the folded word of that [Hash]. False
// is certain; true is to be looked up.
func (l *List) MayStart(hash uint32) bool { return l.firsts.May(hash) }

// Longest looks for the longest phrase that stands at the beginning of a run of
// words: word(i) gives the i-th word, folded, for i below n. It gives the number of
// words of the phrase, 0 when there is none, and its value.
func (l *List) Longest(word func(int) string, n int) (words int, value string) {
	first := l.heads[word(0)]
	if first.longest == 0 || n == 0 {
		return 0, ""
	}
	if first.alone {
		words, value = 1, first.value
	}
	if first.longest == 1 {
		return words, value
	}
	var room [64]byte // most phrases fit: no string is made for a look
	phrase := append(room[:0], word(0)...)
	for i := 1; i < n && i < first.longest; i++ {
		phrase = append(append(phrase, ' '), word(i)...)
		if v, ok := l.values[string(phrase)]; ok {
			words, value = i+1, v
		}
	}
	return words, value
}

func parseList(data string) (*List, error) {
	l := &List{values: map[string]string{}, heads: map[string]head{}}
	for i, line := range strings.Split(data, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "# ") || line == "#" {
			continue
		}
		phrase, value, _ := strings.Cut(line, " = ")
		phrase = Fold(strings.TrimSpace(phrase))
		if _, twice := l.values[phrase]; twice {
			return nil, fmt.Errorf("line %d: %q stands twice", i+1, phrase)
		}
		l.values[phrase] = strings.TrimSpace(value)
		l.order = append(l.order, phrase)
		words := strings.Fields(phrase)
		h := l.heads[words[0]]
		h.longest = max(h.longest, len(words))
		if len(words) == 1 {
			h.alone, h.value = true, l.values[phrase]
		}
		l.heads[words[0]] = h
	}
	l.firsts = NewSieve(len(l.heads))
	for word := range l.heads {
		l.firsts.Add(Hash(word))
	}
	return l, nil
}
