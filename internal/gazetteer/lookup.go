package gazetteer

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// MaxName is the longest folded name that is looked for, in bytes.
const MaxName = 120

// smallCountry is the number of inhabitants from which a country comes before all
// namesakes; smaller ones and dependent territories take their turn like a division.
const smallCountry = 500_000

// found is one answer to a lookup with what decides its place among the answers.
type found struct {
	place     Place
	spelling  string // the name by which it was found, as stored
	alternate bool
	added     bool
	number    int // place number; 0 for an addition
}

// Lookup returns all places of that name, best first; nil when there is none.
//
// Names are compared folded (see [Fold]). The order: countries with half a million
// inhabitants in listed towns (below that, “Granada” is the town in Spain before the
// island state by its Spanish name); regions and seas; then
// those spelled exactly so, if the name has letters with marks (a text that leaves marks
// out says nothing by it); then by inhabitants, where a second-level division counts a
// half and a name that is not the usual one a tenth, so that a first-level division comes
// before its capital of the same name and a capital before a far hamlet; then by class,
// name and place number.
//
// A name written in capitals only, such as “US” or “UK”, is not found by a spelling with
// small letters, which would be another word.
//
// The list is shared: it must not be changed.
func (t *Table) Lookup(name string) []Place {
	if len(name) > mostKept {
		return t.lookup(name)
	}
	return t.lookups.of(name, t.lookup)
}

// mostKept is how long a name may be in bytes to be remembered: a text may have any.
const mostKept = 4 * MaxName

func (t *Table) lookup(name string) []Place {
	key := Fold(name)
	if key == "" || len(key) > MaxName {
		return nil
	}
	list := slices.Clone(t.added.places[key])
	if f := t.find(key); f.ok {
		for _, r := range f.entry.list() {
			list = append(list, found{place: t.place(r.place), spelling: r.spelling, alternate: r.alternate, number: r.place})
		}
	}
	list = slices.DeleteFunc(list, func(f found) bool { return !allows(f.spelling, name) })
	slices.SortStableFunc(list, order(name))
	var out []Place
	seen := map[int]bool{}
	for _, f := range list {
		if f.added || !seen[f.number] {
			seen[f.number] = true
			out = append(out, f.place)
		}
	}
	return out
}

// order compares two answers to a lookup of that name; see Lookup.
func order(name string) func(a, b found) int {
	plain := strings.IndexFunc(name, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }) < 0
	inexact := func(f found) int {
		if plain || f.spelling == name {
			return 0
		}
		return 1
	}
	early := func(f found) int {
		if f.place.Class == Country && f.place.Population < smallCountry && !f.added {
			return rank(Admin1)
		}
		return min(rank(f.place.Class), rank(Admin1))
	}
	added := func(f found) int {
		if f.added {
			return 0
		}
		return 1
	}
	return func(a, b found) int {
		return cmp.Or(
			cmp.Compare(early(a), early(b)),
			cmp.Compare(added(a), added(b)),
			cmp.Compare(inexact(a), inexact(b)),
			cmp.Compare(weight(b), weight(a)),
			cmp.Compare(rank(a.place.Class), rank(b.place.Class)),
			cmp.Compare(a.place.Name, b.place.Name),
			cmp.Compare(a.number, b.number),
		)
	}
}

// weight says how likely a place is meant, in inhabitants.
func weight(f found) int {
	w := f.place.Population * 20
	if f.place.Class == Admin2 {
		w /= 2
	}
	if f.alternate {
		w /= 10
	}
	return w
}

// rank orders the classes; -1 for what is no class.
func rank(c Class) int { return slices.Index(classes, c) }

// allows says whether a text that writes the name so can mean the stored spelling: an
// abbreviation in capitals has no small letters.
func allows(spelling, name string) bool {
	return hasSmall(spelling) || !hasSmall(name)
}

func hasSmall(s string) bool { return strings.IndexFunc(s, unicode.IsLower) >= 0 }

// finding is the entry of a folded name.
type finding struct {
	entry  entry
	ok     bool // there is one
	small  bool // a place in it is spelled with small letters
	longer bool // there are names that begin with this one and go on with another word
}

// find looks a folded name up.
func (t *Table) find(key string) finding { return t.finds.of(key, t.search) }

func (t *Table) search(key string) (f finding) {
	s := sort.Search(len(t.names), func(i int) bool { return t.names[i].first > key }) - 1
	if s < 0 {
		s = 0
	}
	for ; s < len(t.names); s++ {
		shard := t.names[s]
		b := max(0, sort.Search(shard.blocks, func(i int) bool { return shard.firstOf(i) > key })-1)
		for ; b < shard.blocks; b++ {
			c := shard.cursor(b)
			for c.next() {
				k := c.key[:c.n]
				switch {
				case string(k) < key:
				case string(k) == key:
					f.entry, f.ok = c.entry(), true
					f.small = slices.ContainsFunc(f.entry.list(), func(r ref) bool { return hasSmall(r.spelling) })
				default:
					f.longer = len(k) > len(key) && string(k[:len(key)]) == key && k[len(key)] == ' '
					return f
				}
			}
		}
	}
	return f
}

// place returns the place of that number, with the names of what it lies in.
func (t *Table) place(n int) Place {
	r := t.record(n)
	p := Place{
		Name: t.nameOf(n), Lat: r.lat(), Lon: r.lon(), Class: r.class(),
		Population: r.population(), Capital: r.capital(),
	}
	if p.Class != Country {
		p.GeonameID = r.id()
	}
	// A place lies in at most a second-level and a first-level division and a country.
	for at := n; ; {
		r := t.record(at)
		switch r.class() {
		case Country:
			p.Country, p.CountryName = r.code(), t.nameOf(at)
		case Admin1:
			p.Admin1 = t.nameOf(at)
		case Admin2:
			p.Admin2 = t.nameOf(at)
		}
		if r.parent() >= at { // parents have smaller numbers; a country has itself
			t.middle(&p)
			return p
		}
		at = r.parent()
	}
}

// nameOf returns the usual name of a place.
func (t *Table) nameOf(n int) string {
	at := t.record(n).name()
	for _, f := range t.names {
		if blocks := f.blocks; at >= blocks*BlockSize {
			at -= blocks * BlockSize
			continue
		}
		c := f.cursor(at / BlockSize)
		for range at%BlockSize + 1 {
			c.next()
		}
		for _, r := range c.entry().list() {
			if r.place == n && !r.alternate {
				return r.spelling
			}
		}
	}
	return ""
}

// countryName returns the name of a country by its code; "" when there is none.
func (t *Table) countryName(code string) string {
	for n := 0; code != ""; n++ {
		r := t.record(n)
		if r == "" || r.class() != Country { // countries have the first numbers
			break
		}
		if r.code() == code {
			return t.nameOf(n)
		}
	}
	return ""
}
