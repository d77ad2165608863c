package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// Victims lists people who were harmed, one by one: the tellings of one person stand as
// one row, and a copy adds nothing to it but a text.
type Victims struct {
	Total  int         `json:"total"` // people in the choice
	Rows   []VictimRow `json:"rows"`
	Facets []Facet     `json:"facets"`
	Choice Choice      `json:"choice"`
	Prev   string      `json:"prev,omitempty"`
	Next   string      `json:"next,omitempty"`
}

// victimChoices are the fields by which victims are narrowed, with the messages that are their headings.
var victimChoices = []struct{ field, name string }{{"harm", "victims.harm"}, {"place", "tolls.place"}}

// Victims lists the people of a choice, by harm, then date; its fields are “harm” and
// “place” and those of a period. A person's days are those of the harm as the tellings date it,
// else those of the tellings.
func (l *Library) Victims(ctx context.Context, c Choice) (*Victims, error) {
	s := l.shelf()
	if _, err := c.period(); err != nil {
		return nil, err
	}
	all, err := s.victims(ctx)
	if err != nil {
		return nil, fmt.Errorf("victims: %w", err)
	}
	chosen, counts := all.choose(c)
	v := &Victims{Choice: c}
	for i, x := range victimChoices {
		v.Facets = append(v.Facets, choiceFacet(l.words, x.name, "/victims", x.field, c, counts[i], harmWords(l.words, x.field)))
	}
	v.Total = len(chosen)
	v.Prev, v.Next = turns("/victims", c, c.Offset, c.rows(), v.Total)
	for _, at := range window(chosen, c) {
		row, err := s.victimRow(ctx, all.list[at])
		if err != nil {
			return nil, fmt.Errorf("victims: %w", err)
		}
		v.Rows = append(v.Rows, row)
	}
	return v, nil
}

// victims are all people harmed in a pile, by harm, then date.
type victims struct {
	ledger // by victimChoices
	list   []harmed
}

// harmed is one person with all tellings of the harm, the earliest first.
type harmed struct {
	tellings []stemma.Victim
	k        *kinship
}

func (h *harmed) values() map[string]string {
	return map[string]string{"harm": h.tellings[0].Harm, "place": h.firstOf(func(v *stemma.Victim) string { return v.Place.Name })}
}

func harmWords(b *message.Book, field string) func(string) string {
	if field == "harm" {
		return wordedBy(b, field)
	}
	return same
}

// meets reports whether one of the tellings puts the harm in a period.
func (h harmed) meets(p days) bool {
	return slices.ContainsFunc(h.tellings, func(v stemma.Victim) bool {
		if on := daysOf(v.Date); on != unknown {
			return on.meets(p)
		}
		return appearedOn(h.k.articles[v.Article]).meets(p)
	})
}

// firstOf gives what the earliest telling that knows it says.
func (h *harmed) firstOf(of func(*stemma.Victim) string) string {
	for i := range h.tellings {
		if s := of(&h.tellings[i]); s != "" {
			return s
		}
	}
	return ""
}

// victims puts the tellings of one person together: the same full name and harm, with
// ages at most a year apart; somebody without a full name only within a family of texts.
func (s *shelf) victims(ctx context.Context) (*victims, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return swept(ctx, s, &c.victims, s.beginVictims)
}

// beginVictims begins the list of people harmed.
func (s *shelf) beginVictims(ctx context.Context) (*making[*victims], error) {
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	var all []telling
	take := func(t *store.Text) error {
		for _, v := range t.Reading.Victims {
			key, err := s.victimKey(ctx, &v, t.Article.Text, k)
			if err != nil {
				return err
			}
			all = append(all, telling{&v, key})
		}
		return nil
	}
	return &making[*victims]{[]string{store.Victims.Kind}, take, func() *victims { return newVictims(all, k) }}, nil
}

// telling is what one text says of one person, and what tells that person from others.
type telling struct {
	*stemma.Victim
	key string
}

func newVictims(all []telling, k *kinship) *victims {
	slices.SortStableFunc(all, func(a, b telling) int {
		return cmp.Or(k.compare(a.Article, b.Article), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	var out []harmed
	at := map[string][]int{}
	for _, v := range all {
		n := slices.IndexFunc(at[v.key], func(n int) bool { return sameAge(out[n].tellings, v.Victim) })
		if n < 0 {
			at[v.key] = append(at[v.key], len(out))
			out = append(out, harmed{[]stemma.Victim{*v.Victim}, k})
			continue
		}
		h := &out[at[v.key][n]]
		h.tellings = append(h.tellings, *v.Victim)
	}
	slices.SortStableFunc(out, func(a, b harmed) int {
		return cmp.Compare(slices.Index(stemma.Harms, a.tellings[0].Harm), slices.Index(stemma.Harms, b.tellings[0].Harm))
	})
	v := &victims{ledger: *newLedger("harm", "place"), list: out}
	for i := range out {
		values := out[i].values()
		v.add(values["harm"], values["place"])
	}
	v.when = func(row int32, p days) bool { return out[row].meets(p) }
	return v
}

// victimKey tells people apart by what they are called and what was done to them. The text is
// read where it is not at hand: few people have no name.
func (s *shelf) victimKey(ctx context.Context, v *stemma.Victim, text string, k *kinship) (string, error) {
	harm := v.Harm
	if harm == "died" {
		harm = "killed" // two words for one death
	}
	if len(strings.Fields(v.Name)) > 1 && !strings.Contains(v.Name, ".") {
		return harm + " " + fold(v.Name), nil
	}
	if v.Name == "" && text == "" {
		a, err := s.article(ctx, v.Article)
		if err != nil {
			return "", err
		}
		text = a.Text
	}
	return harm + " " + string(k.witness(v.Article)) + " " + fold(cmp.Or(v.Name, v.Span.Of(text))), nil
}

func sameAge(tellings []stemma.Victim, v *stemma.Victim) bool {
	for i := range tellings {
		if a := tellings[i].Age; a > 0 && v.Age > 0 && (a-v.Age > 1 || v.Age-a > 1) {
			return false
		}
	}
	return true
}
