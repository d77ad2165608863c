package viewtest

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// Wordless gives the pile of [Velmora] with the letters of its words moved round the alphabet,
// so that none of them is a word of any language, and those words in small letters: whatever
// else a screen says is said by Stemma.
func Wordless() (store.Reader, map[string]bool) {
	drafts, problems, copies, families, l := velmora()
	m := mover{words: map[string]bool{}}
	for _, d := range drafts {
		m.walk(reflect.ValueOf(d).Elem(), "")
		sum := sha256.Sum256([]byte(d.page.Text))
		d.page.SHA256 = hex.EncodeToString(sum[:])
	}
	for i := range l.Tallies { // what is counted, then where
		l.Tallies[i].Label = m.behind(l.Tallies[i].Label)
	}
	for i := range l.Clashes {
		l.Clashes[i].About = m.behind("deaths · Port Ellery")
		l.Clashes[i].Why = "19 and 31 are given for different days; the count has moved on"
	}
	for i := range l.Stories {
		l.Stories[i].Label, l.Stories[i].Why = m.move(l.Stories[i].Label), []string{"2 counts stated by independent texts", "most of them name " + m.move("Tobias Renn")}
	}
	for i := range l.Sayings {
		l.Sayings[i].Label = m.move(l.Sayings[i].Label)
		m.all(l.Sayings[i].Support.Sources)
	}
	for i := range l.Tallies {
		m.all(l.Tallies[i].Support.Sources)
		l.Tallies[i].Place = m.move(l.Tallies[i].Place)
	}
	for i := range l.Happenings {
		l.Happenings[i].Label, l.Happenings[i].Place = m.move(l.Happenings[i].Label), m.move(l.Happenings[i].Place)
	}
	for i := range l.Actors {
		l.Actors[i].Name = m.move(l.Actors[i].Name)
		forms := map[string]int{}
		for form, n := range l.Actors[i].Forms {
			forms[m.move(form)] = n
		}
		l.Actors[i].Forms = forms
	}
	why := []string{"the later text is a repost from " + m.move("Harbour Post"), "published 2021-03-05, the later text 2021-03-06"}
	for i := range copies {
		copies[i].Why = why
	}
	for i := range families {
		for k := range families[i].Edges {
			families[i].Edges[k].Why = why
		}
	}
	for i := range problems {
		p := &problems[i]
		p.Source = m.move(p.Source)
		p.Message, p.Hint = "the file is empty", "Save the page again."
		if p.Step == stemma.Passed {
			p.Message, p.Hint = "images are not read", "Nothing needs to be done."
		}
	}
	return keep(drafts, problems, copies, families, l), m.words
}

// mover moves letters round the alphabet, and knows the words that came of it.
type mover struct{ words map[string]bool }

// worded are the fields of a draft that hold a text's words.
var worded = map[string]bool{"Text": true, "TitleText": true, "Name": true, "Path": true, "Root": true, "URL": true}

func (m mover) walk(v reflect.Value, field string) {
	switch v.Kind() {
	case reflect.String:
		if worded[field] {
			set(v, m.move(v.String()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			m.walk(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			m.walk(v.Index(i), field)
		}
	}
}

// set sets a string, of a field that is not exported too.
func set(v reflect.Value, s string) {
	reflect.NewAt(v.Type(), v.Addr().UnsafePointer()).Elem().SetString(s)
}

func (m mover) move(s string) string {
	out := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, s)
	for w := range strings.FieldsFuncSeq(strings.ToLower(out), func(r rune) bool { return !unicode.IsLetter(r) }) {
		m.words[w] = true
	}
	return out
}

func (m mover) all(list []string) {
	for i := range list {
		list[i] = m.move(list[i])
	}
}

// behind moves all parts of a label but the first.
func (m mover) behind(label string) string {
	first, rest, _ := strings.Cut(label, " · ")
	return first + " · " + m.move(rest)
}

// Words gives the words of a text that have more than two letters, in small ones; hashes
// and numbers are no words.
func Words(s string) (list []string) {
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if len([]rune(w)) > 2 && !strings.ContainsFunc(w, unicode.IsNumber) {
			list = append(list, w)
		}
	}
	return list
}

// Spanish are the words of the messages; what people type, and what is told of it, only for
// trouble.
func Spanish(trouble bool) map[string]bool {
	b := message.In("es")
	out := map[string]bool{}
	for _, id := range b.IDs() {
		if !trouble && (strings.HasPrefix(id, "search.how") || strings.HasPrefix(id, "refusal.")) || strings.HasPrefix(id, "search.eg") {
			continue
		}
		for _, n := range []int{1, 2} {
			for i, part := range strings.Split(b.Say(id, "n", n), "`") {
				for _, w := range Words(part) {
					out[w] = out[w] || i%2 == 0
				}
			}
		}
	}
	return out
}
