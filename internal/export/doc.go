// Package export writes a pile, or a part of it, out in other people's formats.
//
// It takes a [view.Library], says in [Formats] which formats there are and what each is
// for, and writes to a writer. It promises the contract's JSON Lines to the letter; the
// same bytes for the same pile in every format, whatever the order in which it was added;
// that every statement carries its text, the address and hash of its page, and where it
// stands by words and by position; and that no spreadsheet runs a word of it. It decides
// nothing about the records: view makes them, export prints them.
package export

import (
	"context"
	"encoding/json"
	"io"

	"stemma/internal/view"
)

// Schema is the number of the export contract.
const Schema = 1

// writeJSONL writes the records of the kinds, all of them but sentences when none are
// named, one JSON object a line, with the header line first.
func writeJSONL(ctx context.Context, w io.Writer, s *Source) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(view.Header{Kind: "stemma", Schema: Schema, Version: s.Version, Rules: s.Rules}); err != nil {
		return err
	}
	return s.Lib.RecordsOf(ctx, s.Part, s.Kinds, func(r any) error { return enc.Encode(r) })
}
