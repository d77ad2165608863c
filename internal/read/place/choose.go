package place

import (
	"math"

	"stemma/internal/gazetteer"
)

// resolve chooses one of its namesakes for each candidate.
func (f *finder) resolve() {
	for i := range f.all { // first by what the text says beside the name
		c := &f.all[i]
		if len(c.places) > 0 {
			c.chosen = max(0, first(c.places, c.class))
		}
	}
	for i := len(f.all) - 1; i >= 0; i-- {
		if c := &f.all[i]; c.inside >= 0 {
			if n := f.insideOf(c); n >= 0 {
				c.chosen = n
			}
		}
	}
	near := f.surroundings()
	settled := f.atHome(&near)
	f.weigh(near, settled)
	f.siblings()
	f.forsake(near)
}

// weigh chooses for all candidates; what the text says beside one mention of a name holds
// for all of them, and what is chosen already stays.
func (f *finder) weigh(a around, chosen map[string]int) {
	for i := range f.all {
		if c := &f.all[i]; c.inside >= 0 && !c.dropped {
			chosen[c.form] = c.chosen
		}
	}
	for i := range f.all {
		c := &f.all[i]
		if len(c.places) < 2 || c.inside >= 0 {
			continue
		}
		n, ok := chosen[c.form]
		if c.class != "" || !ok {
			n = f.best(c, a)
		}
		if c.class == "" {
			chosen[c.form] = n
		}
		c.chosen = n
	}
}

func (f *finder) insideOf(c *candidate) int {
	o := &f.all[c.inside]
	if n := within(c.places, o.places[o.chosen]); n >= 0 {
		return n
	}
	for i, outer := range o.places {
		if n := within(c.places, outer); n >= 0 {
			if o.inside < 0 && o.class == "" {
				o.chosen = i
			}
			return n
		}
	}
	return -1
}

// first gives the first place of a class, or -1.
func first(list []gazetteer.Place, class gazetteer.Class) int {
	for i, p := range list {
		if class != "" && p.Class == class {
			return i
		}
	}
	return -1
}

// How much it weighs that a text speaks of a namesake's country, its division, and of
// places near it, against one for ten times the inhabitants or so.
const (
	ofCountry    = 5
	ofDivision   = 2
	ofNeighbours = 4
)

// best weighs the namesakes: by inhabitants, by the countries and divisions that the
// text speaks of otherwise, by what lies near, and by the class that it gives.
func (f *finder) best(c *candidate, a around) int {
	most, at := math.Inf(-1), c.chosen
	local := f.home.names(c.form)
	for i, p := range c.places {
		score := prior(p, c.form, i)
		if local {
			score = f.homely(p, score)
		}
		if narrow(p) && broad(c.places[0]) && !overDivision(p, c.places[0]) && c.class == "" && !local { // the town of a country's name
			score -= 2
		}
		lent := a.lent[c.form]
		country, nearby := share(a.countries[p.Country]-lent.to(p.Country), a.total), a.neighbours(c.form, p)
		if !local && outshone(p, c.places) { // that a text is about Canada makes its “London” no town there; what lies near may
			country, nearby = 0.3*country, 1.5*nearby
		}
		score += ofCountry * country
		if division := p.Country + "/" + p.Admin1; p.Class != gazetteer.Country {
			score += ofDivision * share(a.divisions[division]-lent.to(division), a.total)
		}
		score += ofNeighbours * nearby
		if p.Class == gazetteer.Admin1 && c.places[0].Class == gazetteer.Country && c.places[0].Country != p.Country && a.countries[p.Country] >= 3 && a.alone[c.places[0].Country] == c.form {
			score += 2 // the state, in a text about its country
		}
		if c.class != "" && p.Class == c.class {
			score += 4
		} else if c.class == gazetteer.City && p.Class != gazetteer.City {
			score -= 4
		}
		if score > most {
			most, at = score, i
		}
	}
	return at
}

// neighbours says, from 0 to 1, how many of the other names of the text may mean
// places within some 150 km of p.
func (a *around) neighbours(form string, p gazetteer.Place) float64 {
	if p.Class == gazetteer.Country || !p.Located() || len(a.forms) < 2 {
		return 0
	}
	sum := 0.0
	for _, o := range a.forms {
		if o.form == form {
			continue
		}
		best := 0.0
		for i, q := range o.places[:min(len(o.places), 8)] {
			if q.Class == gazetteer.Country || q.Country != p.Country || !q.Located() {
				continue
			}
			best = max(best, near(p, q)/(1+0.3*float64(i)))
		}
		sum += best
	}
	return math.Min(1, sum/2)
}

// near falls from 1 for one spot to 0 for 300 km, by a flat map that is good enough at
// such distances.
func near(p, q gazetteer.Place) float64 {
	y := (p.Lat - q.Lat) * 111
	if y > 300 || y < -300 {
		return 0
	}
	x := (p.Lon - q.Lon) * 111 * math.Cos(p.Lat*math.Pi/180)
	n := math.Max(0, 1-math.Hypot(x, y)/300)
	return n * n // what lies in the next town says more than the other end of the state
}

// share turns a weight into 0 to 1; already one clear mention counts for much.
func share(weight, total float64) float64 {
	if weight <= 0 || total <= 0 {
		return 0
	}
	return 0.5*math.Min(1, weight/2) + 0.5*weight/total
}

// siblings lets the members of a list be of one class: in “Ayda, Borim and Cantel”, if
// two are divisions only, a third that is a division and its capital is the division.
func (f *finder) siblings() {
	for i := 0; i < len(f.all); {
		j := i + 1
		for j < len(f.all) && f.listed(j-1, j) {
			j++
		}
		if j-i >= 3 {
			f.align(f.all[i:j])
		}
		i = j
	}
}

func (f *finder) align(list []candidate) {
	votes := map[gazetteer.Class]int{}
	country := map[string]int{}
	for _, c := range list {
		p := c.places[c.chosen]
		votes[p.Class]++
		country[p.Country]++
	}
	if votes[gazetteer.Admin1]*2 < len(list) {
		return
	}
	for i := range list {
		c := &list[i]
		for n, p := range c.places {
			if p.Class == gazetteer.Admin1 && country[p.Country]*2 >= len(list) {
				c.chosen = n
				break
			}
		}
	}
}
