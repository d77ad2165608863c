package concord

import (
	"slices"
	"strings"

	"stemma"
	"stemma/lang"
)

// actors makes one actor of each entity across texts, notes in the pile who is who, and
// puts the actors with what they are spelt.
func actors(p *pile, from Source, people []Told, out *output) error {
	c, err := newCast(p, from)
	if err != nil {
		return err
	}
	t := newHearsay(c, people)
	groups := grouped(p, c.heads, t)
	order := identify(p, c, t, groups)
	p.weigh()
	for i := range p.texts {
		t := &p.texts[i]
		t.subject.main = mostNamed(p, c.heads[t.entities:int(t.entities)+len(p.own(i))], t.entities)
	}
	roles := rolesTold(p, c.offices)
	for n, g := range order {
		a := c.actor(p, groups[g], &p.actors[n], roles[int32(n)])
		out.part.Actors = append(out.part.Actors, a)
		out.part.Clashes = append(out.part.Clashes, c.spellingClash(p, groups[g], &a)...)
		if err := out.full(); err != nil {
			return err
		}
	}
	return nil
}

// grouped gives the entities that are one, group by group.
func grouped(p *pile, all []figurehead, t *hearsay) [][]int {
	open, of := t.unruled(all)
	u := newUnion(len(open))
	joinByName(open, u)
	joinExtended(p, open, u)
	joinMisspelt(p, open, u)
	who := u
	if len(open) < len(all) {
		who = newUnion(len(all))
		for i := range open {
			who.join(of[i], of[u.of(i)])
		}
	}
	t.join(who)
	return t.apartLast(who.groups(1))
}

// nameWords gives the words of a name by which it is compared. A person's initials in
// the middle and “Jr.” are left out; a ministry is written in one way.
func nameWords(kind, name string) []string {
	w := words(name)
	switch kind {
	case stemma.Organisation:
		return turned(w)
	case stemma.Place:
		return w
	}
	var out []string
	for i, s := range w {
		if len(s) == 1 && i > 0 && len(out) > 0 && len(out[0]) > 1 || s == "jr" || s == "sr" {
			continue
		}
		out = append(out, s)
	}
	return out
}

// turned gives the words of a body's name with its head last, where names of such bodies are
// written in two ways: “Ministry of Health”, “Health Ministry”.
func turned(w []string) []string {
	if len(w) < 3 {
		return w
	}
	for _, code := range lang.Codes() {
		pack := lang.Load(code)
		head, _ := pack.List("organisations").Value(w[0])
		if of, _ := pack.List("particles").Value(w[1]); !lang.Flag(head, "turned") || !lang.Flag(of, "body") {
			continue
		}
		rest := w[2:]
		if _, article := pack.List("articles").Value(rest[0]); article && len(rest) > 1 {
			rest = rest[1:]
		}
		return append(slices.Clone(rest), w[0])
	}
	return w
}

// joinByName joins entities whose full names are the same. One word is no full name of
// a person: it joins nobody outside its own text and family.
func joinByName(all []figurehead, u union) {
	first := map[string]int{}
	for i, f := range all {
		key := f.kind + ":" + strings.Join(f.words, " ")
		switch {
		case f.kind == stemma.Place && f.geo != nil:
			key = placeKey(f.geo, f.words)
		case f.kind == stemma.Person && len(f.words) < 2, len(f.words) == 0:
			continue
		}
		if j, ok := first[key]; ok {
			u.join(i, j)
		} else {
			first[key] = i
		}
	}
}

// joinExtended joins a person's shorter name with the one longer name that begins with
// it (“Ana Ruiz”, “Ana Ruiz Ortega”), when the pile has just one.
func joinExtended(p *pile, all []figurehead, u union) {
	type longer struct {
		first int  // the first entity of such a name
		one   bool // all have the same name
	}
	known := map[string]longer{} // by the first two words
	for i, f := range all {
		if f.kind != stemma.Person || len(f.words) < 3 {
			continue
		}
		key := f.words[0] + " " + f.words[1]
		if l, ok := known[key]; !ok {
			known[key] = longer{i, true}
		} else if l.one && !slices.Equal(f.words, all[l.first].words) {
			known[key] = longer{l.first, false}
		}
	}
	for i, f := range all {
		if f.kind != stemma.Person || len(f.words) != 2 {
			continue
		}
		if l := known[f.words[0]+" "+f.words[1]]; l.one {
			u.join(i, l.first)
		}
	}
	joinSurnames(p, all, u)
}

// joinSurnames joins a lone surname with the full name that a copy of the text has.
func joinSurnames(p *pile, all []figurehead, u union) {
	type key struct {
		family int32
		word   string
	}
	full := map[key]int{}
	twice := map[key]bool{}
	for i, f := range all {
		if f.kind != stemma.Person || len(f.words) < 2 {
			continue
		}
		k := key{p.familyOf(int(f.text)), f.words[len(f.words)-1]}
		if j, ok := full[k]; ok && u.of(j) != u.of(i) {
			twice[k] = true
		}
		full[k] = i
	}
	lone := map[key]int{}
	for i, f := range all {
		if f.kind != stemma.Person || len(f.words) != 1 {
			continue
		}
		k := key{p.familyOf(int(f.text)), f.words[0]}
		if j, ok := full[k]; ok && !twice[k] {
			u.join(i, j)
		} else if j, ok := lone[k]; ok {
			u.join(i, j)
		} else {
			lone[k] = i
		}
	}
}

// joinMisspelt joins two spellings of a person's name: the same first name, surnames
// of at least six letters that differ in one or two, in texts of one family, where the
// one was made from the other.
func joinMisspelt(p *pile, all []figurehead, u union) {
	type key struct {
		family int32
		first  string
	}
	met := map[key][]int{}
	for i, f := range all {
		if f.kind != stemma.Person || len(f.words) < 2 || p.alone[p.familyOf(int(f.text))] {
			continue
		}
		k := key{p.familyOf(int(f.text)), f.words[0]}
		for _, j := range met[k] {
			if misspelt(f.words, all[j].words) && !together(f, all[j]) {
				u.join(i, j)
			}
		}
		met[k] = append(met[k], i)
	}
}

func misspelt(a, b []string) bool {
	if len(a) != len(b) || !slices.Equal(a[:len(a)-1], b[:len(b)-1]) {
		return false
	}
	x, y := a[len(a)-1], b[len(b)-1]
	return x != y && min(len(x), len(y)) >= 6 && distance(x, y, 2) <= 2
}

// together reports whether both stand in one text: then they are two people.
func together(a, b figurehead) bool { return a.text == b.text }
