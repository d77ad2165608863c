// Package message holds every word that a screen shows, in each language of the
// interface, as plain files (en.txt, es.txt).
//
// It takes a language and gives a [Book] of messages, which are asked for by their IDs,
// with named values put into them. It promises that a book never changes, that every book
// has the same messages with the same values (a test), and that what is put into a
// message is not read as one. It knows no screen, no HTML but the three marks of [Book.Rich], and
// nothing of the texts in a pile: what is known of languages that are read is in lang.
//
// # Files
//
// One message a line, sorted by ID: “id = words”. Values stand in braces; a number is
// written as the language writes numbers. Where the words hang on the number {n}, the
// forms for one and for all others are parted by “ | ”:
//
//	count.texts = {n} text | {n} texts
//
// An ID is the screen's name or what several screens share, a full stop, and a name in
// small letters. The IDs term.<list>.<value> word the values that a list of the contract
// or a field of ours may have.
package message

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed *.txt
var files embed.FS

// Languages lists the languages of the interface, English first: it is taken where
// nothing else is asked for.
func Languages() []string { return []string{"en", "es"} }

// Book holds the messages of one language.
type Book struct {
	lang  string
	words map[string][]string // by ID: one form, or those for one and for other numbers
}

var books = sync.OnceValue(func() map[string]*Book {
	all := map[string]*Book{}
	for _, code := range Languages() {
		data, err := files.ReadFile(code + ".txt")
		if err != nil {
			panic(err) // the files are part of the program
		}
		words, err := parse(string(data))
		if err != nil {
			panic(fmt.Sprintf("internal/message/%s.txt: %v", code, err))
		}
		all[code] = &Book{code, words}
	}
	return all
})

// In gives the book of a language, the English one where there is none.
func In(code string) *Book {
	if b := books()[code]; b != nil {
		return b
	}
	return books()["en"]
}

// Lang is the book's language, BCP 47: “es”.
func (b *Book) Lang() string { return b.lang }

// Say gives a message; values are its names and values by turns. An ID that there is not
// is given as it is, so that a screen is never lost to a word.
func (b *Book) Say(id string, values ...any) string {
	form, ok := b.form(id, values)
	if !ok {
		return id
	}
	var s strings.Builder
	each(form, func(c rune) { s.WriteRune(c) }, func(name string) { s.WriteString(b.word(valueOf(name, values))) })
	return s.String()
}

// Term words a value of a list: “en el hospital” for “in_hospital” of the measures. A value
// without a message is worded by itself.
func (b *Book) Term(list, value string) string {
	if form, ok := b.form("term."+list+"."+strings.ReplaceAll(value, " ", "-"), nil); ok {
		return form
	}
	return strings.ReplaceAll(value, "_", " ")
}

// Values gives the values of a list that have words, in the order of the alphabet.
func Values(list string) []string {
	var out []string
	for id := range books()["en"].words {
		if value, ok := strings.CutPrefix(id, "term."+list+"."); ok {
			out = append(out, value)
		}
	}
	slices.Sort(out)
	return out
}

// form chooses the form of a message for the number {n}.
func (b *Book) form(id string, values []any) (string, bool) {
	forms := b.words[id]
	switch len(forms) {
	case 0:
		return "", false
	case 1:
		return forms[0], true
	}
	if n, ok := valueOf("n", values).(int); ok && n == 1 {
		return forms[0], true
	}
	return forms[1], true
}

// word writes a value as the language does.
func (b *Book) word(value any) string {
	switch v := value.(type) {
	case int:
		return b.Number(float64(v))
	case float64:
		return b.Number(v)
	case nil:
		return ""
	}
	return fmt.Sprint(value)
}

func valueOf(name string, values []any) any {
	for i := 0; i+1 < len(values); i += 2 {
		if values[i] == name {
			return values[i+1]
		}
	}
	return nil
}

// each walks over a message: its characters, and the names of the values in it.
func each(form string, char func(rune), value func(string)) {
	for form != "" {
		i := strings.IndexByte(form, '{')
		end := strings.IndexByte(form[max(i, 0):], '}')
		if i < 0 || end < 0 {
			i, end = len(form), 0
		}
		for _, c := range form[:i] {
			char(c)
		}
		if i == len(form) {
			return
		}
		value(form[i+1 : i+end])
		form = form[i+end+1:]
	}
}

// parse reads a file of messages.
func parse(data string) (map[string][]string, error) {
	all := map[string][]string{}
	for i, line := range strings.Split(data, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		id, words, ok := strings.Cut(line, " = ")
		if !ok || words == "" {
			return nil, fmt.Errorf("line %d: a message is “id = words”", i+1)
		}
		if all[id] != nil {
			return nil, fmt.Errorf("line %d: %s stands twice", i+1, id)
		}
		forms := strings.Split(words, " | ")
		if len(forms) > 2 {
			return nil, fmt.Errorf("line %d: a message has one form or two", i+1)
		}
		all[id] = forms
	}
	return all, nil
}

// IDs gives the IDs of all messages, ordered.
func (b *Book) IDs() []string { return slices.Sorted(maps.Keys(b.words)) }

// Values gives the names of the values that a message has a place for.
func (b *Book) Values(id string) []string {
	var names []string
	for _, form := range b.words[id] {
		each(form, func(rune) {}, func(name string) { names = append(names, name) })
	}
	slices.Sort(names)
	return slices.Compact(names)
}
