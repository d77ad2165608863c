package main

import (
	"context"
	"errors"
	"fmt"

	"stemma"
	"stemma/internal/view"
)

// listFlags narrow a list of findings.
type listFlags struct {
	pileFlag
	Offset int    `help:"Begin after so many." default:"0" placeholder:"N"`
	ID     string `arg:"" optional:"" name:"id" help:"Show one whole: an ID that the list shows."`
}

// periodFlags narrow a list to a time.
type periodFlags struct {
	From  string `help:"Only from this day, month or year on, such as 2022-03-04." placeholder:"DATE"`
	Until string `help:"Only until this day, month or year." placeholder:"DATE"`
}

// within adds the period to a choice.
func (f periodFlags) within(c view.Choice) view.Choice {
	c.Fields["from"], c.Fields["until"] = f.From, f.Until
	return c
}

func (f listFlags) choice(fields ...string) view.Choice {
	c := view.Choice{Fields: map[string]string{}, Offset: f.Offset}
	for i := 0; i+1 < len(fields); i += 2 {
		c.Fields[fields[i]] = fields[i+1]
	}
	return c
}

// showOne prints the group of an ID, or the text of a single statement with that
// statement explained; list is the command that shows such IDs.
func showOne[V view.Screen](w *world, f listFlags, list string, ask func(*view.Library, context.Context, stemma.ID) (V, error)) error {
	lib, s, err := f.library(w)
	if err != nil {
		return err
	}
	defer s.Close()
	id := stemma.ID(f.ID)
	v, err := ask(lib, w.ctx, id)
	if err == nil {
		return v.Text(w.out)
	}
	if !errors.Is(err, stemma.ErrNotFound) {
		return err
	}
	cites, err := lib.Cites(w.ctx, []stemma.ID{id})
	if err != nil {
		return err
	}
	if len(cites) == 0 {
		return fmt.Errorf("there is nothing with the ID %s; “stemma %s” lists what there is: %w", id, list, stemma.ErrNotFound)
	}
	text, err := lib.Reading(w.ctx, cites[0].Text.ID, id)
	if err != nil {
		return err
	}
	return text.Text(w.out)
}

type quotesCommand struct {
	listFlags
	periodFlags
	originFlags
	Speaker string `help:"Only this speaker, by full name." placeholder:"NAME"`
	Type    string `help:"Only direct, partial, block, indirect or scare." placeholder:"TYPE" enum:",direct,partial,block,indirect,scare" default:""`
}

// Run lists quotations, or shows one saying.
func (c *quotesCommand) Run(w *world) error {
	if c.ID != "" {
		return showOne(w, c.listFlags, "quotes", (*view.Library).Saying)
	}
	return show(w, c.pileFlag, func(l *view.Library) (*view.Quotes, error) {
		return l.Quotes(w.ctx, c.within(c.choice(append(c.fields(), "speaker", c.Speaker, "type", c.Type)...)))
	})
}

type figuresCommand struct {
	listFlags
	periodFlags
	originFlags
	Measure measureAsked `help:"Only this measure, such as deaths, “in hospital” or money." placeholder:"MEASURE"`
	Place   string       `help:"Only this place." placeholder:"NAME"`
	SaidBy  string       `help:"Only on the word of this source." placeholder:"NAME"`
	Status  string       `help:"Only happened, planned, predicted, alleged or past." placeholder:"STATUS" enum:",happened,planned,predicted,alleged,past" default:""`
}

// Run lists figures, or shows one tally.
func (c *figuresCommand) Run(w *world) error {
	if c.ID != "" {
		return showOne(w, c.listFlags, "figures", (*view.Library).Tally)
	}
	return show(w, c.pileFlag, func(l *view.Library) (*view.Figures, error) {
		return l.Figures(w.ctx, c.within(c.choice(append(c.fields(), "measure", string(c.Measure), "place", c.Place, "said_by", c.SaidBy, "status", c.Status)...)))
	})
}

type tollsCommand struct {
	pileFlag
	periodFlags
	Measure measureAsked `help:"Only this measure, such as deaths; without one, the first that is counted." placeholder:"MEASURE"`
	Place   string       `help:"Only this place." placeholder:"NAME"`
	Of      string       `help:"Only of these, such as police or civilians." placeholder:"WHOM"`
}

// Run lists counts over time.
func (c *tollsCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Tolls, error) {
		return l.Tolls(w.ctx, c.within(listFlags{}.choice("measure", string(c.Measure), "place", c.Place, "of", c.Of)))
	})
}

type timesCommand struct {
	pileFlag
	Offset int    `help:"Begin after so many." default:"0" placeholder:"N"`
	Type   string `help:"Only date, range, duration or set." placeholder:"TYPE" enum:",date,range,duration,set" default:""`
}

// Run lists expressions of time.
func (c *timesCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Times, error) {
		return l.Times(w.ctx, listFlags{Offset: c.Offset}.choice("type", c.Type))
	})
}

type namesCommand struct {
	listFlags
	periodFlags
	Name string `help:"Only who is called so: words, or how they begin, of any form of the name." placeholder:"WORDS"`
	Type string `help:"Only person, organisation or place." placeholder:"TYPE" enum:",person,organisation,place" default:""`
}

// Run lists names, or shows all about one.
func (c *namesCommand) Run(w *world) error {
	if c.ID != "" {
		return showOne(w, c.listFlags, "names", (*view.Library).Actor)
	}
	return show(w, c.pileFlag, func(l *view.Library) (*view.Names, error) {
		return l.Names(w.ctx, c.within(c.choice("name", c.Name, "type", c.Type)))
	})
}

type eventsCommand struct {
	listFlags
	periodFlags
	Type   eventAsked `help:"Only this type, such as protest or “force or restriction”." placeholder:"TYPE"`
	Who    string     `help:"Only what this person or body does first of all who are named." placeholder:"NAME"`
	Place  string     `help:"Only at this place." placeholder:"NAME"`
	Status string     `help:"Only happened, planned, alleged or denied." placeholder:"STATUS" enum:",happened,planned,alleged,denied" default:""`
}

// Run lists events, or shows one happening.
func (c *eventsCommand) Run(w *world) error {
	if c.ID != "" {
		return showOne(w, c.listFlags, "events", func(l *view.Library, ctx context.Context, id stemma.ID) (*view.Happening, error) {
			return l.Happening(ctx, id, c.choice())
		})
	}
	return show(w, c.pileFlag, func(l *view.Library) (*view.Timeline, error) {
		return l.Timeline(w.ctx, c.within(c.choice("type", string(c.Type), "place", c.Place, "who", c.Who, "status", c.Status)))
	})
}

type storiesCommand struct {
	listFlags
	periodFlags
	Told string `help:"Only those told by “independent texts”, or by “copies of one text”." placeholder:"HOW" enum:",independent texts,copies of one text" default:""`
}

// Run lists stories, or shows one.
func (c *storiesCommand) Run(w *world) error {
	if c.ID != "" {
		return showOne(w, c.listFlags, "stories", func(l *view.Library, ctx context.Context, id stemma.ID) (*view.Story, error) {
			return l.Story(ctx, id, c.choice())
		})
	}
	return show(w, c.pileFlag, func(l *view.Library) (*view.Stories, error) {
		return l.Stories(w.ctx, c.within(c.choice("told", c.Told)))
	})
}

type clashesCommand struct {
	listFlags
	Verdict string `help:"Only contradiction, development, compatible, variant or error." placeholder:"VERDICT" enum:",contradiction,development,compatible,variant,error" default:""`
	Type    string `help:"Only number, date, who, place, wording or spelling." placeholder:"TYPE" enum:",number,date,who,place,wording,spelling" default:""`
}

// Run lists clashes, or shows one.
func (c *clashesCommand) Run(w *world) error {
	if c.ID != "" {
		return showOne(w, c.listFlags, "clashes", (*view.Library).Clash)
	}
	return show(w, c.pileFlag, func(l *view.Library) (*view.Clashes, error) {
		return l.Clashes(w.ctx, c.choice("verdict", c.Verdict, "type", c.Type))
	})
}
