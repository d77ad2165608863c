package concord

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// offices gives actors the offices that they are told to have taken or left, with the day
// on which they did: an act that happened, with its office in words.
func offices(p *pile) {
	changed := map[stemma.ID]bool{}
	for i, t := range p.texts {
		for k := range t.Reading.Events {
			e := &t.Reading.Events[k]
			role, who := officeOf(e, t.Article.Text)
			if role.Name == "" {
				continue
			}
			role.AsOf = p.dateOf(i)
			for _, n := range who {
				if a := p.actors[p.actorOf(i, n)]; a != nil && a.Type == stemma.Person {
					a.Roles = append(a.Roles, role)
					changed[a.ID] = true
				}
			}
		}
	}
	for id := range changed {
		p.actors[id].Roles = distinctRoles(p.actors[id].Roles)
	}
}

// officeOf gives the office that an act says is taken or left, and by whom; one without a
// name where it says nothing of the kind.
func officeOf(e *stemma.Event, text string) (role stemma.Role, who []stemma.Named) {
	if e.Status != "happened" {
		return role, nil
	}
	at := day(e.Date)
	if _, _, ok := at.Bounds(); !ok {
		at = ""
	}
	switch e.Mode {
	case "appoint":
		role, who = stemma.Role{How: "taken", From: at}, e.Targets
	case "serve":
		from, until, isRange := strings.Cut(string(at), "/")
		if !isRange {
			return role, nil // “served as mayor in 2019” says neither when it began nor when it ended
		}
		role, who = stemma.Role{How: "held", From: stemma.Date(from), Until: stemma.Date(until)}, e.Actors
	case "resign":
		role, who = stemma.Role{How: "left", Until: at}, e.Actors
	case "dismiss", "oust", "remove":
		role, who = stemma.Role{How: "left", Until: at}, e.Targets
	default:
		return role, nil
	}
	role.Name = strings.Join(strings.Fields(cmp.Or(e.Matter.Name, e.Matter.Span.Of(text))), " ")
	role.At = e.Evidence
	if !e.Matter.Span.Empty() {
		role.At.Span = e.Matter.Span
	}
	return role, slices.Clone(who)
}
