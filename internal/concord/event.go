package concord

import (
	"hash/fnv"
	"slices"
	"strings"

	"stemma"
)

// act is an event ready to be compared.
type act struct {
	id                 stemma.ID
	text               int
	witness            int32  // the family that it counts for
	kind, mode, status string // kind is its Type
	date               stemma.Date
	who                []int32 // actors and targets, ordered
	whom               []int32 // see [whomOf]
	place              int32   // an actor; nobody when it is none
	sentence           string  // folded, where the text has copies
	trigger            string  // folded
	source             string  // who told, by name
	label              string
}

// acts groups the events that are one, and tells of those that texts date differently.
type acts struct{ all []act }

func (a *acts) kind() string { return "event" }

func (a *acts) group(p *pile, out *output) error {
	all := a.all
	p.happenings = groups{}
	for _, group := range sameEvents(p, all) {
		h := happening(p, all, group)
		p.happenings.add(h.ID)
		for _, i := range group {
			p.happenings.has(all[i].witness)
		}
		out.part.Happenings = append(out.part.Happenings, h)
		if err := out.full(); err != nil {
			return err
		}
	}
	out.part.Clashes = append(out.part.Clashes, dateClashes(p, all)...)
	return out.full()
}

// sameEvents gives the groups of events that are one.
func sameEvents(p *pile, all []act) [][]int {
	met := newTwice(2 * len(all))
	for i := range all {
		for _, key := range eventKeys(p, &all[i]) {
			met.note(key.hash())
		}
	}
	u := newUnion(len(all))
	buckets := map[eventKey][]int32{} // one event of each group; keys that come once lead nowhere
	for i := range all {
		for _, key := range eventKeys(p, &all[i]) {
			if !met.twice(key.hash()) {
				continue
			}
			for _, j := range buckets[key] {
				if u.of(i) != u.of(int(j)) && sameEvent(p, &all[i], &all[j]) {
					u.join(i, int(j))
				}
			}
			if !slices.ContainsFunc(buckets[key], func(j int32) bool { return u.of(i) == u.of(int(j)) }) && len(buckets[key]) < mostTried {
				buckets[key] = append(buckets[key], int32(i))
			}
		}
	}
	joinOnce(p, all, u)
	return u.groups(2)
}

func (a *acts) take(p *pile, t *stated) {
	for k := range t.Reading.Events {
		a.all = append(a.all, actOf(p, t, &t.Reading.Events[k]))
	}
}

func actOf(p *pile, t *stated, e *stemma.Event) act {
	a := act{
		id: e.ID, text: t.number, witness: p.witness(t.number, e.Span), kind: p.keep(e.Type), mode: p.keep(e.Mode), status: p.keep(e.Status), date: stemma.Date(p.keep(string(e.Date))),
		place: p.actorOf(t.number, e.Place), trigger: p.keep(fold(e.Span.Of(t.Article.Text))), source: p.keep(p.namedSource(t.number, e.SaidBy)),
		label: strings.Clone(eventLabel(p, t, e)),
	}
	for _, n := range slices.Concat(e.Actors, e.Targets) {
		if id := p.actorOf(t.number, n); id != nobody {
			a.who = append(a.who, id)
		}
	}
	slices.Sort(a.who)
	a.who = slices.Compact(a.who)
	a.whom = whomOf(p, t, e)
	if !p.alone[p.familyOf(t.number)] {
		a.sentence = fold(e.Sentence.Of(t.Article.Text))
	}
	return a
}

// eventKey is a key under which equal events meet.
type eventKey struct {
	family        int32 // of copies; -1 for others
	kind, trigger string
	mode, date    string
}

func (k *eventKey) hash() uint64 {
	h := fnv.New64a()
	for _, s := range []string{k.kind, k.trigger, k.mode, k.date} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return mix(h.Sum64(), uint64(k.family))
}

// eventKeys gives the keys under which equal events meet: copies by their sentence,
// others by type and day.
func eventKeys(p *pile, a *act) []eventKey {
	keys := []eventKey{{family: p.familyOf(a.text), kind: a.kind, trigger: a.trigger}}
	if a.date.Exact() {
		keys = append(keys, eventKey{family: -1, kind: a.kind, mode: a.mode, date: string(a.date)})
	}
	return keys
}

// apartStatus are the states of an event that are told apart from all others.
var apartStatus = map[string]bool{"denied": true, "planned": true}

// sameEvent reports whether two events are one: the same sentence in two copies, or
// the same kind of act on the same day with somebody or some town in common.
func sameEvent(p *pile, a, b *act) bool {
	if a.kind != b.kind || !a.date.Meets(b.date) || a.status != b.status && (apartStatus[a.status] || apartStatus[b.status]) {
		return false
	}
	if p.familyOf(a.text) == p.familyOf(b.text) && a.text != b.text && a.trigger == b.trigger && alike(a.sentence, b.sentence) {
		return true
	}
	if !a.date.Exact() || a.date != b.date || a.mode != b.mode {
		return false
	}
	if a.place != nobody && b.place != nobody && a.place != b.place && !p.within(a.place, b.place) && !p.within(b.place, a.place) {
		return false
	}
	shared := 0
	for _, id := range a.who {
		if _, ok := slices.BinarySearch(b.who, id); ok && p.actors[id].kind != stemma.Place {
			shared++
		}
	}
	return shared > 0 || a.place != nobody && a.place == b.place && a.trigger == b.trigger && p.town(a.place)
}

// town reports whether a place is small enough that one act of a kind a day is the rule.
func (p *pile) town(id int32) bool {
	return id != nobody && p.actors[id].geo != nil && p.actors[id].geo.Precision == "city"
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
	h := stemma.Happening{Type: all[group[0]].kind}
	best := &all[group[0]]
	for _, i := range group {
		a := &all[i]
		b.add(p, a.text, a.witness, a.source)
		h.Members = append(h.Members, a.id)
		if vague(a.date) < vague(h.Date) {
			h.Date = a.date
		}
		if h.Place == "" && a.place != nobody {
			h.Place = p.actors[a.place].name
		}
		if len(a.who) > len(best.who) {
			best = a
		}
	}
	slices.Sort(h.Members)
	h.ID = stemma.NewID("h", string(h.Members[0]))
	h.Label = best.label
	h.Support = b.support()
	h.Support.Voices = b.voices()
	return h
}

// vague tells how little a date says: 0 for a day, 3 for nothing.
func vague(d stemma.Date) int {
	switch _, _, known := d.Bounds(); {
	case d.Exact():
		return 0
	case known:
		return 1
	case d != "":
		return 2
	}
	return 3
}

// eventLabel words an event by who, what and to whom.
func eventLabel(p *pile, t *stated, e *stemma.Event) string {
	var parts []string
	name := func(ns []stemma.Named) string {
		var out []string
		for _, n := range ns {
			if s := p.nameOf(t, n); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, ", ")
	}
	for _, s := range []string{name(e.Actors), e.Span.Of(t.Article.Text), name(e.Targets)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return shorten(strings.Join(parts, " · "))
}
