package lang

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// List is a word list: phrases, each with a value that may be "".
type List struct {
	number int         // among the lists of all packs
	words  *vocabulary // of all packs
	order  []string    // as in the file
}

// empty is the list that no file has.
var empty = func() *List {
	v := newVocabulary(0)
	v.settle()
	return &List{words: v}
}()

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
	_, ok := l.Value(phrase)
	return ok
}

// Value gives what the list says of the folded phrase.
func (l *List) Value(phrase string) (string, bool) {
	word, rest, more := strings.Cut(phrase, " ")
	b := l.Begin(l.words.word(word))
	for more && b != nil {
		word, rest, more = strings.Cut(rest, " ")
		b = l.Next(b, l.words.word(word))
	}
	if b == nil {
		return "", false
	}
	return l.Says(b)
}

// Word gives what the packs know of a folded word.
func (l *List) Word(folded string) *Word { return l.words.word(folded) }

// Phrases gives all phrases, folded, in file order.
func (l *List) Phrases() []string { return l.order }

// parseList reads a list's file.
func (v *vocabulary) parseList(data string) (*List, error) {
	v.lists++
	if v.lists >= most {
		return nil, fmt.Errorf("more than %d lists; raise “most” in lang/word.go", most-1)
	}
	l := &List{number: v.lists, words: v}
	for i, line := range strings.Split(data, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "# ") || line == "#" {
			continue
		}
		phrase, value, _ := strings.Cut(line, " = ")
		phrase = Fold(strings.TrimSpace(phrase))
		if !l.add(phrase, strings.TrimSpace(value)) {
			return nil, fmt.Errorf("line %d: %q stands twice", i+1, phrase)
		}
		l.order = append(l.order, phrase)
	}
	return l, nil
}
