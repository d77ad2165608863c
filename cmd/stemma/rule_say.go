package main

import (
	"fmt"
	"strings"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/view"
)

// sayFlags are what is said of a finding.
type sayFlags struct {
	Set []string `help:"What it says, one field each: --set number=27 --set said_by='the harbour board'; an empty value says that the text does not tell." placeholder:"FIELD=VALUE" sep:"none"`
}

// say gives the fields that are set.
func (f sayFlags) say() (map[string]string, error) {
	out := map[string]string{}
	for _, s := range f.Set {
		name, value, ok := strings.Cut(s, "=")
		if !ok {
			return nil, fmt.Errorf("--set is written FIELD=VALUE, not %q: %w", s, stemma.ErrInvalid)
		}
		out[name] = value
	}
	return out, nil
}

type ruleMend struct {
	findingFlags
	sayFlags
	Words   string `help:"The words on which it stands from now on." placeholder:"WORDS"`
	Finding string `arg:"" help:"The finding's ID, as the lists show it."`
}

// Run keeps the ruling.
func (c *ruleMend) Run(w *world) error {
	say, err := c.say()
	if err != nil {
		return err
	}
	return c.keep(w, pipeline.Decision{Verdict: stemma.Mended, Finding: stemma.ID(c.Finding), Words: c.Words, Say: say, Copies: c.Copies})
}

type ruleMake struct {
	findingFlags
	sayFlags
	Article string `arg:"" help:"The text: its ID or its page, as “stemma texts” shows them."`
	Kind    string `arg:"" enum:"figure,quote,event,name,time,victim" help:"What it is: figure, quote, event, name, time or victim."`
	Words   string `arg:"" help:"The words of the text on which it stands."`
}

// Run keeps the ruling.
func (c *ruleMake) Run(w *world) error {
	say, err := c.say()
	if err != nil {
		return err
	}
	return c.rule(w, pipeline.Decision{Verdict: stemma.Made, Kind: c.Kind, Words: c.Words, Say: say, Copies: c.Copies}, c.Article, "")
}

type ruleNote struct {
	rulerFlags
	Certainty string `help:"How sure it is: high, medium or low." enum:",high,medium,low" default:"" placeholder:"HOW"`
	About     string `arg:"" help:"A finding's ID, or a text: its ID or its page."`
	Note      string `arg:"" optional:"" help:"The note."`
}

// Run keeps the note.
func (c *ruleNote) Run(w *world) error {
	d := pipeline.Decision{Verdict: stemma.Noted}
	if c.Why == "" {
		c.Why = c.Note
	}
	if c.Certainty != "" {
		d.Say = map[string]string{"certainty": c.Certainty}
	}
	if view.KindOf(stemma.ID(c.About)) != "" {
		d.Finding = stemma.ID(c.About)
		return c.keep(w, d)
	}
	return c.rule(w, d, c.About, "")
}

type ruleSame struct {
	rulerFlags
	A string `arg:"" help:"A person, body or place: its ID or its name, as “stemma names” shows them."`
	B string `arg:"" help:"The other one, who is the same."`
}

// Run keeps the ruling.
func (c *ruleSame) Run(w *world) error { return c.ruleName(w, stemma.SameOne, c.A, c.B, "") }

type ruleApart struct {
	rulerFlags
	Is      string `help:"Who it is: an ID or a name." placeholder:"WHO"`
	Mention string `arg:"" help:"The mention in one text that is somebody else: its ID, as “stemma names ID” shows it."`
}

// Run keeps the ruling.
func (c *ruleApart) Run(w *world) error { return c.ruleName(w, stemma.Apart, c.Mention, c.Is, "") }

type ruleRename struct {
	rulerFlags
	Who  string `arg:"" help:"A person, body or place: its ID or its name."`
	Name string `arg:"" help:"The name to show."`
}

// Run keeps the ruling.
func (c *ruleRename) Run(w *world) error { return c.ruleName(w, stemma.Renamed, c.Who, "", c.Name) }

type ruleSettle struct {
	rulerFlags
	Right string `help:"What the side that is right says, as “stemma clashes” shows it; all sides if not given." placeholder:"VALUE"`
	Clash string `arg:"" help:"The clash's ID, as “stemma clashes” shows it."`
}

// Run keeps the ruling.
func (c *ruleSettle) Run(w *world) error {
	return c.keep(w, pipeline.Decision{Verdict: stemma.Settled, Clash: stemma.ID(c.Clash), Say: map[string]string{"right": c.Right}})
}

// ruleName keeps a decision about who is who.
func (c *rulerFlags) ruleName(w *world, verdict, who, other, name string) error {
	lib, s, err := c.library(w)
	if err != nil {
		return err
	}
	d := pipeline.Decision{Verdict: verdict}
	d.Finding, err = lib.Mention(w.ctx, who)
	if err == nil && other != "" {
		d.Other, err = lib.Mention(w.ctx, other)
	}
	s.Close()
	if err != nil {
		return err
	}
	if name != "" {
		d.Say = map[string]string{"name": name}
	}
	return c.keep(w, d)
}
