package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// Source is what is written out: a pile, or a part of it.
type Source struct {
	Lib   *view.Library
	Part  view.Part
	Kinds []string // only these kinds of record; nil for all that the format has
	// Version of the program and of its rules, for the formats that say what made them.
	Version, Rules string
}

// Format is one way to write statements, texts or groups out. Screens, the help of the
// command and the manual are made from the list of [Formats].
type Format struct {
	Name  string   // as it is asked for: “xlsx”
	Title string   // for people: “Excel workbook”
	For   string   // in a line, what it is good for
	File  string   // the ending of its files: “xlsx”
	Media string   // its media type
	Kinds []string // the kinds of record that it is made of; nil for all
	One   bool     // it is a table of one kind
	write func(context.Context, io.Writer, *Source) error
}

// statements are the kinds of record that stand at one place of one text.
var statements = []string{"quote", "figure", "victim", "time", "name", "event"}

// Formats lists all formats, those that most people want first.
var Formats = []Format{
	{"jsonl", "JSON Lines", "for scripts: every record, as the export contract says, one a line", "jsonl", "application/jsonl", nil, false, writeJSONL},
	{"csv", "CSV table", "for any spreadsheet or statistics program: one kind of statement, a row each", "csv", "text/csv; charset=utf-8", tableKinds, true, writeCSV},
	{"xlsx", "Excel workbook", "for Excel and LibreOffice: a sheet for each kind, numbers as numbers, days as days, addresses as links", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", tableKinds, false, writeXLSX},
	{"parquet", "Parquet table", "for DuckDB, pandas, R and Spark: one kind of statement, columns with their types, packed", "parquet", "application/vnd.apache.parquet", tableKinds, true, writeParquet},
	{"dossier", "Dossier", "for handing over: a page to read or print with tolls, timeline, quotes and clashes, each line footnoted, and what proves it", "zip", "application/zip", tableKinds, false, writeDossier},
	{"annotations", "Web annotations", "for annotation tools such as Hypothesis: W3C Web Annotation JSON-LD, a note on each place", "jsonld", "application/ld+json", statements, false, writeAnnotations},
	{"geojson", "GeoJSON map", "for QGIS and web maps: figures, victims, events and places with their coordinates", "geojson", "application/geo+json", []string{"figure", "victim", "event", "name"}, false, writeGeoJSON},
	{"schemaorg", "schema.org JSON-LD", "for web pages and fact checkers: articles, claims, and drafts of claim reviews without a rating", "jsonld", "application/ld+json", []string{"article", "quote", "figure", "event"}, false, writeSchemaOrg},
	{"graphml", "GraphML graph", "for Gephi and yEd: who copied whom, who did what to whom, who is quoted where", "graphml", "application/graphml+xml", graphKinds, false, writeGraphML},
	{"dot", "Graphviz graph", "for Graphviz and papers: the same graph in the language DOT", "dot", "text/vnd.graphviz", graphKinds, false, writeDOT},
	{"ical", "Calendar", "for calendars: the dated events as an iCalendar file, imprecise days as spans", "ics", "text/calendar; charset=utf-8", []string{"event"}, false, writeICal},
	{"timelinejs", "TimelineJS", "for a story's web page: the dated events for TimelineJS, grouped by type", "json", "application/json", []string{"event"}, false, writeTimelineJS},
	{"csl", "CSL-JSON", "for Zotero and pandoc: the texts as references", "json", "application/vnd.citationstyles.csl+json", nil, false, writeCSL},
	{"bibtex", "BibTeX", "for LaTeX: the texts as references", "bib", "application/x-bibtex", nil, false, writeBibTeX},
	{"ris", "RIS", "for EndNote and other reference managers: the texts as references", "ris", "application/x-research-info-systems", nil, false, writeRIS},
	{"prov", "Provenance (PROV-O)", "for archives: what was derived from what, by which rule, on whose word", "jsonld", "application/ld+json", nil, false, writeProv},
	{"ftm", "FollowTheMoney", "for Aleph and OpenAleph: texts, people, bodies, places, events and notes as entities", "ftm.json", "application/jsonl", []string{"article", "quote", "figure", "victim", "event", "name"}, false, writeFtM},
	{"ucdp", "UCDP-like table", "for conflict research: each statement about deaths under the columns of the UCDP GED; a layout, not their data", "csv", "text/csv; charset=utf-8", []string{"figure"}, false, writeUCDP},
	{"acled", "ACLED-like table", "for conflict research: each event under the columns of ACLED; a layout, not their data", "csv", "text/csv; charset=utf-8", []string{"event"}, false, writeACLED},
	{"passim", "passim JSON Lines", "for text reuse research: the texts' own words for passim", "jsonl", "application/jsonl", []string{"article"}, false, writePassim},
	{"tei", "TEI apparatus", "for editions: the forms of each saying, and the texts of each family of copies, collated word by word", "xml", "application/tei+xml", []string{"quote", "article"}, false, writeTEI},
	{"datapackage", "Frictionless data package", "for R, Python and archives: all tables with what their columns mean, hashed, in one zip", "zip", "application/zip", tableKinds, false, writePackage},
}

// Lookup gives the format of a name. The error wraps [stemma.ErrInvalid] and names those
// that there are.
func Lookup(name string) (Format, error) {
	var names []string
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("there is no format %q; there are %s: %w", name, strings.Join(names, ", "), stemma.ErrInvalid)
}

// Offers reports whether a list of a kind of record (see [view.Lists]) can be written in
// the format; "" stands for statements of several kinds, which clashes are made of too.
func (f Format) Offers(kind string) bool {
	if kind == "ruling" {
		return f.Name == "jsonl" || f.Name == "csv"
	}
	if f.Kinds == nil || slices.Contains(f.Kinds, kind) {
		return true
	}
	return (kind == "" || kind == "clash") && !f.One
}

// Write writes the source in the format: the same pile gives the same bytes. The error
// wraps [stemma.ErrInvalid] for a part, a kind or a mixture that cannot be written.
func (f Format) Write(ctx context.Context, w io.Writer, s *Source) error {
	buffered := bufio.NewWriterSize(w, 1<<16)
	write := f.write
	if s.Part.List == rulings {
		write = func(ctx context.Context, w io.Writer, s *Source) error { return s.writeRulings(ctx, w, f.Name) }
	}
	if err := write(ctx, buffered, s); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

// of gives those of the kinds that the source is to be written of: those that it asks for;
// else, of a list, that of its rows with the texts and groups that come along; else all. It
// fails where the source asks for one that the format has not.
func (s *Source) of(kinds ...string) ([]string, error) {
	list := s.Part.Kind()
	for _, k := range s.Kinds {
		if !slices.Contains(kinds, k) {
			return nil, fmt.Errorf("this format has no %q; it has %s: %w", k, strings.Join(kinds, ", "), stemma.ErrInvalid)
		}
	}
	if s.Kinds != nil {
		return s.Kinds, nil
	}
	if !slices.Contains(kinds, list) {
		return kinds, nil
	}
	var out []string
	for _, k := range kinds {
		if k == list || !slices.Contains(statements, k) {
			out = append(out, k)
		}
	}
	return out, nil
}

// ofOne gives the one kind that a table of one kind is to be written of.
func (s *Source) ofOne() (string, error) {
	kinds, err := s.of(tableKinds...)
	if err != nil {
		return "", err
	}
	if list := s.Part.Kind(); s.Kinds == nil && slices.Contains(tableKinds, list) {
		return list, nil // the rows of the list, and not their texts
	}
	if len(kinds) != 1 {
		return "", fmt.Errorf("this table is of one kind; choose one of %s: %w", strings.Join(kinds, ", "), stemma.ErrInvalid)
	}
	return kinds[0], nil
}
