package concord

import (
	"cmp"

	"stemma"
)

// figurehead is a person, body or place of one text, ready to be compared.
type figurehead struct {
	*byname
	text     int32
	from, to int32 // its mentions, by number
	places   int32 // how many of them name a place as one entity
	geo      *stemma.Geo
}

// byname is what somebody is called: all that bear one name share it.
type byname struct {
	kind  string
	name  string   // fullest form in the text
	words []string // of the name, folded, without initials and “Jr.”
}

// mention is what is remembered of a [stemma.Mention].
type mention struct {
	id   stemma.ID
	form string       // as it stands there
	role *stemma.Role // beside it; nil where there is none
}

// cast is who is named in all texts, until it is known who is who.
type cast struct {
	heads    []figurehead // in the order of texts and first mention
	mentions []mention    // those of one figurehead together
	bynames  map[[2]string]*byname
	places   map[stemma.Geo]*stemma.Geo
	offices  []tenure
}

// newCast remembers the names of all texts, in the order of texts and first mention.
func newCast(p *pile, from Source) (*cast, error) {
	c := &cast{bynames: map[[2]string]*byname{}, places: map[stemma.Geo]*stemma.Geo{}}
	for t, err := range from("name", "event") {
		if err != nil {
			return nil, err
		}
		p.enter(t.Article)
		c.enter(p, &t)
		c.offices = append(c.offices, tenures(p, len(p.texts)-1, &t)...)
	}
	p.family = nil
	return c, nil
}

// enter remembers the names of the pile's last text.
func (c *cast) enter(p *pile, t *Text) {
	all := t.Reading.Mentions
	text := len(p.texts) - 1
	p.texts[text].subject.country = homeOf(all)
	first := len(c.heads)
	at := make(map[stemma.ID]int, len(all))
	of := make([]int, len(all))
	for k := range all {
		key := cmp.Or(all[k].Entity, all[k].ID)
		n, ok := at[key]
		if !ok {
			n = len(c.heads)
			at[key] = n
			c.heads = append(c.heads, figurehead{byname: c.byname(p, &all[k]), text: int32(text)})
			p.entities = append(p.entities, owner{markOf(key), nobody})
		}
		of[k] = n
		h := &c.heads[n]
		h.to++
		if all[k].Type == stemma.Place && all[k].Entity != "" {
			h.places++
		}
		if h.geo == nil && all[k].Geo != nil {
			h.geo = c.place(all[k].Geo)
		}
	}
	end := int32(len(c.mentions))
	for n := first; n < len(c.heads); n++ {
		c.heads[n].from, end = end, end+c.heads[n].to
		c.heads[n].to = c.heads[n].from
	}
	c.mentions = append(c.mentions, make([]mention, len(all))...)
	for k := range all {
		h := &c.heads[of[k]]
		c.mentions[h.to] = mention{all[k].ID, p.keep(all[k].Span.Of(t.Article.Text)), roleBeside(p, t, &all[k])}
		h.to++
	}
}

func (c *cast) byname(p *pile, m *stemma.Mention) *byname {
	key := [2]string{m.Type, m.Name}
	known := c.bynames[key]
	if known == nil {
		key = [2]string{p.keep(m.Type), p.keep(m.Name)}
		known = &byname{key[0], key[1], nameWords(key[0], key[1])}
		c.bynames[key] = known
	}
	return known
}

func (c *cast) place(g *stemma.Geo) *stemma.Geo {
	known := c.places[*g]
	if known == nil {
		known = g
		c.places[*g] = known
	}
	return known
}

// of gives the mentions of an entity.
func (c *cast) of(entity int) []mention { return c.mentions[c.heads[entity].from:c.heads[entity].to] }
