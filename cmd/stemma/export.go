package main

import (
	"strings"

	"stemma/internal/export"
	"stemma/lang"
)

type exportCommand struct {
	pileFlag
	Format string `help:"The format: jsonl, the export contract's JSON Lines; csv, a table of one kind of statement for a spreadsheet." enum:"jsonl,csv" default:"jsonl"`
	Kinds  string `help:"Only these kinds of record, such as “quote,figure”; “sentence” is printed only when named here. For csv just one kind." placeholder:"A,B"`
}

// Help is the long help of the command.
func (exportCommand) Help() string {
	return `The same pile gives the same bytes, whatever the order in which its pages were added.

  stemma export > pile.jsonl
  stemma export --kinds figure,tally
  stemma export --format csv --kinds victim > victims.csv`
}

// Run prints the records.
func (c *exportCommand) Run(w *world) error {
	lib, s, err := c.library(w)
	if err != nil {
		return err
	}
	defer s.Close()
	if c.Format == "csv" {
		return export.CSV(w.ctx, w.out, lib, c.Kinds)
	}
	var kinds []string
	if c.Kinds != "" {
		kinds = strings.Split(c.Kinds, ",")
	}
	return export.JSONL(w.ctx, w.out, lib, versionName(), lang.Version(), kinds)
}
