package view

import (
	"fmt"
	"strconv"
	"strings"

	"stemma"
)

// plan is a query made ready for the store: words for the full-text index, and
// filters that views apply.
type plan struct {
	match   string // in the form of store.Search; "" when only filters were given
	filters []condition
	terms   []Term // whose words are marked in what is found
}

// condition is a filter that must hold, or must not.
type condition struct {
	Filter
	not bool
}

// makePlan splits a query into words and filters. Filters may stand side by side
// with words, not under OR.
func makePlan(e Expr) (plan, error) {
	var p plan
	parts := []Expr{e}
	if all, ok := e.(And); ok {
		parts = all.Parts
	}
	var wordParts []Expr
	for _, part := range parts {
		switch x := part.(type) {
		case Filter:
			p.filters = append(p.filters, condition{x, false})
			continue
		case Not:
			if f, ok := x.Part.(Filter); ok {
				p.filters = append(p.filters, condition{f, true})
				continue
			}
		}
		wordParts = append(wordParts, part)
	}
	if len(wordParts) == 0 {
		return p, nil
	}
	var err error
	p.match, err = matchAll(wordParts, &p.terms)
	if err != nil {
		return p, fmt.Errorf("%w: %w", err, stemma.ErrInvalid)
	}
	return p, nil
}

// match writes a part for the index, and notes the terms that it asks for.
func match(e Expr, terms *[]Term) (string, error) {
	switch x := e.(type) {
	case Term:
		*terms = append(*terms, x)
		return matchTerm(x), nil
	case Near:
		words := make([]string, len(x.Terms))
		for i, t := range x.Terms {
			*terms = append(*terms, t)
			words[i] = matchTerm(t)
		}
		return "NEAR(" + strings.Join(words, " ") + ", " + strconv.Itoa(x.N) + ")", nil
	case And:
		return matchAll(x.Parts, terms)
	case Or:
		words := make([]string, len(x.Parts))
		for i, part := range x.Parts {
			var err error
			if words[i], err = match(part, terms); err != nil {
				return "", err
			}
		}
		return "(" + strings.Join(words, " OR ") + ")", nil
	case Not:
		return "", fmt.Errorf("NOT and - need a word beside them that must be there")
	case Filter:
		return "", fmt.Errorf("%s: can stand beside words, but not under OR or in parentheses", x.Field)
	}
	return "", fmt.Errorf("nothing to look for")
}

// matchAll writes parts that must all hold; those under NOT are taken away.
func matchAll(parts []Expr, terms *[]Term) (string, error) {
	var with, without []string
	for _, part := range parts {
		list, into, e := &with, terms, part
		if not, ok := part.(Not); ok {
			list, into, e = &without, new([]Term), not.Part
		}
		s, err := match(e, into)
		if err != nil {
			return "", err
		}
		*list = append(*list, s)
	}
	if len(with) == 0 {
		return "", fmt.Errorf("NOT and - need a word beside them that must be there")
	}
	s := "(" + strings.Join(with, " AND ") + ")"
	if len(without) > 0 {
		s = "(" + s + " NOT (" + strings.Join(without, " OR ") + "))"
	}
	return s, nil
}

func matchTerm(t Term) string {
	if t.Prefix {
		return inMarks(t.Words) + "*"
	}
	return inMarks(t.Words)
}
