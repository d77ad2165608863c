package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/message"
	"stemma/internal/view"
	"stemma/internal/web"
	"stemma/lang"
)

type exportCommand struct {
	pileFlag
	Format string `help:"The format; see below." default:"jsonl" placeholder:"NAME"`
	Kinds  string `help:"Only these kinds of record, such as “quote,figure”; “sentence” is printed only when named here. For csv just one kind." placeholder:"A,B"`
	Out    string `help:"Write to this file, in place of standard output: PowerShell's “>” spoils workbooks and zip files." type:"path" placeholder:"FILE"`
	languageFlag
	partFlags
}

// languageFlag chooses the language of what is written for people.
type languageFlag struct {
	Language string `help:"The language of a dossier's own words: en or es. What it quotes stays as it is." enum:"en,es" default:"en"`
}

func (f languageFlag) words() *message.Book { return message.In(f.Language) }

// partFlags choose a part of a pile by the words that narrow its lists and its search down.
type partFlags struct {
	List        string       `help:"Only what a list shows: texts, stories, quotes, figures, victims, votes, polls, measures, demands, times, names, events, clashes or rulings." placeholder:"LIST"`
	Search      string       `help:"Only what stands in the sentences that a search finds." placeholder:"QUERY"`
	Independent bool         `help:"Of what the search finds, only one text of each family of copies."`
	Group       string       `help:"Only what these sayings, tallies, happenings, names, clashes, families, stories or texts hold." placeholder:"ID,ID"`
	Measure     measureAsked `help:"Of figures: only this measure." placeholder:"MEASURE"`
	Place       string       `help:"Of figures, victims, events and the registers (votes, polls, measures, demands): only this place." placeholder:"NAME"`
	SaidBy      string       `help:"Of figures, votes and polls: only on the word of this source." placeholder:"NAME"`
	Status      string       `help:"Of figures and events: only this status." placeholder:"STATUS"`
	Speaker     string       `help:"Of quotes: only this speaker, by full name." placeholder:"NAME"`
	Type        string       `help:"Of quotes, times, names, events, measures and clashes: only this type." placeholder:"TYPE"`
	Name        string       `help:"Of names: only who is called so, by words or how they begin." placeholder:"WORDS"`
	Harm        string       `help:"Of victims: only this harm." placeholder:"HARM"`
	Verdict     string       `help:"Of clashes and rulings: only this verdict." placeholder:"VERDICT"`
	Told        string       `help:"Of stories: only those told by “independent texts”, or by “copies of one text”." placeholder:"HOW"`
	About       string       `help:"Of polls: only about this person, body or matter." placeholder:"NAME"`
	Authority   string       `help:"Of measures: only by this authority." placeholder:"NAME"`
	Who         string       `help:"Of events and demands: only what this person or body does or demands." placeholder:"NAME"`
	Of          string       `help:"Of demands: only what is demanded of this person or body." placeholder:"NAME"`
	By          string       `help:"Of rulings: only what this person decided." placeholder:"NAME"`
	textFlags
	periodFlags
}

func (f partFlags) part() view.Part {
	var groups []stemma.ID
	for _, id := range strings.FieldsFunc(f.Group, func(r rune) bool { return r == ',' }) {
		groups = append(groups, stemma.ID(id))
	}
	kind := f.Type
	if f.List == "events" {
		kind = view.ValueAsked("event", kind)
	}
	return view.Part{List: f.List, Query: f.Search, Independent: f.Independent, Groups: groups, Fields: map[string]string{
		"outlet": f.Outlet, "credit": f.Credit, "lang": f.Lang, "copies": f.Copies, "after": f.After,
		"measure": string(f.Measure), "place": f.Place, "said_by": f.SaidBy, "status": f.Status,
		"speaker": f.Speaker, "name": f.Name, "type": kind, "harm": f.Harm, "verdict": f.Verdict, "told": f.Told,
		"about": f.About, "authority": f.Authority, "who": f.Who, "of": f.Of, "from": f.From, "until": f.Until, "by": f.By,
	}}
}

// Help is the long help of the command.
func (exportCommand) Help() string {
	var b strings.Builder
	b.WriteString(`The same pile gives the same bytes, whatever the order in which its pages were added. The words that
narrow a list down (“stemma figures --measure deaths”) narrow the export down, behind --list.

  stemma export > pile.jsonl
  stemma export --kinds figure,tally
  stemma export --format xlsx --out pile.xlsx
  stemma export --format csv --list figures --measure deaths > deaths.csv
  stemma export --format xlsx --search '"state of emergency" lang:en' --out found.xlsx

Formats:
`)
	english := message.In("en")
	for _, f := range export.Formats {
		fmt.Fprintf(&b, "  %-12s %s, %s\n", f.Name, f.Title(english), f.For(english))
	}
	return b.String()
}

// Run prints what was chosen.
func (c *exportCommand) Run(w *world) error {
	f, err := export.Lookup(c.Format)
	if err != nil {
		return err
	}
	lib, s, err := c.library(w)
	if err != nil {
		return err
	}
	defer s.Close()
	source := sourceOf(lib, c.part())
	source.Words = c.words()
	if c.Kinds != "" {
		source.Kinds = strings.Split(c.Kinds, ",")
	}
	if c.Out == "" {
		return f.Write(w.ctx, w.out, source)
	}
	return toFile(c.Out, func(out io.Writer) error { return f.Write(w.ctx, out, source) })
}

// toFile writes a file; one that cannot be written whole is taken away again.
func toFile(path string, write func(io.Writer) error) error {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("the file to write to: %w", err)
	}
	err = errors.Join(write(file), file.Close())
	if err != nil {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

// sourceOf is a part of a pile, to be written by this version.
func sourceOf(lib *view.Library, part view.Part) *export.Source {
	return &export.Source{Lib: lib, Part: part, Version: versionName(), Rules: lang.Version()}
}

// formats are those that the screens offer.
func formats(lib *view.Library) []web.Format {
	var out []web.Format
	for _, f := range export.Formats {
		out = append(out, web.Format{
			Name: f.Name, Spoken: f.Spoken, File: f.File, Media: f.Media, Offers: f.Offers,
			Write: func(ctx context.Context, w io.Writer, part view.Part, words *message.Book) error {
				s := sourceOf(lib, part)
				s.Words = words
				return f.Write(ctx, w, s)
			},
		})
	}
	return out
}
