package concord

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"iter"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/borrowed"
)

// pile is what all groupings need to look up. It is small for each text: what a kind is
// lined up by is held by that kind alone.
type pile struct {
	texts      []entry             // ordered by article ID
	family     map[stemma.ID]int32 // article → its family, where it has copies; until all texts are there
	alone      []bool              // family → it has one text; these are the witnesses
	shared     []borrowed.Stretch  // of texts whose statements there count as another's; ordered
	entities   []owner             // of all texts, one after the other
	actors     []who               // ordered by ID; numbers of actors count here
	weight     []float64           // actor → how much it tells of a text's subject
	tallies    groups              // who has a part in them
	happenings groups
	strings    map[string]string // those that are kept, each once
}

// entry is what is remembered of a text.
type entry struct {
	id       stemma.ID
	family   int32
	size     int32 // bytes of its text
	entities int32 // the number of its first entity; those up to the next text's are its own
	lang     string
	date     stemma.Date // when it was written, as far as is known
	outlet   string
	authors  []string
	subject  subject
}

// owner is an entity of a text: a mark of its ID, and the actor that it is.
type owner struct {
	mark  uint64
	actor int32
}

// who is somebody, something or some place, as far as statements need to know.
type who struct {
	id       stemma.ID
	kind     string // Person, Organisation or Place
	name     string
	geo      *stemma.Geo
	families int32 // that name it
}

// nobody is the number of no actor.
const nobody = -1

// groups says for which families something counts in which groups of a kind.
type groups struct {
	ids   []stemma.ID
	parts []membership
}

type membership struct{ family, group int32 }

func (g *groups) add(id stemma.ID) { g.ids = append(g.ids, id) }

// has notes that something counts for a family in the group that was added last.
func (g *groups) has(family int32) {
	m := membership{family, int32(len(g.ids) - 1)}
	if n := len(g.parts); n == 0 || g.parts[n-1] != m {
		g.parts = append(g.parts, m)
	}
}

func newPile(kin []stemma.Family, shared []borrowed.Stretch) *pile {
	p := &pile{family: map[stemma.ID]int32{}, strings: map[string]string{}, shared: shared}
	for i, f := range kin {
		p.alone = append(p.alone, false)
		for _, a := range f.Articles {
			p.family[a] = int32(i)
		}
	}
	return p
}

// enter notes the next text, whose entities follow.
func (p *pile) enter(a *stemma.Article) {
	f, ok := p.family[a.ID]
	if !ok {
		f = int32(len(p.alone))
		p.alone = append(p.alone, true)
	}
	t := entry{
		id: a.ID, family: f, size: int32(len(a.Text)), entities: int32(len(p.entities)),
		lang: p.keep(a.Lang), date: stemma.Date(p.keep(string(cmp.Or(a.Published, a.Reposted)))), outlet: p.keep(a.Outlet.Name),
	}
	for _, by := range a.Byline {
		t.authors = append(t.authors, p.keep(by.Name))
	}
	p.texts = append(p.texts, t)
}

// keep gives a string that may be kept: one for all that are equal, and none that holds a
// whole text in memory.
func (p *pile) keep(s string) string {
	if s == "" {
		return ""
	}
	kept, ok := p.strings[s]
	if !ok {
		kept = strings.Clone(s)
		p.strings[kept] = kept
	}
	return kept
}

// numbered gives the texts of a source with their numbers.
func (p *pile) numbered(texts iter.Seq2[Text, error]) iter.Seq2[stated, error] {
	return func(yield func(stated, error) bool) {
		n := 0
		for t, err := range texts {
			if err == nil && (n == len(p.texts) || p.texts[n].id != t.Article.ID) {
				err = fmt.Errorf("text %s was not there before: %w", t.Article.ID, stemma.ErrInvalid)
			}
			if !yield(stated{t, n}, err) || err != nil {
				return
			}
			n++
		}
	}
}

// stated is a text with its number.
type stated struct {
	Text
	number int
}

// familyOf gives the family of a text by its number.
func (p *pile) familyOf(text int) int32 { return p.texts[text].family }

// numberOf gives the number of a text.
func (p *pile) numberOf(id stemma.ID) (int, bool) {
	return slices.BinarySearchFunc(p.texts, id, func(t entry, id stemma.ID) int { return cmp.Compare(t.id, id) })
}

// witness gives the family that a statement of a text counts for: the text's own, unless the
// statement stands in words that it shares with another.
func (p *pile) witness(text int, at stemma.Span) int32 {
	id := p.texts[text].id
	from, _ := slices.BinarySearchFunc(p.shared, id, func(s borrowed.Stretch, id stemma.ID) int { return cmp.Compare(s.Article, id) })
	end := from
	for end < len(p.shared) && p.shared[end].Article == id {
		end++
	}
	if of := borrowed.In(p.shared[from:end], at); of != "" {
		if n, ok := p.numberOf(of); ok {
			return p.texts[n].family
		}
	}
	return p.texts[text].family
}

// own gives the entities of a text.
func (p *pile) own(text int) []owner {
	end := len(p.entities)
	if text+1 < len(p.texts) {
		end = int(p.texts[text+1].entities)
	}
	return p.entities[p.texts[text].entities:end]
}

// actorOf gives the actor that somebody named in a text is; nobody when it is none.
func (p *pile) actorOf(text int, n stemma.Named) int32 {
	if n.Entity == "" {
		return nobody
	}
	mark := markOf(n.Entity)
	for _, o := range p.own(text) {
		if o.mark == mark {
			return o.actor
		}
	}
	return nobody
}

// markOf gives 64 bits of an ID, which has no more of its own: within one text they tell
// entities apart.
func markOf(id stemma.ID) uint64 {
	h := fnv.New64a()
	h.Write([]byte(id))
	return h.Sum64()
}

// nameOf gives the best name for somebody named in a text: the actor's, else as it
// stands there.
func (p *pile) nameOf(t *stated, n stemma.Named) string {
	if a := p.actorOf(t.number, n); a != nobody {
		return p.actors[a].name
	}
	return cmp.Or(n.Name, n.Span.Of(t.Article.Text))
}

// namedSource gives the name of a source that has one; "" for “officials”.
func (p *pile) namedSource(text int, n stemma.Named) string {
	if a := p.actorOf(text, n); a != nobody {
		return p.actors[a].name
	}
	return n.Name
}
