package concord

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// act is an event ready to be compared.
type act struct {
	found[*stemma.Event]
	who      []stemma.ID // actors and targets, ordered
	place    stemma.ID
	sentence string // folded
	trigger  string
}

// happenings groups the events that are one.
func happenings(p *pile) []stemma.Happening {
	all := acts(p)
	u := newUnion(len(all))
	buckets := map[string][]int{}
	for i := range all {
		for _, key := range eventKeys(p, &all[i]) {
			for _, j := range buckets[key] {
				if u.of(i) != u.of(j) && sameEvent(p, &all[i], &all[j]) {
					u.join(i, j)
				}
			}
			if !slices.ContainsFunc(buckets[key], func(j int) bool { return u.of(i) == u.of(j) }) && len(buckets[key]) < mostTried {
				buckets[key] = append(buckets[key], i)
			}
		}
	}
	var out []stemma.Happening
	for _, group := range u.groups(2) {
		out = append(out, happening(p, all, group))
	}
	slices.SortFunc(out, func(a, b stemma.Happening) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

func acts(p *pile) []act {
	var all []act
	for i, t := range p.texts {
		for k := range t.Reading.Events {
			e := &t.Reading.Events[k]
			a := act{found: found[*stemma.Event]{i, e}, place: p.actorOf(i, e.Place)}
			who := map[stemma.ID]bool{}
			for _, n := range slices.Concat(e.Actors, e.Targets) {
				if id := p.actorOf(i, n); id != "" {
					who[id] = true
				}
			}
			a.who = ordered(who)
			a.sentence = fold(e.Sentence.Of(t.Article.Text))
			a.trigger = fold(e.Span.Of(t.Article.Text))
			all = append(all, a)
		}
	}
	return all
}

// eventKeys gives the keys under which equal events meet: copies by their sentence,
// others by type and day.
func eventKeys(p *pile, a *act) []string {
	keys := []string{"copy " + string(p.familyOf(a.text)) + " " + a.it.Type + " " + a.trigger}
	if a.it.Date.Exact() {
		keys = append(keys, a.it.Type+" "+a.it.Mode+" "+string(a.it.Date))
	}
	return keys
}

// apartStatus are the states of an event that are told apart from all others.
var apartStatus = map[string]bool{"denied": true, "planned": true}

// sameEvent reports whether two events are one: the same sentence in two copies, or
// the same kind of act on the same day with somebody or some town in common.
func sameEvent(p *pile, a, b *act) bool {
	if a.it.Type != b.it.Type || !a.it.Date.Meets(b.it.Date) || a.it.Status != b.it.Status && (apartStatus[a.it.Status] || apartStatus[b.it.Status]) {
		return false
	}
	if p.familyOf(a.text) == p.familyOf(b.text) && a.text != b.text && a.trigger == b.trigger && alike(a.sentence, b.sentence) {
		return true
	}
	if !a.it.Date.Exact() || a.it.Date != b.it.Date || a.it.Mode != b.it.Mode {
		return false
	}
	if a.place != "" && b.place != "" && a.place != b.place && !p.within(a.place, b.place) && !p.within(b.place, a.place) {
		return false
	}
	shared := 0
	for _, id := range a.who {
		if _, ok := slices.BinarySearch(b.who, id); ok && p.actors[id].Type != stemma.Place {
			shared++
		}
	}
	return shared > 0 || a.place != "" && a.place == b.place && a.trigger == b.trigger && p.town(a.place)
}

// town reports whether a place is small enough that one act of a kind a day is the rule.
func (p *pile) town(id stemma.ID) bool {
	a := p.actors[id]
	return a != nil && a.Geo != nil && a.Geo.Precision == "city"
}

// alike reports whether two folded sentences are the same but for a few words.
func alike(a, b string) bool {
	if a == b {
		return a != ""
	}
	x, y := strings.Fields(a), strings.Fields(b)
	return float64(common(x, y)) >= 0.75*float64(max(len(x), len(y)))
}

func happening(p *pile, all []act, group []int) stemma.Happening {
	b := newBacking()
	h := stemma.Happening{Type: all[group[0]].it.Type}
	best := &all[group[0]]
	for _, i := range group {
		a := &all[i]
		b.add(p, a.text, p.namedSource(a.text, a.it.SaidBy))
		h.Members = append(h.Members, a.it.ID)
		if h.Date == "" || !h.Date.Exact() && a.it.Date.Exact() {
			h.Date = cmp.Or(a.it.Date, h.Date)
		}
		if h.Place == "" && a.place != "" {
			h.Place = p.placeName(a.place)
		}
		if len(a.who) > len(best.who) {
			best = a
		}
	}
	slices.Sort(h.Members)
	h.ID = stemma.NewID("h", string(h.Members[0]))
	h.Label = eventLabel(p, best)
	h.Support = b.support()
	return h
}

// eventLabel words an event by who, what and to whom.
func eventLabel(p *pile, a *act) string {
	var parts []string
	name := func(ns []stemma.Named) string {
		var out []string
		for _, n := range ns {
			if s := p.nameOf(a.text, n); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, ", ")
	}
	for _, s := range []string{name(a.it.Actors), a.it.Span.Of(p.texts[a.text].Article.Text), name(a.it.Targets)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return shorten(strings.Join(parts, " · "))
}
