package main

import "stemma/internal/view"

// registerFlags narrow one of the registers, people harmed among them.
type registerFlags struct {
	pileFlag
	periodFlags
	Offset int    `help:"Begin after so many." default:"0" placeholder:"N"`
	Place  string `help:"Only at this place." placeholder:"NAME"`
}

func (f registerFlags) choice(fields ...string) view.Choice {
	return f.within(listFlags{Offset: f.Offset}.choice(append(fields, "place", f.Place)...))
}

type victimsCommand struct {
	registerFlags
	Harm string `help:"Only killed, died, missing, injured, kidnapped or detained." placeholder:"HARM" enum:",killed,died,missing,injured,kidnapped,detained" default:""`
}

// Run lists the people who were harmed.
func (c *victimsCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Victims, error) { return l.Victims(w.ctx, c.choice("harm", c.Harm)) })
}

type votesCommand struct {
	registerFlags
	SaidBy string `help:"Only on the word of this source." placeholder:"NAME"`
}

// Run lists ballots.
func (c *votesCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Votes, error) { return l.Votes(w.ctx, c.choice("said_by", c.SaidBy)) })
}

type pollsCommand struct {
	registerFlags
	SaidBy string `help:"Only those that this institute asked." placeholder:"NAME"`
	About  string `help:"Only about this person, body or matter." placeholder:"NAME"`
}

// Run lists opinion polls.
func (c *pollsCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Polls, error) {
		return l.Polls(w.ctx, c.choice("said_by", c.SaidBy, "about", c.About))
	})
}

type measuresCommand struct {
	registerFlags
	Type      string `help:"Only curfew, which states of emergency go under, or ban." placeholder:"TYPE" enum:",curfew,ban" default:""`
	Authority string `help:"Only by this authority." placeholder:"NAME"`
}

// Run lists measures in force.
func (c *measuresCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.LegalMeasures, error) {
		return l.LegalMeasures(w.ctx, c.choice("type", c.Type, "authority", c.Authority))
	})
}

type demandsCommand struct {
	registerFlags
	Who string `help:"Only what this person or body demands." placeholder:"NAME"`
	Of  string `help:"Only what is demanded of this person or body." placeholder:"NAME"`
}

// Run lists demands.
func (c *demandsCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Demands, error) {
		return l.Demands(w.ctx, c.choice("who", c.Who, "of", c.Of))
	})
}

type mapCommand struct {
	pileFlag
	periodFlags
	Offset  int    `help:"Begin after so many." default:"0" placeholder:"N"`
	What    string `help:"Only places of which texts tell events, figures or victims; without it, all that are named." placeholder:"WHAT" enum:",events,figures,victims" default:""`
	Country string `help:"Only in this country, by its code of two letters." placeholder:"CODE"`
}

// Run lists places.
func (c *mapCommand) Run(w *world) error {
	return show(w, c.pileFlag, func(l *view.Library) (*view.Map, error) {
		return l.Map(w.ctx, c.within(listFlags{Offset: c.Offset}.choice("what", c.What, "country", c.Country)))
	})
}
