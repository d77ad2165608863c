package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/view"
)

// measureAsked is a measure that a person asks for by its name or its words. One that is none
// is told at once: a list without rows would say that no text counts it.
type measureAsked string

// UnmarshalText reads it from the command line.
func (m *measureAsked) UnmarshalText(asked []byte) error {
	value := view.ValueAsked("measure", string(asked))
	if value != "" && !slices.Contains(stemma.Measures, value) {
		return noneOf("measure", "measure", string(asked), stemma.Measures)
	}
	*m = measureAsked(value)
	return nil
}

// eventAsked is a type of event that a person asks for by its name or its words.
type eventAsked string

// UnmarshalText reads it from the command line.
func (e *eventAsked) UnmarshalText(asked []byte) error {
	value, known := view.ValueAsked("event", string(asked)), message.Values("event")
	if value != "" && !slices.Contains(known, value) {
		return noneOf("type of event", "event", string(asked), known)
	}
	*e = eventAsked(value)
	return nil
}

// noneOf says that a list has no such value, and in their words which it has.
func noneOf(what, list, asked string, values []string) error {
	var words []string
	for _, v := range values {
		words = append(words, message.In("en").Term(list, v))
	}
	if list == "event" { // which go by kind and by deed, some in the same words
		slices.Sort(words)
		words = slices.Compact(words)
	}
	return fmt.Errorf("there is no %s “%s”; there are %s", what, asked, strings.Join(words, ", "))
}

// spelt gives the command line for what people try first: “help”, “help add”, “--version”.
func spelt(args []string) []string {
	switch {
	case len(args) == 0:
		return []string{"--help"}
	case args[0] == "help":
		return append(slices.Clone(args[1:]), "--help")
	case args[0] == "--version" && len(args) == 1:
		return []string{"version"}
	}
	return args
}

// helpFor names the command whose help tells what was wrong with a command line.
func helpFor(err error) string {
	var p *kong.ParseError
	if errors.As(err, &p) && p.Context != nil && p.Context.Selected() != nil {
		return p.Context.Selected().FullPath() + " --help"
	}
	return "stemma --help"
}
