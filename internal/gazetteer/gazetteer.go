// Package gazetteer knows where places are, without a network.
//
// It takes a name as a text writes it, in English or Spanish, and gives the places on
// Earth that bear it, best first: countries, regions of the world and seas, first- and
// second-level divisions, towns. The data is embedded and is searched where it lies: it
// is never unpacked, so a program that asks nothing pays nothing.
//
// Promises: no panic, whatever the name; the same answer on every machine; a Table may
// be used from many goroutines. A Table does not change: [Table.With] makes a new one
// with a project's own places.
//
// It does not read texts, does not choose among namesakes by context, and does not know
// demonyms or streets, and of rivers and mountains the greatest only. A name that is also an ordinary word or a
// person's name is found all the same: ask [Table.Common].
//
// Sources: GeoNames (cities500 of 2023-03-05, divisions of 2026), https://www.geonames.org,
// licence CC BY 4.0, credit must be shown; country names from i18n-iso-countries, MIT.
// regions.txt, middles.txt, common.txt, letters.txt and generate/names.txt are written by hand. How to
// refresh the data: README.md in this folder.
package gazetteer

import (
	"sync"
)

// Class says what kind of place a [Place] is.
type Class string

// The classes, from the widest to the narrowest.
const (
	Country Class = "country" // states and territories with an ISO 3166-1 code
	Region  Class = "region"  // parts of the world or of a country that are no division: “Sahel”
	Sea     Class = "sea"     // oceans, seas, gulfs, straits
	Admin1  Class = "admin1"  // first-level divisions: states, regions, departments
	Admin2  Class = "admin2"  // second-level divisions: provinces, counties, districts
	City    Class = "city"    // any populated place
	Site    Class = "site"    // a spot that is none of these: a base, a camp, a dam
)

// Place is one place on Earth.
type Place struct {
	Name string // its usual name, mostly the English or local one; not the name asked for

	// WGS 84, degrees. For a city its centre, to about 10 m; for a country and a wide
	// division the middle of its land, to half a degree; for another division the middle
	// of its towns; both 0 when unknown (see Located).
	Lat, Lon float64

	GeonameID   int64  // 0 when not known: countries, divisions, regions, own additions
	Class       Class  //
	Country     string // ISO 3166-1 alpha-2; "" for what lies in several countries
	CountryName string // in English
	Admin1      string // name of the first-level division it is or lies in
	Admin2      string // name of the second-level division it is or lies in
	Population  int    // inhabitants; for a country or division those of its listed towns; 0 unknown
	Capital     bool   // the capital of its country
}

// Located says whether the point of the place is known.
func (p Place) Located() bool { return p.Lat != 0 || p.Lon != 0 }

// Table is a set of places that can be searched by name.
type Table struct {
	names   []names   // sorted shards, see blob.go
	records []records // in the order of place numbers
	words   string    // bit set of the first words of all names
	added   additions // regions.txt and a project's own places
	common  map[string]bool
	middles map[string]point // of countries and divisions, see middles.txt

	lookups *memo[[]Place] // by name as written
	finds   *memo[finding] // by folded name
}

// Default returns the table of the embedded data. It is made at the first call, in about
// a millisecond, and shared.
func Default() *Table { return defaultTable() }

var defaultTable = sync.OnceValue(open)

func open() *Table {
	t := &Table{words: afterHeader(wordsFile), common: parseCommon(commonFile), middles: parseMiddles(middlesFile), finds: &memo[finding]{}}
	for _, f := range nameFiles {
		if n := openNames(f); n.blocks > 0 {
			t.names = append(t.names, n)
		}
	}
	for _, f := range recordFiles {
		t.records = append(t.records, openRecords(f))
	}
	// The embedded file is tested; a line that cannot be read would only be left out.
	entries, _ := ParseAdditions(regionsFile)
	return t.With(entries)
}
