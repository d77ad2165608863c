package store

import (
	"fmt"

	"stemma"
)

// Bounds of what a person may ask for in one search.
const (
	matchLen   = 4096 // bytes
	matchTerms = 128
	matchDepth = 32
	matchNear  = 10 // words between the parts of a NEAR without a number, as in FTS5
)

// Match is a parsed [Search.Match]: a tree of operators over phrases. An And, Or or
// Not has Left and Right; a leaf has Phrases: one, or several that must stand
// together within Near words.
type Match struct {
	Op          string // “AND”, “OR”, “NOT”; "" for a leaf
	Left, Right *Match
	Phrases     []Phrase
	Near        int
}

// Phrase is words in a row, as the person wrote them. With Prefix the last word may
// go on.
type Phrase struct {
	Words  string
	Prefix bool
}

// ParseMatch reads the form of [Search.Match]: words, "phrases" (also in “ ”),
// word*, AND, OR, NOT, NEAR(one two, 5) and parentheses. Words side by side must
// all stand in the sentence; they bind closest, then NOT, then AND, then OR, as in
// FTS5. Words without a letter or a digit are ignored. What cannot be read gives an
// error that wraps [stemma.ErrInvalid] and says why in words for the person.
func ParseMatch(match string) (*Match, error) {
	p := &matchParser{}
	if len(match) > matchLen {
		return nil, fmt.Errorf("search: longer than %d bytes: %w", matchLen, stemma.ErrInvalid)
	}
	if err := p.scan(match); err != nil {
		return nil, fmt.Errorf("search for %q: %w: %w", match, err, stemma.ErrInvalid)
	}
	m, err := p.or(0)
	if err == nil && p.at < len(p.tokens) {
		err = fmt.Errorf("a parenthesis closes that was not opened")
	}
	if err == nil && m == nil {
		err = fmt.Errorf("nothing to look for")
	}
	if err != nil {
		return nil, fmt.Errorf("search for %q: %w: %w", match, err, stemma.ErrInvalid)
	}
	return m, nil
}

type matchParser struct {
	tokens []matchToken
	at     int
	terms  int
}

func (p *matchParser) operator(name string) bool {
	if p.at < len(p.tokens) && p.tokens[p.at].kind == 'o' && p.tokens[p.at].text == name {
		p.at++
		return true
	}
	return false
}

func (p *matchParser) or(depth int) (*Match, error)  { return p.binary("OR", p.and, depth) }
func (p *matchParser) and(depth int) (*Match, error) { return p.binary("AND", p.not, depth) }
func (p *matchParser) not(depth int) (*Match, error) { return p.binary("NOT", p.row, depth) }

// binary reads operands of one operator, which bind to the left.
func (p *matchParser) binary(op string, operand func(int) (*Match, error), depth int) (*Match, error) {
	left, err := operand(depth)
	for err == nil && p.operator(op) {
		var right *Match
		if right, err = operand(depth); err == nil {
			left, err = join(op, left, right)
		}
	}
	return left, err
}

// join leaves out operands that no index can hold.
func join(op string, left, right *Match) (*Match, error) {
	switch {
	case left == nil && op == "NOT" && right != nil:
		return nil, fmt.Errorf("NOT needs something before it to take away from")
	case left == nil:
		return right, nil
	case right == nil:
		return left, nil
	}
	return &Match{Op: op, Left: left, Right: right}, nil
}

// row reads operands that stand side by side.
func (p *matchParser) row(depth int) (*Match, error) {
	left, err := p.operand(depth)
	for err == nil && p.at < len(p.tokens) {
		t := p.tokens[p.at]
		if t.kind == ')' || t.kind == 'o' && t.text != "NEAR" {
			break
		}
		var right *Match
		if right, err = p.operand(depth); err == nil {
			left, err = join("AND", left, right)
		}
	}
	return left, err
}

// operand reads a word, a phrase, a NEAR or a parenthesis; nil for what no index
// can hold.
func (p *matchParser) operand(depth int) (*Match, error) {
	if p.at == len(p.tokens) {
		return nil, fmt.Errorf("it ends where a word is expected")
	}
	if p.terms++; p.terms > matchTerms || depth > matchDepth {
		return nil, fmt.Errorf("too many words or parentheses")
	}
	t := p.tokens[p.at]
	p.at++
	switch {
	case t.kind == '(':
		m, err := p.or(depth + 1)
		if err == nil && (p.at == len(p.tokens) || p.tokens[p.at].kind != ')') {
			err = fmt.Errorf("a parenthesis is not closed")
		}
		p.at++
		return m, err
	case t.kind == 'w' || t.kind == 'p':
		if !searchable(t.text) {
			return nil, nil
		}
		return &Match{Phrases: []Phrase{{Words: t.text, Prefix: t.star}}}, nil
	case t.text == "NEAR":
		return p.near()
	case t.kind == 'o':
		return nil, fmt.Errorf("%s stands where a word is expected", t.text)
	}
	return nil, fmt.Errorf("a parenthesis closes where a word is expected")
}

// near reads the rest of NEAR(one two, 5).
func (p *matchParser) near() (*Match, error) {
	m := &Match{Near: matchNear}
	for p.at++; p.at < len(p.tokens); p.at++ {
		switch t := p.tokens[p.at]; t.kind {
		case 'w', 'p':
			if p.terms++; p.terms > matchTerms {
				return nil, fmt.Errorf("too many words or parentheses")
			}
			if searchable(t.text) {
				m.Phrases = append(m.Phrases, Phrase{Words: t.text, Prefix: t.star})
			}
		case ')':
			p.at++
			if len(m.Phrases) == 0 {
				return nil, nil
			}
			return m, nil
		case ',':
			return m, p.distance(m)
		default:
			return nil, fmt.Errorf("NEAR holds words and phrases only")
		}
	}
	return nil, fmt.Errorf("a parenthesis is not closed")
}

// distance reads “, 5)”.
func (p *matchParser) distance(m *Match) error {
	rest := p.tokens[p.at+1:]
	if len(m.Phrases) == 0 || len(rest) < 2 || rest[0].kind != 'w' || rest[1].kind != ')' {
		return fmt.Errorf("NEAR is written NEAR(one two, 5)")
	}
	n := 0
	for _, r := range rest[0].text {
		if r < '0' || r > '9' || n > 1000 {
			return fmt.Errorf("NEAR is written NEAR(one two, 5)")
		}
		n = 10*n + int(r-'0')
	}
	m.Near = n
	p.at += 3
	return nil
}
