package view

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// people tells who somebody named in a text is, across texts.
type people struct {
	of       map[named]*person
	mentions map[stemma.ID][]stemma.ID // by actor, one a text, by text
	on       map[stemma.ID][]days      // by actor, the days of these texts, each once
}

// named is an entity of one text.
type named struct{ article, entity stemma.ID }

// person is a person, body or place in few bytes.
type person struct {
	id         stemma.ID
	name, kind string
}

func (s *shelf) people(ctx context.Context) (*people, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return c.people.get(ctx, s.r, func(ctx context.Context, r store.Reader) (*people, error) {
		return newPeople(ctx, r, s.lib.held.progress.step)
	})
}

func newPeople(ctx context.Context, r store.Reader, read func(*store.Text) error) (*people, error) {
	actors, err := r.Actors(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	owner := map[stemma.ID]*person{} // by mention
	for i := range actors {
		a := &actors[i]
		known := &person{a.ID, a.Name, a.Type}
		for _, m := range a.Members {
			owner[m] = known
		}
	}
	p := &people{of: map[named]*person{}, mentions: map[stemma.ID][]stemma.ID{}, on: map[stemma.ID][]days{}}
	last := map[*person]stemma.ID{} // the text of the latest mention
	err = sweep(ctx, r, []string{store.Mentions.Kind}, read, func(t *store.Text) error {
		on := appearedOn(&t.Article)
		for i := range t.Reading.Mentions {
			m := &t.Reading.Mentions[i]
			a := owner[m.ID]
			if a == nil {
				continue
			}
			if m.Entity != "" {
				p.of[named{m.Article, m.Entity}] = a
			}
			if last[a] != m.Article {
				last[a] = m.Article
				p.mentions[a.id] = append(p.mentions[a.id], m.ID)
				p.on[a.id] = append(p.on[a.id], on)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for id, on := range p.on {
		slices.SortFunc(on, days.compare)
		p.on[id] = slices.Clip(slices.Compact(on))
	}
	return p, nil
}

// kinAndPeople gives the two of which most lists of a whole pile are made.
func (s *shelf) kinAndPeople(ctx context.Context) (*kinship, *people, error) {
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, nil, err
	}
	who, err := s.people(ctx)
	return k, who, err
}

// FirstMentions gives for each person, body and place the mention in the text that appeared first.
func (l *Library) FirstMentions(ctx context.Context) (map[stemma.ID]stemma.ID, error) {
	s := l.shelf()
	k, who, err := s.kinAndPeople(ctx)
	if err != nil {
		return nil, err
	}
	mentions, err := s.r.Mentions(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	in := make(map[stemma.ID]stemma.ID, len(mentions))
	for i := range mentions {
		in[mentions[i].ID] = mentions[i].Article
	}
	first := make(map[stemma.ID]stemma.ID, len(who.mentions))
	for id, of := range who.mentions {
		first[id] = slices.MinFunc(of, func(a, b stemma.ID) int { return cmp.Or(k.compare(in[a], in[b]), cmp.Compare(a, b)) })
	}
	return first, nil
}

// actor gives who is meant; nil when that is nobody known.
func (p *people) actor(article stemma.ID, n stemma.Named) *person {
	if n.Entity == "" {
		return nil
	}
	return p.of[named{article, n.Entity}]
}

// name gives the actor's name, else the name in the text; "" for nobody named.
func (p *people) name(article stemma.ID, n stemma.Named) string {
	if a := p.actor(article, n); a != nil {
		return a.name
	}
	return strings.Join(strings.Fields(n.Name), " ")
}

// href leads to the actor's screen; "" when there is none.
func (p *people) href(article stemma.ID, n stemma.Named) string {
	if a := p.actor(article, n); a != nil {
		return GroupHref("name", a.id)
	}
	return ""
}

// named words a list of people and bodies, the last one behind and: “Ana Ruiz and the Port Board”.
func (p *people) named(article stemma.ID, text string, ns []stemma.Named, and string) string {
	var out []string
	for _, n := range ns {
		if s := cmp.Or(p.name(article, n), strings.Join(strings.Fields(n.Span.Of(text)), " ")); s != "" {
			out = append(out, s)
		}
	}
	if len(out) < 2 {
		return strings.Join(out, "")
	}
	return strings.Join(out[:len(out)-1], ", ") + and + out[len(out)-1]
}
