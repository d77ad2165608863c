package concord

import (
	"cmp"
	"slices"

	"stemma"
)

// once are the acts that befall one person once within one matter, so that two texts on it
// that name the person tell of one event though they do not say of which day; those that
// somebody does and is not the object of are false.
var once = map[string]bool{
	"abduct": true, "appoint": true, "arrest": true, "assassinate": true, "charge": true, "convict": true, "deport": true,
	"die": true, "dismiss": true, "elect": true, "kill": true, "oust": true, "release": true, "remove": true,
	"plead": false, "resign": false,
}

// worded are those of which the same words must tell: a claim is brought in another way than a
// charge, and a plea can be this or that.
var worded = map[string]bool{"charge": true, "plead": true}

// onceDays is how many days may lie between two texts that tell of such an act without its day.
const onceDays = 60

// whomOf gives the people whom an act that comes once befalls.
func whomOf(p *pile, t *stated, e *stemma.Event) []int32 {
	befalls, ok := once[e.Mode]
	if !ok || e.Status != "happened" {
		return nil
	}
	of := e.Actors
	if befalls {
		of = e.Targets
	}
	var out []int32
	for _, n := range of {
		if id := p.actorOf(t.number, n); id != nobody && p.actors[id].kind == stemma.Person {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// befallen is a person with what befalls them.
type befallen struct {
	person     int32
	kind, mode string
}

// joinOnce joins the groups of what befalls one person once, as texts on one matter tell of it.
// Those that say the day come first; one that does not say it, and could be of two days, is of
// none.
func joinOnce(p *pile, all []act, u union) {
	met := map[befallen][]int{}
	var order []befallen
	for i := range all {
		for _, id := range all[i].whom {
			k := befallen{id, all[i].kind, all[i].mode}
			if met[k] == nil {
				order = append(order, k)
			}
			met[k] = append(met[k], i)
		}
	}
	days := daysOf(all, u)
	for _, k := range order {
		same := met[k][:min(len(met[k]), mostTried)]
		slices.SortStableFunc(same, func(i, j int) int { return cmp.Compare(undated(&all[i]), undated(&all[j])) })
		for n, i := range same {
			if j := onlyOne(p, all, u, days, same[:n], i); j >= 0 {
				days[min(u.of(i), u.of(j))] = cmp.Or(days[u.of(i)], days[u.of(j)])
				u.join(i, j)
			}
		}
	}
}

func undated(a *act) int {
	if a.date.Exact() {
		return 0
	}
	return 1
}

// daysOf gives the day of each group that has one, by its smallest member.
func daysOf(all []act, u union) map[int]stemma.Date {
	days := map[int]stemma.Date{}
	for i := range all {
		if all[i].date.Exact() {
			days[u.of(i)] = all[i].date
		}
	}
	return days
}

// onlyOne gives an event of the one group, among those before it, that an event can be of; -1
// where there is none, or there are several that are not of one day.
func onlyOne(p *pile, all []act, u union, days map[int]stemma.Date, before []int, i int) int {
	found := -1
	for _, j := range before {
		if u.of(i) == u.of(j) || all[i].text == all[j].text || !sameOnce(p, &all[i], &all[j]) {
			continue
		}
		x, y := days[u.of(i)], days[u.of(j)]
		if x != "" && y != "" && x != y {
			continue
		}
		switch {
		case found < 0:
			found = j
		case u.of(found) != u.of(j) && days[u.of(found)] != days[u.of(j)]:
			return -1
		}
	}
	return found
}

// sameOnce reports whether nothing that two texts say tells what befalls one person in them
// apart, and the texts are about one matter.
func sameOnce(p *pile, a, b *act) bool {
	if !a.date.Meets(b.date) || a.place != nobody && b.place != nobody && a.place != b.place && !p.within(a.place, b.place) && !p.within(b.place, a.place) {
		return false
	}
	if worded[a.mode] && a.trigger != b.trigger || othersIn(a, b) {
		return false
	}
	return days(p.texts[a.text].date, p.texts[b.text].date) <= onceDays && p.related(a.text, b.text) >= leastRelated
}

// othersIn reports whether two acts have others in them, and nobody in common beside those whom
// they befall: somebody may quit a party and an office.
func othersIn(a, b *act) bool {
	x, y := without(a.who, a.whom), without(b.who, b.whom)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(id int32) bool { return slices.Contains(y, id) })
}

func without(all, some []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(all), func(id int32) bool { return slices.Contains(some, id) })
}
