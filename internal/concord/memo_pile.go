package concord

import (
	"encoding/binary"

	"stemma"
	"stemma/internal/borrowed"
)

// pack gives what is remembered of texts and actors as bytes. What can be counted again of
// that is not in them.
func (p *pile) pack() []byte {
	j := &jotter{texts: map[string]int{}}
	j.number(len(p.texts))
	for i := range p.texts {
		t := &p.texts[i]
		j.b = append(append(j.b, t.id...), 0)
		own := p.own(i)
		for _, n := range []int{int(t.family), int(t.size), int(t.subject.main), len(t.authors), len(own)} {
			j.number(n)
		}
		for _, s := range []string{t.lang, string(t.date), t.outlet, t.subject.country} {
			j.text(s)
		}
		for _, by := range t.authors {
			j.text(by)
		}
		for _, o := range own {
			j.b = binary.LittleEndian.AppendUint64(j.b, o.mark)
			j.number(int(o.actor))
		}
	}
	j.number(len(p.shared))
	for _, s := range p.shared {
		j.b = append(append(append(append(j.b, s.Article...), 0), s.Of...), 0)
		j.number(s.Start)
		j.number(s.End)
	}
	j.number(len(p.actors))
	for i := range p.actors {
		a := &p.actors[i]
		j.text(string(a.id))
		j.text(a.kind)
		j.text(a.name)
		if a.geo == nil {
			j.number(0)
			continue
		}
		j.number(1)
		for _, s := range []string{a.geo.Precision, a.geo.Country, a.geo.Admin1} {
			j.text(s)
		}
	}
	return j.b
}

// unpack fills an empty pile; it reports false for bytes that pack did not give.
func (p *pile) unpack(b []byte) bool {
	r := &reader{b: b}
	p.family = nil
	p.texts = make([]entry, r.count())
	var size []int32 // of families
	for i := range p.texts {
		t := &p.texts[i]
		t.id = stemma.ID(r.ended())
		t.family, t.size, t.subject.main = int32(r.number()), int32(r.number()), int32(r.number())
		authors, own := r.count(), r.count()
		t.lang, t.date, t.outlet, t.subject.country = r.text(), stemma.Date(r.text()), r.text(), r.text()
		for range authors {
			t.authors = append(t.authors, r.text())
		}
		t.entities = int32(len(p.entities))
		for range own {
			p.entities = append(p.entities, owner{r.mark(), int32(r.number())})
		}
		if t.family < 0 || int(t.family) > len(p.texts) {
			return false
		}
		for int(t.family) >= len(size) {
			size = append(size, 0)
		}
		size[t.family]++
	}
	for _, n := range size {
		p.alone = append(p.alone, n == 1)
	}
	for range r.count() {
		s := borrowed.Stretch{Article: stemma.ID(r.ended()), Of: stemma.ID(r.ended())}
		s.Start, s.End = r.number(), r.number()
		p.shared = append(p.shared, s)
	}
	p.actors = make([]who, r.count())
	for i := range p.actors {
		a := &p.actors[i]
		a.id, a.kind, a.name = stemma.ID(r.text()), r.text(), r.text()
		if r.number() == 1 {
			a.geo = &stemma.Geo{Precision: r.text(), Country: r.text(), Admin1: r.text()}
		}
	}
	return !r.bad && len(r.b) == 0 && p.known()
}

// known reports whether all numbers of actors are those of some.
func (p *pile) known() bool {
	for i := range p.texts {
		if m := p.texts[i].subject.main; m < nobody || int(m) >= len(p.actors) {
			return false
		}
	}
	for _, o := range p.entities {
		if o.actor < 0 || int(o.actor) >= len(p.actors) {
			return false
		}
	}
	return len(p.texts) > 0
}

// ended reads a text that a zero ends.
func (r *reader) ended() string {
	for i, c := range r.b {
		if c == 0 {
			s := string(r.b[:i])
			r.b = r.b[i+1:]
			return s
		}
	}
	r.bad, r.b = true, nil
	return ""
}

func (r *reader) mark() uint64 {
	if len(r.b) < 8 {
		r.bad, r.b = true, nil
		return 0
	}
	n := binary.LittleEndian.Uint64(r.b)
	r.b = r.b[8:]
	return n
}

func (g *groups) pack() []byte {
	j := &jotter{texts: map[string]int{}}
	j.number(len(g.ids))
	for _, id := range g.ids {
		j.b = append(append(j.b, id...), 0)
	}
	j.number(len(g.parts))
	for _, m := range g.parts {
		j.number(int(m.family))
		j.number(int(m.group))
	}
	return j.b
}

func (g *groups) unpack(b []byte) bool {
	r := &reader{b: b}
	for range r.count() {
		g.ids = append(g.ids, stemma.ID(r.ended()))
	}
	for range r.count() {
		m := membership{int32(r.number()), int32(r.number())}
		g.parts = append(g.parts, m)
		r.bad = r.bad || m.group < 0 || int(m.group) >= len(g.ids) || m.family < 0
	}
	return !r.bad && len(r.b) == 0
}
