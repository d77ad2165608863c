package rule

import (
	"fmt"
	"strconv"
	"strings"

	"stemma/lang"
)

// Compile reads a pattern. A list that the pack does not have is an error, so that a
// misspelt name cannot pass as a pattern that never matches.
func Compile(source string, p *lang.Pack) (*Pattern, error) {
	c := &compiler{pack: p, words: lex(source)}
	if err := c.sequence(0); err != nil {
		return nil, fmt.Errorf("pattern %q: %w", source, err)
	}
	if c.at < len(c.words) {
		return nil, fmt.Errorf("pattern %q: %q does not fit here", source, c.words[c.at])
	}
	c.emit(step{op: opMatch})
	return &Pattern{source, c.steps}, nil
}

type compiler struct {
	pack  *lang.Pack
	words []string
	at    int
	steps []step
}

func (c *compiler) emit(s step) int { c.steps = append(c.steps, s); return len(c.steps) - 1 }

// lex cuts a pattern at spaces, and parentheses off their neighbours.
func lex(source string) []string {
	var out []string
	for _, w := range strings.Fields(source) {
		for {
			i := strings.IndexByte(w, '(')
			if i < 0 || w == "(" {
				break
			}
			out = append(out, w[:i+1])
			w = w[i+1:]
		}
		if i := strings.IndexByte(w, ')'); i > 0 && !strings.HasPrefix(w, "<") {
			out = append(out, w[:i])
			w = w[i:]
		} else if j := strings.LastIndexByte(w, ')'); i < 0 && j > 0 {
			out = append(out, w[:j])
			w = w[j:]
		} else if i > 0 {
			j := strings.IndexByte(w, '>')
			if k := strings.IndexByte(w, ')'); k > j {
				out = append(out, w[:k])
				w = w[k:]
			}
		}
		for strings.HasPrefix(w, "))") {
			out = append(out, ")")
			w = w[1:]
		}
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

const deepest = 6 // parentheses in parentheses; rules that need more should be two rules

func (c *compiler) sequence(depth int) error {
	if depth > deepest {
		return fmt.Errorf("parentheses more than %d deep", deepest)
	}
	for c.at < len(c.words) {
		w := c.words[c.at]
		if w == "|" || strings.HasPrefix(w, ")") {
			return nil
		}
		if err := c.item(depth); err != nil {
			return err
		}
	}
	return nil
}

// item compiles one item with its name, its bounds and what negates it.
func (c *compiler) item(depth int) error {
	w := c.words[c.at]
	c.at++
	name, rest, named := strings.Cut(w, "=")
	if !named || strings.ContainsAny(name, "<(|") || name == "" || rest == "" {
		name, rest = "", w
	}
	not := strings.HasPrefix(rest, "!") && len(rest) > 1
	if not {
		rest = rest[1:]
	}
	begin := len(c.steps)
	if not {
		c.emit(step{op: opNot})
	}
	if name != "" {
		c.emit(step{op: opSave, arg: name})
	}
	body := len(c.steps)
	bounds, err := c.atom(rest, depth)
	if err != nil {
		return err
	}
	if err := c.repeat(body, bounds); err != nil {
		return fmt.Errorf("%q: %w", w, err)
	}
	if name != "" {
		c.emit(step{op: opDone, arg: name})
	}
	if not {
		c.emit(step{op: opMatch})
		c.steps[begin].x = len(c.steps)
	}
	return nil
}

// atom compiles a group, a class or words, and gives the bounds written behind it.
func (c *compiler) atom(w string, depth int) (bounds string, err error) {
	if w == "(" {
		return c.group(depth)
	}
	if strings.HasPrefix(w, "<") {
		inside, bounds, ok := strings.Cut(w[1:], ">")
		if !ok {
			return "", fmt.Errorf("%q has no “>”", w)
		}
		return bounds, c.class(inside)
	}
	w, bounds = cutBounds(w)
	words := strings.Split(w, "|")
	if w == "|" {
		words = []string{w}
	}
	numbers := make([]int32, len(words))
	for i := range words {
		words[i] = lang.Fold(words[i])
		numbers[i] = c.pack.Word(words[i]).Number()
	}
	c.emit(step{op: opWord, words: words, numbers: numbers})
	return bounds, nil
}

// cutBounds cuts “?” or “{m,n}” off the end of a word.
func cutBounds(w string) (word, bounds string) {
	if len(w) > 1 && strings.HasSuffix(w, "?") {
		return w[:len(w)-1], "?"
	}
	if i := strings.LastIndexByte(w, '{'); i > 0 && strings.HasSuffix(w, "}") {
		return w[:i], w[i:]
	}
	return w, ""
}

func (c *compiler) group(depth int) (bounds string, err error) {
	var ends []int
	for {
		split := c.emit(step{op: opSplit})
		if err := c.sequence(depth + 1); err != nil {
			return "", err
		}
		if c.at >= len(c.words) {
			return "", fmt.Errorf("“(” without “)”")
		}
		w := c.words[c.at]
		c.at++
		if w == "|" {
			ends = append(ends, c.emit(step{op: opJump}))
			c.steps[split].x = len(c.steps)
			continue
		}
		c.steps[split] = step{op: opJump, x: split + 1} // the last way: no other to try
		for _, e := range ends {
			c.steps[e].x = len(c.steps)
		}
		return w[1:], nil
	}
}

// repeat makes the steps from body on match as often as the bounds say.
func (c *compiler) repeat(body int, bounds string) error {
	low, high := 1, 1
	switch {
	case bounds == "":
		return nil
	case bounds == "?":
		low = 0
	default:
		from, to, ok := strings.Cut(strings.Trim(bounds, "{}"), ",")
		var err1, err2 error
		low, err1 = strconv.Atoi(from)
		high, err2 = strconv.Atoi(to)
		if !ok || err1 != nil || err2 != nil || low < 0 || high < low || high < 1 || high > 9 {
			return fmt.Errorf("bounds must be “?” or “{m,n}” with n from 1 to 9")
		}
	}
	part := append([]step(nil), c.steps[body:]...)
	c.steps = c.steps[:body]
	var splits []int
	for n := range high {
		if n >= low {
			splits = append(splits, c.emit(step{op: opSplit}))
		}
		shift := len(c.steps) - body
		for _, s := range part {
			if s.op == opSplit || s.op == opJump || s.op == opNot {
				s.x += shift
			}
			c.steps = append(c.steps, s)
		}
	}
	for _, s := range splits {
		c.steps[s].x = len(c.steps)
	}
	return nil
}
