package export

import (
	"context"
	"io"
)

// annotationTerms are the words of the annotations: those of the W3C Web Annotation Data
// Model, and two of schema.org for what it has no word for.
var annotationTerms = []any{"http://www.w3.org/ns/anno.jsonld", object{"schema": "https://schema.org/"}}

// writeAnnotations writes an annotation a statement (W3C Web Annotation Data Model,
// Recommendation of 23 February 2017, as JSON-LD): its body says what is stated, in words
// and as the record of the export contract; its target is the place in the page, by quote
// and by position.
func writeAnnotations(ctx context.Context, w io.Writer, s *Source) error {
	kinds, err := s.of(statements...)
	if err != nil {
		return err
	}
	out, err := listIn(w, object{"@context": annotationTerms, "id": iri("annotations"), "type": "AnnotationPage"}, "items")
	if err != nil {
		return err
	}
	generator := object{"id": iri("program"), "type": "Software", "schema:name": "Stemma", "schema:softwareVersion": s.Version}
	if err := s.rows(ctx, kinds, func(r *row) error {
		record, err := compact(r.record)
		if err != nil {
			return err
		}
		return out.add(object{
			"id": iri(r.ID), "type": "Annotation", "motivation": "describing", "generator": generator,
			"body": []object{
				{"type": "TextualBody", "format": "text/plain", "value": describe(r)},
				{"type": "TextualBody", "format": "application/json", "value": string(record)},
			},
			"target": object{"source": r.text.annotated(), "selector": selectors(r)},
		})
	}); err != nil {
		return err
	}
	return out.end()
}

// annotated describes the text that an annotation is about.
func (t *text) annotated() object {
	return without(object{
		"id": t.address(), "type": "Text", "language": t.Lang,
		"schema:name": t.Title, "schema:sha256": t.SHA256, "schema:identifier": string(t.ID),
	})
}

// selectors says in two ways where a row stands. Positions count Unicode characters of the
// page's text from 0; the end is not included.
func selectors(r *row) []object {
	return []object{
		{"type": "TextQuoteSelector", "exact": r.Exact, "prefix": r.prefix, "suffix": r.suffix},
		{"type": "TextPositionSelector", "start": r.Start, "end": r.End},
	}
}
