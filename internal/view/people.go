package view

import (
	"cmp"
	"context"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// people tells who somebody named in a text is, across texts.
type people struct {
	of map[stemma.ID]map[stemma.ID]*stemma.Actor // article → Mention.Entity → actor
}

func (s *shelf) people(ctx context.Context) (*people, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return c.people.get(ctx, s.r, newPeople)
}

func newPeople(ctx context.Context, r store.Reader) (*people, error) {
	actors, err := r.Actors(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	mentions, err := r.Mentions(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	owner := map[stemma.ID]*stemma.Actor{}
	for i := range actors {
		for _, m := range actors[i].Members {
			owner[m] = &actors[i]
		}
	}
	p := &people{of: map[stemma.ID]map[stemma.ID]*stemma.Actor{}}
	for _, m := range mentions {
		if p.of[m.Article] == nil {
			p.of[m.Article] = map[stemma.ID]*stemma.Actor{}
		}
		if a := owner[m.ID]; a != nil {
			p.of[m.Article][m.Entity] = a
		}
	}
	return p, nil
}

// actor gives who is meant; nil when that is nobody known.
func (p *people) actor(article stemma.ID, n stemma.Named) *stemma.Actor {
	if n.Entity == "" {
		return nil
	}
	return p.of[article][n.Entity]
}

// name gives the actor's name, else the name in the text; "" for nobody named.
func (p *people) name(article stemma.ID, n stemma.Named) string {
	if a := p.actor(article, n); a != nil {
		return a.Name
	}
	return strings.Join(strings.Fields(n.Name), " ")
}

// href leads to the actor's screen; "" when there is none.
func (p *people) href(article stemma.ID, n stemma.Named) string {
	if a := p.actor(article, n); a != nil {
		return GroupHref("name", a.ID)
	}
	return ""
}

// named words a list of people and bodies: “Ana Ruiz and the Port Board”.
func (p *people) named(article stemma.ID, text string, ns []stemma.Named) string {
	var out []string
	for _, n := range ns {
		if s := cmp.Or(p.name(article, n), strings.Join(strings.Fields(n.Span.Of(text)), " ")); s != "" {
			out = append(out, s)
		}
	}
	switch len(out) {
	case 0:
		return ""
	case 1:
		return out[0]
	}
	return strings.Join(out[:len(out)-1], ", ") + " and " + out[len(out)-1]
}
