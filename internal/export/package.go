package export

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"slices"
)

// writePackage writes a Frictionless Data Package: a zip file with a CSV table a kind, and
// datapackage.json, which says what each column holds, how the tables hang together, and
// the SHA-256 of each. It goes through the pile once for each table, so that none has to be
// held whole.
func writePackage(ctx context.Context, w io.Writer, s *Source) error {
	kinds, err := s.of(tableKinds...)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	var resources []object
	for _, kind := range tableKinds {
		if !slices.Contains(kinds, kind) {
			continue
		}
		r, err := s.resource(ctx, z, kind, slices.Contains(kinds, "article"))
		if err != nil {
			return err
		}
		resources = append(resources, r)
	}
	into, err := z.Create("datapackage.json")
	if err != nil {
		return err
	}
	enc := json.NewEncoder(into)
	enc.SetIndent("", "  ")
	if err := enc.Encode(object{
		"profile": "tabular-data-package", "name": "stemma", "title": "What a pile of pages states", "resources": resources,
		"description": "Made by Stemma " + s.Version + ", rules " + s.Rules + ". Places count Unicode characters of the page's text from 0, the end not included.",
	}); err != nil {
		return err
	}
	return z.Close()
}

// resource writes the table of a kind and describes it.
func (s *Source) resource(ctx context.Context, z *zip.Writer, kind string, texts bool) (object, error) {
	path := sheetNames[kind] + ".csv"
	into, err := z.Create(path)
	if err != nil {
		return nil, err
	}
	sum, size := sha256.New(), new(counter)
	t := newTable(io.MultiWriter(into, sum, size), kind, safe)
	if err := s.rows(ctx, []string{kind}, t.add); err != nil {
		return nil, err
	}
	if err := t.end(); err != nil {
		return nil, err
	}
	schema := object{"primaryKey": "id", "missingValues": []string{""}, "fields": fieldsOf(kind)}
	if texts && kind != "article" {
		schema["foreignKeys"] = []object{{"fields": "article", "reference": object{"resource": "texts", "fields": "id"}}}
	}
	return object{
		"profile": "tabular-data-resource", "name": sheetNames[kind], "path": path, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
		"bytes": size.n, "hash": "sha256:" + hex.EncodeToString(sum.Sum(nil)), "schema": schema,
	}, nil
}

// fieldsOf describes the columns of a table.
func fieldsOf(kind string) []object {
	var out []object
	for _, c := range columnsOf(kind) {
		out = append(out, object{"name": c.name, "type": c.kind})
	}
	return out
}

// counter counts the bytes that are written to it.
type counter struct{ n int }

func (c *counter) Write(p []byte) (int, error) {
	c.n += len(p)
	return len(p), nil
}
