package rule

import (
	"fmt"
	"strings"

	"stemma/lang"
)

// op is what one step of a compiled pattern does.
type op uint8

const (
	opWord  op = iota // the token is one of words
	opList            // a phrase of list, with value
	opMark            // a mark named arg
	opClass           // a built-in class
	opSplit           // go on at next, or failing that at x
	opJump            // go on at x
	opSave            // note the place under arg
	opDone            // the capture arg is complete
	opNot             // what stands between here and x must not match
	opMatch           // all matched
)

type step struct {
	op      op
	class   class
	arg     string
	words   []string
	numbers []int32 // of words in the vocabulary; 0 where it does not have one
	list    *lang.List
	value   string
	x       int
}

// Pattern is a compiled pattern.
type Pattern struct {
	source string
	steps  []step
}

// String gives the pattern as it was written.
func (p *Pattern) String() string { return p.source }

// class is a built-in class of tokens.
type class uint8

const (
	anyToken class = iota
	anyWord
	inLower
	withCapital
	aNumber
)

var classes = map[string]class{"any": anyToken, "word": anyWord, "lower": inLower, "cap": withCapital, "number": aNumber}

func (c *compiler) class(inside string) error {
	name, value, _ := strings.Cut(inside, ":")
	class, builtIn := classes[name]
	switch {
	case strings.HasPrefix(name, "@"):
		c.emit(step{op: opMark, arg: name[1:], value: value})
	case builtIn:
		c.emit(step{op: opClass, class: class})
	case c.pack.HasList(name):
		c.emit(step{op: opList, arg: name, list: c.pack.List(name), value: value})
	default:
		return fmt.Errorf("there is no list %q in lang/%s", name, c.pack.Code)
	}
	return nil
}
