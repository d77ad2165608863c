package view

import (
	"slices"
	"strings"

	"stemma/internal/message"
)

// searchKind gives the kind of statement that a person asks for, by its name or its words in any
// language of the interface, of one or of several.
func searchKind(asked string) string {
	asked = fold(asked)
	for _, kind := range append(slices.Clone(searchKinds[:]), "quotation") {
		for _, lang := range message.Languages() {
			if word := fold(message.In(lang).Term("kind", kind)); asked == kind || asked == kind+"s" || asked == word || asked == word+"s" {
				return strings.Replace(kind, "quotation", KindQuote, 1)
			}
		}
	}
	return asked
}

// languageIs reports whether a language is the one that a person asks for: by its tag, or by its
// name in any language of the interface.
func languageIs(tag, asked string) bool {
	asked = fold(asked)
	base, _, _ := strings.Cut(tag, "-")
	return fold(tag) == asked || fold(base) == asked ||
		slices.ContainsFunc(message.Languages(), func(lang string) bool { return fold(message.In(lang).Language(base)) == asked })
}

// measureIs reports whether a measure is what a person asked for.
func measureIs(measure, asked string) bool { return worded("measure", measure, asked) }

// worded reports whether a value of a list is what a person asked for: by itself, or by its words in
// any language of the interface, so that a search means the same to everybody.
func worded(list, value, asked string) bool {
	asked = fold(strings.ReplaceAll(asked, "_", " "))
	return fold(strings.ReplaceAll(value, "_", " ")) == asked ||
		slices.ContainsFunc(message.Languages(), func(lang string) bool { return fold(message.In(lang).Term(list, value)) == asked })
}

// ValueAsked gives the value of a list (“event”, “measure”) that a person asks for by its words, in
// any language of the interface: “protest” for “Protesta”; the first, in the order of the alphabet,
// of several that have one word. What words nothing is the value itself.
func ValueAsked(list, asked string) string {
	for _, value := range message.Values(list) {
		if value == strings.ToLower(value) && worded(list, value, strings.Join(strings.Fields(asked), " ")) {
			return value
		}
	}
	return asked
}
