package view

import (
	"slices"
	"strings"
	"sync"

	"stemma/internal/message"
)

// searchOperators gives the operator that a word in capitals stands for, in any language of the
// interface likewise: “O” for OR.
var searchOperators = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, op := range []string{"AND", "OR", "NOT", "NEAR"} {
		for _, lang := range message.Languages() {
			out[message.In(lang).Term("search-operator", strings.ToLower(op))] = op
		}
	}
	return out
})

// foreignOperators reports whether a query seems to have an operator of another language than
// a book's; whoever has typed it may have meant a word.
func foreignOperators(query string, b *message.Book) bool {
	return slices.ContainsFunc(strings.Fields(query), func(word string) bool {
		name, _, _ := strings.Cut(strings.Trim(word, "()"), "/")
		op := operator(name)
		return op != "" && name != op && name != b.Term("search-operator", strings.ToLower(op))
	})
}

// operator gives the operator that a word is, with the number behind that of nearness; "" for
// any other word.
func operator(word string) string {
	name, number, ok := strings.Cut(word, "/")
	op := searchOperators()[name]
	if ok && op == "NEAR" {
		return op + "/" + number
	}
	if ok {
		return ""
	}
	return op
}
