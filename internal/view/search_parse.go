package view

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stemma"
)

// Bounds of what a person may ask for in one search.
const (
	queryLen   = 2000 // bytes
	queryDepth = 20   // parentheses and NOTs in one another
	nearWords  = 10   // words between terms joined by NEAR without a number
	nearMost   = 100
)

// ParseQuery reads a query as a person types it: words that must all stand in one
// sentence, "phrases", word*, word~, AND, OR, NOT or -word, one NEAR two, one NEAR/5 two,
// parentheses, and field:value, or field:=value, for the [Fields]. Operators are in capitals
// and, as fields, of any language of the interface. The empty query is nil. An error
// wraps [stemma.ErrInvalid] and says in words what to change.
func ParseQuery(s string) (Expr, error) {
	if len(s) > queryLen {
		return nil, fmt.Errorf("the search is longer than %s characters: %w", Number(queryLen), stemma.ErrInvalid)
	}
	p := &queryParser{}
	if err := p.scan(strings.ToValidUTF8(s, " ")); err != nil {
		return nil, fmt.Errorf("%w: %w", err, stemma.ErrInvalid)
	}
	if len(p.tokens) == 0 {
		return nil, nil
	}
	e, err := p.or(0)
	if err == nil && p.at < len(p.tokens) {
		err = fmt.Errorf("a parenthesis is closed that was not opened")
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", err, stemma.ErrInvalid)
	}
	return e, nil
}

type queryParser struct {
	tokens []queryToken
	at     int
}

// next gives the token at hand; a zero token at the end.
func (p *queryParser) next() queryToken {
	if p.at < len(p.tokens) {
		return p.tokens[p.at]
	}
	return queryToken{}
}

func (p *queryParser) operator(name string) bool {
	if t := p.next(); t.kind == 'o' && t.text == name {
		p.at++
		return true
	}
	return false
}

func (p *queryParser) or(depth int) (Expr, error) {
	e, err := p.and(depth)
	parts := []Expr{e}
	for err == nil && p.operator("OR") {
		e, err = p.and(depth)
		parts = append(parts, e)
	}
	if err != nil || len(parts) == 1 {
		return parts[0], err
	}
	return Or{parts}, nil
}

func (p *queryParser) and(depth int) (Expr, error) {
	e, err := p.unary(depth)
	parts := []Expr{e}
	for err == nil {
		t := p.next()
		if t.kind == 0 || t.kind == ')' || t.kind == 'o' && t.text == "OR" {
			break
		}
		p.operator("AND")
		e, err = p.unary(depth)
		parts = append(parts, e)
	}
	if err != nil || len(parts) == 1 {
		return parts[0], err
	}
	return And{parts}, nil
}

func (p *queryParser) unary(depth int) (Expr, error) {
	if depth > queryDepth {
		return nil, fmt.Errorf("too many parentheses in one another")
	}
	if p.next().kind == '-' {
		p.at++
	} else if !p.operator("NOT") {
		return p.near(depth)
	}
	e, err := p.unary(depth + 1)
	if err != nil {
		return nil, err
	}
	if inner, ok := e.(Not); ok {
		return inner.Part, nil
	}
	return Not{e}, nil
}

// near reads a primary and the terms that must stand near it.
func (p *queryParser) near(depth int) (Expr, error) {
	e, err := p.primary(depth)
	first, isTerm := e.(Term)
	if err != nil || !isTerm {
		return e, err
	}
	n := Near{Terms: []Term{first}, N: nearWords}
	for {
		ok, distance, err := p.nearOp()
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		next, err := p.primary(depth)
		if err != nil {
			return nil, err
		}
		t, isTerm := next.(Term)
		if !isTerm {
			return nil, fmt.Errorf("NEAR stands between two words or phrases")
		}
		n.Terms, n.N = append(n.Terms, t), distance
	}
	if len(n.Terms) == 1 {
		return first, nil
	}
	return n, nil
}

// nearOp reads NEAR or NEAR/5.
func (p *queryParser) nearOp() (ok bool, distance int, err error) {
	t := p.next()
	if t.kind != 'o' || !strings.HasPrefix(t.text, "NEAR") {
		return false, 0, nil
	}
	p.at++
	if t.text == "NEAR" {
		return true, nearWords, nil
	}
	distance, err = strconv.Atoi(t.text[len("NEAR/"):])
	if err != nil || distance < 1 || distance > nearMost {
		return false, 0, fmt.Errorf("NEAR/ needs a number from 1 to %d", nearMost)
	}
	return true, distance, nil
}

func (p *queryParser) primary(depth int) (Expr, error) {
	t := p.next()
	p.at++
	switch {
	case t.kind == '(':
		e, err := p.or(depth + 1)
		if err == nil && p.next().kind != ')' {
			err = fmt.Errorf("a parenthesis is not closed")
		}
		p.at++
		return e, err
	case t.kind == 'f':
		return Filter{t.field, t.text, t.whole && slices.Contains(wholeFields, t.field)}, nil
	case t.kind == 'p':
		return Term{Words: t.text, Prefix: t.star}, nil
	case t.kind == 'w' && t.like != "":
		return likeTerm(t.text, t.like[1:])
	case t.kind == 'o':
		return nil, fmt.Errorf("%s stands where a word is expected", t.typed)
	case t.kind == 'w':
		return Term{Words: t.text, Prefix: t.star}, nil
	case t.kind == ')':
		return nil, fmt.Errorf("a parenthesis is closed where a word is expected")
	}
	return nil, fmt.Errorf("it ends where a word is expected")
}
