package mend

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// Field is one thing that can be said of a finding.
type Field struct {
	Name    string   // as exports name it
	Options []string // what it can be; nil for words of one's own
}

// kind says how findings of one kind are made and mended.
type kind interface {
	fields() []Field
	check(details []stemma.Detail, made bool) error
	details(r *stemma.Reading, id stemma.ID) []stemma.Detail
	mend(t *Text, id stemma.ID, r stemma.Ruling)
	add(t *Text, at stemma.Span, r stemma.Ruling) stemma.ID
}

var kinds = map[string]kind{
	"quote": quotes, "figure": figures, "event": events, "name": names, "time": times, "victim": victims,
}

// Kinds lists the kinds that can be made, in the order in which they are offered.
var Kinds = []string{"figure", "quote", "event", "name", "time", "victim"}

// Fields gives what can be said of a finding of a kind, in the order in which it is asked.
func Fields(kind string) []Field {
	if k := kinds[kind]; k != nil {
		return k.fields()
	}
	return nil
}

// Details gives what a finding of a reading says, field by field; nil where there is none.
func Details(r *stemma.Reading, kind string, id stemma.ID) []stemma.Detail {
	if k := kinds[kind]; k != nil {
		return k.details(r, id)
	}
	return nil
}

// Check tells whether details can be said of a finding of a kind; those of one that is made
// must hold what it cannot be without. The error wraps [stemma.ErrInvalid].
func Check(kind string, details []stemma.Detail, made bool) error {
	k := kinds[kind]
	if k == nil {
		return fmt.Errorf("there is no finding of the kind %q: %w", kind, stemma.ErrInvalid)
	}
	if err := k.check(details, made); err != nil {
		return fmt.Errorf("%w: %w", err, stemma.ErrInvalid)
	}
	return nil
}

// field is one field of a finding: how it is told in words, and set by them. An empty value
// means that the text does not say.
type field[T any] struct {
	Field
	get func(*T) string
	set func(*T, *scene, string) error
}

// kindOf says how one type of finding is made and mended.
type kindOf[T any] struct {
	name   string
	in     func(*stemma.Reading) *[]T
	id     func(*T) *stemma.ID
	at     func(*T) *stemma.Evidence
	needed string // the field that one that is made must have; "" for none
	has    []field[T]
	placed func(*T, *scene) // what follows from the words that it stands on, told anew
	fresh  T                // what one that is made says at first
}

func (k *kindOf[T]) fields() []Field {
	var out []Field
	for _, f := range k.has {
		out = append(out, f.Field)
	}
	return out
}

func (k *kindOf[T]) check(details []stemma.Detail, made bool) error {
	var none T
	for _, d := range details {
		f := k.field(d.Name)
		if f == nil {
			return fmt.Errorf("a %s has no field “%s”", k.name, d.Name)
		}
		if err := f.set(&none, &scene{}, d.Value); err != nil {
			return fmt.Errorf("%s: %w", d.Name, err)
		}
	}
	if made && k.needed != "" && stemma.Value(details, k.needed) == "" {
		return fmt.Errorf("a %s needs its %s", k.name, k.needed)
	}
	return nil
}

func (k *kindOf[T]) field(name string) *field[T] {
	i := slices.IndexFunc(k.has, func(f field[T]) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return &k.has[i]
}

func (k *kindOf[T]) details(r *stemma.Reading, id stemma.ID) []stemma.Detail {
	list := *k.in(r)
	for i := range list {
		if *k.id(&list[i]) != id {
			continue
		}
		var out []stemma.Detail
		for _, f := range k.has {
			out = append(out, stemma.Detail{Name: f.Name, Value: strings.Join(strings.Fields(f.get(&list[i])), " ")})
		}
		return out
	}
	return nil
}

// mend changes a finding as a ruling says.
func (k *kindOf[T]) mend(t *Text, id stemma.ID, r stemma.Ruling) {
	list := *k.in(&t.Reading)
	for i := range list {
		f := &list[i]
		if *k.id(f) != id {
			continue
		}
		e := k.at(f)
		if e.Rule != MadeRule {
			e.Rule = MendedRule
		}
		if at, ok := t.place(r.Other); ok {
			e.Span = at
			k.placed(f, newScene(t, at))
		}
		k.say(f, newScene(t, e.Span), r.After)
	}
	k.sort(list)
}

// add makes a finding as a ruling says.
func (k *kindOf[T]) add(t *Text, at stemma.Span, r stemma.Ruling) stemma.ID {
	f, list := k.fresh, k.in(&t.Reading)
	s := newScene(t, at)
	*k.at(&f) = stemma.Evidence{Article: t.Article.ID, Span: at, Rule: MadeRule}
	k.placed(&f, s)
	k.say(&f, s, r.After)
	*k.id(&f) = stemma.FindingID(k.name, t.Article.ID, k.at(&f).Span, MadeRule, string(r.ID))
	id := *k.id(&f)
	*list = append(*list, f)
	k.sort(*list)
	return id
}

// say sets the fields of a finding. What cannot be understood any more is passed over: it was
// understood when the ruling was made.
func (k *kindOf[T]) say(f *T, s *scene, details []stemma.Detail) {
	for _, d := range details {
		if field := k.field(d.Name); field != nil {
			before := *f
			if field.set(f, s, d.Value) != nil {
				*f = before
			}
		}
	}
}

func (k *kindOf[T]) sort(list []T) {
	inOrder(list, func(f *T) stemma.Stated { return stemma.Stated{ID: *k.id(f), Evidence: *k.at(f)} })
}
