package store

import (
	"fmt"
	"strings"
	"unicode"
)

type matchToken struct {
	kind byte // 'w' word, 'p' phrase, 'o' operator, '(' , ')' , ','
	text string
	star bool
}

// scan cuts the match into tokens.
func (p *matchParser) scan(s string) error {
	near := 0 // depth of NEAR parentheses, where a comma means something
	for len(s) > 0 {
		r := []rune(s[:min(len(s), 4)])[0]
		switch {
		case unicode.IsSpace(r):
			s = s[len(string(r)):]
		case r == '(' || r == ')':
			if n := len(p.tokens); r == '(' && n > 0 && p.tokens[n-1].text == "NEAR" && p.tokens[n-1].kind == 'o' {
				near++
			} else if r == ')' {
				near = 0
			}
			p.tokens, s = append(p.tokens, matchToken{kind: byte(r)}), s[1:]
		case r == ',' && near > 0:
			p.tokens, s = append(p.tokens, matchToken{kind: ','}), s[1:]
		case r == '"' || r == '“':
			body, rest, err := cutPhrase(s, r)
			if err != nil {
				return err
			}
			token := matchToken{kind: 'p', text: body}
			if rest, token.star = cutStar(rest); token.star && !searchable(body) {
				return fmt.Errorf("a * without the beginning of a word")
			}
			p.tokens, s = append(p.tokens, token), rest
		default:
			end := strings.IndexFunc(s, func(r rune) bool {
				return unicode.IsSpace(r) || strings.ContainsRune(`()"“*`, r) || near > 0 && r == ','
			})
			if end < 0 {
				end = len(s)
			}
			token := matchToken{kind: 'w', text: s[:end]}
			if s = s[end:]; strings.HasPrefix(s, "*") {
				s, token.star = s[1:], true
			}
			switch {
			case token.star && !searchable(token.text):
				return fmt.Errorf("a * without the beginning of a word")
			case token.text == "AND" || token.text == "OR" || token.text == "NOT" || token.text == "NEAR" && strings.HasPrefix(s, "("):
				token.kind = 'o'
			}
			p.tokens = append(p.tokens, token)
		}
	}
	return nil
}

func cutPhrase(s string, open rune) (body, rest string, err error) {
	s = s[len(string(open)):]
	shut := `"`
	if open == '“' {
		shut = "”"
	}
	body, rest, ok := strings.Cut(s, shut)
	if !ok {
		return "", "", fmt.Errorf("a quotation mark is not closed")
	}
	return body, rest, nil
}

func cutStar(s string) (rest string, star bool) {
	if after, ok := strings.CutPrefix(strings.TrimLeft(s, " "), "*"); ok {
		return after, true
	}
	return s, false
}

// searchable reports whether an index can hold any of it.
func searchable(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}
