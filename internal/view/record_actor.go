package view

import (
	"stemma"
)

// EntityRecord is a person, body or place across all texts.
type EntityRecord struct {
	Kind      string         `json:"kind"`
	ID        stemma.ID      `json:"id"`
	Type      string         `json:"type"`
	Name      string         `json:"name"`
	Forms     map[string]int `json:"forms"`
	Roles     []RoleRecord   `json:"roles"`
	Lat       *float64       `json:"lat"`
	Lon       *float64       `json:"lon"`
	GeonameID *int64         `json:"geonameid"`
	Admin1    *string        `json:"admin1"`
	Admin2    *string        `json:"admin2"`
	Country   *string        `json:"country"`
	Precision *string        `json:"precision"`
}

// RoleRecord is an office that somebody is said to hold, and where that is said.
type RoleRecord struct {
	Role  string       `json:"role"`
	From  *stemma.Date `json:"from"`
	Until *stemma.Date `json:"until"`
	AsOf  *stemma.Date `json:"as_of"`
	How   *string      `json:"how"`
	Place *RolePlace   `json:"place"`
}

// RolePlace is a place with its source, since roles stand outside any one source.
type RolePlace struct {
	Source  string    `json:"source"`
	Article stemma.ID `json:"article"`
	RecordPlace
}

// entityRecord needs the articles' scribes to say where roles stand.
func entityRecord(a *stemma.Actor, place func(stemma.Evidence) *RolePlace) *EntityRecord {
	r := &EntityRecord{Kind: "entity", ID: a.ID, Type: a.Type, Name: a.Name, Forms: a.Forms, Roles: []RoleRecord{}}
	if r.Forms == nil {
		r.Forms = map[string]int{}
	}
	for _, role := range a.Roles {
		r.Roles = append(r.Roles, RoleRecord{role.Name, orNull(role.From), orNull(role.Until), orNull(role.AsOf), orNull(role.How), place(role.At)})
	}
	if g := a.Geo; g != nil {
		r.Lat, r.Lon = &g.Lat, &g.Lon
		if g.GeonameID != 0 {
			r.GeonameID = &g.GeonameID
		}
		r.Admin1, r.Admin2, r.Country, r.Precision = orNull(g.Admin1), orNull(g.Admin2), orNull(g.Country), orNull(g.Precision)
	}
	return r
}
