package export_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"

	"stemma/internal/view"
)

// contexts are the JSON-LD contexts that our documents name, as far as they use them: no
// test asks the network. The words and what they mean are those of the vocabularies.
var contexts = map[string]string{
	"http://www.w3.org/ns/anno.jsonld": `{"@context": {
		"oa": "http://www.w3.org/ns/oa#", "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
		"dctypes": "http://purl.org/dc/dcmitype/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "as": "http://www.w3.org/ns/activitystreams#",
		"xsd": "http://www.w3.org/2001/XMLSchema#",
		"id": {"@id": "@id", "@type": "@id"}, "type": {"@id": "@type", "@type": "@id"},
		"Annotation": "oa:Annotation", "Text": "dctypes:Text", "Software": "as:Application", "AnnotationPage": "as:OrderedCollectionPage",
		"TextualBody": "oa:TextualBody", "TextQuoteSelector": "oa:TextQuoteSelector", "TextPositionSelector": "oa:TextPositionSelector",
		"body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
		"source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
		"motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "describing": "oa:describing",
		"items": {"@type": "@id", "@id": "as:items", "@container": "@list"}, "generator": {"@type": "@id", "@id": "as:generator"},
		"exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
		"start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"}, "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
		"format": "dc:format", "language": "dc:language", "value": "rdf:value"}}`,
}

type library struct{}

// LoadDocument gives a context that is kept here.
func (library) LoadDocument(u string) (*ld.RemoteDocument, error) {
	kept, ok := contexts[u]
	if !ok {
		return nil, fmt.Errorf("a document names %s, which no test knows", u)
	}
	var doc any
	err := json.Unmarshal([]byte(kept), &doc)
	return &ld.RemoteDocument{DocumentURL: u, Document: doc}, err
}

// statementsOf reads a JSON-LD document as a processor does, and gives what it states:
// “subject predicate object” lines (N-Quads). What a context does not know is not there.
func statementsOf(t *testing.T, doc []byte) string {
	t.Helper()
	var v any
	if err := json.Unmarshal(doc, &v); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader, options.Format, options.SafeMode = library{}, "application/n-quads", true
	out, err := ld.NewJsonLdProcessor().ToRDF(v, options)
	if err != nil {
		t.Fatal(err)
	}
	return out.(string)
}

// holds reports lines that hold all of the words.
func holds(lines string, words ...string) int {
	n := 0
	for line := range strings.Lines(lines) {
		all := true
		for _, w := range words {
			all = all && strings.Contains(line, w)
		}
		if all {
			n++
		}
	}
	return n
}

// recordsOf counts the records of a kind.
func recordsOf(t *testing.T, kinds ...string) int {
	n := 0
	for _, k := range kinds {
		n += strings.Count(string(written(t, "jsonl", view.Part{}, k)), "\n") - 1
	}
	return n
}

// A JSON-LD processor finds in the annotations what the data model asks for: each has a
// target with both selectors, a source with its hash, and a body in words.
func TestAnnotations(t *testing.T) {
	doc := written(t, "annotations", view.Part{})
	lines := statementsOf(t, doc)
	n := recordsOf(t, "quote", "figure", "victim", "time", "name", "event")
	for _, words := range [][]string{
		{"rdf-syntax-ns#type", "oa#Annotation>"}, {"oa#hasTarget"}, {"oa#exact"}, {"oa#prefix"}, {"oa#start", "nonNegativeInteger"}, {"oa#motivatedBy", "oa#describing"},
	} {
		if got := holds(lines, words...); got != n {
			t.Errorf("%d lines of %v, want one an annotation: %d", got, words, n)
		}
	}
	if holds(lines, "schema.org/sha256") != 5 || holds(lines, "oa#hasBody") != 2*n {
		t.Errorf("%d hashes, want one a text that states something; %d bodies", holds(lines, "schema.org/sha256"), holds(lines, "oa#hasBody"))
	}
	var page struct {
		Items []struct {
			Body []struct{ Format, Value string }
		}
	}
	if err := json.Unmarshal(doc, &page); err != nil {
		t.Fatal(err)
	}
	back := map[string]bool{}
	for _, a := range page.Items {
		back[a.Body[1].Value] = true
	}
	for line := range strings.Lines(string(written(t, "jsonl", view.Part{}, "figure"))) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, `{"kind":"stemma"`) && !back[line] {
			t.Errorf("this record is in no annotation: %s", line)
		}
	}
}

// A processor finds in the graph of schema.org an article a text, a claim for all that is
// lined up, with the first text that has it, and drafts of reviews that rate nothing.
func TestSchemaOrg(t *testing.T) {
	lines := statementsOf(t, written(t, "schemaorg", view.Part{}))
	for _, c := range []struct {
		want  int
		words []string
	}{
		{6, []string{"#type", "schema.org/NewsArticle"}},
		{6, []string{"schema.org/inLanguage"}},
		{recordsOf(t, "quote", "figure", "event"), []string{"#type", "schema.org/Quotation"}},
		{1, []string{"#type", "schema.org/ClaimReview"}},
		{1, []string{"schema.org/creativeWorkStatus", `"Draft"`}},
		{0, []string{"reviewRating"}},
		{3, []string{"<urn:stemma:s-rifles>", "schema.org/appearance"}},
		{1, []string{"<urn:stemma:s-rifles>", "schema.org/firstAppearance"}},
		{2, []string{"schema.org/itemReviewed"}},
	} {
		if got := holds(lines, c.words...); got != c.want {
			t.Errorf("%d lines of %v, want %d", got, c.words, c.want)
		}
	}
}

// A processor finds in PROV-O what each text was derived from, the rule by which each
// statement was quoted, and on whose word it stands.
func TestProv(t *testing.T) {
	lines := statementsOf(t, written(t, "prov", view.Part{}))
	n := recordsOf(t, "quote", "figure", "victim", "time", "name", "event")
	for _, c := range []struct {
		want  int
		words []string
	}{
		{6, []string{"prov#wasDerivedFrom", "<urn:sha256:"}},
		{n, []string{"prov#wasQuotedFrom", "<urn:stemma:a-"}},
		{n, []string{"prov#wasGeneratedBy", "reading-by-"}},
		{n, []string{"oa#exact"}},
		{1, []string{"prov#wasRevisionOf", "<urn:stemma:a-"}},
		{11, []string{"prov#wasAttributedTo"}},
		{1, []string{"prov#SoftwareAgent"}},
	} {
		if got := holds(lines, c.words...); got != c.want {
			t.Errorf("%d lines of %v, want %d", got, c.words, c.want)
		}
	}
}
