package mend

import (
	"fmt"
	"strconv"
	"strings"

	"stemma"
)

// categories are those of PLOVER, and NONE for what has no place among them.
var categories = strings.Fields("ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST RETREAT SANCTION SUPPORT THREATEN NONE")

var events = &kindOf[stemma.Event]{
	name: "event",
	in:   func(r *stemma.Reading) *[]stemma.Event { return &r.Events },
	id:   func(e *stemma.Event) *stemma.ID { return &e.ID },
	at:   func(e *stemma.Event) *stemma.Evidence { return &e.Evidence },
	has: []field[stemma.Event]{
		oneOf("type", categories, func(e *stemma.Event) *string { return &e.Type }),
		free("mode", func(e *stemma.Event) *string { return &e.Mode }),
		oneOf("status", []string{"happened", "planned", "alleged", "denied"}, func(e *stemma.Event) *string { return &e.Status }),
		dated("date", func(e *stemma.Event) *stemma.Date { return &e.Date }),
		dated("until", func(e *stemma.Event) *stemma.Date { return &e.Until }),
		several("actors", func(e *stemma.Event) *[]stemma.Named { return &e.Actors }),
		several("targets", func(e *stemma.Event) *[]stemma.Named { return &e.Targets }),
		named("place", func(e *stemma.Event) *stemma.Named { return &e.Place }),
		named("said_by", func(e *stemma.Event) *stemma.Named { return &e.SaidBy }),
	},
	needed: "type",
	placed: func(e *stemma.Event, s *scene) { e.Sentence = s.sentence },
	fresh:  stemma.Event{Status: "happened"},
}

// several is a field that points to any number of people or things, parted by semicolons.
func several(name string, of func(*stemma.Event) *[]stemma.Named) field[stemma.Event] {
	return field[stemma.Event]{Field{Name: name}, func(e *stemma.Event) string {
		var out []string
		for _, n := range *of(e) {
			out = append(out, n.Name)
		}
		return strings.Join(out, "; ")
	}, func(e *stemma.Event, s *scene, value string) error {
		var list []stemma.Named
		for part := range strings.SplitSeq(value, ";") {
			if n := s.named(part); n.Name != "" {
				list = append(list, n)
			}
		}
		*of(e) = list
		return nil
	}}
}

var victims = &kindOf[stemma.Victim]{
	name: "victim",
	in:   func(r *stemma.Reading) *[]stemma.Victim { return &r.Victims },
	id:   func(v *stemma.Victim) *stemma.ID { return &v.ID },
	at:   func(v *stemma.Victim) *stemma.Evidence { return &v.Evidence },
	has: []field[stemma.Victim]{
		free("name", func(v *stemma.Victim) *string { return &v.Name }),
		{Field{Name: "age"}, func(v *stemma.Victim) string { return years(v.Age) }, func(v *stemma.Victim, _ *scene, value string) (err error) {
			v.Age, err = age(value)
			return err
		}},
		oneOf("harm", stemma.Harms, func(v *stemma.Victim) *string { return &v.Harm }),
		named("place", func(v *stemma.Victim) *stemma.Named { return &v.Place }),
		dated("date", func(v *stemma.Victim) *stemma.Date { return &v.Date }),
		named("by", func(v *stemma.Victim) *stemma.Named { return &v.By }),
		named("said_by", func(v *stemma.Victim) *stemma.Named { return &v.SaidBy }),
	},
	needed: "harm",
	placed: func(v *stemma.Victim, s *scene) { v.Sentence = s.sentence },
}

// years words an age; "" where it is not stated.
func years(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

const oldest = 130 // years

func age(value string) (int, error) {
	if value == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > oldest {
		return 0, fmt.Errorf("“%s” is no age in years", value)
	}
	return n, nil
}
