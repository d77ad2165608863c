package export

import (
	"context"
	"io"

	"stemma"
	"stemma/internal/view"
)

// provTerms are the words of the PROV Ontology (W3C Recommendation of 30 April 2013), with
// those of the Web Annotation vocabulary for places in a text.
var provTerms = object{
	"prov": "http://www.w3.org/ns/prov#", "schema": "https://schema.org/", "oa": "http://www.w3.org/ns/oa#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
	"label": "rdfs:label", "wasDerivedFrom": link("prov:wasDerivedFrom"), "wasQuotedFrom": link("prov:wasQuotedFrom"), "wasRevisionOf": link("prov:wasRevisionOf"),
	"wasGeneratedBy": link("prov:wasGeneratedBy"), "wasAttributedTo": link("prov:wasAttributedTo"), "wasAssociatedWith": link("prov:wasAssociatedWith"),
	"hadPrimarySource": link("prov:hadPrimarySource"), "specializationOf": link("prov:specializationOf"),
}

// link is a term whose values are names of things.
func link(name string) object { return object{"@id": name, "@type": "@id"} }

// writeProv writes where all comes from (PROV-O as JSON-LD): each text was derived from the
// file that it came in, by its hash; each copy from the text that it was made from; each
// statement was quoted from its text by a rule of this version of Stemma, and attributed to
// whom the text names for it.
func writeProv(ctx context.Context, w io.Writer, s *Source) error {
	kinds, err := s.of(append([]string{"article", "family"}, statements...)...)
	if err != nil {
		return err
	}
	out, err := listIn(w, object{"@context": provTerms}, "@graph")
	if err != nil {
		return err
	}
	p := &origins{out: out, known: map[string]bool{}}
	if err := p.once(object{"@id": iri("program"), "@type": []string{"prov:Agent", "prov:SoftwareAgent"}, "label": "Stemma " + s.Version + ", rules " + s.Rules}); err != nil {
		return err
	}
	if err := s.walk(ctx, kinds, p.row, p.group); err != nil {
		return err
	}
	return out.end()
}

// origins writes the graph; what many things come from is written once.
type origins struct {
	out   *items
	known map[string]bool
}

func (p *origins) once(o object) error {
	id := o["@id"].(string)
	if p.known[id] {
		return nil
	}
	p.known[id] = true
	return p.out.add(o)
}

func (p *origins) row(r *row) error {
	t := r.text
	if r.Kind == "article" {
		file := "urn:sha256:" + t.SHA256
		if err := p.once(without(object{"@id": file, "@type": "prov:Entity", "label": t.Source, "schema:url": t.URL, "schema:sha256": t.SHA256})); err != nil {
			return err
		}
		return p.out.add(without(object{
			"@id": iri(t.ID), "@type": "prov:Entity", "label": t.Title, "wasDerivedFrom": file, "schema:datePublished": iso(t.Published),
			"oa:hasSelector": object{"@type": "oa:TextPositionSelector", "oa:start": r.Start, "oa:end": r.End},
		}))
	}
	by, rule := iri("reading-by-"+r.Rule), r.Rule
	if err := p.once(object{"@id": by, "@type": "prov:Activity", "label": "reading by rule " + rule, "wasAssociatedWith": iri("program")}); err != nil {
		return err
	}
	o := object{
		"@id": iri(r.ID), "@type": "prov:Entity", "label": describe(r), "wasQuotedFrom": iri(t.ID), "wasGeneratedBy": by,
		"schema:url": t.URL, "schema:sha256": t.SHA256,
		"oa:hasSelector": []object{
			{"@type": "oa:TextQuoteSelector", "oa:exact": r.Exact, "oa:prefix": r.prefix, "oa:suffix": r.suffix},
			{"@type": "oa:TextPositionSelector", "oa:start": r.Start, "oa:end": r.End},
		},
	}
	if who := saidBy(r.record); worded(who) != "" {
		agent := iri(value(who.Entity))
		if value(who.Entity) == "" {
			agent = iri(stemma.NewID("agent", worded(who)))
		}
		if err := p.once(object{"@id": agent, "@type": "prov:Agent", "label": worded(who)}); err != nil {
			return err
		}
		o["wasAttributedTo"] = agent
	}
	return p.out.add(without(o))
}

// saidBy gives the one on whose word a statement stands.
func saidBy(record view.Record) *view.RecordPlace {
	switch x := record.(type) {
	case *view.QuoteRecord:
		return x.Speaker
	case *view.FigureRecord:
		return x.SaidBy
	case *view.VictimRecord:
		return x.SaidBy
	case *view.EventRecord:
		return x.SaidBy
	}
	return nil
}

// group writes who was made from whom.
func (p *origins) group(record any) error {
	for _, e := range record.(*view.FamilyRecord).Edges {
		relation := "wasDerivedFrom"
		if e.Relation == stemma.Edited {
			relation = "wasRevisionOf"
		}
		if err := p.out.add(object{"@id": iri(e.To), relation: iri(e.From)}); err != nil {
			return err
		}
	}
	return nil
}
