package lang

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// List is a word list: phrases, each with a value that may be "".
type List struct {
	values  map[string]string
	longest map[string]int // first word → number of words of the longest phrase that begins with it
	order   []string       // as in the file
	firsts  Sieve          // of the first words
}

var empty = &List{values: map[string]string{}, longest: map[string]int{}, firsts: NewSieve(0)}

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
func (l *List) Starts(word string) int { return l.longest[word] }

// MayStart reports whether a phrase may begin with the folded word of that [Hash]. False
// is certain; true is to be looked up.
func (l *List) MayStart(hash uint32) bool { return l.firsts.May(hash) }

// Longest looks for the longest phrase that stands at the beginning of a run of
// words: word(i) gives the i-th word, folded, for i below n. It gives the number of
// words of the phrase, 0 when there is none, and its value.
func (l *List) Longest(word func(int) string, n int) (words int, value string) {
	most := l.longest[word(0)]
	if most == 0 || n == 0 {
		return 0, ""
	}
	if most == 1 {
		v, ok := l.values[word(0)]
		if !ok {
			return 0, ""
		}
		return 1, v
	}
	if v, ok := l.values[word(0)]; ok {
		words, value = 1, v
	}
	var room [64]byte // most phrases fit: no string is made for a look
	phrase := append(room[:0], word(0)...)
	for i := 1; i < n && i < most; i++ {
		phrase = append(append(phrase, ' '), word(i)...)
		if v, ok := l.values[string(phrase)]; ok {
			words, value = i+1, v
		}
	}
	return words, value
}

func parseList(data string) (*List, error) {
	l := &List{values: map[string]string{}, longest: map[string]int{}}
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
		l.longest[words[0]] = max(l.longest[words[0]], len(words))
	}
	l.firsts = NewSieve(len(l.longest))
	for word := range l.longest {
		l.firsts.Add(Hash(word))
	}
	return l, nil
}
