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
func (b *Book) Reason(said string) string { return b.reworded("reason.", said) }

// Reasons is Reason for each of a list.
func (b *Book) Reasons(said []string) []string {
	var out []string
	for _, s := range said {
		out = append(out, b.Reason(s))
	}
	return out
}

// Problem words why a page could not be read, or what to do about it, as the pile keeps it,
// which is in English: it has the words of a message problem.…
func (b *Book) Problem(said string) string { return b.reworded("problem.", said) }

// Refusal words why something that a person asked or sent was not done. An error says it in
// English, with where it came up before it and what sort of error it is behind it: what is known
// of it, a message refusal.…, is said without them. Of other errors nothing is changed.
func (b *Book) Refusal(err error) string {
	said := err.Error()
	for _, sort := range []error{stemma.ErrInvalid, stemma.ErrNotFound, stemma.ErrConflict} {
		said = strings.TrimSuffix(said, ": "+sort.Error())
	}
	rest, before, more := said, "", true
	for more {
		if id, values, ok := known("refusal.", rest); ok {
			said = b.Say(id, b.reworder("refusal.", values)...)
			if field, ok := b.form("term.field."+before, nil); ok { // of a finding, whose value was refused
				said = field + ": " + said
			}
			return said
		}
		before, rest, more = strings.Cut(rest, ": ")
	}
	return said
}

// reworded says in the book's language what is kept in English in the words of a message of a
// list; in English too, for its dates and numbers.
func (b *Book) reworded(list, said string) string {
	if id, values, ok := known(list, said); ok {
		return b.Say(id, b.reworder(list, values)...)
	}
	return said
}

// reworder words the values of a message, each by the name of its place.
func (b *Book) reworder(list string, values []any) []any {
	for i := 1; i < len(values); i += 2 {
		values[i] = b.valueWords(list, values[i-1].(string), values[i].(string))
	}
	return values
}

func (b *Book) valueWords(list, name, value string) string {
	switch {
	case strings.HasPrefix(name, "date"):
		return b.Date(stemma.Date(value))
	case name == "number":
		return b.Amount(value)
	case name == "values": // “19, about 31 and 46”
		return b.amounts(value)
	case name == "type":
		return b.Term("name", value)
	case name == "field", name == "kind":
		return b.Term(name, value)
	case name == "asked": // a field of a search
		return b.Term("search-field", value)
	case name == "kinds": // “images (3), hidden files (1)”
		return b.kinds(list, value)
	case name == "reason", name == "why", name == "thing":
		return b.reworded(list, value)
	}
	return value
}

// kinds words what was passed over, with how many there are of each.
func (b *Book) kinds(list, said string) string {
	if s := b.reworded(list, said); s != said {
		return s
	}
	kinds := strings.Split(said, "), ")
	for i, k := range kinds {
		if name, n, ok := strings.Cut(k, " ("); ok {
			kinds[i] = b.reworded(list, name) + " (" + n
		}
	}
	return strings.Join(kinds, "), ")
}

// known finds the message of a list in whose English words something is said, the wordiest
// one, and the values that it has, as [Book.Say] takes them.
func known(list, said string) (id string, values []any, ok bool) {
	for _, p := range patterns()[list] {
		if values, ok := p.match(said); ok {
			return p.id, values, true
		}
	}
	return "", nil, false
}

// pattern is the English form of a message: words, and between them the names of values.
type pattern struct {
	id    string
	words []string
	names []string
}

// patterns are those of all that is kept or told in English, the wordiest first, by list.
var patterns = sync.OnceValue(func() map[string][]pattern {
	b := In(Languages()[0])
	out := map[string][]pattern{"reason.": nil, "problem.": nil, "refusal.": nil}
	for _, id := range b.IDs() {
		list := id[:strings.IndexByte(id, '.')+1]
		if _, ok := out[list]; !ok {
			continue
		}
		p := pattern{id: id, words: []string{""}}
		each(b.words[id][0], func(c rune) { p.words[len(p.words)-1] += string(c) }, func(name string) {
			p.words, p.names = append(p.words, ""), append(p.names, name)
		})
		out[list] = append(out[list], p)
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(p, q pattern) int {
			return cmp.Compare(len(strings.Join(q.words, "")), len(strings.Join(p.words, "")))
		})
	}
	return out
})

// match gives the values of what is said in a pattern's words, as [Book.Say] takes them.
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
		if at < 1 || !ok || name == "line" && strings.Contains(rest[:at], " ") { // a line's number is one word
			return nil, false
		}
		values = append(values, name, rest[:at])
		rest = rest[at+len(next):]
	}
	return values, rest == ""
}
