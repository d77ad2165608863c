package place

import (
	"net/url"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/gazetteer"
)

// home is where a text's outlet is at home, as far as its name and address tell.
type home struct {
	country string // of the address, “example.com.pe”; "" when it tells none
	words   string // the outlet's name and the address, letters only, a blank around each word
	joined  string // the last part of the address that is no ending: “borimherald”
}

// openEnds are endings of addresses that are given to a country and used by the world.
const openEnds = " ai am cc co eu fm gg io is la ly me mu nu sh st su to tv vc ws "

// homeOf reads the outlet's name and the page's address.
func homeOf(a *stemma.Article) home {
	var h home
	var b strings.Builder
	add := func(s string) {
		b.WriteByte(' ')
		for _, r := range gazetteer.Fold(s) {
			if unicode.IsLetter(r) || r == ' ' {
				b.WriteRune(r)
			}
		}
	}
	host := ""
	if u, err := url.Parse(a.URL); err == nil {
		host = u.Hostname()
	}
	if host == "" && !strings.Contains(a.Outlet.Name, " ") && strings.Contains(a.Outlet.Name, ".") {
		host = a.Outlet.Name
	} else {
		add(a.Outlet.Name)
	}
	if labels := strings.Split(strings.ToLower(host), "."); len(labels) > 1 {
		end := labels[len(labels)-1]
		if len(end) == 2 && !strings.Contains(openEnds, " "+end+" ") {
			h.country = strings.ToUpper(end)
		}
		if end == "uk" {
			h.country = "GB"
		}
		labels = labels[:len(labels)-1]
		for len(labels) > 1 && len(labels[len(labels)-1]) <= 3 { // “com.pe”, “co.uk”
			labels = labels[:len(labels)-1]
		}
		h.joined = labels[len(labels)-1]
		add(strings.ReplaceAll(h.joined, "-", " "))
	}
	b.WriteByte(' ')
	h.words = b.String()
	return h
}

// shortest is the fewest letters by which a name is known inside a word of an address.
const shortest = 5

// names reports whether the outlet bears the name of a place.
func (h home) names(form string) bool {
	n := gazetteer.Fold(form)
	if n == "" {
		return false
	}
	if strings.Contains(h.words, " "+n+" ") {
		return true
	}
	n = strings.ReplaceAll(n, " ", "")
	return len(n) >= shortest && (strings.HasPrefix(h.joined, n) || strings.HasSuffix(h.joined, n) || strings.Contains(h.joined, n) && strings.HasPrefix(h.joined, "the"))
}

// homely turns what speaks for a namesake without any text into what speaks for it as the
// place that the outlet bears: its size counts little, and it lies in the country of the
// outlet's address, or where the outlet's language is read. Elsewhere it is no country:
// “Lebanon” of an English paper is a town, “El Salvador” of a Spanish one the country.
func (f *finder) homely(p gazetteer.Place, prior float64) float64 {
	prior *= 0.3
	read := f.home.country != "" && p.Country == f.home.country || f.home.country == "" && f.k.countries.Has(strings.ToLower(p.Country))
	switch country := p.Class == gazetteer.Country; {
	case read && country:
		return prior + 5
	case country || p.Class == gazetteer.Region:
		return prior - 9
	case read:
		return prior + 3
	}
	return prior
}

// ofHome is how much the outlet's home weighs among what a text speaks of: as three clear
// mentions.
const ofHome = 6

// atHome lets the outlet's home speak before all else: its country, and the place whose
// name it bears, which is settled here. It gives what the forms of that place mean.
func (f *finder) atHome(a *around) map[string]int {
	settled := map[string]int{}
	if f.home.country != "" {
		a.countries[f.home.country] += ofHome
		a.total += ofHome
	}
	for i := range f.all {
		c := &f.all[i]
		if len(c.places) == 0 || c.dropped || !f.home.names(c.form) {
			continue
		}
		n, again := settled[c.form]
		if !again && c.inside >= 0 {
			n = c.chosen
		} else if !again {
			n = f.best(c, *a)
			a.repay(c.form)
		}
		settled[c.form] = n
		c.chosen = n
		if p := c.places[n]; !again {
			a.countries[p.Country] += ofHome
			a.divisions[p.Country+"/"+p.Admin1] += ofHome
			a.total += ofHome
		}
	}
	return settled
}
