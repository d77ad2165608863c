package view

import (
	"fmt"
	"strings"
	"unicode"
)

// queryToken is a word, a phrase, a field with its value, a minus or a parenthesis.
type queryToken struct {
	kind  byte // 'w' word, 'p' phrase, 'f' field, 'o' operator, '-', '(', ')'
	text  string
	typed string // the word that stands for an operator
	field string
	whole bool // of a field, what it has must be the value
	star  bool
	like  string // what stands behind the “~” of a word, and the “~”; "" for none
}

func (p *queryParser) scan(s string) error {
	for {
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
		if s == "" {
			return nil
		}
		if c := s[0]; c == '(' || c == ')' || (c == '-' && len(s) > 1 && !unicode.IsSpace(rune(s[1]))) {
			p.tokens, s = append(p.tokens, queryToken{kind: c}), s[1:]
			continue
		}
		token := queryToken{}
		if field, rest, ok := cutField(s); ok {
			token.field = field
			s, token.whole = strings.CutPrefix(rest, "=")
			if s == "" || unicode.IsSpace(rune(s[0])) {
				return fmt.Errorf("%s: needs a value right behind it", field)
			}
		}
		var err error
		if token.kind, token.text, s, err = cutWords(s); err != nil {
			return err
		}
		if token.field != "" {
			token.kind = 'f'
		} else if strings.HasPrefix(s, "*") {
			token.star = true
		} else if strings.HasPrefix(s, "~") {
			if token.kind == 'p' {
				return fmt.Errorf("~ stands behind one word, not behind words in marks; NEAR finds words close to each other")
			}
			end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ')' })
			if end < 0 {
				end = len(s)
			}
			token.like, s = s[:end], s[end:]
		}
		if op := operator(token.text); op != "" && token.kind == 'w' && !token.star && token.like == "" {
			token.kind, token.typed, token.text = 'o', token.text, op
		}
		s = strings.TrimLeft(s, "*")
		if token.text = tidy(token.text); searchable(token.text) {
			p.tokens = append(p.tokens, token)
		} else if token.kind == 'f' {
			return fmt.Errorf("%s: needs a value with letters or digits", token.field)
		}
	}
}
