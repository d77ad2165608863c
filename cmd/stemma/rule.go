package main

import (
	"cmp"
	"context"
	"fmt"
	"os/user"
	"time"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/web"
)

type familyCommand struct {
	pileFlag
	Article string `arg:"" help:"A text of the family: its ID or its page, as “stemma texts” shows them."`
}

// Run prints the tree of a family.
func (c *familyCommand) Run(w *world) error {
	return showArticle(w, c.pileFlag, c.Article, func(l *view.Library, id stemma.ID) (*view.Family, error) { return l.Family(w.ctx, id) })
}

type rulingsCommand struct {
	pileFlag
	By      string `help:"Only what this person decided." placeholder:"NAME"`
	Verdict string `help:"Only decisions of this kind." placeholder:"KIND" enum:",accept,reject,mend,make,note,same,apart,rename,settle,not-a-copy,first,back" default:""`
	Offset  int    `help:"Begin after so many." default:"0" placeholder:"N"`
}

// Run lists what people have decided.
func (c *rulingsCommand) Run(w *world) error {
	choice := view.Choice{Fields: map[string]string{"by": c.By, "verdict": c.Verdict}, Offset: c.Offset}
	return show(w, c.pileFlag, func(l *view.Library) (*view.Rulings, error) { return l.Rulings(w.ctx, choice) })
}

type ruleCommand struct {
	Right    ruleRight    `cmd:"" help:"A finding was looked at, and is right."`
	Wrong    ruleWrong    `cmd:"" help:"A finding is wrong: it counts no more, and is struck through in its text."`
	Mend     ruleMend     `cmd:"" help:"A finding says something else, or stands on other words."`
	Make     ruleMake     `cmd:"" help:"Words of a text state something that was not found."`
	Note     ruleNote     `cmd:"" help:"A note on a finding or a text, and how sure it is; nothing is counted otherwise."`
	Same     ruleSame     `cmd:"" help:"Two names are one person, body or place."`
	Apart    ruleApart    `cmd:"" help:"A name in one text is somebody else."`
	Rename   ruleRename   `cmd:"" help:"Show a person, body or place under another name."`
	Settle   ruleSettle   `cmd:"" help:"Say which side of a clash is right, or that all are."`
	NotACopy ruleNotACopy `cmd:"" help:"Two texts are no copies of each other."`
	First    ruleFirst    `cmd:"" help:"A text is the one that all others of its family come from."`
	Back     ruleBack     `cmd:"" help:"Take a ruling back."`
}

// rulerFlags say who rules, and why.
type rulerFlags struct {
	pileFlag
	By  string `help:"Who says so; your name on this computer if not given." placeholder:"NAME"`
	Why string `help:"Why." placeholder:"REASON"`
}

type ruleNotACopy struct {
	rulerFlags
	A string `arg:"" help:"A text: its ID or its page, as “stemma texts” shows them."`
	B string `arg:"" help:"The other text."`
}

// Run keeps the ruling.
func (c *ruleNotACopy) Run(w *world) error {
	return c.rule(w, pipeline.Decision{Verdict: stemma.NotACopy}, c.A, c.B)
}

type ruleFirst struct {
	rulerFlags
	Article string `arg:"" help:"The text: its ID or its page, as “stemma texts” shows them."`
}

// Run keeps the ruling.
func (c *ruleFirst) Run(w *world) error {
	return c.rule(w, pipeline.Decision{Verdict: stemma.CameFirst}, c.Article, "")
}

// findingFlags say which finding is meant.
type findingFlags struct {
	rulerFlags
	Copies bool `help:"Say so of the same finding in all copies of its text too." default:"true" negatable:""`
}

type ruleRight struct {
	findingFlags
	Finding string `arg:"" help:"The finding's ID, as the lists show it."`
}

// Run keeps the ruling.
func (c *ruleRight) Run(w *world) error { return c.ruleFinding(w, stemma.Accepted, c.Finding) }

type ruleWrong struct {
	findingFlags
	Finding string `arg:"" help:"The finding's ID, as the lists show it."`
}

// Run keeps the ruling.
func (c *ruleWrong) Run(w *world) error { return c.ruleFinding(w, stemma.Rejected, c.Finding) }

type ruleBack struct {
	rulerFlags
	Copies bool   `help:"Take it back on all copies on which it was made at one stroke." default:"true" negatable:""`
	Ruling string `arg:"" help:"The ruling's ID, as “stemma rulings” shows it."`
}

// Run keeps the ruling.
func (c *ruleBack) Run(w *world) error {
	return c.rule(w, pipeline.Decision{Verdict: stemma.TakenBack, Answers: stemma.ID(c.Ruling), Copies: c.Copies}, "", "")
}

// ruleFinding keeps a decision about a finding.
func (c *findingFlags) ruleFinding(w *world, verdict, finding string) error {
	return c.keep(w, pipeline.Decision{Verdict: verdict, Finding: stemma.ID(finding), Copies: c.Copies})
}

// rule keeps a decision about texts that are named as people name them.
func (c *rulerFlags) rule(w *world, d pipeline.Decision, text, other string) error {
	s, err := c.open(w) // it must be there
	if err != nil {
		return err
	}
	if text != "" {
		d.Text, err = findArticle(w.ctx, s, text)
	}
	if err == nil && other != "" {
		d.Other, err = findArticle(w.ctx, s, other)
	}
	s.Close()
	if err != nil {
		return err
	}
	return c.keep(w, d)
}

// keep keeps a decision in the name of who decides, now.
func (c *rulerFlags) keep(w *world, d pipeline.Decision) error {
	d.By, d.Why, d.At = cmp.Or(c.By, userName()), c.Why, time.Now()
	s, err := c.open(w) // it must be there
	if err != nil {
		return err
	}
	s.Close()
	to, err := c.create(w.ctx)
	if err != nil {
		return err
	}
	defer to.Close()
	r, err := pipeline.Rule(w.ctx, to, d)
	if err != nil {
		return err
	}
	fmt.Fprintf(w.out, "%s is kept. “stemma rulings” lists what was decided; “stemma rule back %s” takes it back.\n", r.ID, r.ID)
	return nil
}

// userName is the name that the computer knows its user by.
func userName() string {
	u, err := user.Current()
	if err != nil {
		return "somebody"
	}
	return cmp.Or(u.Name, u.Username, "somebody")
}

// decide keeps a decision in an open pile.
func decide(ctx context.Context, to store.Store, d web.Decision) error {
	_, err := pipeline.Rule(ctx, to, pipeline.Decision{By: d.By, Why: d.Why, At: time.Now(), Verdict: d.Verdict, Text: d.Text, Other: d.Other, Finding: d.Finding,
		Clash: d.Clash, Kind: d.Kind, Words: d.Words, From: d.From, Say: d.Say, Copies: d.Copies, Answers: d.Answers})
	return err
}
