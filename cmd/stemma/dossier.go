package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"stemma"
)

type dossierCommand struct {
	pileFlag
	Folder string `arg:"" help:"The folder to write; it must not be there, or be empty."`
	Title  string `help:"What stands above it." placeholder:"WORDS"`
	languageFlag
	partFlags
}

// Help is the long help of the command.
func (dossierCommand) Help() string {
	return `A dossier is a folder that needs nothing but itself: a page to read or print, with tolls, timeline, quotes, victims
and clashes, each line footnoted to its sentence; the records that it was made from, with the texts whole; and the
hashes of both. “stemma verify --dossier FOLDER” checks it. What is lined up with a chosen statement comes along.

  stemma dossier flood --title "The flood, who counted what" --list figures --measure deaths
  stemma dossier lutola --search 'speaker:"Agnes Lutola"' --language es`
}

// Run writes the folder.
func (c *dossierCommand) Run(w *world) error {
	if there, err := os.ReadDir(c.Folder); err == nil && len(there) > 0 || err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already, and is no empty folder; choose another name: %w", c.Folder, errors.Join(err, stemma.ErrInvalid))
	}
	lib, s, err := c.library(w)
	if err != nil {
		return err
	}
	defer s.Close()
	source := sourceOf(lib, c.part())
	source.Words = c.words()
	files, err := source.Dossier(w.ctx, c.Title)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.Folder, 0o777); err != nil {
		return fmt.Errorf("the folder of the dossier: %w", err)
	}
	for name, body := range files {
		if err := os.WriteFile(filepath.Join(c.Folder, name), body, 0o666); err != nil {
			return fmt.Errorf("the dossier: %w", err)
		}
	}
	fmt.Fprintf(w.out, "Open %s to read or print it.\n", filepath.Join(c.Folder, "index.html"))
	return nil
}
