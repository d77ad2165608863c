// Package concord lines up what many texts state: quotes become sayings, figures
// tallies, events happenings, mentions actors; where texts do not say the same, that
// becomes a clash; and texts about one matter become a story.
//
// It takes all texts with their readings, the families that kin found, and what people say of
// who is who.
// It gives a [stemma.Lineup]. It promises that support is counted in families: a
// reprint adds a text to a group and nothing to its independence; that the order of
// the texts changes nothing; and that two people are never one on a surname alone. It
// settles no clash and picks no true value: it says what stands where, and why it
// takes two statements for a contradiction or for a development.
package concord

import (
	"cmp"
	"slices"

	"stemma"
)

// Text is one article with what it states.
type Text struct {
	Article *stemma.Article
	Reading *stemma.Reading
}

// Lineup lines up all texts. Families say which of them are one witness, people who is who.
func Lineup(texts []Text, families []stemma.Family, people ...Told) stemma.Lineup {
	p := newPile(texts, families)
	var l stemma.Lineup
	l.Actors = actors(p, people)
	offices(p)
	l.Sayings = sayings(p)
	l.Tallies = tallies(p)
	l.Happenings = happenings(p)
	l.Clashes = clashes(p, &l)
	l.Stories = stories(p, &l)
	return l
}

// pile is what all groupings need to look up.
type pile struct {
	texts     []Text                  // ordered by article ID
	family    map[stemma.ID]stemma.ID // article → its family; a text without copies is its own
	actor     map[entity]stemma.ID    // filled by actors
	actors    map[stemma.ID]*stemma.Actor
	weight    map[stemma.ID]float64 // actor → how much it tells of a text's subject
	subject   []subject             // of each text
	witnesses int                   // families, a text without copies being one
	quotes    map[stemma.ID]found[*stemma.Quote]
	figures   map[stemma.ID]found[*stemma.Figure]
	events    map[stemma.ID]found[*stemma.Event]
	mentions  map[stemma.ID]found[*stemma.Mention]
}

// entity is one entity of one text.
type entity struct {
	article, entity stemma.ID
}

// found is a finding with the number of its text.
type found[T any] struct {
	text int
	it   T
}

func newPile(texts []Text, kin []stemma.Family) *pile {
	p := &pile{
		texts:  slices.Clone(texts),
		family: map[stemma.ID]stemma.ID{}, actor: map[entity]stemma.ID{},
		actors: map[stemma.ID]*stemma.Actor{}, weight: map[stemma.ID]float64{},
		quotes: map[stemma.ID]found[*stemma.Quote]{}, figures: map[stemma.ID]found[*stemma.Figure]{},
		events: map[stemma.ID]found[*stemma.Event]{}, mentions: map[stemma.ID]found[*stemma.Mention]{},
	}
	slices.SortFunc(p.texts, func(a, b Text) int { return cmp.Compare(a.Article.ID, b.Article.ID) })
	for _, f := range kin {
		for _, a := range f.Articles {
			p.family[a] = f.ID
		}
	}
	for i, t := range p.texts {
		if p.family[t.Article.ID] == "" {
			p.family[t.Article.ID] = t.Article.ID
		}
		p.index(i, t.Reading)
	}
	families := map[stemma.ID]bool{}
	for _, f := range p.family {
		families[f] = true
	}
	p.witnesses = len(families)
	return p
}

func (p *pile) index(i int, r *stemma.Reading) {
	for k := range r.Quotes {
		p.quotes[r.Quotes[k].ID] = found[*stemma.Quote]{i, &r.Quotes[k]}
	}
	for k := range r.Figures {
		p.figures[r.Figures[k].ID] = found[*stemma.Figure]{i, &r.Figures[k]}
	}
	for k := range r.Events {
		p.events[r.Events[k].ID] = found[*stemma.Event]{i, &r.Events[k]}
	}
	for k := range r.Mentions {
		p.mentions[r.Mentions[k].ID] = found[*stemma.Mention]{i, &r.Mentions[k]}
	}
}

// familyOf gives the family of a text by its number.
func (p *pile) familyOf(text int) stemma.ID { return p.family[p.texts[text].Article.ID] }

// dateOf gives when a text was written, as far as is known: its publication, else its
// repost, which is a bound.
func (p *pile) dateOf(text int) stemma.Date {
	a := p.texts[text].Article
	return cmp.Or(a.Published, a.Reposted)
}

// actorOf gives the actor that somebody named in a text is; "" when it is none.
func (p *pile) actorOf(text int, n stemma.Named) stemma.ID {
	if n.Entity == "" {
		return ""
	}
	return p.actor[entity{p.texts[text].Article.ID, n.Entity}]
}

// nameOf gives the best name for somebody named in a text: the actor's, else as it
// stands there.
func (p *pile) nameOf(text int, n stemma.Named) string {
	if a := p.actors[p.actorOf(text, n)]; a != nil {
		return a.Name
	}
	return cmp.Or(n.Name, n.Span.Of(p.texts[text].Article.Text))
}

// namedSource gives the name of a source that has one; "" for “officials”.
func (p *pile) namedSource(text int, n stemma.Named) string {
	if a := p.actors[p.actorOf(text, n)]; a != nil {
		return a.Name
	}
	return n.Name
}
