// Package openapi describes the API: as an OpenAPI 3.1 document
// (https://spec.openapis.org/oas/v3.1.0), and the bodies that only the API has.
//
// It takes addresses and values of the types that they answer with, and gives a [Document].
// It promises that the schema of a type is made from the type itself, so that they cannot
// part. It serves nothing and knows no pile.
package openapi

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/invopop/jsonschema"

	"stemma"
)

// Document is an OpenAPI document, as far as Stemma needs one.
type Document struct {
	OpenAPI    string                          `json:"openapi"`
	Info       info                            `json:"info"`
	Paths      map[string]map[string]operation `json:"paths"`
	Components components                      `json:"components"`
}

type (
	info struct {
		Title       string `json:"title"`
		Version     string `json:"version"`
		Description string `json:"description"`
	}
	operation struct {
		ID         string              `json:"operationId"`
		Summary    string              `json:"summary"`
		Parameters []parameter         `json:"parameters,omitempty"`
		Body       *content            `json:"requestBody,omitempty"`
		Responses  map[string]*content `json:"responses"`
	}
	parameter struct {
		Name     string         `json:"name"`
		In       string         `json:"in"`
		Required bool           `json:"required"`
		Schema   map[string]any `json:"schema"`
	}
	content struct {
		Description string                    `json:"description,omitempty"`
		Content     map[string]map[string]any `json:"content,omitempty"`
	}
	components struct {
		Schemas map[string]jsontext.Value `json:"schemas"`
	}
)

// Problem is an answer to a request that could not be served (RFC 9457, “problem details”),
// with what to do.
type Problem struct {
	Title    string `json:"title"`
	Status   int    `json:"status"`
	Detail   string `json:"detail"`
	Do       string `json:"do"`
	Instance string `json:"instance"` // the address that was asked for
}

// Ruling is a decision as it is sent to the API.
type Ruling struct {
	By      string            `json:"by"`
	Why     string            `json:"why,omitempty"`
	Verdict string            `json:"verdict" jsonschema:"enum=accept,enum=reject,enum=mend,enum=make,enum=note,enum=same,enum=apart,enum=rename,enum=settle,enum=not-a-copy,enum=first,enum=back"`
	Text    stemma.ID         `json:"text,omitempty"`                                                                                // the article that it is about, or whose finding it is about
	Other   stemma.ID         `json:"other,omitempty"`                                                                               // the other article of a pair; a mention, the ID or the name of whoever is the same
	Finding stemma.ID         `json:"finding,omitempty"`                                                                             // that it is about; of same, apart and rename, as other
	Clash   stemma.ID         `json:"clash,omitempty"`                                                                               // of settle
	Kind    string            `json:"kind,omitempty" jsonschema:"enum=quote,enum=figure,enum=event,enum=name,enum=time,enum=victim"` // of make
	Words   string            `json:"words,omitempty"`                                                                               // of make and mend: on which it stands
	From    int               `json:"from,omitempty"`                                                                                // the byte of the article's text at which to begin to look for them
	Say     map[string]string `json:"say,omitempty"`                                                                                 // what it says, by field: {"number": ">27", "said_by": "…"}; of settle “right”, of note “certainty”
	Copies  bool              `json:"copies,omitempty"`                                                                              // in all copies of the text too; of “back”, in all on which it was decided at one stroke
	Answers stemma.ID         `json:"answers,omitempty"`                                                                             // the ruling that is taken back
}

// SearchEntry is an entry of the book of saved searches as it is sent to the API.
type SearchEntry struct {
	By          string    `json:"by"`
	Act         string    `json:"act" jsonschema:"enum=keep,enum=seen,enum=remove"`
	Name        string    `json:"name,omitempty"` // of a search to keep
	Query       string    `json:"query,omitempty"`
	Independent bool      `json:"independent,omitempty"` // one text per family
	Answers     stemma.ID `json:"answers,omitempty"`     // the saved search that was looked at, or is taken away
}

// New gives a document without addresses.
func New(title, version, text string) *Document {
	return &Document{
		OpenAPI: "3.1.0", Info: info{title, version, text},
		Paths: map[string]map[string]operation{}, Components: components{map[string]jsontext.Value{}},
	}
}

// Get describes an address that answers with data, and what may be asked with it.
func (d *Document) Get(path, id, what string, data any, fields ...string) {
	op := d.operation(id, what, path)
	op.ask(fields...)
	op.Responses["200"] = d.json("What the screen shows", data)
	op.Responses["304"] = &content{Description: "The pile has not changed since the answer that the ETag names"}
	d.add(path, "get", op)
}

// Post describes an address to which a body can be sent, and what is answered.
func (d *Document) Post(path, id, what string, body, data any) {
	op := d.operation(id, what, path)
	op.Body = d.json("", body)
	op.Responses["201"] = d.json("What holds now", data)
	d.add(path, "post", op)
}

// File describes an address that gives a file, and what may be asked with it.
func (d *Document) File(path, id, what string, fields ...string) {
	op := d.operation(id, what, path)
	op.ask(fields...)
	op.Responses["200"] = &content{Description: "The file", Content: map[string]map[string]any{"*/*": {}}}
	d.add(path, "get", op)
}

func (d *Document) add(path, method string, op operation) {
	if d.Paths[path] == nil {
		d.Paths[path] = map[string]operation{}
	}
	d.Paths[path][method] = op
}

func (d *Document) operation(id, what, path string) operation {
	op := operation{ID: id, Summary: what, Responses: map[string]*content{"default": d.problem()}}
	for part := range strings.SplitSeq(path, "/") {
		if name, ok := strings.CutPrefix(part, "{"); ok {
			op.Parameters = append(op.Parameters, parameter{strings.TrimSuffix(name, "}"), "path", true, kindOfField("")})
		}
	}
	return op
}

// ask adds what an address may ask with.
func (op *operation) ask(fields ...string) {
	period := slices.Contains(fields, "until")
	for _, f := range fields {
		kind := kindOfField(f)
		if period && (f == "from" || f == "until") {
			kind = map[string]any{"type": "string", "description": "a day, month or year: 2021-03-04"}
		}
		op.Parameters = append(op.Parameters, parameter{f, "query", false, kind})
	}
}

// kindOfField gives the schema of a field; “from” is a number where it is not that of a period.
func kindOfField(name string) map[string]any {
	switch name {
	case "offset", "from":
		return map[string]any{"type": "integer", "minimum": 0}
	case "independent":
		return map[string]any{"enum": []string{"1"}}
	}
	return map[string]any{"type": "string"}
}

func (d *Document) problem() *content {
	c := d.json("What went wrong, and what to do", Problem{})
	c.Content = map[string]map[string]any{"application/problem+json": c.Content["application/json"]}
	return c
}

// json gives the content of a type, whose schema becomes a component.
func (d *Document) json(what string, data any) *content {
	r := jsonschema.Reflector{Anonymous: true}
	for name, schema := range r.Reflect(data).Definitions {
		b, err := json.Marshal(schema, json.Deterministic(true))
		if err != nil {
			panic(fmt.Sprintf("openapi: schema of %s: %v", name, err)) // a fault of the build
		}
		b = bytes.ReplaceAll(b, []byte("#/$defs/"), []byte("#/components/schemas/"))
		if known := d.Components.Schemas[name]; known != nil && !bytes.Equal(known, b) {
			panic("openapi: two types of the API are called " + name)
		}
		d.Components.Schemas[name] = b
	}
	ref := "#/components/schemas/" + reflect.TypeOf(data).Name()
	return &content{Description: what, Content: map[string]map[string]any{"application/json": {"schema": map[string]string{"$ref": ref}}}}
}
