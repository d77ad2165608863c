package view

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"stemma"
)

// Actor is all that a pile says of one person, body or place.
type Actor struct {
	NameRow
	Roles    []ActorRole `json:"roles"`
	Written  []Tallied   `json:"written"`  // spellings with their counts
	Quotes   Sentences   `json:"quotes"`   // what he, she or it is quoted with
	Figures  Sentences   `json:"figures"`  // numbers given on this word
	Events   Sentences   `json:"events"`   // acts as doer or done to
	Mentions Sentences   `json:"mentions"` // one a text
	Clashes  []Dispute   `json:"clashes"`
	Rulings  []RulingRow `json:"rulings,omitempty"` // about who he, she or it is
	Mention  stemma.ID   `json:"mention"`           // one of those that make up the name
	Like     []string    `json:"like,omitempty"`    // others of the type that share a word of the name: by name, or by ID where several bear it
	Lat      float64     `json:"lat,omitempty"`
	Lon      float64     `json:"lon,omitempty"`
	Located  bool        `json:"located"`
	Exact    string      `json:"precision,omitempty"`
}

// Sentences is the beginning of a list of sentences, and how many there are in all.
type Sentences struct {
	Cites []Cite `json:"cites"`
	Total int    `json:"total"`
}

// ActorRole is an office with where and when it is said.
type ActorRole struct {
	Role string `json:"role"`
	AsOf string `json:"as_of"`
	Cite Cite   `json:"cite"`
}

// actorCites bounds each list of sentences on an actor's screen.
const actorCites = 60

// Actor gives one person, body or place, by its ID or that of a mention, which stays when
// names are joined and parted.
func (l *Library) Actor(ctx context.Context, id stemma.ID) (*Actor, error) {
	s := l.shelf()
	a, err := s.whom(ctx, id)
	if err != nil {
		return nil, err
	}
	v := &Actor{NameRow: nameRow(a).in(l.words), Mention: a.Members[0]}
	if err := s.ruledName(ctx, v, a); err != nil {
		return nil, fmt.Errorf("name %s: %w", id, err)
	}
	for _, form := range sortedKeys(a.Forms) {
		v.Written = append(v.Written, Tallied{Name: form, Texts: a.Forms[form]})
	}
	slices.SortStableFunc(v.Written, func(x, y Tallied) int { return cmp.Compare(y.Texts, x.Texts) })
	if g := a.Geo; g != nil && (g.Lat != 0 || g.Lon != 0) {
		v.Lat, v.Lon, v.Located, v.Exact = g.Lat, g.Lon, true, g.Precision
	}
	for _, r := range a.Roles {
		c, err := s.cite(ctx, "", r.At, stemma.Span{}, KindName, l.words.Role(r))
		if err != nil {
			return nil, fmt.Errorf("name %s: %w", id, err)
		}
		v.Roles = append(v.Roles, ActorRole{l.words.Role(r), period(l.words, r.AsOf, r.AsOf), c})
	}
	if err := s.deeds(ctx, v, a); err != nil {
		return nil, fmt.Errorf("name %s: %w", id, err)
	}
	v.Clashes, err = s.clashesOf(ctx, a.Members)
	return v, err
}

// deeds fills in what an actor said, counted, did and had done.
func (s *shelf) deeds(ctx context.Context, v *Actor, a stemma.Actor) error {
	who, err := s.people(ctx)
	if err != nil {
		return err
	}
	all, err := s.allDeeds(ctx)
	if err != nil {
		return err
	}
	d := all[a.ID]
	if d == nil {
		d = &deeds{}
	}
	for _, part := range []struct {
		ids []stemma.ID
		to  *Sentences
	}{{d.quotes, &v.Quotes}, {d.figures, &v.Figures}, {d.events, &v.Events}, {who.mentions[a.ID], &v.Mentions}} {
		part.to.Total = len(part.ids)
		if part.to.Cites, err = s.cites(ctx, head(part.ids, actorCites)); err != nil {
			return err
		}
	}
	return nil
}

// Text prints the actor.
func (v *Actor) Text(w io.Writer) error {
	p := &printer{w: w}
	p.line("%s (%s)%s%s: %s", v.Name, v.Type, before(", ", v.Role), before(" – ", v.Where), v.Support)
	for _, r := range v.Roles {
		p.line("  %s, in a text of %s", r.Role, r.AsOf)
	}
	for _, part := range []struct {
		name string
		list Sentences
	}{{"Said", v.Quotes}, {"Figures on this word", v.Figures}, {"Events", v.Events}, {"Named in", v.Mentions}} {
		if part.list.Total == 0 {
			continue
		}
		p.heading(fmt.Sprintf("%s (%d)", part.name, part.list.Total))
		for _, c := range part.list.Cites {
			p.wrap("  ", "“"+c.Words()+"”")
			p.line("    %s", c.Text.Where())
		}
	}
	return p.err
}
