package readable

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dataTables marks the tables that hold data, and not a page's layout.
func (f *finder) dataTables(article int32) {
	for _, at := range f.all(nil, article, atom.Table) {
		if f.holdsData(at) {
			f.nodes[at].is |= table
		}
	}
}

func (f *finder) holdsData(at int32) bool {
	if n := f.nodes[at].src; n != nil {
		switch {
		case attribute(n.Attr, "role") == "presentation" || attribute(n.Attr, "datatable") == "0":
			return false
		case has(n.Attr, "summary"):
			return true
		}
	}
	if data, sure := f.headed(at); sure {
		return data
	}
	rows, columns := f.size(at)
	switch {
	case rows == 1 || columns == 1:
		return false
	case rows >= 10 || columns > 4:
		return true
	}
	return rows*columns > 10
}

// headed reports whether a table has parts that only tables of data have; a table in it
// is for the layout.
func (f *finder) headed(at int32) (data, sure bool) {
	for k := f.nodes[at].first; k != 0; k = f.nodes[k].next {
		switch x := &f.nodes[k]; x.tag {
		case atom.Col, atom.Colgroup, atom.Tfoot, atom.Thead, atom.Th:
			return true, true
		case atom.Caption:
			if x.first != 0 {
				return true, true
			}
		case atom.Table:
			return false, true
		}
		if data, sure := f.headed(k); sure {
			return data, true
		}
	}
	return false, false
}

// size counts rows and columns.
func (f *finder) size(at int32) (rows, columns int) {
	for _, tr := range f.all(nil, at, atom.Tr) {
		rows += f.span(tr, "rowspan")
		across := 0
		for _, td := range f.all(nil, tr, atom.Td) {
			across += f.span(td, "colspan")
		}
		columns = max(columns, across)
	}
	return rows, columns
}

func (f *finder) span(at int32, key string) int {
	if n := f.nodes[at].src; n != nil {
		if v, err := strconv.Atoi(strings.TrimSpace(attribute(n.Attr, key))); err == nil && v != 0 {
			return v
		}
	}
	return 1
}

// inTable reports whether an element stands in a table of data.
func (f *finder) inTable(at int32) bool {
	for at = f.nodes[at].parent; at != 0; at = f.nodes[at].parent {
		if f.nodes[at].is&table != 0 {
			return true
		}
	}
	return false
}

func has(all []html.Attribute, key string) bool {
	return slices.ContainsFunc(all, func(a html.Attribute) bool { return a.Key == key })
}
