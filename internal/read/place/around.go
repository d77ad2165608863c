package place

import (
	"stemma/internal/gazetteer"
)

// around is what a text speaks of, counted over the names that can hardly mean
// anything else.
type around struct {
	countries, divisions map[string]float64
	total                float64
	lent                 map[string]loan   // what each form lent to all this itself
	forms                []*candidate      // the first candidate of each form
	alone                map[string]string // the only form of a country, "" when there are several
}

// loan is what the mentions of one form added to a country and a division.
type loan struct {
	country, division string
	weight            float64
}

func (l loan) to(name string) float64 {
	if name == l.country || name == l.division {
		return l.weight
	}
	return 0
}

// repay takes back what a form lent.
func (a *around) repay(form string) {
	l := a.lent[form]
	a.countries[l.country] -= l.weight
	a.divisions[l.division] -= l.weight
	a.total -= l.weight
	delete(a.lent, form)
}

// most forms of a text that are compared with each other: bounds the work for a text
// that is one long list of towns.
const mostForms = 60

func (f *finder) surroundings() around {
	a := around{countries: map[string]float64{}, divisions: map[string]float64{}, alone: map[string]string{}, lent: map[string]loan{}}
	seen := map[string]bool{}
	for i := range f.all {
		c := &f.all[i]
		if c.dropped || len(c.places) == 0 {
			continue
		}
		p := c.places[c.chosen]
		weight := 1.0
		switch {
		case p.Class == gazetteer.Country, c.inside >= 0, c.class != "":
			weight = 2
		case len(c.places) > 1 && c.places[1].Country != p.Country:
			weight = 0.5
		}
		a.total += weight
		a.lent[c.form] = loan{p.Country, p.Country + "/" + p.Admin1, a.lent[c.form].weight + weight}
		if !seen[c.form] && len(a.forms) < mostForms {
			seen[c.form] = true
			a.forms = append(a.forms, c)
		}
		a.countries[p.Country] += weight
		if old, ok := a.alone[p.Country]; ok && old != c.form {
			a.alone[p.Country] = ""
		} else {
			a.alone[p.Country] = c.form
		}
		if p.Admin1 != "" {
			a.divisions[p.Country+"/"+p.Admin1] += weight
		}
	}
	return a
}

// smallTown is the number of inhabitants below which a town far from all else that the
// text speaks of is not taken for the one that is meant.
const smallTown = 50_000

// forsake takes the point from small towns and districts of countries of which the text
// names nothing else, when it is plainly about another: a wrong place is worse than none.
func (f *finder) forsake(a around) {
	for _, c := range f.all {
		if len(c.places) == 0 {
			f.odd[f.norm(c.first, c.end)] = true
		}
	}
	for i := range f.all {
		c := &f.all[i]
		if len(c.places) == 0 || c.inside >= 0 || c.rule == Contained {
			continue
		}
		p := c.places[c.chosen]
		if p.Class != gazetteer.City && p.Class != gazetteer.Admin2 || p.Population >= smallTown || p.Capital || p.GeonameID == 0 && p.Population == 0 {
			continue
		}
		if a.alone[p.Country] == c.form && a.total-a.countries[p.Country]+float64(len(f.odd)) >= 3 {
			c.places, c.chosen = nil, 0
		}
	}
}
