package name

import (
	"fmt"
	"strings"

	"stemma"
)

// placeEntities groups the mentions of places: by what they are on Earth, else by name.
func (f *finder) placeEntities() {
	counts := map[string]map[string]int{}
	names := map[string]string{}
	full, geos := f.fullPlaces()
	key := func(c *candidate) string {
		if k := full[c.form]; k != "" && c.geo == nil {
			return k
		}
		return placeKey(c)
	}
	for i := range f.all {
		c := &f.all[i]
		if c.kind != aPlace {
			continue
		}
		key, w := key(c), f.written(c)
		if c.geo == nil {
			c.geo = geos[key]
		}
		if counts[key] == nil {
			counts[key] = map[string]int{}
		}
		counts[key][w]++
		if old := names[key]; old == "" || fuller(w, old, counts[key]) {
			names[key] = w
		}
	}
	for i := range f.all {
		if c := &f.all[i]; c.kind == aPlace {
			c.name = names[key(c)]
			c.entity = stemma.NewID("e", string(f.d.Article.ID), stemma.Place, key(c))
		}
	}
}

// fullPlaces tells of bare names what they are short for: “borim” is “Borim Dam” when
// the text has that and no other place of that name with such a word. It also gives where
// the fuller ones lie.
func (f *finder) fullPlaces() (full map[string]string, geos map[string]*stemma.Geo) {
	full, geos = map[string]string{}, map[string]*stemma.Geo{}
	for i := range f.all {
		c := &f.all[i]
		if c.kind != aPlace {
			continue
		}
		base := f.base(c)
		if base == "" {
			continue
		}
		if old := full[base]; old != "" && old != placeKey(c) {
			full[base] = "?"
		} else {
			full[base] = placeKey(c)
			geos[placeKey(c)] = c.geo
		}
	}
	for base, key := range full {
		if key == "?" {
			delete(full, base)
		}
	}
	return full, geos
}

// fuller reports whether a names a place better than b: words before initials, then
// what the text writes more often.
func fuller(a, b string, counts map[string]int) bool {
	initials := func(s string) bool { return strings.ToUpper(s) == s }
	if initials(a) != initials(b) {
		return initials(b)
	}
	return counts[a] > counts[b]
}

// placeKey tells places apart: by point and class, or by name where no point is known.
func placeKey(c *candidate) string {
	g := c.geo
	switch {
	case g == nil:
		return plain(c.form)
	case g.Precision == "country":
		return "country " + g.Country
	default:
		return fmt.Sprintf("%s %s %.4f %.4f", g.Precision, g.Country, g.Lat, g.Lon)
	}
}

// country reports whether the name of a country begins at token i.
func (f *finder) country(i int) bool {
	m := f.place[i].mention
	return f.place[i].end > 0 && m.Geo != nil && m.Geo.Precision == "country"
}

// nation reports whether a name is that of a country, or of a part of one that has a side of
// its own.
func (f *finder) nation(c *candidate) bool {
	return f.place[c.first].end == c.end && (f.country(c.first) || f.k.namesake(c.form) == "nation")
}
