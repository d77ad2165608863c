package message

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"stemma"
)

// Reason words a reason as the pile keeps it, which is in English: it has the words of a
// message reason.…, with its own values. One of other words, as people give them, stays as it is.
func (b *Book) Reason(said string) string {
	if b.lang == Languages()[0] {
		return said
	}
	for _, p := range patterns() {
		values, ok := p.match(said)
		if !ok {
			continue
		}
		for i := 1; i < len(values); i += 2 {
			values[i] = b.reasonValue(values[i-1].(string), values[i].(string))
		}
		return b.Say(p.id, values...)
	}
	return said
}

// Reasons is Reason for each of a list.
func (b *Book) Reasons(said []string) []string {
	if b.lang == Languages()[0] {
		return said
	}
	var out []string
	for _, s := range said {
		out = append(out, b.Reason(s))
	}
	return out
}

// reasonValue words a value of a reason by the name of its place.
func (b *Book) reasonValue(name, value string) string {
	switch {
	case strings.HasPrefix(name, "date"):
		return b.Date(stemma.Date(value))
	case name == "values": // “19, 31 and 46”
		return strings.ReplaceAll(value, " "+In(Languages()[0]).Say("word.and")+" ", " "+b.Say("word.and")+" ")
	case name == "type":
		return b.Term("name", value)
	case name == "reason":
		return b.Reason(value)
	}
	return value
}

// pattern is the English form of a reason: words, and between them the names of values.
type pattern struct {
	id    string
	words []string
	names []string
}

// patterns are those of all reasons, the wordiest first.
var patterns = sync.OnceValue(func() []pattern {
	b := In(Languages()[0])
	var out []pattern
	for _, id := range b.IDs() {
		if !strings.HasPrefix(id, "reason.") {
			continue
		}
		p := pattern{id: id, words: []string{""}}
		each(b.words[id][0], func(c rune) { p.words[len(p.words)-1] += string(c) }, func(name string) {
			p.words, p.names = append(p.words, ""), append(p.names, name)
		})
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(p, q pattern) int {
		return cmp.Compare(len(strings.Join(q.words, "")), len(strings.Join(p.words, "")))
	})
	return out
})

// match gives the values of a reason that has a pattern's words, as [Book.Say] takes them.
func (p pattern) match(said string) (values []any, ok bool) {
	rest, ok := strings.CutPrefix(said, p.words[0])
	if !ok {
		return nil, false
	}
	for i, name := range p.names {
		next := p.words[i+1]
		at := strings.Index(rest, next)
		if i == len(p.names)-1 {
			at = len(rest) - len(next)
			ok = strings.HasSuffix(rest, next)
		}
		if at < 1 || !ok {
			return nil, false
		}
		values = append(values, name, rest[:at])
		rest = rest[at+len(next):]
	}
	return values, rest == ""
}
