package concord

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// tenure is an office that an act says somebody took, held or left, by the mark of the
// entity in its text.
type tenure struct {
	text int32
	mark uint64
	role stemma.Role
}

// tenures gives the offices that acts of a text tell of: acts that happened, with the office
// in words.
func tenures(p *pile, text int, t *Text) []tenure {
	var out []tenure
	for k := range t.Reading.Events {
		role, who := officeOf(&t.Reading.Events[k], t.Article.Text)
		if role.Name == "" {
			continue
		}
		role.AsOf, role.Name, role.At.Rule, role.At.Article = p.texts[text].date, p.keep(role.Name), p.keep(role.At.Rule), p.texts[text].id
		for _, n := range who {
			if n.Entity != "" {
				out = append(out, tenure{int32(text), markOf(n.Entity), role})
			}
		}
	}
	return out
}

// rolesTold gives people the offices that acts tell of, by actor.
func rolesTold(p *pile, all []tenure) map[int32][]stemma.Role {
	out := map[int32][]stemma.Role{}
	for _, t := range all {
		for _, o := range p.own(int(t.text)) {
			if o.mark == t.mark && p.actors[o.actor].kind == stemma.Person {
				out[o.actor] = append(out[o.actor], t.role)
			}
		}
	}
	return out
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
	case "member": // the body is the role: “sits on the Justice Committee”
		from, until, _ := strings.Cut(string(at), "/")
		if len(from) == len(string(at)) {
			from = "" // “sat on it in 2019” says neither when it began nor when it ended
		}
		role, who = stemma.Role{How: "member", From: stemma.Date(from), Until: stemma.Date(strings.TrimPrefix(until, ".."))}, e.Actors
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
