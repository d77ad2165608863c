package export

import (
	"bytes"
	"encoding/json"
	"io"
)

// object is a JSON object whose fields are written in the order of their names.
type object map[string]any

// items writes a JSON object that ends with one long list, item by item.
type items struct {
	w io.Writer
	n int
}

// listIn begins the object: its other fields, then the list by its name.
func listIn(w io.Writer, head object, name string) (*items, error) {
	begun, err := compact(head)
	if err != nil {
		return nil, err
	}
	begun = bytes.TrimSuffix(begun, []byte("}"))
	if len(head) > 0 {
		begun = append(begun, ',')
	}
	_, err = io.WriteString(w, string(begun)+`"`+name+`":[`)
	return &items{w: w}, err
}

func (s *items) add(v any) error {
	line, err := compact(v)
	if err != nil {
		return err
	}
	before := "\n"
	if s.n > 0 {
		before = ",\n"
	}
	s.n++
	_, err = io.WriteString(s.w, before+string(line))
	return err
}

func (s *items) end() error {
	_, err := io.WriteString(s.w, "\n]}\n")
	return err
}

// compact writes a value as JSON on one line, with < and > as they are.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// without gives an object without what is not known: "", nil and empty lists.
func without(o object) object {
	for name, v := range o {
		switch x := v.(type) {
		case nil:
			delete(o, name)
		case string:
			if x == "" {
				delete(o, name)
			}
		case []string:
			if len(x) == 0 {
				delete(o, name)
			}
		case []object:
			if len(x) == 0 {
				delete(o, name)
			}
		case object:
			if len(x) == 0 {
				delete(o, name)
			}
		}
	}
	return o
}

// iri names a thing of a pile in formats that name things by addresses.
func iri[T ~string](id T) string { return "urn:stemma:" + string(id) }

// address is where a text is: its own address, else the name that Stemma gives it.
func (t *text) address() string {
	if linkable(t.URL) {
		return t.URL
	}
	return iri(t.ID)
}
