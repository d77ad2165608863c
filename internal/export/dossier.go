package export

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/message"
)

// The files of a dossier.
const (
	dossierPage    = "index.html"
	dossierRecords = "statements.jsonl"
	dossierSums    = "SHA256SUMS"
)

// dossierNotes is how many statements a dossier can hold: more nobody reads.
const dossierNotes = 5000

//go:embed dossier.tmpl
var dossierTemplate string

//go:embed dossier.css
var dossierStyle string

// Dossier makes the files of a dossier of the source, by their names: a page for people that
// needs nothing but itself, each line of it footnoted to a sentence; the records of the
// contract that it was made from, with the texts whole; and the SHA-256 of both, as
// sha256sum prints it. What is lined up with a statement comes along, so that nobody's
// dissent is left behind. [CheckDossier] checks it.
func (s *Source) Dossier(ctx context.Context, title string) (map[string][]byte, error) {
	of := *s
	if of.Words == nil {
		of.Words = english
	}
	of.Lib = s.Lib.In(of.Words)
	of.Part.Lined = !of.Part.Whole()
	d, err := of.dossier(ctx)
	if err != nil {
		return nil, fmt.Errorf("dossier: %w", err)
	}
	d.Title = cmp.Or(title, d.Title)
	page, err := template.New("dossier").Funcs(dossierFuncs(of.Words)).Parse(dossierTemplate)
	if err != nil {
		return nil, fmt.Errorf("dossier: %w", err)
	}
	var html, records bytes.Buffer
	if err := page.Execute(&html, d); err != nil {
		return nil, fmt.Errorf("dossier: %w", err)
	}
	of.Kinds, of.Lib = nil, s.Lib // the records of the contract are the same in every language
	if err := writeJSONL(ctx, &records, &of); err != nil {
		return nil, fmt.Errorf("dossier: %w", err)
	}
	files := map[string][]byte{dossierPage: html.Bytes(), dossierRecords: records.Bytes()}
	var sums strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(files[name]), name)
	}
	files[dossierSums] = []byte(sums.String())
	return files, nil
}

// english words what is for programs, and what nobody asks for in another language.
var english = message.In("en")

// dossierFuncs are what the page of a dossier says, in a language.
func dossierFuncs(b *message.Book) template.FuncMap {
	return template.FuncMap{
		"say":   b.Say,
		"rich":  func(id string, values ...any) template.HTML { return template.HTML(b.Rich(id, values...)) },
		"day":   b.Day,
		"onDay": b.OnDay,
	}
}

// writeDossier writes the folder of a dossier as a zip file.
func writeDossier(ctx context.Context, w io.Writer, s *Source) error {
	files, err := s.Dossier(ctx, "")
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		into, err := z.Create("dossier/" + name)
		if err == nil {
			_, err = into.Write(files[name])
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// tooMany says that a dossier is too big to be of use.
func tooMany(n int) error {
	return fmt.Errorf("a dossier holds %d statements at most, and this would be of %d; choose a list, a search or a group: %w", dossierNotes, n, stemma.ErrInvalid)
}
