package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/view"
)

var errChanged = errors.New("the dossier is not as it was made")

// dossier checks the folder of a dossier, and, where the pile is at hand, that its texts and
// their files are those of the pile.
func (c *verifyCommand) dossier(w *world) error {
	checked, err := export.CheckDossier(os.DirFS(c.Dossier))
	if err != nil {
		return err
	}
	fmt.Fprintf(w.out, "%s re-hashed, %s and %s found at their place.\n",
		count(checked.Files, "file"), count(checked.Notes, "note"), count(checked.Statements, "statement"))
	faults := checked.Faults
	if _, err := os.Stat(c.Pile); err == nil {
		more, err := c.compare(w, checked.Texts)
		if err != nil {
			return err
		}
		faults = append(faults, more...)
	} else {
		fmt.Fprintf(w.out, "There is no pile %s to compare the texts with; name it with --pile.\n", c.Pile)
	}
	for _, f := range faults {
		fmt.Fprintf(w.out, "  %s\n", f)
	}
	if len(faults) > 0 {
		return fmt.Errorf("%s: %w", count(len(faults), "fault"), errChanged)
	}
	fmt.Fprintln(w.out, "The dossier is as it was made.")
	return nil
}

// compare looks for the texts of a dossier in the pile.
func (c *verifyCommand) compare(w *world, texts []export.CheckedText) (faults []string, err error) {
	lib, s, err := c.library(w)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	words, files := map[stemma.ID][sha256.Size]byte{}, map[string]bool{}
	if err := lib.Records(w.ctx, []string{"page", "article"}, func(record any) error {
		switch r := record.(type) {
		case *view.ArticleRecord:
			words[r.ID] = sha256.Sum256([]byte(r.Exact))
		case *view.PageRecord:
			files[r.SHA256] = true
		}
		return nil
	}); err != nil {
		return nil, err
	}
	for _, t := range texts {
		switch got, ok := words[t.ID]; {
		case !files[t.SHA256]:
			faults = append(faults, fmt.Sprintf("no page of the pile came in the file of text %s (SHA-256 %s)", t.ID, t.SHA256))
		case !ok:
			faults = append(faults, fmt.Sprintf("the pile holds the file of text %s, but cuts its texts otherwise", t.ID))
		case got != t.Words:
			faults = append(faults, fmt.Sprintf("text %s has other words in the pile", t.ID))
		}
	}
	fmt.Fprintf(w.out, "%s compared with the pile.\n", count(len(texts), "text"))
	return faults, nil
}
