package concord

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// person or body of one text, ready to be compared.
type figurehead struct {
	entity
	text     int
	kind     string
	name     string   // fullest form in the text
	words    []string // of the name, folded, without initials and “Jr.”
	mentions []*stemma.Mention
	geo      *stemma.Geo
}

// actors makes one actor of each entity across texts, and notes in the pile who is who.
func actors(p *pile, people []Told) []stemma.Actor {
	all := figureheads(p)
	t := newHearsay(all, people)
	open, of := t.unruled(all)
	u := newUnion(len(open))
	joinByName(open, u)
	joinExtended(p, open, u)
	joinMisspelt(p, open, u)
	who := newUnion(len(all))
	for i := range open {
		who.join(of[i], of[u.of(i)])
	}
	t.join(who)
	var out []stemma.Actor
	taken := map[stemma.ID]bool{}
	for _, group := range t.apartLast(who.groups(1)) {
		out = append(out, actor(p, all, group, taken))
		t.name(&out[len(out)-1], group)
	}
	slices.SortFunc(out, func(a, b stemma.Actor) int { return cmp.Compare(a.ID, b.ID) })
	for i := range out {
		p.actors[out[i].ID] = &out[i]
	}
	p.weigh()
	return out
}

// figureheads gives the entities of all texts, in the order of texts and first mention.
func figureheads(p *pile) []figurehead {
	var all []figurehead
	for i, t := range p.texts {
		at := map[stemma.ID]int{}
		for k := range t.Reading.Mentions {
			m := &t.Reading.Mentions[k]
			key := cmp.Or(m.Entity, m.ID)
			n, ok := at[key]
			if !ok {
				n = len(all)
				at[key] = n
				all = append(all, figurehead{entity: entity{t.Article.ID, key}, text: i, kind: m.Type, name: m.Name, geo: m.Geo})
			}
			all[n].mentions = append(all[n].mentions, m)
			if all[n].geo == nil {
				all[n].geo = m.Geo
			}
		}
	}
	for i := range all {
		all[i].words = nameWords(all[i].kind, all[i].name)
	}
	return all
}

// nameWords gives the words of a name by which it is compared. A person's initials in
// the middle and “Jr.” are left out.
func nameWords(kind, name string) []string {
	w := words(name)
	if kind != stemma.Person {
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
	longer := map[string][]int{} // first two words → entities with more words
	for i, f := range all {
		if f.kind == stemma.Person && len(f.words) > 2 {
			longer[f.words[0]+" "+f.words[1]] = append(longer[f.words[0]+" "+f.words[1]], i)
		}
	}
	for i, f := range all {
		if f.kind != stemma.Person || len(f.words) != 2 {
			continue
		}
		candidates := longer[f.words[0]+" "+f.words[1]]
		if len(candidates) == 0 {
			continue
		}
		one := true
		for _, c := range candidates {
			one = one && strings.Join(all[c].words, " ") == strings.Join(all[candidates[0]].words, " ")
		}
		if one {
			u.join(i, candidates[0])
		}
	}
	joinSurnames(p, all, u)
}

// joinSurnames joins a lone surname with the full name that a copy of the text has.
func joinSurnames(p *pile, all []figurehead, u union) {
	type key struct {
		family stemma.ID
		word   string
	}
	full := map[key]int{}
	twice := map[key]bool{}
	for i, f := range all {
		if f.kind != stemma.Person || len(f.words) < 2 {
			continue
		}
		k := key{p.familyOf(f.text), f.words[len(f.words)-1]}
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
		k := key{p.familyOf(f.text), f.words[0]}
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
		family stemma.ID
		first  string
	}
	met := map[key][]int{}
	for i, f := range all {
		if f.kind != stemma.Person || len(f.words) < 2 {
			continue
		}
		k := key{p.familyOf(f.text), f.words[0]}
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
