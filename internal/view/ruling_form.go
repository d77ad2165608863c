package view

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/mend"
	"stemma/internal/store"
)

// FormField is one thing that a person can say of a finding.
type FormField struct {
	Name    string   `json:"name"`
	Label   string   `json:"label"`
	Terms   string   `json:"-"`                 // what the words of its options are
	Value   string   `json:"value"`             // what is said now
	Options []string `json:"options,omitempty"` // what it can be; none for words of one's own
}

// formFields gives the fields of a kind with what is said now.
func formFields(kind string, now []stemma.Detail) []FormField {
	var out []FormField
	for _, f := range mend.Fields(kind) {
		field := FormField{Name: f.Name, Label: FieldWords(f.Name), Terms: terms(kind, f.Name), Value: stemma.Value(now, f.Name), Options: f.Options}
		if field.Options != nil && !slices.Contains(field.Options, field.Value) {
			field.Options = append([]string{field.Value}, field.Options...) // nothing is chosen for a person
		}
		out = append(out, field)
	}
	return out
}

// terms names the list of words for what a field can be: types have one for each kind.
func terms(kind, field string) string {
	if field == "type" {
		return kind
	}
	return field
}

// MakeForm is the form by which a person says what words of a text state.
type MakeForm struct {
	Text      stemma.ID      `json:"text"`
	Kind      string         `json:"kind"`
	Kinds     []MakeKind     `json:"kinds"`
	Sentences []MakeSentence `json:"sentences"`
	Words     string         `json:"words,omitempty"` // on which it is to stand
	Fields    []FormField    `json:"fields"`
	Here      string         `json:"here"` // the text, to go back to
}

// MakeKind is a kind of finding that can be made.
type MakeKind struct {
	Kind string `json:"kind"`
	Href string `json:"href"`
	Here bool   `json:"here,omitempty"`
}

// MakeSentence is a sentence in which it can stand.
type MakeSentence struct {
	From  int    `json:"from"` // its first byte in the article's text
	Words string `json:"words"`
	Here  bool   `json:"here,omitempty"`
}

// MakeForm gives the form for a finding of a kind in an article; from is the byte at which
// its sentence begins, words are those that were selected. Both may be left open.
func (l *Library) MakeForm(ctx context.Context, id stemma.ID, kind string, from int, words string) (*MakeForm, error) {
	s := l.shelf()
	a, err := s.article(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("making a statement: %w", err)
	}
	r, err := s.reading(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("making a statement: %w", err)
	}
	if !slices.Contains(mend.Kinds, kind) {
		return nil, fmt.Errorf("there is no statement of the kind %q; there are %s: %w", kind, strings.Join(mend.Kinds, ", "), stemma.ErrInvalid)
	}
	v := &MakeForm{Text: id, Kind: kind, Words: words, Fields: formFields(kind, nil), Here: TextHref(id, "")}
	for _, k := range mend.Kinds {
		v.Kinds = append(v.Kinds, MakeKind{k, makeHref(id, k, from, words), k == kind})
	}
	at := r.SentenceAt(from)
	for i, x := range r.Sentences {
		v.Sentences = append(v.Sentences, MakeSentence{x.Start, short(x.Of(a.Text), 90), i == at})
	}
	return v, nil
}

// makeHref is the address of the form for a finding of a kind.
func makeHref(id stemma.ID, kind string, from int, words string) string {
	v := url.Values{"make": {kind}}
	if from > 0 {
		v.Set("from", strconv.Itoa(from))
	}
	if words != "" {
		v.Set("words", words)
	}
	return TextHref(id, "") + "?" + v.Encode() + "#panel"
}

// Mention gives a mention of whoever a person means: by the ID of a mention, of a name's
// screen, or by the name under which he, she or it is shown,
// or another form of it if nobody is shown so. A name that several bear, or nobody, gives an error.
func (l *Library) Mention(ctx context.Context, whom string) (stemma.ID, error) {
	whom = strings.TrimSpace(whom)
	if KindOf(stemma.ID(whom)) == KindName {
		return stemma.ID(whom), nil
	}
	actors, err := l.r.Actors(ctx, store.Query{})
	if err != nil {
		return "", fmt.Errorf("name %s: %w", whom, err)
	}
	var found, other []stemma.Actor // by the name that is shown, by another form of it
	for _, a := range actors {
		if a.ID == stemma.ID(whom) {
			return a.Members[0], nil
		}
		if strings.EqualFold(a.Name, whom) {
			found = append(found, a)
		} else if calledSo(a, whom) {
			other = append(other, a)
		}
	}
	if len(found) == 0 {
		found = other
	}
	switch len(found) {
	case 0:
		return "", fmt.Errorf("nobody and no place here is called “%s”: %w", whom, stemma.ErrNotFound)
	case 1:
		return found[0].Members[0], nil
	}
	var ids []string
	for _, a := range found {
		ids = append(ids, string(a.ID))
	}
	return "", fmt.Errorf("several are called “%s”; give one of their IDs, %s: %w", whom, strings.Join(ids, ", "), stemma.ErrInvalid)
}

// calledSo reports whether one of an actor's forms is the name.
func calledSo(a stemma.Actor, name string) bool {
	for form := range a.Forms {
		if strings.EqualFold(form, name) {
			return true
		}
	}
	return false
}
