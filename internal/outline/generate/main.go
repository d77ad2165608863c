// Command generate makes the outlines of the world's countries that Stemma carries.
//
// It takes the file countries-50m.json of the npm package world-atlas (TopoJSON made of
// Natural Earth, which is in the public domain) and prints outlines.txt: lines shared by
// neighbours once, thinned to what a map in a text needs. It promises that the same file gives the
// same bytes. It asks no network; docs/decisions/0050-registers-periods-and-the-map.md tells where the file is from.
//
//	go run ./internal/outline/generate countries-50m.json > internal/outline/outlines.txt
package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"golang.org/x/text/language"
)

// topology is what is needed of a TopoJSON file.
type topology struct {
	Transform struct {
		Scale     [2]float64 `json:"scale"`
		Translate [2]float64 `json:"translate"`
	} `json:"transform"`
	Arcs    [][][2]int `json:"arcs"`
	Objects struct {
		Countries struct {
			Geometries []geometry `json:"geometries"`
		} `json:"countries"`
	} `json:"objects"`
}

type geometry struct {
	Type  string `json:"type"`
	ID    string `json:"id"` // ISO 3166-1 numeric
	Arcs  any    `json:"arcs"`
	Names struct {
		Name string `json:"name"`
	} `json:"properties"`
}

const (
	// tolerance is how far, in degrees, a line may be moved by thinning it.
	tolerance = 0.05
	// least is the area, in square degrees, below which an island is left out, unless it is the
	// largest piece of its country.
	least = 0.03
)

const head = `# Outlines of countries. Each line "x y dx dy …" is a line on the map, in hundredths of a degree
# (longitude, latitude), from its beginning by steps; lines are numbered from 0. Then each country: its ISO 3166-1
# alpha-2 code (-- for none), and its rings as numbers of lines; -1 is line 0 backwards, -2 is line 1 backwards.
# Source: Natural Earth, Admin 0 countries, 1:50m (https://www.naturalearthdata.com), by way of world-atlas 2.0.2;
# thinned by internal/outline/generate. Licence: public domain.
`

func main() {
	if err := generate(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("say which file: countries-50m.json of the npm package world-atlas")
	}
	b, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	var t topology
	if err := json.Unmarshal(b, &t); err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	w := bufio.NewWriter(os.Stdout)
	write(w, &t)
	return w.Flush()
}

// country is one country with its rings of arcs.
type country struct {
	code  string
	rings [][]int
}

func write(w *bufio.Writer, t *topology) {
	lines := make([][][2]int, len(t.Arcs))
	for i, arc := range t.Arcs {
		lines[i] = thinned(t.points(arc))
	}
	number := map[int]int{} // of a line in the file, by its number among the arcs
	var used []int
	var countries []country
	for _, g := range t.Objects.Countries.Geometries {
		c := country{code: code(g.ID), rings: kept(rings(g), lines)}
		for _, ring := range c.rings {
			for k, arc := range ring {
				at := max(arc, ^arc)
				n, ok := number[at]
				if !ok {
					n, number[at] = len(used), len(used)
					used = append(used, at)
				}
				if ring[k] = n; arc < 0 {
					ring[k] = ^n
				}
			}
		}
		if len(c.rings) > 0 {
			countries = append(countries, c)
		}
	}
	slices.SortStableFunc(countries, func(a, b country) int { return strings.Compare(a.code, b.code) })
	fmt.Fprint(w, head)
	for _, at := range used {
		x, y := 0, 0
		for i, p := range lines[at] {
			if i > 0 {
				fmt.Fprint(w, " ")
			}
			fmt.Fprint(w, p[0]-x, " ", p[1]-y)
			x, y = p[0], p[1]
		}
		fmt.Fprintln(w)
	}
	for _, c := range countries {
		fmt.Fprint(w, c.code, ":")
		for i, ring := range c.rings {
			if i > 0 {
				fmt.Fprint(w, ";")
			}
			for _, n := range ring {
				fmt.Fprint(w, " ", n)
			}
		}
		fmt.Fprintln(w)
	}
}

// code gives the ISO 3166-1 alpha-2 code of a numeric one; “--” for none.
func code(numeric string) string {
	n, err := strconv.Atoi(numeric)
	if err == nil {
		if r, err := language.EncodeM49(n); err == nil && len(r.String()) == 2 {
			return r.String()
		}
	}
	return "--"
}

// points gives the places of an arc in hundredths of a degree.
func (t *topology) points(arc [][2]int) (out [][2]float64) {
	x, y := 0, 0
	for _, step := range arc {
		x, y = x+step[0], y+step[1]
		out = append(out, [2]float64{
			100 * (float64(x)*t.Transform.Scale[0] + t.Transform.Translate[0]),
			100 * (float64(y)*t.Transform.Scale[1] + t.Transform.Translate[1]),
		})
	}
	return out
}

// rings gives the rings of a geometry, islands and lakes alike.
func rings(g geometry) (out [][]int) {
	ring := func(x any) {
		var r []int
		for _, n := range x.([]any) {
			r = append(r, int(n.(float64)))
		}
		out = append(out, r)
	}
	list, _ := g.Arcs.([]any)
	for _, x := range list {
		if g.Type == "Polygon" {
			ring(x)
			continue
		}
		for _, y := range x.([]any) {
			ring(y)
		}
	}
	return out
}
