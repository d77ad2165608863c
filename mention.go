package stemma

// The types of a [Mention] and of an [Actor].
const (
	Person       = "person"
	Organisation = "organisation"
	Place        = "place"
)

// Mention is a name in a text: a person, a body or a place. The span is the name
// without titles.
type Mention struct {
	ID ID
	Evidence
	Type   string // Person, Organisation or Place
	Name   string // the fullest form of it in this text: “Laura Ortega” for “Ortega”
	Entity ID     // the same for all mentions of one entity in this text
	Role   Named  // the office or title beside it (“health minister”); empty when none
	Age    int    // in years; 0 when not stated
	Gender string // “f”, “m” or "" where neither title, pronoun nor first name tells
	Geo    *Geo   // for places found in the gazetteer; nil otherwise
	Former bool   // the role is said to be a past one (“ex-”, “former”, “then-”)
}

// Geo says which place on Earth a name means, and how exactly.
type Geo struct {
	Lat, Lon  float64 // WGS 84, degrees
	GeonameID int64   // 0 when the place is not in GeoNames
	Country   string  // ISO 3166-1 alpha-2
	Admin1    string  // first-level division, by name
	Admin2    string  // second-level division, by name
	Precision string  // “country”, “admin1”, “admin2”, “city”, “region”
}
