package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/eval"
	"stemma/internal/gazetteer"
	"stemma/internal/read"
)

type evalCommand struct {
	Show  string   `help:"Print what was missed or found wrongly of this kind, text by text." placeholder:"KIND" enum:",quote,figure,time,name,event,victim" default:""`
	Rules bool     `help:"Print every rule with how many of its findings were right."`
	Paths []string `arg:"" optional:"" name:"path" help:"Annotated texts (.txtar), or folders of them; those that come with Stemma when none are named." type:"path"`
}

// Help is the long help of the command.
func (evalCommand) Help() string {
	return `An annotated text is what “stemma golden” prints, corrected by a person: a section “gold” or “want”
with what is right. A kind without any label in a text is not judged there.

  stemma golden PAGE > mine/page.txtar     then correct it
  stemma eval mine
  stemma eval mine --show figure
  stemma eval mine --rules
  stemma serve --gold mine                 on the screen “How often is it right?”`
}

// Run reads the annotated texts and prints how well they were read, by language.
func (c *evalCommand) Run(w *world) error {
	texts, err := annotatedTexts(c.Paths)
	if err != nil {
		return err
	}
	byLang := map[string]*eval.Scores{}
	for _, t := range texts {
		r := read.Read(&t.Article, gazetteer.Default())
		if c.Show != "" {
			fmt.Fprintf(w.out, "== %s\n", t.name)
			if err := eval.Misses(w.out, t.Case, &r, c.Show); err != nil {
				return fmt.Errorf("%s/%s: %w: %w", t.set, t.name, err, stemma.ErrInvalid)
			}
			continue
		}
		s := byLang[t.Article.Lang]
		if s == nil {
			s = &eval.Scores{}
			byLang[t.Article.Lang] = s
		}
		if err := s.Add(t.Case, &r); err != nil {
			return fmt.Errorf("%s/%s: %w: %w", t.set, t.name, err, stemma.ErrInvalid)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(byLang)) {
		if err := printScores(w.out, code, byLang[code], c.Rules); err != nil {
			return err
		}
	}
	return nil
}

func printScores(w io.Writer, code string, s *eval.Scores, rules bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %d annotated texts\n", code, s.Texts)
	if rules {
		for _, id := range slices.Sorted(maps.Keys(s.Rules)) {
			v := s.Rules[id]
			fmt.Fprintf(&b, "  %-34s precision %.3f  right %d  wrong %d  neither %d\n", id, v.Precision(), v.Right, v.Wrong, v.Grey)
		}
	} else {
		for _, what := range slices.Sorted(maps.Keys(s.Counts)) {
			n := s.Counts[what]
			fmt.Fprintf(&b, "  %-34s precision %.3f  recall %.3f  F1 %.3f  of %d\n", what, n.Precision(), n.Recall(), n.F1(), n.Found+n.Missed)
		}
		for _, what := range slices.Sorted(maps.Keys(s.Shares)) {
			x := s.Shares[what]
			fmt.Fprintf(&b, "  %-34s right %d of %d\n", what, x.Right, x.Of)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
