package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/view"
)

// Source is what is written out: a pile, or a part of it.
type Source struct {
	Lib   *view.Library
	Part  view.Part
	Kinds []string      // only these kinds of record; nil for all that the format has
	Words *message.Book // in which a dossier is worded; nil for English
	// Version of the program and of its rules, for the formats that say what made them.
	Version, Rules string
}

// Format is one way to write statements, texts or groups out. Screens, the help of the
// command and the manual are made from the list of [Formats].
type Format struct {
	Name   string   // as it is asked for: “xlsx”; its words are the messages format.… and format-for.…
	File   string   // the ending of its files: “xlsx”
	Media  string   // its media type
	Kinds  []string // the kinds of record that it is made of; nil for all
	One    bool     // it is a table of one kind
	Spoken bool     // it has words of its own, in the language of the source
	write  func(context.Context, io.Writer, *Source) error
}

// statements are the kinds of record that stand at one place of one text.
var statements = []string{"quote", "figure", "victim", "time", "name", "event"}

// Formats lists all formats, those that most people want first.
var Formats = []Format{
	{"jsonl", "jsonl", "application/jsonl", nil, false, false, writeJSONL},
	{"csv", "csv", "text/csv; charset=utf-8", tableKinds, true, false, writeCSV},
	{"xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", tableKinds, false, false, writeXLSX},
	{"parquet", "parquet", "application/vnd.apache.parquet", tableKinds, true, false, writeParquet},
	{"dossier", "zip", "application/zip", tableKinds, false, true, writeDossier},
	{"register", "csv", "text/csv; charset=utf-8", statements, true, false, writeRegister},
	{"annotations", "jsonld", "application/ld+json", statements, false, false, writeAnnotations},
	{"geojson", "geojson", "application/geo+json", []string{"figure", "victim", "event", "name"}, false, false, writeGeoJSON},
	{"schemaorg", "jsonld", "application/ld+json", []string{"article", "quote", "figure", "event"}, false, false, writeSchemaOrg},
	{"graphml", "graphml", "application/graphml+xml", graphKinds, false, false, writeGraphML},
	{"dot", "dot", "text/vnd.graphviz", graphKinds, false, false, writeDOT},
	{"ical", "ics", "text/calendar; charset=utf-8", []string{"event"}, false, false, writeICal},
	{"timelinejs", "json", "application/json", []string{"event"}, false, false, writeTimelineJS},
	{"csl", "json", "application/vnd.citationstyles.csl+json", nil, false, false, writeCSL},
	{"bibtex", "bib", "application/x-bibtex", nil, false, false, writeBibTeX},
	{"ris", "ris", "application/x-research-info-systems", nil, false, false, writeRIS},
	{"prov", "jsonld", "application/ld+json", nil, false, false, writeProv},
	{"ftm", "ftm.json", "application/jsonl", []string{"article", "quote", "figure", "victim", "event", "name"}, false, false, writeFtM},
	{"ucdp", "csv", "text/csv; charset=utf-8", []string{"figure"}, false, false, writeUCDP},
	{"acled", "csv", "text/csv; charset=utf-8", []string{"event"}, false, false, writeACLED},
	{"passim", "jsonl", "application/jsonl", []string{"article"}, false, false, writePassim},
	{"tei", "xml", "application/tei+xml", []string{"quote", "article"}, false, false, writeTEI},
	{"datapackage", "zip", "application/zip", tableKinds, false, false, writePackage},
}

// Title is the format's name for people: “Excel workbook”.
func (f Format) Title(b *message.Book) string { return b.Say("format." + f.Name) }

// For tells in a line what the format is good for.
func (f Format) For(b *message.Book) string { return b.Say("format-for." + f.Name) }

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

// Offers reports whether a part can be written in the format: rows of a list that are of a kind
// of record (see [view.Lists]), or statements of several kinds, which clashes are made of too.
func (f Format) Offers(part view.Part) bool {
	kind := part.Kind()
	if f.Name == "register" {
		return hasRegister(part)
	}
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
