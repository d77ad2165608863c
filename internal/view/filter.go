package view

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"

	"stemma/internal/message"
)

// listPage is how many rows a list of findings shows at a time.
const listPage = 60

// Choice is what a person narrowed a list of findings down to: field → value. A field
// that is "" is not narrowed.
type Choice struct {
	Fields map[string]string `json:"fields,omitempty"`
	Offset int               `json:"offset,omitempty"`
	// Rows is how many rows a page of the list has; 0 for as many as a screen shows. Who reads
	// a whole list asks for more of them at once: what stands around a page costs more than its rows.
	Rows int `json:"-"`
}

// rows is how many rows a page of the choice has.
func (c Choice) rows() int { return cmp.Or(c.Rows, listPage) }

// Narrowed reports whether anything was chosen, be it a page of the list.
func (c Choice) Narrowed() bool {
	if c.Offset > 0 {
		return true
	}
	for _, value := range c.Fields {
		if value != "" {
			return true
		}
	}
	return false
}

// listHref is the address of a list with a choice; a value of "" takes the field away.
func listHref(path string, c Choice, field, value string) string {
	v := url.Values{}
	for k, x := range c.Fields {
		if x != "" && k != field {
			v.Set(k, x)
		}
	}
	if value != "" {
		v.Set(field, value)
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}

// pageHref is the address of another page of a list; "" when there is none.
func pageHref(path string, c Choice, offset, total int) string {
	if offset < 0 || offset >= total || offset == c.Offset {
		return ""
	}
	href := listHref(path, c, "offset", "")
	if offset == 0 {
		return href
	}
	sep := "?"
	if href != path {
		sep = "&"
	}
	return href + sep + "offset=" + strconv.Itoa(offset)
}

// turns gives the addresses of the pages before and behind the one that begins at row at.
func turns(path string, c Choice, at, step, total int) (prev, next string) {
	return pageHref(path, c, max(at-step, 0), total), pageHref(path, c, at+step, total)
}

// choiceFacet lists, under the message that is its heading, the values of a field with how many
// rows have them, most frequent first; the value chosen leads back to all.
func choiceFacet(b *message.Book, heading, path, field string, c Choice, counts map[string]int, word func(string) string) Facet {
	f := Facet{Name: b.Say(heading)}
	values, more := frequent(counts, facetRest)
	f.More = more
	for i, value := range values {
		shown := FacetValue{Name: word(value), Count: counts[value], Href: listHref(path, c, field, value)}
		if c.Fields[field] == value {
			shown.Chosen, shown.Href = true, listHref(path, c, field, "")
		}
		if i < facetValues || c.Fields[field] == value { // what is chosen stands with what is seen
			f.Values = append(f.Values, shown)
		} else {
			f.Rest = append(f.Rest, shown)
		}
	}
	return f
}

// frequent gives the n most frequent values that are not "", then by letters, and how many
// more there are.
func frequent(counts map[string]int, n int) (values []string, more int) {
	type counted struct {
		value string
		n     int
	}
	var top []counted
	order := func(a, b counted) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.value, b.value)) }
	for value, count := range counts {
		if value == "" {
			continue
		}
		x := counted{value, count}
		at, _ := slices.BinarySearchFunc(top, x, order)
		if len(top) == n {
			more++
			if at == n {
				continue
			}
			top = top[:n-1]
		}
		top = slices.Insert(top, at, x)
	}
	for _, x := range top {
		values = append(values, x.value)
	}
	return values, more
}

// wordedBy gives what words the values of a list of messages.
func wordedBy(b *message.Book, list string) func(string) string {
	return func(value string) string { return b.Term(list, value) }
}

// same is the word for a value that words itself.
func same(s string) string { return s }

// matches reports whether a row with these values is in the choice.
func (c Choice) matches(values map[string]string) bool {
	for field, want := range c.Fields {
		if want != "" && values[field] != want {
			return false
		}
	}
	return true
}

// with gives the choice with a field set.
func (c Choice) with(field, value string) Choice {
	out := c.without(field)
	out.Fields[field] = value
	return out
}

// without gives the choice with one field left open.
func (c Choice) without(field string) Choice {
	out := Choice{Fields: map[string]string{}}
	for k, v := range c.Fields {
		if k != field && v != "" {
			out.Fields[k] = v
		}
	}
	return out
}

// window gives the rows of the choice's page of a list.
func window[T any](rows []T, c Choice) []T {
	offset := c.Offset
	if offset < 0 || offset >= len(rows) {
		offset = 0
	}
	return rows[offset:min(offset+c.rows(), len(rows))]
}
