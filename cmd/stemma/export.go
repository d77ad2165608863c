package main

import (
	"strings"

	"stemma/internal/export"
	"stemma/lang"
)

type exportCommand struct {
	pileFlag
	Format string `help:"The format: jsonl, the export contract's JSON Lines." enum:"jsonl" default:"jsonl"`
	Kinds  string `help:"Only these kinds of record, such as “quote,figure”; “sentence” is printed only when named here." placeholder:"A,B"`
}

// Help is the long help of the command.
func (exportCommand) Help() string {
	return `The same pile gives the same bytes, whatever the order in which its pages were added.

  stemma export > pile.jsonl
  stemma export --kinds figure,tally`
}

// Run prints the records.
func (c *exportCommand) Run(w *world) error {
	lib, s, err := c.library(w)
	if err != nil {
		return err
	}
	defer s.Close()
	var kinds []string
	if c.Kinds != "" {
		kinds = strings.Split(c.Kinds, ",")
	}
	return export.JSONL(w.ctx, w.out, lib, versionName(), lang.Version(), kinds)
}
