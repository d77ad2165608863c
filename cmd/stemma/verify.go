package main

import (
	"errors"
	"fmt"

	"stemma"
	"stemma/internal/pipeline"
)

type verifyCommand struct {
	pileFlag
	Dossier string `help:"Check this folder of a dossier, and compare it with the pile where there is one." type:"existingdir" placeholder:"FOLDER"`
}

var errDamage = errors.New("the pile is damaged; restore it from a copy, or make it anew with “stemma add”")

var errTwo = fmt.Errorf("name two articles to compare, or none to list all copies: %w", stemma.ErrInvalid)

// Run checks the pile, or a dossier.
func (c *verifyCommand) Run(w *world) error {
	if c.Dossier != "" {
		return c.dossier(w)
	}
	s, err := c.open(w)
	if err != nil {
		return err
	}
	defer s.Close()
	r, err := pipeline.Verify(w.ctx, s)
	if err != nil {
		return err
	}
	fmt.Fprintf(w.out, "%s re-hashed, %s cut out again, %s found again.\n",
		count(r.Originals, "original"), count(r.Articles, "article"), count(r.Findings, "statement"))
	if r.Unkept > 0 {
		fmt.Fprintf(w.out, "%s over 256 MB not in the pile, put there by an earlier version: add the files again.\n", count(r.Unkept, "original"))
	}
	if r.Differing > 0 {
		fmt.Fprintf(w.out, "%s would be read otherwise by this version of Stemma; “stemma rebuild” does that.\n", count(r.Differing, "page"))
	}
	for _, f := range r.Faults {
		fmt.Fprintf(w.out, "  %s\n", f)
	}
	if len(r.Faults) > 0 {
		return fmt.Errorf("%s: %w", count(len(r.Faults), "fault"), errDamage)
	}
	fmt.Fprintln(w.out, "Everything is where it was.")
	return nil
}
