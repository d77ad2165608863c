// Package export writes a pile out in other people's formats.
//
// It takes a [view.Library] and a writer. It promises the contract's JSON Lines to the
// letter: the same pile gives the same bytes, whatever the order in which it was added; and,
// for the statements of one kind, a table in CSV that spreadsheets read and never run.
// It decides nothing about the records: view makes them, export prints them.
package export

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"stemma/internal/view"
)

// Schema is the number of the export contract.
const Schema = 1

// JSONL writes the records of the kinds, all of them but sentences when none are named,
// one JSON object a line, with the header line first.
func JSONL(ctx context.Context, w io.Writer, lib *view.Library, version, rules string, kinds []string) error {
	buffered := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(buffered)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(view.Header{Kind: "stemma", Schema: Schema, Version: version, Rules: rules}); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := lib.Records(ctx, kinds, func(r any) error { return enc.Encode(r) }); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}
