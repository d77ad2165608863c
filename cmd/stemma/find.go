package main

import (
	"fmt"
	"os"
	"path/filepath"

	"stemma"
	"stemma/internal/clip"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/view"
	"stemma/lang"
)

type findCommand struct {
	pileFlag
	File string `arg:"" type:"existingfile" help:"A file with the text or texts, of any kind that can be added."`
}

// Help is the long help of the command.
func (findCommand) Help() string {
	return `The file is read, cut into its articles and looked up in the index of the pile; nothing is added. Of
every passage the first text that came into the pile with it is named, and those that share what is
new in a later one. A run of 16 words that the pile has is always found.`
}

// Run looks the texts of a file up.
func (c *findCommand) Run(w *world) error {
	lib, s, err := c.library(w)
	if err != nil {
		return err
	}
	defer s.Close()
	asked, err := c.articles(w)
	if err != nil {
		return err
	}
	finder, err := pipeline.NewFinder(w.ctx, s)
	if err != nil {
		return err
	}
	found := make([][]view.FoundWith, len(asked))
	for i := range asked {
		shared, err := finder.Find(&asked[i])
		if err != nil {
			return err
		}
		for _, m := range shared {
			found[i] = append(found[i], view.FoundWith(m))
		}
	}
	v, err := lib.Found(w.ctx, asked, found)
	if err != nil {
		return err
	}
	return v.Text(w.out)
}

// articles cuts the file into articles.
func (c *findCommand) articles(w *world) ([]stemma.Article, error) {
	var packs []*lang.Pack
	for _, code := range lang.Codes() {
		packs = append(packs, lang.Load(code))
	}
	cutter := clip.New(packs...)
	var out []stemma.Article
	for in, err := range intake.File(os.DirFS(filepath.Dir(c.File)), filepath.Base(c.File)) {
		if err != nil {
			return nil, err
		}
		if in.Problem != nil {
			fmt.Fprintf(w.err, "%s: %s\n", in.Problem.Source, in.Problem.Message)
			continue
		}
		articles, _, _ := cutter.Articles(in.Page)
		out = append(out, articles...)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s holds no text that can be looked up: %w", c.File, stemma.ErrInvalid)
	}
	return out, nil
}
